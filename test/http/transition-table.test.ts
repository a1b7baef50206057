import { describe, expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";
import { MODE, SETTINGS, STOP } from "../domain/livestream/other-rows.js";
import { NOW, type Row, RULES } from "../domain/livestream/row.js";
import { START } from "../domain/livestream/start-rows.js";
import { ENCODINGS, send } from "../support/commands.js";

/** The view of a stream is known since 2025; the 30-second window until then. */
const profileOf = ({ command }: Row) => (command.action === "mode" || command.settings?.layout ? "2025" : "2021");

describe.each(ENCODINGS)("over HTTP as %s", (encoding) => {
  test.each([...START, ...STOP, ...SETTINGS, ...MODE])("$title", async (row) => {
    const { action, settings } = row.command;
    await using zoom = await startZoomMock({
      profile: profileOf(row),
      switches: { ...RULES, ...row.rules },
      frozenAt: NOW,
    });
    await zoom.meetings.put("68423085", { livestream_status: row.stream });

    const command = { ...(action !== "settings" && { action }), ...(settings && { settings }) };
    const response = await send(zoom.url, "meetings/68423085", command, encoding);

    const { livestream_status } = await zoom.meetings.get("68423085");
    const [entry] = await zoom.requests.list();
    if ("refused" in row.result) {
      expect(entry?.outcome).toBe(row.result.refused);
      expect(livestream_status).toEqual(row.stream);
      const wait = "retryAfterSeconds" in row.result ? String(row.result.retryAfterSeconds) : null;
      expect(response.headers.get("retry-after")).toBe(wait);
    } else {
      expect(response.status).toBe(204);
      expect(livestream_status).toEqual(row.result.next);
      expect(entry?.events.map(({ event }) => event)).toEqual(row.result.events);
    }
    expect([entry?.before, entry?.after]).toEqual([row.stream, livestream_status]);
  });
});
