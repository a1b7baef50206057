import * as v from "valibot";
import { defineCommand } from "./command.js";

export const listEvents = defineCommand({
  method: "GET",
  path: "/events",
  summary:
    "The last events, oldest first, whatever caused them: requests, control commands or the clock. With Accept: text/event-stream all that happens from now on, as a stream.",
  input: v.strictObject({}),
  run: async ({ universe }) => ({ events: universe.events.list() }),
});
