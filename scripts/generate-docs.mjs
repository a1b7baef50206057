// Writes what the docs derive from the code: the blocks between <!-- generated: name --> markers.
// `--check` compares instead of writing, and fails on any difference.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { controlCommands } from "../dist/control/commands.js";
import { loadProviderStates } from "../dist/fixtures/load-provider-states.js";
import { FINDINGS } from "../dist/http/doctor/finding.js";
import { describeOperations } from "../dist/index.js";

const root = new URL("../", import.meta.url);
const PAGES = ["README.md", "docs/reference.md", "docs/contracts/pact.md"];

const cell = (text) =>
  String(text ?? "")
    .replaceAll("|", "\\|")
    .replaceAll("\n", " ");
const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
const code = (text) => `\`${text}\``;

/** One table for each operation of a profile. */
function outcomes(profile) {
  return describeOperations(profile)
    .operations.map(({ method, path, id, outcomes }) => {
      const rows = outcomes.map(({ outcome, status, code: number, message, evidence, when }) => [
        code(outcome),
        status,
        number ?? "",
        message ?? "",
        when,
        evidence,
      ]);
      return `**${code(`${method} ${path}`)}** (${id})\n\n${table(["Outcome", "HTTP", "Code", "Message", "Answered when", "Evidence"], rows)}`;
    })
    .join("\n\n");
}

function sources(profile) {
  const rows = describeOperations(profile).operations.flatMap(({ id, outcomes }) =>
    outcomes.map(({ outcome, source, notes }) => [code(`${id}/${outcome}`), source, notes ?? ""]),
  );
  return table(["Fixture", "Source", "Notes"], rows);
}

function switches() {
  const rows = describeOperations("2021").switches.map(({ name, values, default: value, evidence, meaning }) => [
    code(name),
    Array.isArray(values) ? values.map(code).join(", ") : values,
    code(value),
    evidence,
    meaning,
  ]);
  return table(["Switch", "Values", "Default", "Evidence", "Meaning"], rows);
}

const EFFECT = { fatal: "refused", harmless: "accepted; refused when strict", note: "accepted" };
const diagnoses = () =>
  table(
    ["Diagnosis", "By default", "Meaning"],
    Object.entries(FINDINGS).map(([name, { severity, message }]) => [code(name), EFFECT[severity], message]),
  );

const control = () =>
  table(
    ["Request", "What it does"],
    controlCommands.map(({ method, path, summary }) => [code(`${method} /__zoom${path}`), summary]),
  );

/** What the shipped contracts hold. */
function contracts() {
  const json = (path) => JSON.parse(readFileSync(new URL(`contracts/${path}`, root), "utf8"));
  const pacts = readdirSync(new URL("contracts/pacts/", root)).filter((file) => file.endsWith(".json"));
  const interactions = pacts.flatMap((file) => json(`pacts/${file}`).interactions);
  const profiles = ["2021", "2025"].map((profile) => describeOperations(profile).operations);
  const mutants =
    readFileSync(new URL("test/contracts/mutants/mutants.ts", root), "utf8").match(/\bbreakage: "/g) ?? [];
  return table(
    ["", ""],
    [
      ["Operations", profiles[0].length],
      ["Outcomes, over both profiles", profiles.flat().flatMap(({ outcomes }) => outcomes).length],
      ["Interactions in pacts", interactions.length],
      ["Provider states", json("provider-states.json").states.length],
      ["Deliberate breakages of the mock, each caught by a contract", mutants.length],
    ],
  );
}

/** The states that contracts may name. */
function states() {
  const rows = [...loadProviderStates()].map(([name, { description, params }]) => [
    name,
    description,
    Object.entries(params)
      .map(([param, example]) => `${code(param)} (${code(example)})`)
      .join(", "),
  ]);
  return table(["State", "What it means", "Parameters (example)"], rows);
}

/** An example file as it stands, with its own fence. */
function example(path) {
  const language = path.split(".").at(-1).replace("cjs", "js").replace("sh", "bash");
  return `\`\`\`${language}\n${readFileSync(new URL(path, root), "utf8").trimEnd()}\n\`\`\``;
}

function generated(name, argument) {
  const blocks = { contracts, outcomes, sources, switches, diagnoses, control, states, example };
  const block = blocks[name];
  if (!block) throw new Error(`There is no generated block "${name}". There are ${Object.keys(blocks).join(", ")}.`);
  return block(argument);
}

const check = process.argv.includes("--check");
let count = 0;
const stale = [];
for (const page of PAGES) {
  const before = readFileSync(new URL(page, root), "utf8");
  const after = before.replace(
    /(<!-- generated: (\w+)(?: (\S+))? -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, open, name, argument, close) => {
      count += 1;
      return `${open}\n${generated(name, argument)}\n\n${close}`;
    },
  );
  if (after === before) continue;
  if (check) stale.push(page);
  else writeFileSync(new URL(page, root), after);
}
console.log(`${count} generated blocks in ${PAGES.length} pages${check ? " compared" : " written"}.`);
if (count === 0 || stale.length > 0) {
  console.error(count === 0 ? "No generated block was found." : `Out of date: ${stale.join(", ")}. Run npm run docs.`);
  process.exitCode = 1;
}
