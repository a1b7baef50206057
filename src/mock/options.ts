import type { WebhookSubscription } from "../control/webhook-client.js";
import type { Plan } from "../domain/account.js";
import type { Duration } from "../domain/duration.js";
import type { FaultPlan } from "../domain/fault.js";
import type { Moment } from "../domain/moment.js";
import type { Switches } from "../domain/switches.js";
import type { Scenario } from "../fixtures/world-schema.js";
import type { TokenPolicy } from "../operations/operation.js";
import type { JournalEntry } from "../simulator/journal.js";

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
   * Count requests and deliveries for the metrics from the start, not only from the first time that somebody asks for
   * these.
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
   * A port for HTTPS, besides the other; 0 takes any free one. Its certificate is Zoom's hosts', from the mock's own
   * authority.
   * @default none
   * @example 443
   */
  readonly https?: number;
  /**
   * A port for an HTTPS proxy, on this machine's own address only; 0 takes any free one. Clients that use it reach the
   * mock under Zoom's hosts, and all other hosts as before.
   * @default none
   * @example 4011
   */
  readonly proxy?: number;
  /**
   * Let nothing through the proxy to other hosts, this machine excepted.
   * @default false
   * @example true
   */
  readonly offline?: boolean;
  /**
   * An upstream proxy (http, https or socks URL) for hosts that are passed through; or one for calls without TLS, one for
   * calls with TLS, and the hosts that are reached directly all the same, listed as in `NO_PROXY`.
   * @default none: they are reached directly
   * @example { https: "http://proxy.example.com:3128", noProxy: "localhost,.internal" }
   */
  readonly upstreamProxy?: string | { readonly http?: string; readonly https?: string; readonly noProxy?: string };
  /**
   * Hosts that the mock is reached under by HTTPS and proxy, besides Zoom's own.
   * @default none
   * @example ["api.zoomgov.com", "zoomgov.com"]
   */
  readonly zoomHosts?: readonly string[];
  /**
   * The folder of the authority that vouches for the mock, made when it is not there.
   * @default a folder of the user's own
   * @example "./.zoom-mock"
   */
  readonly authority?: string;
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
