import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { AnyOperation } from "../../operations/operation.js";
import { unknownEndpoint } from "../../operations/unknown-endpoint.js";
import type { Exchange } from "../../simulator/exchange.js";
import type { Universe } from "../../simulator/universe.js";
import type { Universes } from "../../simulator/universes.js";
import type { DeliveryEntry } from "../../simulator/webhooks/delivery-entry.js";

/** Upper bounds in seconds: a mock answers in less than a millisecond, unless it is told to wait. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 30];

/** What the metrics of a mock are counted with, and how they are written. */
export interface Instruments {
  readonly count: (exchange: Exchange) => void;
  readonly time: (operation: AnyOperation, milliseconds: number) => void;
  readonly countDelivery: (entries: readonly DeliveryEntry[]) => void;
  /** In Prometheus' text format. */
  readonly text: () => Promise<string>;
}

/**
 * Instruments in a registry of their own, over all universes: a label for each universe would grow with every test. All
 * other labels are of closed lists.
 */
export function createInstruments(universes: Universes, about: Readonly<Record<string, string | number>>): Instruments {
  const registry = new Registry();
  const registers = [registry];
  const all = (): Universe[] => [universes.default, ...universes.list()];
  const liveStreams = async (kind: "meetings" | "webinars") => {
    let count = 0;
    for (const { store } of all()) count += (await store.list(kind)).filter(isLive).length;
    return count;
  };
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      ...{ name: `zoom_mock_${name}`, help, registers },
      collect() {
        this.set(read());
      },
    });

  const labels = Object.fromEntries(Object.entries(about).filter(([name]) => name !== "name" && name !== "pid"));
  new Gauge({
    ...{ name: "zoom_mock_info", help: "The mock that runs: always 1.", registers, labelNames: Object.keys(labels) },
  }).set(labels, 1);
  const requests = new Counter({
    name: "zoom_mock_requests_total",
    help: "Requests by operation (none: of no operation), outcome (refused: by the mock itself) and HTTP status.",
    ...{ registers, labelNames: ["operation", "outcome", "status"] },
  });
  const durations = new Histogram({
    name: "zoom_mock_request_duration_seconds",
    help: "How long answers took by operation, from the request's last byte until the answer is written.",
    ...{ registers, labelNames: ["operation"], buckets: BUCKETS },
  });
  const deliveries = new Counter({
    name: "zoom_mock_webhook_deliveries_total",
    help: "Webhooks that were sent, by event and result (retrying: in vain, and to be sent again, which counts anew).",
    ...{ registers, labelNames: ["event", "result"] },
  });
  new Gauge({
    name: "zoom_mock_live_streams",
    help: "Streams that are live now, by kind.",
    ...{ registers, labelNames: ["kind"] },
    async collect() {
      this.set({ kind: "meetings" }, await liveStreams("meetings"));
      this.set({ kind: "webinars" }, await liveStreams("webinars"));
    },
  });
  gauge("universes", "Universes besides the default one.", () => universes.list().length);
  gauge(
    "journal_dropped_requests",
    "Requests that the journals have lost since their last reset: they were full.",
    () => all().reduce((sum, { journal }) => sum + journal.dropped, 0),
  );

  return {
    count: ({ operationId, outcome, status }) =>
      requests.inc({ operation: operationId ?? "none", outcome: outcome ?? "refused", status }),
    time: (operation, milliseconds) =>
      durations.observe({ operation: operation === unknownEndpoint ? "none" : operation.id }, milliseconds / 1000),
    countDelivery: ([first]) => {
      // The copies that a variant sends are no deliveries of their own.
      if (first) deliveries.inc({ event: first.event, result: first.result });
    },
    text: () => registry.metrics(),
  };
}

const isLive = ({ livestream_status }: { readonly livestream_status: { readonly status: string } }): boolean =>
  livestream_status.status === "live";
