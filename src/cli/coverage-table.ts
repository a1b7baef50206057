import type { CoverageReport, OutcomeCoverage } from "../index.js";

/** What was met and what never, for people. */
export function coverageTable(report: CoverageReport): string {
  const { operations, common, neverCalled, webhooks, faults } = report;
  const sections = operations.map(({ method, path, requests, outcomes, encodings, unread }) => [
    `${method} ${path}  (${requests} requests)`,
    ...outcomeRows(outcomes),
    `  Bodies: ${listed(encodings)}`,
    ...(Object.keys(unread).length > 0 ? [`  Sent but never read: ${listed(unread)}`] : []),
  ]);
  if (common.length > 0) sections.push(["Whatever was called", ...outcomeRows(common)]);
  if (neverCalled.length > 0) sections.push([`Never called: ${neverCalled.join(", ")}`]);
  if (webhooks.total > 0) sections.push(countRows("Webhooks", { ...webhooks.events, ...webhooks.circumstances }));
  if (faults.total > 0) sections.push(countRows("Faults", faults.kinds));
  const missed = neverSeen(report);
  if (missed.length > 0) sections.push([`Your tests never saw ${missed.join(", ")}.`]);
  sections.push([share("outcomes", report), share("webhooks", webhooks), share("faults", faults)]);
  return sections.map((lines) => lines.join("\n")).join("\n\n");
}

/** What is missing in words; one for all webhooks, or all faults, where there were none at all. */
function neverSeen({ operations, common, webhooks, faults }: CoverageReport): string[] {
  const outcomes = [...operations.flatMap(({ outcomes }) => outcomes), ...common].filter(
    ({ answers }) => answers === 0,
  );
  return [
    ...outcomes.map(({ outcome, status, code }) => `${codeOf({ status, code })} ${outcome}`),
    ...(webhooks.met === 0 && webhooks.total > 0
      ? ["any webhook"]
      : [...missing(webhooks.events), ...missing(webhooks.circumstances).map(webhookLike)]),
    ...(faults.met === 0 && faults.total > 0 ? ["any fault"] : missing(faults.kinds).map((kind) => `fault ${kind}`)),
  ];
}

const webhookLike = (circumstance: string): string => {
  if (circumstance === "retry") return "a retried webhook";
  return circumstance === "urlValidation" ? "a URL validation" : `variant ${circumstance}`;
};

/** How often each was met; 0: never. */
type Counts = Readonly<Record<string, number>>;

const missing = (counts: Counts): string[] => Object.keys(counts).filter((name) => counts[name] === 0);

/** A line for each outcome, in columns. */
function outcomeRows(outcomes: readonly OutcomeCoverage[]): string[] {
  const widest = widestOf(outcomes.map(({ outcome }) => outcome));
  return outcomes.map(({ outcome, status, code, answers }) => {
    const answer = (code === null ? `${status}` : `${status}/${code}`).padEnd("400/4927".length);
    return `  ${outcome.padEnd(widest)}  ${answer}  ${timesOrNever(answers)}`;
  });
}

/** A line for each; one for all where none of them was met. */
function countRows(title: string, counts: Counts): string[] {
  const never = missing(counts);
  if (never.length === Object.keys(counts).length) return [`${title} never met: ${never.join(", ")}`];
  const widest = widestOf(Object.keys(counts));
  return [title, ...Object.entries(counts).map(([name, count]) => `  ${name.padEnd(widest)}  ${timesOrNever(count)}`)];
}

const widestOf = (names: readonly string[]): number => Math.max(...names.map(({ length }) => length));

const listed = (counts: Counts): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${timesOrNever(count)}`)
    .join(", ");

const timesOrNever = (count: number): string => (count === 0 ? "never" : String(count));

const codeOf = ({ status, code }: Pick<OutcomeCoverage, "status" | "code">): string =>
  code === null || code === status ? `${status}` : `${status}/${code}`;

const share = (what: string, { percent, met, total }: Pick<CoverageReport, "percent" | "met" | "total">): string =>
  `${percent} % of the ${what}: ${met} of ${total}`;
