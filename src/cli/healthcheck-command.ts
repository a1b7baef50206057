import { type Command, InvalidArgumentError, Option } from "commander";
import { connectZoomMock, ZoomMockControlError } from "../index.js";

interface HealthcheckFlags {
  readonly url: string;
  readonly controlToken?: string;
  readonly timeout: number;
}

/** `zoom-mock healthcheck`: for containers and scripts; exits with 0 when the mock is up and ready, else with 1. */
export function healthcheckCommand(command: Command): Command {
  return command
    .name("healthcheck")
    .description("Ask a running mock whether it is ready; exits with 0 or 1.")
    .addOption(
      new Option("--url <url>", "where it runs")
        .env("ZOOM_MOCK_URL")
        .default(`http://127.0.0.1:${process.env["ZOOM_MOCK_PORT"] || 4010}`),
    )
    .addOption(new Option("--control-token <token>", "the token it was started with").env("ZOOM_MOCK_CONTROL_TOKEN"))
    .addOption(
      new Option("--timeout <milliseconds>", "how long to wait")
        .env("ZOOM_MOCK_TIMEOUT")
        .default(3000)
        .argParser(milliseconds),
    )
    .action(healthcheck);
}

async function healthcheck({ url, controlToken, timeout }: HealthcheckFlags, command: Command): Promise<void> {
  // Here and not where the flag is read, because the default comes from a variable too.
  if (!URL.canParse(url) || !/^https?:/.test(url)) {
    command.error(`error: "${url}" is no URL. Give one like http://127.0.0.1:4010.`, { exitCode: 2 });
  }
  const zoom = connectZoomMock(url, {
    ...(controlToken !== undefined && { controlToken }),
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(timeout) }),
  });
  const health = await zoom.health().catch((error: Error) => {
    if (!hasNoControl(error)) throw error;
  });
  if (!health) return console.log(`zoom-mock without its control API is up at ${zoom.url}`);
  await zoom.ready({ timeout: 0 });
  console.log(`zoom-mock ${health.version} (profile ${health.profile}) is ready at ${zoom.url}`);
}

/** Whether a mock itself says that it has no such route: it is up, started with --no-control. */
const hasNoControl = (error: Error): boolean =>
  error instanceof ZoomMockControlError && error.status === 501 && error.message.startsWith("zoom-mock ");

function milliseconds(text: string): number {
  // Longer than that no timer of Node's can wait.
  if (/^\d+$/.test(text) && Number(text) > 0 && Number(text) < 2 ** 31) return Number(text);
  throw new InvalidArgumentError("Give a whole number of milliseconds above 0, for example 3000.");
}
