import { createHmac } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { HttpReceiver, MeetingsS2SAuthClient } from "@zoom/rivet/meetings";
import { verifyZoomSignature } from "../../../src/index.js";
import type { SignedWebhook } from "../../../src/pact.js";

/** A consumer's endpoint. */
export interface WebhookReceiver extends AsyncDisposable {
  /** What it has read, oldest first; validations it only answers. */
  readonly read: readonly unknown[];
  deliver(webhook: SignedWebhook): Promise<{ readonly status: number; readonly body: string }>;
}

export const SECRET_TOKEN = "receivers-secret";

/** How consumers receive: with Zoom's own SDK, and with a server of their own. */
export const WEBHOOK_RECEIVERS: Readonly<Record<string, (events: readonly string[]) => Promise<WebhookReceiver>>> = {
  "@zoom/rivet": async (events) => {
    const read: unknown[] = [];
    const receiver = new HttpReceiver({ webhooksSecretToken: SECRET_TOKEN, port: 0 });
    const client = new MeetingsS2SAuthClient({ clientId: "i", clientSecret: "s", accountId: "a", receiver });
    // Its type is that of one event.
    for (const event of events)
      client.webEventConsumer?.event(event as "meeting.ended", (told) => void read.push(told));
    return receiving(await client.start(), read);
  },
  "node:http": async () => {
    const read: unknown[] = [];
    const server = createServer(async (request, response) => {
      const body = Buffer.concat(await request.toArray());
      const isZooms = verifyZoomSignature({ headers: request.headers, body }, { secretToken: SECRET_TOKEN });
      if (!isZooms) return response.writeHead(401).end();
      const told = JSON.parse(body.toString());
      const { plainToken } = told.payload;
      if (told.event === "endpoint.url_validation") {
        return response.end(JSON.stringify({ plainToken, encryptedToken: encrypted(plainToken) }));
      }
      read.push(told);
      return response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return receiving(server, read);
  },
};

/** What Zoom wants to be answered to a validation. */
export const encrypted = (plainToken: string): string =>
  createHmac("sha256", SECRET_TOKEN).update(plainToken).digest("hex");

function receiving(server: Pick<Server, "address" | "close">, read: readonly unknown[]): WebhookReceiver {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/zoom/events`;
  return {
    read,
    deliver: async ({ headers, body }) => {
      const response = await fetch(url, { method: "POST", headers: { ...headers, connection: "close" }, body });
      return { status: response.status, body: await response.text() };
    },
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}
