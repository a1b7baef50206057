import { describe, expect, test } from "vitest";
import { transition } from "../../../src/domain/livestream.js";
import { MODE, SETTINGS, STOP } from "./other-rows.js";
import { live, NOW, other, RULES } from "./row.js";
import { START } from "./start-rows.js";

describe.each([
  ["start", START],
  ["stop", STOP],
  ["settings", SETTINGS],
  ["mode", MODE],
])("the transition table, %s", (_, rows) => {
  test.each(rows)("$title", ({ stream, command, rules, result }) => {
    expect(transition(stream, command, { ...RULES, ...rules }, NOW)).toEqual(result);
  });
});

test("a transition leaves the stream it was given alone", () => {
  const before = structuredClone(live);
  transition(live, { action: "stop", settings: other }, { ...RULES, settingsWhileLive: "apply" }, NOW);
  expect(live).toEqual(before);
});
