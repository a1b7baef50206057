import { readFileSync } from "node:fs";
import type { Express } from "express";
import type { ControlHost } from "../control/command.js";
import { createControlClient, type ZoomMockControl } from "../control/control-client.js";
import { localTransport } from "../control/transports.js";
import { createUniverseClient, type UniverseControl } from "../control/universe-client.js";
import { createClock } from "../domain/clock.js";
import { milliseconds } from "../domain/duration.js";
import { loadPlans } from "../fixtures/load-plans.js";
import { loadProfile } from "../fixtures/load-profile.js";
import { loadScenario, loadState } from "../fixtures/load-scenario.js";
import { webhookPayloads } from "../fixtures/load-webhook-payloads.js";
import { switchedProfile } from "../fixtures/switched-profile.js";
import { realisticSwitches, resolveSwitches } from "../fixtures/switches-schema.js";
import { createApp } from "../http/app.js";
import { createControlRouter } from "../http/control-router.js";
import { createMetrics } from "../http/metrics/metrics.js";
import { operations } from "../operations/index.js";
import type { JournalEntry } from "../simulator/journal.js";
import { createSimulator } from "../simulator/simulator.js";
import { createUniverses, type UniversesOptions } from "../simulator/universes.js";
import { createMemoryStore } from "../stores/memory-store.js";
import { watchedStore } from "../stores/watched-store.js";
import { allowedTargets } from "../webhooks/allowed-target.js";
import { createSender } from "../webhooks/send.js";
import type { ZoomMockOptions } from "./options.js";
import { withFaults } from "./planned-faults.js";
import type { createStateKeeper, StateKeeper } from "./state-keeper.js";
import { wakeInTime } from "./wake-in-time.js";
import { withWebhooks } from "./with-webhooks.js";

/** The parts of one mock, put together. Nothing in it is shared with another mock. */
export interface Assembly {
  readonly app: Express;
  /** What a test can do with it, where it is reached at the URL; without one, it has no address. */
  control(baseUrl?: string): ZoomMockControl & UniverseControl;
  /** The name of the profile it answers by. */
  readonly profile: string;
  /** From now on what is due happens in real time too, until the end. */
  wake(): void;
  /** Tells whoever listens or waits that it ends; nothing happens by itself any more. */
  end(): void;
  /** Writes what is not written yet. */
  close(): Promise<void>;
}

export function assemble(
  options: ZoomMockOptions,
  about: ControlHost["about"] = {},
  state?: { readonly file: string; readonly keep: typeof createStateKeeper },
  onEvent?: UniversesOptions["onEvent"],
  access?: ControlHost["access"],
): Assembly {
  const {
    profile: profileName = "2021",
    fixtures = profileName,
    scenario = "default",
    switches = {},
    realistic = false,
  } = options;
  const { strict = false, tokens = "any", autoConsent = false, plan, journal = 1000, frozenAt } = options;
  const { control = true, controlToken, onRequest, maxUniverses = 1000, universeIdle = "1h" } = options;
  const { metrics: metricsFromStart = false } = options;
  const { webhooks = [], allowWebhookHosts = [] } = options;
  const loaded = loadProfile(fixtures, operations);
  const chosen = resolveSwitches(loaded.switches, realistic ? realisticSwitches() : {}, switches);
  const profile = switchedProfile(loaded, chosen, operations);
  const simulator = createSimulator({
    operations,
    profile,
    switches: chosen,
    strict,
    tokens,
    autoConsent,
    onRequest: onRequest && contained(onRequest),
  });
  let keeper: StateKeeper | undefined;
  const changed = () => keeper?.changed();
  const universes = createUniverses({
    origin: {
      scenario: typeof scenario === "string" ? scenario : null,
      world: withWebhooks(withFaults(loadScenario(scenario), options.faults, simulator), webhooks),
    },
    createClock: (at = frozenAt) => createClock(undefined, at),
    createStore: createMemoryStore,
    journalCapacity: journal,
    limits: { limits: loadPlans(), plan },
    scheduledSessions: chosen.scheduledSessions,
    scopes: simulator.tokens.everyScope,
    limit: maxUniverses,
    idle: milliseconds(universeIdle),
    now: createClock().now,
    onEvent,
    webhooks: {
      payloads: webhookPayloads(),
      send: createSender({ fetch: globalThis.fetch }),
      allows: allowedTargets(allowWebhookHosts),
      switches: chosen,
      onSent: simulator.recordDelivery,
    },
    kept: state && {
      clock: createClock(undefined, frozenAt),
      store: watchedStore(createMemoryStore(), changed),
      state: keptState(state.file, webhooks),
    },
  });
  // Not before all of it could be read: a file that is broken stays as it is.
  if (state) keeper = state.keep(state.file, universes.default);
  const told = { name: "zoom-mock", version, ...about };
  const metrics = createMetrics(simulator, universes, { profile: profile.name, ...told }, metricsFromStart);
  const host: ControlHost = {
    ...{ simulator, universes, metrics, universe: universes.default, baseUrl: "", about: told },
    ...(access && { access }),
  };
  const send = localTransport(host);
  const router = control ? createControlRouter(host, { token: controlToken }) : undefined;
  return {
    app: createApp(simulator, universes, router),
    control: (baseUrl = "") => ({ ...createControlClient(send), ...createUniverseClient(send, baseUrl) }),
    profile: profile.name,
    wake: () => universes.onOpen(wakeInTime),
    end: () => {
      for (const universe of [universes.default, ...universes.list()]) universe.end("the mock was closed");
    },
    close: async () => {
      await keeper?.close();
    },
  };
}

/** The state of a file, with the subscriptions of this start. */
function keptState(file: string, webhooks: NonNullable<ZoomMockOptions["webhooks"]>) {
  const kept = loadState(file);
  return kept && { ...kept, world: withWebhooks(kept.world, webhooks) };
}

/** A listener that fails must not change what the client is answered. */
const contained = (listener: NonNullable<ZoomMockOptions["onRequest"]>) => (entry: JournalEntry) => {
  try {
    listener(structuredClone(entry));
  } catch (error) {
    console.error("Failed to tell onRequest of a request: it threw. Mend the listener.", error);
  }
};

/** The version of this package. */
const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};
