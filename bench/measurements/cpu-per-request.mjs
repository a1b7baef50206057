import { judged, ratio, table, whole } from "../markdown.mjs";
import { median } from "../median.mjs";
import { cpuRatio, pairedTurns } from "../paired-turns.mjs";

const TARGET = 0.45;

/** The first is what the others are compared with. @type {import("../paired-turns.mjs").Contestant[]} */
const CONTESTANTS = [
  { name: "express 5 + multer", server: "express-multer", meetings: 10 },
  { name: "the same once more, as control", server: "express-multer", meetings: 10 },
  { name: "zoom-mock", server: "zoom-mock", meetings: 10 },
  { name: "node:http that reads the body", server: "node-http", meetings: 10 },
];

/** What a request costs, compared with the plainest app that does the same. @type {import("../run.mjs").Measurement} */
export async function cpuPerRequest({ generator, scale }) {
  const plan = { launches: scale(3), warmUp: scale(10_000), rounds: scale(8), requests: scale(2_000) };
  const turns = await pairedTurns(generator, CONTESTANTS, plan);
  const rows = turns.map((own, index) => {
    const compared = cpuRatio(own, turns[0] ?? own);
    return { ...CONTESTANTS[index], compared, cpu: median(own.cpu), rate: median(own.rate) };
  });
  const reached = rows.every(({ server, compared }) => server !== "zoom-mock" || compared <= TARGET);
  return {
    title: "CPU time per request",
    text: table(
      ["server", "µs of CPU per request", "against express + multer", "requests/s", "target"],
      rows.map(({ name = "", server, compared, cpu, rate }) => {
        const target = server === "zoom-mock" ? judged(`at most ${ratio(TARGET)}`, reached) : "";
        return [name, whole(cpu), ratio(compared), whole(rate), target];
      }),
    ),
    reached,
  };
}
