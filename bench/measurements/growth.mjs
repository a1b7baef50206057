import { judged, ratio, table, whole } from "../markdown.mjs";
import { median } from "../median.mjs";
import { cpuRatio, pairedTurns } from "../paired-turns.mjs";

/** More than this against itself is growth. */
const TARGET = 1.1;

/** Whether a request costs more in a large world, or when the journal is full. @type {import("../run.mjs").Measurement} */
export async function growth({ generator, scale }) {
  const plan = { launches: scale(3), warmUp: scale(10_000) };
  const worlds = [
    world(10),
    { ...world(10), name: "10 meetings, as control" },
    ...[10_000, 1_000_000].map(scale).map(world),
  ];
  const journals = [
    { ...world(10), name: "10 meetings, journal emptied before each turn", prepared: true },
    { ...world(10), name: "10 meetings, journal full" },
  ];
  const rows = [
    ...compared(worlds, await pairedTurns(generator, worlds, { ...plan, rounds: scale(8), requests: scale(2_000) })),
    // Half of the 1,000 that the journal holds: in a turn of this length an emptied one is never full.
    ...compared(journals, await pairedTurns(generator, journals, { ...plan, rounds: scale(16), requests: scale(500) })),
  ];
  return {
    title: "The same however much there is",
    text: table(
      ["zoom-mock with", "µs of CPU per request", "against the first", "target"],
      rows.map(({ name, cpu, against, target }) => [name, whole(cpu), ratio(against), target]),
    ),
    reached: rows.every(({ reached }) => reached),
  };
}

/** @param {number} meetings @returns {import("../paired-turns.mjs").Contestant} */
const world = (meetings) => ({ name: `${whole(meetings)} meetings`, server: "zoom-mock", meetings });

/**
 * Each against the first of them; the first and its control have nothing to reach.
 *
 * @param {readonly import("../paired-turns.mjs").Contestant[]} contestants
 * @param {readonly import("../paired-turns.mjs").Turns[]} turns
 */
function compared(contestants, turns) {
  return turns.map((own, index) => {
    const { name = "" } = contestants[index] ?? {};
    const against = cpuRatio(own, turns[0] ?? own);
    const isJudged = index > 0 && !name.endsWith("control");
    const reached = !isJudged || against <= TARGET;
    return {
      name,
      cpu: median(own.cpu),
      against,
      reached,
      target: isJudged ? judged(`at most ${ratio(TARGET)}`, reached) : "",
    };
  });
}
