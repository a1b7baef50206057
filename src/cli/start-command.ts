import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { type Command, InvalidArgumentError, Option } from "commander";
import { connectZoomMock, describeOperations, type StartOptions, startZoomMock, type ZoomMock } from "../index.js";
import { parseFaults } from "./fault-option.js";
import { several } from "./several.js";
import { parseSwitches } from "./switch-option.js";

interface StartFlags {
  readonly host: string;
  readonly port: number;
  readonly profile?: string;
  readonly fixtures?: string;
  readonly scenario: string;
  readonly state?: string;
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
  readonly log: "pretty" | "json" | "silent";
  readonly metrics?: boolean;
  readonly control: boolean;
  readonly controlToken?: string;
  readonly portFile?: string;
}

/** `zoom-mock start`: runs until it is told to stop. */
export function startCommand(command: Command): Command {
  const flag = (flags: string, description: string, variable: string) =>
    new Option(flags, description).env(`ZOOM_MOCK_${variable}`);
  return command
    .name("start")
    .description("Start a mock of Zoom on this machine.")
    .addOption(
      flag("--port <number>", "port to listen on; 0 takes any free one", "PORT").default(4010).argParser(number),
    )
    .addOption(flag("--host <address>", "address to listen on", "HOST").default("127.0.0.1"))
    .addOption(flag("--profile <name>", "which of Zoom's descriptions to answer by: 2021 or 2025", "PROFILE"))
    .addOption(flag("--fixtures <folder>", "a profile of your own that extends one of ours", "FIXTURES"))
    .addOption(flag("--scenario <name or file>", "the world to start from", "SCENARIO").default("default"))
    .addOption(flag("--state <file>", "keep the world there, from one start to the next", "STATE"))
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
    .addOption(flag("--frozen-at <time>", "a time at which the clock stands still", "FROZEN_AT"))
    .addOption(
      flag("--log <format>", "one line for each request", "LOG")
        .default("pretty")
        .choices(["pretty", "json", "silent"]),
    )
    .addOption(flag("--metrics", "count requests and webhooks for /__zoom/metrics from the start", "METRICS"))
    .addOption(flag("--no-control", "no control API under /__zoom", "NO_CONTROL"))
    .addOption(flag("--control-token <token>", "ask for a token there, and allow other machines", "CONTROL_TOKEN"))
    .addOption(flag("--port-file <file>", "write the port there once the mock listens", "PORT_FILE"))
    .action(start);
}

async function start(flags: StartFlags): Promise<void> {
  const { portFile, switch: switches, fault: faults, webhook = [], webhookSecret, allowWebhookHost, ...rest } = flags;
  const options = {
    ...{ ...rest, ...(switches && { switches }), pid: process.pid },
    ...{ webhooks: webhook.map((url) => ({ url, ...(webhookSecret && { secretToken: webhookSecret }) })) },
    ...(faults && { faults }),
    ...(allowWebhookHost && { allowWebhookHosts: allowWebhookHost }),
  };
  const zoom = await startZoomMock(options as StartOptions).catch(async (error: NodeJS.ErrnoException) => {
    throw (await explained(error, flags)) ?? error;
  });
  if (portFile !== undefined) await writePort(portFile, zoom);
  const stop = () => {
    if (portFile !== undefined) rmSync(portFile, { force: true });
    const closed = reportPending(zoom).then(() => zoom.close());
    closed.then(
      () => process.exit(0),
      (error: Error) => {
        console.error(error.message);
        process.exit(1);
      },
    );
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  // Standard output belongs to the log's lines when programs read them.
  (flags.log === "json" ? console.error : console.log)(await greeting(zoom, flags));
}

/** A fault that nobody met: whatever was tested, it was not that. */
async function reportPending(zoom: ZoomMock): Promise<void> {
  const pending = await zoom.faults.pending();
  if (pending.length > 0)
    console.error(["Planned faults that no request met:", ...pending.map(({ summary }) => summary)].join("\n  "));
}

async function greeting(zoom: ZoomMock, flags: StartFlags): Promise<string> {
  const { control, tokens } = flags;
  const { version, profile } = await zoom.health();
  const token = tokens === "any" ? "any" : `<a token that ${zoom.url}/oauth/token issued>`;
  return `zoom-mock ${version} answers as Zoom (profile ${profile}) at ${zoom.url}
${flags.realistic ? `Realistic: ${realisticSwitches(flags)}\n` : ""}
Try it:
  curl -i -X PATCH -H 'Authorization: Bearer ${token}' -F action=start -F 'settings={"active_speaker_name":false,"display_name":"My stream"}' ${zoom.url}/v2/meetings/68423085/livestream/status

${control ? `Control API: ${zoom.url}/__zoom   ` : ""}Stop: Ctrl-C
`;
}

/** What `--realistic` sets otherwise than the profile and the user's own switches. */
const realisticSwitches = ({ profile, fixtures, switch: own = {} }: StartFlags): string =>
  describeOperations(fixtures ?? profile)
    .switches.filter(
      ({ name, default: value, realistic }) => realistic !== null && realistic !== value && !(name in own),
    )
    .map(({ name, realistic }) => `${name}=${realistic}`)
    .join(", ");

/** What to do about an address that cannot be listened on. */
async function explained(error: NodeJS.ErrnoException, { host, port }: StartFlags): Promise<Error | undefined> {
  const failed = `Failed to listen on ${host}:${port}`;
  if (error.code === "EACCES")
    return new Error(`${failed}: this user may not. Choose a port above 1023, for example --port 4010.`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new Error(`${failed}: this machine has no such address. Leave --host out, or name one of its own.`);
  }
  if (error.code !== "EADDRINUSE") return undefined;
  const holder = await connectZoomMock(`http://${host.includes(":") ? `[${host}]` : host}:${port}`, {
    fetch: impatientFetch,
  })
    .health()
    .then(({ pid, profile }) => `another zoom-mock (profile ${profile}${pid === undefined ? "" : `, process ${pid}`})`)
    .catch(() => "another program");
  return new Error(
    `${failed}: the port is taken by ${holder}. Start with --port 0 for any free port, or with another one, for example --port ${port + 1}.`,
  );
}

/** The program that holds the port may never answer. */
const impatientFetch: typeof fetch = (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(1000) });

/** Whoever waits for the file finds it complete; where it cannot be written, nobody would find the mock. */
async function writePort(file: string, zoom: ZoomMock): Promise<void> {
  const part = `${file}.part`;
  try {
    writeFileSync(part, `${zoom.port}\n`);
    renameSync(part, file);
  } catch (error) {
    if (existsSync(part)) rmSync(part);
    await zoom.close();
    throw new Error(
      `Failed to write the port file ${file}: ${(error as Error).message}. Choose a file in a folder that exists.`,
    );
  }
}

function number(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("Give a whole number.");
}
