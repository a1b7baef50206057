import { changeSession } from "../domain/session.js";
import type { Entities } from "../domain/world.js";
import type { OperationContext } from "./operation.js";

/**
 * Ends what runs, and with it the stream.
 *
 * @returns Whether there was anything to end.
 */
export function endSession<Kind extends "meetings" | "webinars">(
  kind: Kind,
  entity: Entities[Kind],
  { world, identifiers }: Pick<OperationContext, "world" | "identifiers">,
): boolean {
  const result = changeSession(entity, "end", identifiers.uuid());
  if ("refused" in result || result.next === entity) return false;
  world.put(kind, result.next);
  for (const event of result.events) world.announce(event, kind, entity.id, result.told);
  return true;
}
