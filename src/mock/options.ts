import * as v from "valibot";
import type { WebhookSubscription } from "../control/webhook-client.js";
import { PLANS, type Plan } from "../domain/account.js";
import { type Duration, isDuration } from "../domain/duration.js";
import type { FaultPlan } from "../domain/fault.js";
import { type Moment, momentProblem } from "../domain/moment.js";
import { SWITCHES, type Switches } from "../domain/switches.js";
import { givenFaultSchema } from "../fixtures/fault-schema.js";
import { switchesSchema } from "../fixtures/switches-schema.js";
import type { Scenario } from "../fixtures/world-schema.js";
import { isLoopbackAddress } from "../http/loopback.js";
import type { TokenPolicy } from "../operations/operation.js";
import type { JournalEntry } from "../simulator/journal.js";
import { didYouMean } from "../text/nearest.js";
import { isUnknownField, schemaProblems } from "../text/schema-issue.js";

/** How a mock behaves, however it is reached. */
export interface ZoomMockOptions {
  /**
   * Which of Zoom's descriptions it answers by: `"2021"` or `"2025"`.
   * @default "2021"
   * @example "2025"
   */
  readonly profile?: string;
  /**
   * The folder of a profile of your own, with a `profile.json` that extends one of ours. Takes the place of `profile`.
   * @default none
   * @example "./test/zoom-profile"
   */
  readonly fixtures?: string;
  /**
   * The world it starts from: a scenario of the package by name, a JSON file, or the scenario itself.
   * @default "default"
   * @example { account_id: "acc", users: [{ id: "host" }], meetings: [{ id: "123" }] }
   */
  readonly scenario?: string | Scenario;
  /**
   * Choices where Zoom's behaviour is unknown or differs. `zoom-mock operations` lists them.
   * @default the profile's
   * @example { startWhileLive: "refuse" }
   */
  readonly switches?: Partial<Switches>;
  /**
   * Set every switch to what was recorded of the real Zoom, where something was; `switches` comes after it.
   * @default false
   * @example true
   */
  readonly realistic?: boolean;
  /**
   * Refuse bodies that are only nearly right, instead of accepting them with a diagnosis.
   * @default false
   * @example true
   */
  readonly strict?: boolean;
  /**
   * Which bearer tokens are taken: `"any"` at all, or only those that `POST /oauth/token` has `"issued"`, with their
   * expiry and scopes. With `"any"`, credentials that no app of the scenario has get tokens too, for its account and
   * with every scope; with `"issued"`, only the scenario's apps do.
   * @default "any"
   * @example "issued"
   */
  readonly tokens?: TokenPolicy["mode"];
  /**
   * Users consent to what apps ask for without being asked: `GET /oauth/authorize` redirects at once, a device need not
   * wait. The scenario's first user is the one who consents.
   * @default false
   * @example true
   */
  readonly autoConsent?: boolean;
  /**
   * What is to go wrong from the start and after each reset, besides the scenario's own faults; as text or as an object.
   * @default none
   * @example ["startThrottled, meetingId=68423085, times=2", { kind: "resetBefore", performed: true }]
   */
  readonly faults?: readonly (FaultPlan | string)[];
  /**
   * The plan of accounts that name none: how often they may call. Without a plan there are no limits.
   * @default none
   * @example "pro"
   */
  readonly plan?: Plan;
  /**
   * Endpoints that are told of events from the start, besides those of the scenario. They count as validated.
   * @default none
   * @example [{ url: "http://127.0.0.1:3000/zoom/events", secretToken: "s3cret" }]
   */
  readonly webhooks?: readonly WebhookSubscription[];
  /**
   * Hosts that webhooks may be sent to besides this machine; `"*"` stands for all.
   * @default none
   * @example ["app.internal"]
   */
  readonly allowWebhookHosts?: readonly string[];
  /**
   * How many requests the journal keeps, and how many webhooks.
   * @default 1000
   * @example 50
   */
  readonly journal?: number;
  /**
   * A time at which the clock stands still from the start: a Date, ISO 8601, or milliseconds since 1970.
   * @default none: the clock runs with the machine's
   * @example "2026-01-31T12:00:00Z"
   */
  readonly frozenAt?: Moment;
  /**
   * How many universes there may be at once besides the default one.
   * @default 1000
   * @example 50
   */
  readonly maxUniverses?: number;
  /**
   * How long a universe stays without a request, in real time: milliseconds, or a text such as `"10m"`.
   * @default "1h"
   * @example "10m"
   */
  readonly universeIdle?: Duration;
  /**
   * Count requests for the metrics from the start, not only from the first time that somebody asks for these.
   * @default false
   * @example true
   */
  readonly metrics?: boolean;
  /**
   * Whether there is a control API under `/__zoom`.
   * @default true
   * @example false
   */
  readonly control?: boolean;
  /**
   * A token that the control API asks for; then it may be used from other machines too.
   * @default none
   * @example "s3cret"
   */
  readonly controlToken?: string;
  /**
   * Told of every request with its answer.
   * @default none
   * @example (request) => console.log(request.outcome)
   */
  readonly onRequest?: (request: JournalEntry) => void;
}

/** Where a mock listens and what it prints. */
export interface StartOptions extends ZoomMockOptions {
  /**
   * The address to listen on. Any but this machine's own needs `controlToken`, or `control: false`.
   * @default "127.0.0.1"
   * @example "0.0.0.0"
   */
  readonly host?: string;
  /**
   * The port; 0 takes any free one.
   * @default 0
   * @example 4010
   */
  readonly port?: number;
  /**
   * One line for each request on standard output, for people or for programs.
   * @default "silent"
   * @example "pretty"
   */
  readonly log?: "pretty" | "json" | "silent";
  /**
   * A file that keeps the world: read at the start, if it is there, and written soon after each change and at the end.
   * @default none: nothing outlives the mock
   * @example "./zoom-mock-state.json"
   */
  readonly state?: string;
  /**
   * The process id that `/__zoom/health` tells.
   * @default none
   * @example 4711
   */
  readonly pid?: number;
}

const appEntries = {
  profile: v.optional(v.string()),
  fixtures: v.optional(v.string()),
  scenario: v.optional(v.union([v.string(), v.looseObject({})])),
  switches: v.optional(switchesSchema),
  realistic: v.optional(v.boolean()),
  strict: v.optional(v.boolean()),
  tokens: v.optional(v.picklist(["any", "issued"])),
  plan: v.optional(v.picklist(PLANS)),
  autoConsent: v.optional(v.boolean()),
  faults: v.optional(v.array(givenFaultSchema)),
  webhooks: v.optional(v.array(v.looseObject({ url: v.string() }))),
  allowWebhookHosts: v.optional(v.array(v.pipe(v.string(), v.regex(/^[^\s/]+$/, "it is no host")))),
  journal: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  frozenAt: v.optional(
    v.pipe(
      v.union([v.date(), v.string(), v.number()]),
      v.check(
        (at) => momentProblem(at) === undefined,
        ({ input }) => momentProblem(input) ?? "",
      ),
    ),
  ),
  maxUniverses: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  universeIdle: v.optional(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.check(isDuration, 'it is no length of time. Give milliseconds, or a text such as "30s", "10m" or "1h"'),
    ),
  ),
  metrics: v.optional(v.boolean()),
  control: v.optional(v.boolean()),
  controlToken: v.optional(v.pipe(v.string(), v.regex(/^\S+$/, "it must not be empty or hold spaces"))),
  onRequest: v.optional(v.function()),
};

const oneProfile = <Input extends { profile?: string | undefined; fixtures?: string | undefined }>() =>
  v.check<Input, string>(
    ({ profile, fixtures }) => !(profile && fixtures),
    "profile and fixtures: give one of them, not both",
  );

const appSchema = v.pipe(v.strictObject(appEntries), oneProfile());

/** Whether a number is a port; the schema says so in one sentence. */
const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port <= 65_535;

const startSchema = v.pipe(
  v.strictObject({
    ...appEntries,
    host: v.optional(v.pipe(v.string(), v.nonEmpty("it is empty"))),
    port: v.optional(
      v.pipe(
        v.number(),
        v.check(isPort, ({ input }) => `expected 0 to 65535, found ${input}`),
      ),
    ),
    state: v.optional(v.pipe(v.string(), v.nonEmpty("it is empty"))),
    log: v.optional(v.picklist(["pretty", "json", "silent"])),
    pid: v.optional(v.number()),
  }),
  oneProfile(),
  v.check(
    ({ host = "127.0.0.1", control = true, controlToken }) => isLocal(host) || !control || controlToken !== undefined,
    "host: an address that other machines reach needs a controlToken (--control-token), or control: false (--no-control)",
  ),
);

const isLocal = (host: string): boolean => host === "localhost" || isLoopbackAddress(host);

/** Thrown when options are wrong: all of them in one message. */
export class ZoomMockOptionsError extends TypeError {
  override readonly name = "ZoomMockOptionsError";
}

/** @throws ZoomMockOptionsError when an option is unknown or has a value that it cannot have. */
export const checkAppOptions = (options: ZoomMockOptions): void => check(options, appSchema, Object.keys(appEntries));

/** @throws ZoomMockOptionsError when an option is unknown or has a value that it cannot have. */
export const checkStartOptions = (options: StartOptions): void =>
  check(options, startSchema, [...Object.keys(appEntries), "host", "port", "state", "log"]);

function check(options: object, schema: v.GenericSchema, names: readonly string[]): void {
  const { issues } = v.safeParse(schema, options);
  if (!issues) return;
  const problems = issues.flatMap((issue) => {
    const key = String(issue.path?.at(-1)?.key);
    const known = issue.path?.[0]?.key === "switches" ? Object.keys(SWITCHES) : names;
    const hint = isUnknownField(issue) ? `.${didYouMean(key, known)}` : "";
    return schemaProblems([issue]).map(({ field, reason }) => `${field ? `${field}: ` : ""}${reason}${hint}`);
  });
  throw new ZoomMockOptionsError(`Failed to make a zoom-mock:\n  ${problems.join("\n  ")}\nCorrect the options.`);
}
