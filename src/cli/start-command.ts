import { existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { Command } from "commander";
import { describeOperations, startZoomMock, type ZoomMock } from "../index.js";
import { addDoorFlags, type DoorFlags, doorOptions } from "./door-flags.js";
import { flag, number } from "./flag.js";
import { listenFailure } from "./listen-failure.js";
import { addWorldFlags, type WorldFlags, worldOptions } from "./world-flags.js";

interface StartFlags extends WorldFlags, DoorFlags {
  readonly host: string;
  readonly port: number;
  readonly https?: number;
  readonly proxy?: number;
  readonly state?: string;
  readonly log: "pretty" | "json" | "silent";
  readonly metrics?: boolean;
  readonly control: boolean;
  readonly controlToken?: string;
  readonly portFile?: string;
}

/** `zoom-mock start`: runs until it is told to stop. */
export function startCommand(command: Command): Command {
  command
    .name("start")
    .description("Start a mock of Zoom on this machine.")
    .addOption(
      flag("--port <number>", "port to listen on; 0 takes any free one", "PORT").default(4010).argParser(number),
    )
    .addOption(flag("--host <address>", "address to listen on", "HOST").default("127.0.0.1"))
    .addOption(flag("--https <port>", "listen there too, by HTTPS, under Zoom's hosts", "HTTPS").argParser(number))
    .addOption(
      flag("--proxy <port>", "be an HTTPS proxy there that answers for Zoom's hosts", "PROXY").argParser(number),
    );
  addWorldFlags(addDoorFlags(command));
  return command
    .addOption(flag("--state <file>", "keep the world there, from one start to the next", "STATE"))
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
  const { portFile, zoomHost, ...rest } = flags;
  const options = { ...worldOptions(rest), ...doorOptions(flags, process.env), pid: process.pid };
  const starting = startZoomMock(options);
  // As soon as it answers somebody may tell it to stop, perhaps more than once. A listener that were taken off by the first
  // signal would let whoever else listens, while the state is written, end the process before that is done.
  let isStopping = false;
  const stopOnce = () => {
    if (!isStopping) void stop(starting, portFile);
    isStopping = true;
  };
  process.on("SIGINT", stopOnce).on("SIGTERM", stopOnce);
  const zoom = await starting.catch(async (error: NodeJS.ErrnoException) => {
    throw (await listenFailure(error, flags)) ?? error;
  });
  if (portFile !== undefined) await writePort(portFile, zoom);
  // Standard output belongs to the log's lines when programs read them.
  (flags.log === "json" ? console.error : console.log)(await greeting(zoom, flags));
}

async function stop(starting: Promise<ZoomMock>, portFile: string | undefined): Promise<void> {
  try {
    const zoom = await starting;
    if (portFile !== undefined) rmSync(portFile, { force: true });
    await reportPending(zoom);
    await zoom.close();
    process.exit(0);
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
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
  const { https, proxy, hosts } = await zoom.access();
  const token = tokens === "any" ? "any" : `<a token that ${zoom.url}/oauth/token issued>`;
  return `zoom-mock ${version} answers as Zoom (profile ${profile}) at ${zoom.url}
${https === null ? "" : `HTTPS, with a certificate for ${hosts[0]} and more: ${https}\n`}${proxy === null ? "" : `Proxy for programs that call ${hosts[0]}: ${wayToProxy(proxy, zoom, flags)}\n`}${flags.realistic ? `Realistic: ${realisticSwitches(flags)}\n` : ""}
Try it:
  curl -i -X PATCH -H 'Authorization: Bearer ${token}' -F action=start -F 'settings={"active_speaker_name":false,"display_name":"My stream"}' ${zoom.url}/v2/meetings/68423085/livestream/status

${control ? `Control API: ${zoom.url}/__zoom   ` : ""}Stop: Ctrl-C
`;
}

/** The variables are read by the control API. */
function wayToProxy(proxy: string, zoom: ZoomMock, { control, controlToken }: StartFlags): string {
  if (!control) return proxy;
  return `eval "$(zoom-mock env --url ${zoom.url}${controlToken === undefined ? "" : " --control-token …"})"`;
}

/** What `--realistic` sets otherwise than the profile and the user's own switches. */
const realisticSwitches = ({ profile, fixtures, switch: own = {} }: StartFlags): string =>
  describeOperations(fixtures ?? profile)
    .switches.filter(
      ({ name, default: value, realistic }) => realistic !== null && realistic !== value && !(name in own),
    )
    .map(({ name, realistic }) => `${name}=${realistic}`)
    .join(", ");

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
