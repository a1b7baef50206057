import { expect, test } from "vitest";
import { createClock } from "../../src/domain/clock.js";
import { createEventLog } from "../../src/simulator/event-log.js";
import { createFeed, type FeedEntry } from "../../src/simulator/feed.js";

const never = (): null => {
  throw new Error("Nobody listens.");
};

function newFeed(capacity: number) {
  const feed = createFeed(
    capacity,
    createClock(() => 0),
    createEventLog(capacity),
  );
  const told: FeedEntry[] = [];
  const listen = (after?: number) => feed.subscribe({ tell: (entry) => told.push(entry), end: () => {} }, after);
  return { feed, told, listen };
}

test("while nobody has listened, nothing is made and nothing is held", () => {
  const { feed, told, listen } = newFeed(3);
  feed.tell("reset", 0, never);
  listen(0);
  expect(told).toEqual([]);
});

test("an entry is made once, however many listen", () => {
  const { feed, told, listen } = newFeed(3);
  listen();
  listen();
  let made = 0;
  feed.tell("reset", 0, () => {
    made += 1;
    return null;
  });
  expect([made, told.length]).toEqual([1, 2]);
});

test("after the last one left, what is held is made only for whoever comes back, and after that many nothing is held", () => {
  const { feed, told, listen } = newFeed(2);
  const leave = listen();
  feed.tell("reset", 0, () => null);
  leave();
  feed.tell("reset", 0, () => null);
  listen(1)();
  expect(told.map(({ id, type }) => `${id} ${type}`)).toEqual(["1 reset", "2 reset"]);
  for (let untold = 0; untold < 3; untold += 1) feed.tell("reset", 0, never);
  listen(2);
  expect(told.slice(2).map(({ type }) => type)).toEqual(["gap"]);
});
