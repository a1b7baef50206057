import http from "node:http";
import express from "express";
import request from "supertest";
import { describe, expect, test } from "vitest";
import { fastPrototypes } from "../../src/http/fast-prototypes.js";
import { createZoomMockApp } from "../../src/index.js";

describe("as an Express app", () => {
  test("it works with supertest, without listening", async () => {
    const app = createZoomMockApp({ frozenAt: "2026-01-31T12:00:00Z" });
    const start = () =>
      request(app)
        .patch("/v2/meetings/68423085/livestream/status")
        .set("authorization", "Bearer x")
        .field("action", "start");
    await start().expect(204);
    await start().expect(429).expect("retry-after", "30");
    await app.zoom.clock.advance("30s");
    await start().expect(204);
    expect(await app.zoom.requests.list({ status: 204 })).toHaveLength(2);
  });

  test("it can be mounted below another app", async () => {
    const outer = express().use("/zoom", createZoomMockApp());
    await request(outer)
      .patch("/zoom/v2/meetings/68423085/livestream/status")
      .set("authorization", "Bearer x")
      .send({ action: "start" })
      .expect(204);
    await request(outer).get("/zoom/__zoom/health").expect(200);
  });

  test("a server with our classes behaves like any other", async () => {
    const routes = (app: express.Express) =>
      app.get("/echo/:id", (req, res) => {
        res
          .status(201)
          .set("x-app", String(req.app === app && res.app === app))
          .json({ id: req.params["id"], host: req.hostname, q: req.query, secure: req.secure });
      });
    const plain = routes(express());
    const fast = routes(express());
    const answers = await Promise.all(
      [http.createServer(plain), http.createServer(fastPrototypes(fast), fast)].map((server) =>
        request(server).get("/echo/7?a=1"),
      ),
    );
    const [first, second] = answers.map(({ status, headers, body }) => ({
      status,
      app: headers["x-app"],
      type: headers["content-type"],
      body,
    }));
    expect(second).toEqual(first);
    expect(first).toMatchObject({ status: 201, app: "true", body: { id: "7", q: { a: "1" } } });
  });
});
