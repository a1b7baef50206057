import { readFileSync } from "node:fs";
import type { Express } from "express";
import type { ControlHost } from "../control/command.js";
import { createControlClient, type ZoomMockControl } from "../control/control-client.js";
import { localTransport } from "../control/transports.js";
import { createClock } from "../domain/clock.js";
import { loadProfile } from "../fixtures/load-profile.js";
import { loadScenario } from "../fixtures/load-scenario.js";
import { resolveSwitches } from "../fixtures/switches-schema.js";
import { createApp } from "../http/app.js";
import { createControlRouter } from "../http/control-router.js";
import { operations } from "../operations/index.js";
import type { JournalEntry } from "../simulator/journal.js";
import { createSimulator } from "../simulator/simulator.js";
import { createUniverse } from "../simulator/universe.js";
import type { Universes } from "../simulator/universes.js";
import { createMemoryStore } from "../stores/memory-store.js";
import type { ZoomMockOptions } from "./options.js";

/** The parts of one mock, put together. Nothing in it is shared with another mock. */
export interface Assembly {
  readonly app: Express;
  readonly control: ZoomMockControl;
  /** The name of the profile it answers by. */
  readonly profile: string;
}

export function assemble(options: ZoomMockOptions, about: ControlHost["about"] = {}): Assembly {
  const { profile: profileName = "2021", fixtures = profileName, scenario = "default", switches = {} } = options;
  const {
    strict = false,
    tokens = "any",
    autoConsent = false,
    journal = 1000,
    frozenAt,
    control = true,
    controlToken,
    onRequest,
  } = options;
  const profile = loadProfile(fixtures, operations);
  const simulator = createSimulator({
    operations,
    profile,
    switches: resolveSwitches(profile.switches, switches),
    strict,
    tokens,
    autoConsent,
    onRequest: onRequest && contained(onRequest),
  });
  const universes: Universes = {
    default: createUniverse({
      id: "default",
      scenario: loadScenario(scenario),
      clock: createClock(undefined, frozenAt),
      store: createMemoryStore(),
      journalCapacity: journal,
      scheduledSessions: simulator.switches.scheduledSessions,
    }),
  };
  const host: ControlHost = { simulator, universe: universes.default, about: { name: "zoom-mock", version, ...about } };
  const router = control ? createControlRouter(host, { token: controlToken }) : undefined;
  return {
    app: createApp(simulator, universes, router),
    control: createControlClient(localTransport(host)),
    profile: profile.name,
  };
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
