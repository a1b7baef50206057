import { type AnyControlCommand, type Call, ZoomMockControlError } from "./command.js";

/** Reads and sets up the accounts, users, apps, tokens, meetings or webinars of the mock's world. */
export interface EntityControl<Entity, Input> {
  /** All of them. */
  list(): Promise<Entity[]>;
  /** @throws ZoomMockControlError with status 404 when there is none with the id. */
  get(id: string): Promise<Entity>;
  /** Creates or replaces one. What is left out is as with one that is ready to be streamed. */
  put(id: string, entity?: Omit<Input, "id">): Promise<Entity>;
  /** @throws ZoomMockControlError with status 404 when there is none with the id. */
  delete(id: string): Promise<void>;
}

/** Reads and sets up the entities of one kind. */
export const createEntityClient = <Entity, Input>(
  call: Call,
  commands: Readonly<Record<"list" | "get" | "put" | "delete", AnyControlCommand>>,
): EntityControl<Entity, Input> => ({
  list: () => call(commands.list),
  get: async (id) => call(commands.get, { id: checkedId(commands.get, id) }),
  put: async (id, body) => {
    const checked = checkedId(commands.put, id);
    return call(commands.put, body === undefined ? { id: checked } : { id: checked, body });
  },
  delete: async (id) => call(commands.delete, { id: checkedId(commands.delete, id) }),
});

/** Refuses what a URL cannot carry as an id, so that the mock answers alike wherever it runs. */
export function checkedId({ method, path }: AnyControlCommand, id: unknown): string {
  if (typeof id === "string" && !["", ".", ".."].includes(id)) return id;
  throw new ZoomMockControlError(
    400,
    `Failed to ${method} ${path}: an id is a text of digits, a user's any text; found ${JSON.stringify(id)}. Give one in quotes.`,
  );
}
