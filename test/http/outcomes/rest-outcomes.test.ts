import { afterAll, describe, expect, test } from "vitest";
import { describeOperations, startZoomMock, type ZoomMock } from "../../../src/index.js";
import { answerOf } from "../../support/commands.js";
import { call } from "../../support/rest.js";
import { NOW } from "./case.js";
import { CASES_2021 } from "./cases-2021.js";
import { CASES_2025 } from "./cases-2025.js";
import { CONFIGURATION_CASES } from "./configuration-cases.js";
import { JOIN_TOKEN_CASES } from "./join-token-cases.js";
import { limitCases } from "./limit-cases.js";
import { MEETING_CASES } from "./meeting-cases.js";
import { OAUTH_CASES } from "./oauth-cases.js";
import type { RestCase } from "./rest-case.js";
import { TOKEN_CASES, TOKEN_REFUSALS } from "./token-cases.js";
import { USER_CASES } from "./user-cases.js";
import { WEBINAR_CASES } from "./webinar-cases.js";

const REST_CASES: readonly RestCase[] = [
  ...CONFIGURATION_CASES,
  ...JOIN_TOKEN_CASES,
  ...USER_CASES,
  ...MEETING_CASES,
  ...WEBINAR_CASES,
  ...OAUTH_CASES,
  ...TOKEN_CASES,
];
const ALL_CASES: readonly RestCase[] = [...REST_CASES, ...limitCases(REST_CASES)];

/** The commands to a live stream, which have a table of their own. */
const COMMANDS = { "2021": CASES_2021, "2025": CASES_2025 };

/** What all operations do alike is tried with the commands to a live stream, or with each of them elsewhere. */
const COMMON = [...TOKEN_REFUSALS, "accessTokenMissing", "unsupportedContentType", "malformedJson", "validationFailed"];

describe.each(["2021", "2025"] as const)("profile %s", (profile) => {
  const mocks = new Map<string, ZoomMock>();
  afterAll(async () => void (await Promise.all([...mocks.values()].map((zoom) => zoom.close()))));

  const cases = ALL_CASES.filter(({ profiles }) => profiles === undefined || profiles.includes(profile));
  const titled = cases.map(
    (each) =>
      [
        each.operation,
        each.outcome,
        `${each.request.method} ${each.request.path} ${JSON.stringify(each.request.body ?? each.request.form ?? "").slice(0, 80)}`,
        each,
      ] as const,
  );

  test.each(titled)("%s: %s by %s", async (_operation, _outcome, _request, each) => {
    const key = JSON.stringify(each.options ?? {});
    const zoom = mocks.get(key) ?? (await startZoomMock({ profile, frozenAt: NOW, ...each.options }));
    mocks.set(key, zoom);
    await zoom.reset();
    await each.prepare?.(zoom);
    const before = await zoom.state.get();

    const response = await call(zoom.url, each.request);

    const { status, body } = await answerOf(response);
    const [entry] = (await zoom.requests.list()).slice(-1);
    expect([entry?.operation, entry?.outcome, status]).toEqual([each.operation, each.outcome, each.status]);
    if (each.body === null) expect(body).toBeUndefined();
    else if (each.body !== undefined) expect(body).toMatchObject(each.body);
    for (const [name, value] of Object.entries(each.headers ?? {}))
      expect([name, response.headers.get(name)]).toEqual([name, value]);
    if (status >= 400 && !each.changesWorld) expect(await zoom.state.get()).toEqual(before);
    await each.after?.(zoom);
  });

  test("every outcome of every operation is met", () => {
    const { operations } = describeOperations(profile);
    const all = operations.flatMap(({ id, outcomes }) => outcomes.map(({ outcome }) => `${id}/${outcome}`));
    const met = new Set([...cases, ...COMMANDS[profile]].map(({ operation, outcome }) => `${operation}/${outcome}`));
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter((key) => !met.has(key) && !COMMON.some((outcome) => key.endsWith(`/${outcome}`)))).toEqual([]);
  });
});
