import { expect, test } from "vitest";
import { startZoomMock } from "../../src/index.js";

const CLIENT = { id: "zoom-mock-server-to-server", secret: "zoom-mock-client-secret" };

test.each(["meetings", "webinars"] as const)("an application lives its whole life: %s", async (kind) => {
  await using zoom = await startZoomMock({ profile: "2025", tokens: "issued", frozenAt: "2026-01-31T12:00:00Z" });
  const account_id = (await zoom.state.get()).account_id;

  // A token.
  const granted = await fetch(`${zoom.url}/oauth/token`, {
    method: "POST",
    headers: { authorization: `Basic ${btoa(`${CLIENT.id}:${CLIENT.secret}`)}` },
    body: new URLSearchParams({ grant_type: "account_credentials", account_id }),
  });
  expect(granted.status).toBe(200);
  const { access_token, expires_in } = (await granted.json()) as { access_token: string; expires_in: number };
  const api = async (method: string, path: string, body?: object) => {
    const response = await fetch(`${zoom.url}/v2${path}`, {
      method,
      headers: {
        authorization: `Bearer ${access_token}`,
        accept: "application/json",
        ...(body && { "content-type": "application/json" }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
  };

  // Create, configure.
  const created = await api("POST", `/users/me/${kind}`, { topic: "Town hall", start_time: "2026-01-31T13:00:00Z" });
  expect(created.status).toBe(201);
  const { id, uuid } = created.body as { id: number; uuid: string };
  expect([typeof id, typeof uuid]).toEqual(["number", "string"]);
  const stream = { stream_url: "rtmp://ingest.example.com/app", stream_key: "key", page_url: "https://example.com" };
  expect((await api("PATCH", `/${kind}/${id}/livestream`, stream)).status).toBe(204);
  expect((await api("GET", `/${kind}/${id}/livestream`)).body).toMatchObject(stream);

  // Too early: the host has not started.
  const start = { action: "start", settings: { active_speaker_name: true, display_name: "Town hall" } };
  const early = await api("PATCH", `/${kind}/${id}/livestream/status`, start);
  expect([early.status, early.body.code]).toEqual([400, kind === "meetings" ? 4927 : 200]);

  // It runs: start, settings are locked, stop.
  await zoom[kind].start(String(id));
  if (kind === "meetings") expect((await api("GET", `/meetings/${id}`)).body.status).toBe("started");
  expect((await api("PATCH", `/${kind}/${id}/livestream/status`, start)).status).toBe(204);
  const locked = await api("PATCH", `/${kind}/${id}/livestream/status`, { settings: { display_name: "Other" } });
  expect(locked.status).toBe(400);
  expect((await api("PATCH", `/${kind}/${id}/livestream/status`, { action: "stop" })).status).toBe(204);

  // Live once more, and the end takes the stream with it.
  await zoom.clock.advance("31s");
  expect((await api("PATCH", `/${kind}/${id}/livestream/status`, start)).status).toBe(204);
  expect((await api("PUT", `/${kind}/${id}/status`, { action: "end" })).status).toBe(204);
  expect(await zoom[kind].get(String(id))).toMatchObject({
    status: "waiting",
    livestream_status: { status: "stopped" },
  });

  // The token expires; what is deleted is gone.
  await zoom.clock.advance(expires_in * 1000);
  const late = await api("DELETE", `/${kind}/${id}`);
  expect(late).toEqual({ status: 401, body: { code: 124, message: "Access token is expired." } });
});
