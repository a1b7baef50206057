import http from "node:http";
import { reportUsage } from "./report-usage.mjs";

/** The least a server in Node can do: read the body, answer 204. */
const server = http.createServer((req, res) => {
  /** @type {Buffer[]} */
  const chunks = [];
  req.on("data", (chunk) => chunks.push(chunk));
  req.on("end", () => res.writeHead(Buffer.concat(chunks).length > 0 ? 204 : 400).end());
});

server.listen(0, "127.0.0.1", () => {
  reportUsage(/** @type {import("node:net").AddressInfo} */ (server.address()).port);
});
