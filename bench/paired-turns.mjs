import { startServer } from "./child-processes.mjs";
import { median } from "./median.mjs";

/**
 * @typedef {object} Contestant
 * @property {string} name
 * @property {import("./child-processes.mjs").ServerName} server
 * @property {number} meetings In the world of zoom-mock; the requests go over all of them.
 * @property {boolean} [prepared] Whether the journal is emptied before each turn.
 *
 * @typedef {object} Plan
 * @property {number} launches How often all servers are started anew: two processes of the same program differ for good.
 * @property {number} warmUp Requests to each before its first turn.
 * @property {number} rounds Turns of each after each launch.
 * @property {number} requests In one turn.
 *
 * @typedef {object} Turns One entry for each turn.
 * @property {number[]} cpu µs of CPU time per request.
 * @property {number[]} rate Requests per second.
 */

/**
 * Short turns of all contestants, one after the other, again and again: what disturbs the machine disturbs all of them.
 *
 * @param {import("./child-processes.mjs").Generator} generator
 * @param {readonly Contestant[]} contestants
 * @param {Plan} plan
 * @returns {Promise<Turns[]>} In the order of the contestants.
 */
export async function pairedTurns(generator, contestants, { launches, warmUp, rounds, requests }) {
  const all = contestants.map(() => /** @type {Turns} */ ({ cpu: [], rate: [] }));
  for (let launch = 0; launch < launches; launch += 1) {
    const running = await Promise.all(
      contestants.map(async ({ server, meetings, prepared = false }, index) => {
        return { server: await startServer(server, meetings), meetings, prepared, turns: all[index] };
      }),
    );
    for (const each of running) await takeTurn(generator, each, warmUp);
    for (let round = 0; round < rounds; round += 1) {
      // Another one begins each round, so that none always follows the same neighbour.
      const first = round % running.length;
      for (const each of [...running.slice(first), ...running.slice(0, first)]) {
        const { cpu, rate } = await takeTurn(generator, each, requests);
        each.turns?.cpu.push(cpu);
        each.turns?.rate.push(rate);
      }
    }
    for (const { server } of running) server.stop();
  }
  return all;
}

/** The median of the ratios within each round. @param {Turns} turns @param {Turns} base */
export const cpuRatio = (turns, base) => median(turns.cpu.map((cpu, round) => cpu / (base.cpu[round] ?? Number.NaN)));

/** Enough for every connection to be accepted and used before the turn counts. */
const FIRST_REQUESTS = 64;

/**
 * @param {import("./child-processes.mjs").Generator} generator
 * @param {{ server: import("./child-processes.mjs").Server, meetings: number, prepared: boolean }} contestant
 * @param {number} requests
 */
async function takeTurn(generator, { server, meetings, prepared }, requests) {
  await generator.open(server.port);
  await generator.send(FIRST_REQUESTS, meetings);
  if (prepared) await server.prepare();
  const before = await server.usage();
  const start = performance.now();
  await generator.send(requests, meetings);
  const seconds = (performance.now() - start) / 1000;
  const after = await server.usage();
  await generator.close();
  return { cpu: (after.cpu - before.cpu) / requests, rate: requests / seconds };
}
