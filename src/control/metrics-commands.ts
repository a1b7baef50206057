import * as v from "valibot";
import { defineCommand } from "./command.js";

export const readMetrics = defineCommand({
  method: "GET",
  path: "/metrics",
  summary:
    "Metrics of all universes in Prometheus' text format. Requests and deliveries are counted from the first time on, or with the option `metrics` from the start.",
  produces: "text/plain; version=0.0.4; charset=utf-8",
  input: v.strictObject({}),
  run: async ({ metrics }) => metrics.text(),
});
