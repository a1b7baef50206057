// Writes contracts/openapi.json and contracts/control-openapi.json from the built package. `--check` compares instead,
// prints what it looked at, and fails on any difference.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { controlCommands } from "../dist/control/commands.js";
import { loadProfile } from "../dist/fixtures/load-profile.js";
import { shippedProfiles } from "../dist/fixtures/profile-layers.js";
import { controlDocument } from "../dist/openapi/control-document.js";
import { zoomDocument } from "../dist/openapi/zoom-document.js";
import { operations } from "../dist/operations/index.js";
import { report } from "./report.mjs";

const contracts = new URL("../contracts/", import.meta.url);
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const mock = { url: "http://127.0.0.1:4010", description: "zoom-mock" };
const zoom = { url: "https://api.zoom.us", description: "Zoom" };

const documents = {
  "openapi.json": zoomDocument({
    operations,
    profiles: shippedProfiles().map((name) => loadProfile(name, operations)),
    version,
    servers: [mock, zoom],
  }),
  "control-openapi.json": controlDocument(controlCommands, version, [mock]),
};

const check = process.argv.includes("--check");
const stale = [];
mkdirSync(contracts, { recursive: true });
for (const [file, document] of Object.entries(documents)) {
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (!check) writeFileSync(new URL(file, contracts), text);
  else if (readOrEmpty(file) !== text) stale.push(`contracts/${file} is out of date. Run npm run openapi.`);
}
const responses = Object.values(documents["openapi.json"].paths)
  .flatMap((item) => Object.values(item))
  .flatMap((operation) => Object.values(operation.responses));
report("OpenAPI", { documents: Object.keys(documents).length, responses: responses.length }, stale);

function readOrEmpty(file) {
  try {
    return readFileSync(new URL(file, contracts), "utf8");
  } catch {
    return "";
  }
}
