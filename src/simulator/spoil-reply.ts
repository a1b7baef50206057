import { delayOf, type FaultPlan } from "../domain/fault.js";
import type { Delivery, Reply } from "./exchange.js";

/**
 * An answer as a fault leaves it, as far as it is the answer itself that goes wrong.
 *
 * @param substitute What stands in for an answer without a body where it is the body that goes wrong.
 */
export function spoiled(reply: Reply, { kind }: FaultPlan, substitute: () => Reply): Reply {
  switch (kind) {
    case "brokenJson": {
      const { body, ...rest } = withBody(reply, substitute);
      // Of an object's text every part that ends early is no JSON.
      return { ...rest, body: body.slice(0, Math.max(1, Math.floor(body.length / 2))) };
    }
    case "emptyBody":
      return { ...withBody(reply, substitute), body: "" };
    case "wrongContentType": {
      const whole = withBody(reply, substitute);
      return { ...whole, headers: { ...whole.headers, "content-type": "text/html;charset=UTF-8" } };
    }
    default:
      return reply;
  }
}

/** An answer with the way in which a fault lets it reach the client. */
export function delivered(reply: Reply, plan: FaultPlan): Reply {
  const milliseconds = delayOf(plan);
  const manner = mannerOf(plan);
  return manner === "whole" && milliseconds === 0 ? reply : { ...reply, delivery: { manner, milliseconds } };
}

function mannerOf({ kind }: FaultPlan): Delivery["manner"] {
  if (kind === "slowBody") return "slow";
  if (kind === "duplicate") return "twice";
  if (kind === "resetMidway") return "cut";
  return kind === "resetBefore" ? "reset" : "whole";
}

function withBody(reply: Reply, substitute: () => Reply): Reply & { readonly body: string } {
  const { body } = reply;
  if (body !== undefined && body !== "") return { ...reply, body };
  const { status, headers, body: other = "" } = substitute();
  return { ...reply, status, headers: { ...headers, ...reply.headers }, body: other };
}
