import type { OperationContext } from "./operation.js";

/** An id that neither a meeting nor a webinar has: to Zoom they are numbers of one kind. */
export async function freeId({ world, identifiers }: Pick<OperationContext, "world" | "identifiers">): Promise<string> {
  for (;;) {
    const id = identifiers.scheduledId();
    if (!(await world.get("meetings", id)) && !(await world.get("webinars", id))) return id;
  }
}
