import { type Command, Option } from "commander";
import {
  connectZoomMock,
  createZoomMockApp,
  type WebhookDelivery,
  type WebhookEvent,
  type WebhookTrigger,
  type ZoomMockControl,
} from "../index.js";

interface WebhookFlags {
  readonly url?: string;
  readonly secret?: string;
  readonly id?: string;
  readonly variant?: NonNullable<WebhookTrigger["variant"]>;
  readonly mock?: string;
  readonly controlToken?: string;
}

/** `zoom-mock webhook trigger`: an event without anything having happened. */
export function webhookCommand(command: Command): Command {
  command.name("webhook").description("Send webhooks as Zoom does.");
  command
    .command("trigger <event>")
    .description("Deliver an event, such as meeting.live_streaming_started, and show what was answered.")
    .addOption(new Option("--url <url>", "the endpoint; those who subscribed at --mock where it is left out"))
    .addOption(new Option("--secret <token>", "the endpoint's secret token").env("ZOOM_MOCK_WEBHOOK_SECRET"))
    .addOption(new Option("--id <id>", "the meeting or webinar it tells of; the first one where it is left out"))
    .addOption(
      new Option("--variant <variant>", "wrongly signed, altered, late or twice, to try the receiver with").choices([
        ...["wrongSignature", "staleTimestamp", "replay", "duplicate"],
        ...["reordered", "alteredBody", "slow", "clockAhead"],
      ]),
    )
    .addOption(new Option("--mock <url>", "a mock that runs; without one, the default scenario's world is told of"))
    .addOption(new Option("--control-token <token>", "the token it was started with").env("ZOOM_MOCK_CONTROL_TOKEN"))
    .action(async (event: WebhookEvent, flags: WebhookFlags) => {
      const { url, secret, id, variant } = flags;
      const given = { url, secretToken: secret, id, variant };
      const options = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const zoom = mockOf(flags);
      const sent = await zoom.webhooks.trigger(event, options);
      // What is sent late is sent when the clock has moved: of a mock of one's own it can be.
      if (!flags.mock && sent.some(({ status }) => status === "pending")) await zoom.clock.advance("10s");
      const deliveries = flags.mock ? sent : await zoom.webhooks.deliveries();
      for (const delivery of deliveries) console.log(inWords(delivery));
      if (deliveries.some(({ status }) => status === "failed" || status === "retrying")) process.exitCode = 1;
    });
  return command;
}

/** The mock that runs, or one for this command alone; whoever names an endpoint here allows its host. */
function mockOf({ mock, controlToken, url }: WebhookFlags): ZoomMockControl {
  if (mock !== undefined) return connectZoomMock(mock, controlToken === undefined ? {} : { controlToken });
  const allowWebhookHosts = url !== undefined && URL.canParse(url) ? [new URL(url).hostname] : [];
  return createZoomMockApp({ allowWebhookHosts }).zoom;
}

function inWords({ event, url, status, reason, attempts }: WebhookDelivery): string {
  const answers = attempts.map(
    ({ status: code, answer, error }) => `  ${code ?? error}${answer ? ` ${answer.replace(/\s+/g, " ")}` : ""}`,
  );
  return [`${event} to ${url}: ${status}${reason === null ? "" : `, ${reason}`}`, ...answers].join("\n");
}
