import type { Command } from "commander";
import type { ZoomMockOptions } from "../index.js";
import { parseFaults } from "./fault-option.js";
import { flag, number } from "./flag.js";
import { several } from "./several.js";
import { parseSwitches } from "./switch-option.js";

/** What the flags say of how a mock behaves, whichever command starts it. */
export interface WorldFlags {
  readonly profile?: string;
  readonly fixtures?: string;
  readonly scenario: string;
  readonly switch?: Record<string, string | number>;
  readonly fault?: readonly string[];
  readonly realistic?: boolean;
  readonly strict?: boolean;
  readonly plan?: "free" | "pro" | "business";
  readonly tokens: "any" | "issued";
  readonly autoConsent?: boolean;
  readonly webhook?: string[];
  readonly webhookSecret?: string;
  readonly allowWebhookHost?: string[];
  readonly journal: number;
  readonly maxUniverses: number;
  readonly universeIdle: string;
  readonly frozenAt?: string;
}

/** Adds these flags. */
export const addWorldFlags = (command: Command): Command =>
  command
    .addOption(flag("--profile <name>", "which of Zoom's descriptions to answer by: 2021 or 2025", "PROFILE"))
    .addOption(flag("--fixtures <folder>", "a profile of your own that extends one of ours", "FIXTURES"))
    .addOption(flag("--scenario <name or file>", "the world to start from", "SCENARIO").default("default"))
    .addOption(
      flag("--switch <name=value>", "a choice where Zoom's behaviour is unknown; may be repeated", "SWITCH").argParser(
        parseSwitches,
      ),
    )
    .addOption(
      flag(
        "--fault <fault>",
        'what is to go wrong: "startThrottled, times=2", or JSON; may be repeated',
        "FAULT",
      ).argParser(parseFaults),
    )
    .addOption(flag("--realistic", "set every switch to what was recorded of the real Zoom", "REALISTIC"))
    .addOption(flag("--strict", "refuse bodies that are only nearly right", "STRICT"))
    .addOption(
      flag(
        "--plan <plan>",
        "how often accounts may call that name no plan of their own; without one: as they like",
        "PLAN",
      ).choices(["free", "pro", "business"]),
    )
    .addOption(
      flag("--tokens <which>", "bearer tokens to take: any at all, or only those that /oauth/token issued", "TOKENS")
        .default("any")
        .choices(["any", "issued"]),
    )
    .addOption(flag("--auto-consent", "let users consent to apps without being asked", "AUTO_CONSENT"))
    .addOption(
      flag("--webhook <url>", "an endpoint to tell of all events; may be repeated", "WEBHOOK").argParser(several),
    )
    .addOption(flag("--webhook-secret <token>", "the secret token of these endpoints", "WEBHOOK_SECRET"))
    .addOption(
      flag(
        "--allow-webhook-host <host>",
        "a host that webhooks may be sent to besides this machine; may be repeated",
        "ALLOW_WEBHOOK_HOST",
      ).argParser(several),
    )
    .addOption(flag("--journal <entries>", "how many requests to keep", "JOURNAL").default(1000).argParser(number))
    .addOption(
      flag("--max-universes <number>", "how many universes there may be at once", "MAX_UNIVERSES")
        .default(1000)
        .argParser(number),
    )
    .addOption(flag("--universe-idle <time>", "how long one stays without a request", "UNIVERSE_IDLE").default("1h"))
    .addOption(flag("--frozen-at <time>", "a time at which the clock stands still", "FROZEN_AT"));

/** The options that the flags stand for; whoever starts the mock checks them. */
export function worldOptions(flags: WorldFlags): ZoomMockOptions {
  const { switch: switches, fault: faults, webhook = [], webhookSecret, allowWebhookHost, ...rest } = flags;
  return {
    ...rest,
    ...(switches && { switches }),
    ...{ webhooks: webhook.map((url) => ({ url, ...(webhookSecret && { secretToken: webhookSecret }) })) },
    ...(faults && { faults }),
    ...(allowWebhookHost && { allowWebhookHosts: allowWebhookHost }),
  } as ZoomMockOptions;
}
