import { expect, test } from "vitest";
import { createClock } from "../../src/domain/clock.js";
import { type Timers, wakeInTime } from "../../src/mock/wake-in-time.js";
import { createAgenda } from "../../src/simulator/agenda.js";
import { createLifetime } from "../../src/simulator/lifetime.js";

const DAY = 86_400_000;

/** A universe that is awake, with timers that go off when `pass` lets time pass, and what has happened in it. */
function awake() {
  let time = 0;
  const set: { readonly at: number; readonly run: () => void }[] = [];
  const waits: number[] = [];
  const timers: Timers = {
    set: (run, milliseconds) => {
      waits.push(milliseconds);
      const timer = { at: time + milliseconds, run };
      set.push(timer);
      return timer;
    },
    clear: (timer) => void (set.includes(timer as never) && set.splice(set.indexOf(timer as never), 1)),
  };
  const clock = createClock(() => time);
  const agenda = createAgenda(clock);
  const lifetime = createLifetime();
  wakeInTime({ agenda, clock, lifetime, isDue: agenda.isDue, settle: agenda.settle }, timers);
  const ran: number[] = [];
  return {
    ...{ clock, lifetime, set, waits, ran },
    add: (at: number) => agenda.add({ at, owner: "test", run: async () => void ran.push(at) }),
    pass: async (milliseconds: number) => {
      const until = time + milliseconds;
      for (let next = set[0]; next && next.at <= until; next = set[0]) {
        set.shift();
        time = next.at;
        next.run();
        if (agenda.isDue()) await agenda.settle();
      }
      time = until;
    },
  };
}

test("what is to happen happens in its time, with one timer at a time", async () => {
  const { add, pass, set, ran } = awake();
  expect(set).toEqual([]);
  for (const at of [300, 100, 200]) add(at);
  expect(set).toHaveLength(1);
  await pass(150);
  expect([ran, set.length]).toEqual([[100], 1]);
  await pass(150);
  expect([ran, set]).toEqual([[100, 200, 300], []]);
});

test("what is not the first asks for no other timer", () => {
  const { add, waits } = awake();
  for (const at of [100, 200, 300]) add(at);
  expect(waits).toEqual([100]);
});

test("it follows the clock: moved it is sooner, frozen never", async () => {
  const { add, pass, clock, set, ran } = awake();
  add(1000);
  clock.advance(900);
  await pass(99);
  expect(ran).toEqual([]);
  clock.freeze();
  expect(set).toEqual([]);
  await pass(DAY);
  clock.resume();
  await pass(1);
  expect(ran).toEqual([1000]);
});

test("what is further away than a timer reaches is waited for in turns", async () => {
  const { add, pass, ran, waits } = awake();
  add(60 * DAY);
  await pass(59 * DAY);
  expect([ran, waits.length]).toEqual([[], 3]);
  await pass(DAY);
  expect(ran).toEqual([60 * DAY]);
});

test("of a universe that is gone nothing wakes any more", async () => {
  const { add, pass, lifetime, set, ran } = awake();
  add(100);
  lifetime.end("a test");
  add(50);
  expect(set).toEqual([]);
  await pass(DAY);
  expect(ran).toEqual([]);
});
