import { expect, test } from "vitest";
import { coversHost, listedHosts } from "../../src/interception/no-proxy.js";

test.each([
  ["", []],
  ["db.corp,.internal", ["db.corp", ".internal"]],
  [" a , b\tc,,", ["a", "b", "c"]],
])("the list %j has the entries %j", (list, entries) => {
  expect(listedHosts(list)).toEqual(entries);
});

test.each([
  ["*", "api.zoom.us"],
  ["*", "10.0.0.1"],
  ["api.zoom.us", "api.zoom.us"],
  ["ZOOM.us.", "api.zoom.us"],
  ["zoom.us", "API.ZOOM.US."],
  [".zoom.us", "zoom.us"],
  [".zoom.us", "api.zoom.us"],
  ["*.zoom.us", "zoom.us"],
  ["*.zoom.us", "a.b.zoom.us"],
  ["*.zoom.*", "api.zoom.us"],
  ["*zoom.us", "api.zoom.us"],
  ["api*", "api.zoom.us"],
  ["api*.us", "api-eu.zoom.us"],
  ["zoom.us:443", "api.zoom.us"],
  ["us", "api.zoom.us"],
  ["10.0.0.1", "10.0.0.1"],
  ["10.0.0.1:8080", "10.0.0.1"],
  ["10.*", "10.0.0.1"],
  ["::1", "::1"],
  ["[::1]:80", "[::1]"],
])("%s covers %s", (entry, host) => {
  expect(coversHost(entry, host)).toBe(true);
});

test.each([
  ["", "api.zoom.us"],
  [".", "api.zoom.us"],
  ["zoom.us", "notzoom.us"],
  ["zoomxus", "zoom.us"],
  ["zoom.us", "zoomxus"],
  ["marketplace.zoom.us", "zoom.us"],
  ["api*", "my.api.zoom.us"],
  ["api(", "api.zoom.us"],
  ["10.0.0.0/8", "10.0.0.1"],
  ["0.1", "10.0.0.1"],
  ["::1", "::2"],
])("%s does not cover %s", (entry, host) => {
  expect(coversHost(entry, host)).toBe(false);
});

test.each([
  ["db.corp:8080", 8080, true],
  ["db.corp:8080", 9090, false],
  ["db.corp", 9090, true],
])("%s at port %i: %s", (entry, port, covered) => {
  expect(coversHost(entry, "db.corp", port)).toBe(covered);
});
