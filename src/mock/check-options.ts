import * as v from "valibot";
import { PLANS } from "../domain/account.js";
import { isDuration } from "../domain/duration.js";
import { momentProblem } from "../domain/moment.js";
import { SWITCHES } from "../domain/switches.js";
import { givenFaultSchema } from "../fixtures/fault-schema.js";
import { switchesSchema } from "../fixtures/switches-schema.js";
import { isLoopbackAddress } from "../http/loopback.js";
import { hostProblem } from "../interception/checked-hosts.js";
import { didYouMean } from "../text/nearest.js";
import { isUnknownField, schemaProblems } from "../text/schema-issue.js";
import type { StartOptions, ZoomMockOptions } from "./options.js";

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

const port = v.optional(
  v.pipe(
    v.number(),
    v.check(isPort, ({ input }) => `expected 0 to 65535, found ${input}`),
  ),
);

const proxyUrl = v.pipe(
  v.string(),
  v.check(
    (url) => proxyUrlProblem(url) === undefined,
    ({ input }) => proxyUrlProblem(input) ?? "",
  ),
);

/** Its text is not repeated: it may hold a password. */
function proxyUrlProblem(text: string): string | undefined {
  const { protocol, hostname } = URL.canParse(text) ? new URL(text) : {};
  if (protocol !== undefined && !/^(https?|socks(4a?|5h?)?):$/.test(protocol)) {
    return "its scheme is none of a proxy's: http, https, socks, socks4, socks4a, socks5, socks5h";
  }
  return hostname ? undefined : 'it is no URL. Give one such as "http://proxy.example.com:3128"';
}

/** Where a mock is reached, which an app that does not listen by itself leaves to others. */
const startEntries = {
  ...appEntries,
  host: v.optional(v.pipe(v.string(), v.nonEmpty("it is empty"))),
  port,
  https: port,
  proxy: port,
  offline: v.optional(v.boolean()),
  upstreamProxy: v.optional(
    v.union([
      proxyUrl,
      v.strictObject({ http: v.optional(proxyUrl), https: v.optional(proxyUrl), noProxy: v.optional(v.string()) }),
    ]),
  ),
  zoomHosts: v.optional(
    v.array(
      v.pipe(
        v.string(),
        v.check(
          (host) => hostProblem(host) === undefined,
          ({ input }) => hostProblem(input) ?? "",
        ),
      ),
    ),
  ),
  authority: v.optional(v.pipe(v.string(), v.nonEmpty("it is empty"))),
  state: v.optional(v.pipe(v.string(), v.nonEmpty("it is empty"))),
  log: v.optional(v.picklist(["pretty", "json", "silent"])),
  pid: v.optional(v.number()),
};

const startSchema = v.pipe(
  v.strictObject(startEntries),
  oneProfile(),
  v.check(
    ({ host = "127.0.0.1", control = true, controlToken }) => isLocal(host) || !control || controlToken !== undefined,
    "host: an address that other machines reach needs a controlToken (--control-token, ZOOM_MOCK_CONTROL_TOKEN), " +
      "or control: false (--no-control, ZOOM_MOCK_NO_CONTROL=true)",
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
  check(
    options,
    startSchema,
    Object.keys(startEntries).filter((name) => name !== "pid"),
  );

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
