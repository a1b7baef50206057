import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { startGenerator } from "./child-processes.mjs";
import { machineFacts } from "./machine.mjs";
import { coldStart } from "./measurements/cold-start.mjs";
import { cpuPerRequest } from "./measurements/cpu-per-request.mjs";
import { growth } from "./measurements/growth.mjs";
import { memory } from "./measurements/memory.mjs";

/**
 * @typedef {object} Bench
 * @property {import("./child-processes.mjs").Generator} generator
 * @property {(amount: number) => number} scale What of an amount is left in a quick run.
 *
 * @typedef {(bench: Bench) => Promise<{ title: string, text: string, reached: boolean }>} Measurement
 */

const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean", default: false }, // a few seconds, to see that the bench works; judges nothing
    "no-fail": { type: "boolean", default: false },
  },
});
const LONGEST_RUN_MS = 20 * 60_000;
const README = new URL("README.md", import.meta.url);

if (!existsSync(new URL("../dist/index.js", import.meta.url))) fail("There is no dist/. Run npm run build first.");
setTimeout(fail, LONGEST_RUN_MS, `It took longer than ${LONGEST_RUN_MS / 60_000} minutes.`).unref();

const generator = await startGenerator();
const scale = (/** @type {number} */ amount) => (flags.quick ? Math.ceil(amount / 50) : amount);
const results = [];
for (const measure of /** @type {Measurement[]} */ ([cpuPerRequest, growth, coldStart, memory])) {
  const result = await measure({ generator, scale });
  // The numbers of a quick run say nothing.
  console.log(flags.quick ? `${result.title}: works` : `### ${result.title}\n\n${result.text}\n`);
  results.push(result);
}
generator.stop();

const missed = results.filter(({ reached }) => !reached).map(({ title }) => title);
if (!flags.quick) {
  writeResults(results.map(({ title, text }) => `### ${title}\n\n${text}\n`).join("\n"));
  if (missed.length > 0) console.error(`Missed: ${missed.join(", ")}.`);
}
process.exit(missed.length > 0 && !flags.quick && !flags["no-fail"] ? 1 : 0);

/** Puts the tables between the marks in the README. @param {string} tables */
function writeResults(tables) {
  const { date, node, machine } = machineFacts();
  const facts = `\`npm run bench\` on ${date}: Node ${node}, ${machine}.`;
  const text = readFileSync(README, "utf8");
  const [before, after] = [text.indexOf("<!-- results -->"), text.indexOf("<!-- /results -->")];
  if (before < 0 || after < before) fail("The README has lost the marks around its results.");
  writeFileSync(README, `${text.slice(0, before)}<!-- results -->\n\n${facts}\n\n${tables}\n${text.slice(after)}`);
}

/** @param {string} why @returns {never} */
function fail(why) {
  console.error(`Failed to run the bench: ${why}`);
  process.exit(1);
}
