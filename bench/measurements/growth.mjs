import { judged, ratio, table, whole } from "../markdown.mjs";
import { median } from "../median.mjs";
import { cpuRatio, pairedTurns } from "../paired-turns.mjs";

/** More than this against itself is growth, if it is also more than chance. */
const TARGET = 1.1;

/** Whether a request costs more in a large world, or when the journal is full. @type {import("../run.mjs").Measurement} */
export async function growth({ generator, scale }) {
  const worlds = [
    world(10),
    { ...world(10), name: "10 meetings once more" },
    ...[10_000, 1_000_000].map(scale).map(world),
  ];
  const journals = [
    { ...world(10), name: "10 meetings, journal emptied before each turn", prepared: true },
    { ...world(10), name: "10 meetings, journal full" },
  ];
  // The differences are smaller than those between two processes of the same program: hence the many launches, and two
  // of the smallest world, whose middle the others are compared with.
  const plan = { launches: scale(4), warmUp: scale(10_000) };
  const worldTurns = await pairedTurns(generator, worlds, { ...plan, rounds: scale(6), requests: scale(1_500) });
  // Half of the 1,000 that the journal holds: in a turn of this length an emptied one is never full.
  const journalTurns = await pairedTurns(generator, journals, { ...plan, rounds: scale(12), requests: scale(500) });
  const rows = [...compared(worlds, worldTurns, 2), ...compared(journals, journalTurns, 1)];
  const chance = Math.max(...rows.slice(0, 2).map(({ against }) => Math.abs(against - 1)));
  const isReached = (/** @type {number} */ against) => against <= TARGET + chance;
  const target = `at most ${ratio(TARGET)} ± ${ratio(chance)}`;
  return {
    title: "The same however much there is",
    text: table(
      ["zoom-mock with", "µs of CPU per request", "against the smallest", "target"],
      rows.map(({ name, cpu, against, isJudged }) => {
        return [name, whole(cpu), ratio(against), isJudged ? judged(target, isReached(against)) : ""];
      }),
    ),
    reached: rows.every(({ isJudged, against }) => !isJudged || isReached(against)),
  };
}

/** @param {number} meetings @returns {import("../paired-turns.mjs").Contestant} */
const world = (meetings) => ({ name: `${whole(meetings)} meetings`, server: "zoom-mock", meetings });

/**
 * Each against the middle of the first ones.
 *
 * @param {readonly import("../paired-turns.mjs").Contestant[]} contestants
 * @param {readonly import("../paired-turns.mjs").Turns[]} turns
 * @param {number} references How many of them the others are compared with.
 */
function compared(contestants, turns, references) {
  const [first = { cpu: [], rate: [] }, second = first] = turns.slice(0, references);
  const middle = { cpu: first.cpu.map((cpu, round) => (cpu + (second.cpu[round] ?? cpu)) / 2), rate: [] };
  return turns.map((own, index) => {
    const { name = "" } = contestants[index] ?? {};
    return { name, cpu: median(own.cpu), against: cpuRatio(own, middle), isJudged: index >= references };
  });
}
