import * as fc from "fast-check";
import { expect, test } from "vitest";
import { createAgenda, type RanTask, type Task } from "../../src/simulator/agenda.js";

const task = (at: number, log: number[], number: number, owner = "test"): Task => ({
  ...{ at, owner },
  run: async () => {
    log.push(number);
    return { at: String(at), task: "start", kind: "meetings", id: String(number) };
  },
});

test("what is due happens in the order of its time, and of the same time in the order in which it was added", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat({ max: 20 })), fc.nat({ max: 20 }), fc.boolean(), async (times, now, atOnce) => {
      const agenda = createAgenda({ now: () => now });
      const log: number[] = [];
      const tasks = times.map((at, number) => task(at, log, number));
      if (atOnce) agenda.replace("test", tasks);
      else for (const each of tasks) agenda.add(each);

      const ran: RanTask[] = [];
      agenda.onRan((each) => ran.push(each));
      await agenda.settle();

      const numbered = times.map((at, number) => ({ at, number })).filter(({ at }) => at <= now);
      const expected = numbered.sort((a, b) => a.at - b.at || a.number - b.number).map(({ number }) => number);
      expect(log).toEqual(expected);
      expect(ran.map(({ id }) => Number(id))).toEqual(expected);
      expect(agenda.isDue()).toBe(false);
    }),
  );
});

test("replacing the tasks of one owner leaves the others", async () => {
  const agenda = createAgenda({ now: () => 10 });
  const log: number[] = [];
  agenda.add(task(1, log, 1, "webhooks"));
  agenda.add(task(2, log, 2, "sessions"));
  agenda.replace("sessions", [task(0, log, 3, "sessions")]);
  await agenda.settle();
  expect(log).toEqual([3, 1]);
  agenda.add(task(1, log, 4));
  agenda.clear();
  expect(agenda.isDue()).toBe(false);
});

test("who comes while it is being settled waits for the same", async () => {
  const agenda = createAgenda({ now: () => 10 });
  const log: number[] = [];
  agenda.add(task(1, log, 1));
  const [one, other] = [agenda.settle(), agenda.settle()];
  expect(agenda.isDue()).toBe(true);
  expect(other).toBe(one);
  await one;
  expect(log).toEqual([1]);
});

test("a change is told when it concerns what is first, and once for all that was settled", async () => {
  let now = 0;
  const agenda = createAgenda({ now: () => now });
  const told: (number | undefined)[] = [];
  agenda.onChange(() => told.push(agenda.next()));
  agenda.add(task(5, [], 1));
  agenda.add(task(7, [], 2));
  agenda.add(task(3, [], 3));
  expect(told).toEqual([5, 3]);
  now = 6;
  await agenda.settle();
  expect(told).toEqual([5, 3, 7]);
  agenda.clear();
  expect(told).toEqual([5, 3, 7, undefined]);
});
