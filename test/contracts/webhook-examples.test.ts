import { expect, test } from "vitest";
import { bringAbout } from "../../src/contract-kit/verify/bring-about.js";
import { startZoomMock } from "../../src/index.js";
import { webhookCases } from "../../src/pact.js";
import { startReceiver } from "../support/webhook-receiver.js";
import { builtMessage } from "./built.js";

const EVENTS = webhookCases().filter(({ event }) => event !== "endpoint.url_validation");

test.each(EVENTS.map((each) => [each.event, each] as const))(
  "the contract of %s leaves out no member that is sent, and makes up none",
  async (event, { given, expectsToReceive }) => {
    await using receiver = await startReceiver();
    await using zoom = await startZoomMock();
    const [state = "", params = {}] = given[0] ?? [];
    await zoom.providerStates.setUp(state, params);
    await zoom.webhooks.subscribe({ ...receiver.endpoint, validate: false });
    await bringAbout(zoom, event as "meeting.ended", params);
    await zoom.webhooks.waitForDelivery({ event });
    const sent = receiver.events().find(({ json }) => json.event === event);
    expect(kindsOf(builtMessage(expectsToReceive).body?.content)).toEqual(kindsOf(sent?.json));
  },
);

/** A document with the kind of each value in its place. */
function kindsOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, kindsOf(member)]));
}
