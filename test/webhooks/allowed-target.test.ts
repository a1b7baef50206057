import { expect, test } from "vitest";
import { allowedTargets } from "../../src/webhooks/allowed-target.js";

test.each([
  "http://localhost:3000/zoom",
  "http://127.0.0.1/",
  "http://127.1:80/",
  "http://127.9.9.9/",
  "http://[::1]:3000/",
  "http://[::ffff:127.0.0.1]/",
])("this machine is always told: %s", (url) => {
  expect(allowedTargets([])(url)).toBe(true);
});

test.each([
  "http://receiver.example/",
  "http://localhost.example/",
  "http://127.0.0.1.example/",
  "http://localhost@receiver.example/",
  "http://0.0.0.0/",
  "http://10.0.0.1/",
  "http://169.254.169.254/",
  "http://[fe80::1]/",
  "no URL",
])("others are not, unless they are named: %s", (url) => {
  expect(allowedTargets(["another.example"])(url)).toBe(false);
});

test.each([
  ["receiver.example", "https://receiver.example:8443/zoom", true],
  ["Receiver.Example", "http://receiver.example/", true],
  ["receiver.example", "http://a.receiver.example/", false],
  ["fe80::1", "http://[fe80::1]/", true],
  ["*", "http://10.0.0.1/", true],
  ["*", "no URL", false],
])("named as %s, %s is told: %s", (host, url, is) => {
  expect(allowedTargets([host])(url)).toBe(is);
});
