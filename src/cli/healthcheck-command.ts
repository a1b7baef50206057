import { type Command, Option } from "commander";
import { connectZoomMock } from "../index.js";

/** `zoom-mock healthcheck`: for containers and scripts; exits with 0 when the mock is up and ready, else with 1. */
export function healthcheckCommand(command: Command): Command {
  return command
    .name("healthcheck")
    .description("Ask a running mock whether it is ready; exits with 0 or 1.")
    .addOption(
      new Option("--url <url>", "where it runs")
        .env("ZOOM_MOCK_URL")
        .default(`http://127.0.0.1:${process.env["ZOOM_MOCK_PORT"] ?? 4010}`),
    )
    .addOption(new Option("--control-token <token>", "the token it was started with").env("ZOOM_MOCK_CONTROL_TOKEN"))
    .addOption(
      new Option("--timeout <milliseconds>", "how long to wait")
        .env("ZOOM_MOCK_TIMEOUT")
        .default(3000)
        .argParser(Number),
    )
    .action(async ({ url, controlToken, timeout }: { url: string; controlToken?: string; timeout: number }) => {
      const zoom = connectZoomMock(url, {
        ...(controlToken !== undefined && { controlToken }),
        fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(timeout) }),
      });
      await zoom.ready();
      const { version, profile } = await zoom.health();
      console.log(`zoom-mock ${version} (profile ${profile}) is ready at ${zoom.url}`);
    });
}
