import { type Command, Option } from "commander";
import { connectZoomMock, type ZoomMock } from "../index.js";

/** Where a mock runs that a command is about. */
export interface RunningMockFlags {
  readonly url: string;
  readonly controlToken?: string;
}

/** Adds these flags. */
export const addRunningMockFlags = (command: Command, where = "where the mock runs"): Command =>
  command
    .addOption(
      new Option("--url <url>", where)
        .env("ZOOM_MOCK_URL")
        .default(`http://127.0.0.1:${process.env["ZOOM_MOCK_PORT"] || 4010}`),
    )
    .addOption(new Option("--control-token <token>", "the token it was started with").env("ZOOM_MOCK_CONTROL_TOKEN"));

/** The mock that the flags name. */
export const runningMock = ({ url, controlToken }: RunningMockFlags): ZoomMock =>
  connectZoomMock(url, controlToken === undefined ? {} : { controlToken });
