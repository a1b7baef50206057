// Writes what the docs derive from the code: the blocks between <!-- generated: name --> markers.
// `--check` compares instead of writing, and fails on any difference.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { operationById } from "../dist/contract-kit/pact/operation-by-id.js";
import { webhookCases } from "../dist/contract-kit/pact/webhook-cases.js";
import { causeOf } from "../dist/contract-kit/pact/webhook-cause.js";
import { controlCommands } from "../dist/control/commands.js";
import { URL_VALIDATION } from "../dist/domain/webhook.js";
import { loadProviderStates } from "../dist/fixtures/load-provider-states.js";
import { FINDINGS } from "../dist/http/doctor/finding.js";
import { describeOperations } from "../dist/index.js";
import { COMMON_OUTCOMES } from "../dist/operations/common-outcomes.js";
import { clientRows, clientTraps } from "./clients-page.mjs";

const root = new URL("../", import.meta.url);
const PAGES = [
  "README.md",
  "docs/clients.md",
  "docs/reference.md",
  "docs/contracts/pact.md",
  "docs/recipes/docker-compose.md",
];

const cell = (text) =>
  String(text ?? "")
    .replaceAll("|", "\\|")
    .replaceAll("\n", " ");
const table = (head, rows) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.map(cell).join(" | ")} |`).join("\n");
const code = (text) => `\`${text}\``;

/** The ways in which one operation, or several, can end. */
const outcomeTable = (outcomes) =>
  table(
    ["Outcome", "HTTP", "Code", "Message", "Answered when", "Evidence"],
    outcomes.map(({ outcome, status, code: number, message, evidence, when }) => [
      code(outcome),
      status,
      number ?? "",
      message ?? "",
      when,
      evidence,
    ]),
  );

const isCommon = ({ outcome }) => outcome in COMMON_OUTCOMES;

/** Of each operation of a profile (or of one of them, by its id) the outcomes of its own. */
function outcomes(profile, id) {
  return describeOperations(profile)
    .operations.filter((operation) => id === undefined || operation.id === id)
    .map((operation) => {
      const { method, path, outcomes: all } = operation;
      const own = outcomeTable(all.filter((each) => !isCommon(each)));
      return `**${code(`${method} ${path}`)}** (${operation.id})\n\n${own}`;
    })
    .join("\n\n");
}

/** What any operation can end with before it is done. */
function common(profile) {
  const all = describeOperations(profile).operations.flatMap((operation) => operation.outcomes.filter(isCommon));
  return outcomeTable([...new Map(all.map((each) => [each.outcome, each])).values()]);
}

/** One row for each operation: how it can end, and how many of these answers are known how well. */
function operations(profile) {
  const rows = describeOperations(profile).operations.map(({ method, path, outcomes: all }) => {
    const own = all.filter((each) => !isCommon(each));
    const known = (evidence) => own.filter((each) => each.evidence === evidence).length || "";
    const answers = own.map(({ status, code: number }) => (number === null ? `${status}` : `${status}/${number}`));
    return [
      code(`${method} ${path}`),
      [...new Set(answers)].join(", "),
      known("documented"),
      known("measured"),
      known("assumed"),
    ];
  });
  return table(["Operation", "HTTP status/code", "Documented", "Measured", "Assumed"], rows);
}

function sources(profile) {
  const rows = describeOperations(profile).operations.flatMap(({ id, outcomes: all }) =>
    all.map((each) => [isCommon(each) ? `common/${each.outcome}` : `${id}/${each.outcome}`, each]),
  );
  return table(
    ["Fixture", "Source", "Notes"],
    [...new Map(rows)].map(([name, { source, notes }]) => [code(name), source, notes ?? ""]),
  );
}

function switches() {
  const rows = describeOperations("2021").switches.map(
    ({ name, values, default: value, realistic, evidence, meaning }) => [
      code(name),
      Array.isArray(values) ? values.map(code).join(", ") : values,
      code(value),
      realistic === null ? "" : realistic === value ? "the same" : code(realistic),
      evidence,
      meaning,
    ],
  );
  return table(["Switch", "Values", "Default", "Realistic", "Evidence", "Meaning"], rows);
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
  const mutants = ["mutants", "webhook-mutants"].flatMap((file) => {
    const text = readFileSync(new URL(`test/contracts/mutants/${file}.ts`, root), "utf8");
    return text.match(/\bbreakage: "/g) ?? [];
  });
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

function clients() {
  const [head, ...rows] = clientRows();
  return table(head, rows);
}

/** The messages that contracts may hold, and how the mock comes to send them. */
function webhooks() {
  const rows = webhookCases().map(({ event, given: [[state] = ["none"]] }) => [code(event), state, whatIsDone(event)]);
  return table(["Event", "State", "What the mock is asked"], rows);
}

function whatIsDone(event) {
  if (event === URL_VALIDATION) return "an endpoint is subscribed";
  const { act } = causeOf(event);
  if (act === "start") return "the host starts it";
  const { method, path } = operationById(act.operation);
  return code([method, path, act.body && JSON.stringify(act.body)].filter(Boolean).join(" "));
}

/** An example file as it stands, with its own fence. */
function example(path) {
  const language = path.split(".").at(-1).replace("cjs", "js").replace("sh", "bash");
  return `\`\`\`${language}\n${readFileSync(new URL(path, root), "utf8").trimEnd()}\n\`\`\``;
}

function generated(name, args) {
  const contents = { common, contracts, operations, outcomes, sources, switches, diagnoses, control, states };
  const blocks = { ...contents, clients, clientTraps, webhooks, example };
  const block = blocks[name];
  if (!block) throw new Error(`There is no generated block "${name}". There are ${Object.keys(blocks).join(", ")}.`);
  return block(...args);
}

const check = process.argv.includes("--check");
let count = 0;
const stale = [];
for (const page of PAGES) {
  const before = readFileSync(new URL(page, root), "utf8");
  const after = before.replace(
    /(<!-- generated: (\w+)(.*) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, open, name, args, close) => {
      count += 1;
      return `${open}\n${generated(name, args.trim().split(/ +/).filter(Boolean))}\n\n${close}`;
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
