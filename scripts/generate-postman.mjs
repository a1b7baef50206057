// Writes contracts/postman_collection.json from the built package. `--check` compares instead, prints what it looked
// at, and fails on any difference.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createPostmanCollection } from "../dist/contract-kit/postman/create-collection.js";
import { report } from "./report.mjs";

const contracts = new URL("../contracts/", import.meta.url);
const file = new URL("postman_collection.json", contracts);
const collection = createPostmanCollection();
const text = `${JSON.stringify(collection, null, 2)}\n`;

const stale = [];
if (!process.argv.includes("--check")) {
  mkdirSync(contracts, { recursive: true });
  writeFileSync(file, text);
} else if (readOrEmpty() !== text) stale.push("contracts/postman_collection.json is out of date. Run npm run postman.");

const requests = collection.item.flatMap(({ item }) => item);
report("Postman", { requests: requests.length, examples: requests.flatMap(({ response }) => response).length }, stale);

function readOrEmpty() {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
