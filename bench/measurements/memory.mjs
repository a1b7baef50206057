import { startServer } from "../child-processes.mjs";
import { judged, ratio, table, whole } from "../markdown.mjs";

/**
 * What is held may not grow from 50,000 to 100,000 requests. What is resident goes up and down by a third while the same
 * is held, as V8 takes memory and gives it back; so it is only kept from running away, from 10,000 requests on.
 */
const TARGETS = { held: 1.05, resident: 1.5 };

/** Whether memory stays flat over many requests for many meetings. @type {import("../run.mjs").Measurement} */
export async function memory({ generator, scale }) {
  const meetings = scale(10_000);
  const server = await startServer("zoom-mock", meetings, ["--expose-gc"]);
  const rows = [];
  let sent = 0;
  for (const requests of [0, ...[10_000, 50_000, 100_000].map(scale)]) {
    await generator.open(server.port);
    if (requests > sent) await generator.send(requests - sent, meetings);
    await generator.close();
    sent = requests;
    const { rss: resident } = await server.usage();
    rows.push({ requests, resident, held: await server.held() });
  }
  server.stop();
  const [warm, before, last] = rows.slice(-3);
  const held = (last?.held ?? 0) / (before?.held ?? 1);
  const resident = (last?.resident ?? 0) / (warm?.resident ?? 1);
  const verdicts = [
    judged(
      `resident ${ratio(resident)} of that after the warm-up, at most ${ratio(TARGETS.resident)}`,
      resident <= TARGETS.resident,
    ),
    judged(`held ${ratio(held)} of the row above, at most ${ratio(TARGETS.held)}`, held <= TARGETS.held),
  ];
  return {
    title: "Memory",
    text: table(
      [`zoom-mock, ${whole(meetings)} meetings`, "MB resident", "MB held after a collection", "target"],
      rows.map((row) => {
        const name = row.requests === 0 ? "after the start" : `after ${whole(row.requests)} requests`;
        const target = row === last ? verdicts.join("; ") : "";
        return [name, whole(row.resident / 1e6), (row.held / 1e6).toFixed(1), target];
      }),
    ),
    reached: held <= TARGETS.held && resident <= TARGETS.resident,
  };
}
