import express from "express";
import multer from "multer";
import { reportUsage } from "./report-usage.mjs";

/** What anyone would write first: express 5 and multer as their READMEs show them. Everything is compared with this. */
const app = express();

app.patch("/v2/meetings/:meetingId/livestream/status", multer().none(), (req, res) => {
  const { action, settings } = req.body;
  if (action === undefined || typeof JSON.parse(settings) !== "object") return res.sendStatus(400);
  res.sendStatus(204);
});

const server = app.listen(0, "127.0.0.1", () => {
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  if (process.send) reportUsage(port);
  else console.log(`http://127.0.0.1:${port}`); // started for its cold start, as the command line is
});
