/**
 * Ends a gate: prints what it looked at, then what it found, and sets the exit code.
 *
 * @param {string} gate What it checks.
 * @param {Record<string, number>} lookedAt How many things of each kind; none of any kind is a failure.
 * @param {readonly string[]} problems One line each.
 */
export function report(gate, lookedAt, problems) {
  const counts = Object.entries(lookedAt).map(([kind, count]) => `${count} ${kind}`);
  const blind = Object.keys(lookedAt).filter((kind) => lookedAt[kind] === 0);
  const all = [
    ...problems,
    ...blind.map((kind) => `It looked at no ${kind}: the gate is blind. Correct where it looks.`),
  ];
  const verdict = all.length === 0 ? "all well" : `${all.length} found`;
  console.log([`${gate}: looked at ${counts.join(", ")}; ${verdict}.`, ...all].join("\n  "));
  process.exitCode = all.length === 0 ? 0 : 1;
}
