import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signedWebhook, webhookCases } from "../../../src/pact.js";
import { message } from "./interaction.js";
import { encrypted, SECRET_TOKEN, WEBHOOK_RECEIVERS, type WebhookReceiver } from "./webhook-receivers.js";

const CASES = webhookCases().map((each) => [each.event, each] as const);

describe.each(Object.entries(WEBHOOK_RECEIVERS))("%s", (_name, start) => {
  let receiver: WebhookReceiver;
  beforeAll(async () => {
    receiver = await start(CASES.map(([event]) => event));
  });
  afterAll(() => receiver[Symbol.asyncDispose]());

  test.each(CASES)("%s", async (_event, each) => {
    const contract = message("webhook-receiver", "2021/webhooks", each);
    await contract.executeTest(async (received) => {
      const { status, body } = await receiver.deliver(signedWebhook(received, { secretToken: SECRET_TOKEN }));
      expect([200, 204]).toContain(status);
      const { content } = received.contents as { readonly content: { readonly payload: Record<string, string> } };
      const { plainToken } = content.payload;
      if (plainToken === undefined) expect(receiver.read.at(-1)).toEqual(content);
      else expect(JSON.parse(body)).toEqual({ plainToken, encryptedToken: encrypted(plainToken) });
    });
  });
});
