import type { Command } from "commander";
import type { StartOptions } from "../index.js";
import { flag } from "./flag.js";
import { several } from "./several.js";

/** What the flags say of the ways to a mock under Zoom's own hosts. */
export interface DoorFlags {
  readonly offline?: boolean;
  readonly zoomHost?: readonly string[];
  readonly authority?: string;
}

/** Adds these flags. */
export const addDoorFlags = (command: Command): Command =>
  command
    .addOption(flag("--offline", "let the proxy reach no other host but this machine", "OFFLINE"))
    .addOption(
      flag("--zoom-host <host>", "a host to answer for besides Zoom's own; may be repeated", "ZOOM_HOST").argParser(
        several,
      ),
    )
    .addOption(flag("--authority <folder>", "where the authority is kept that clients have to trust", "AUTHORITY"));

/** The options that the flags stand for. Other hosts are reached by the proxy that the environment names. */
export function doorOptions({ offline, zoomHost, authority }: DoorFlags, environment: NodeJS.ProcessEnv): StartOptions {
  const [upstreamProxy] = ["HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"].flatMap(
    (name) => environment[name] || [],
  );
  return {
    ...(offline && { offline }),
    ...(zoomHost && { zoomHosts: zoomHost }),
    ...(authority !== undefined && { authority }),
    ...(upstreamProxy && { upstreamProxy }),
  };
}
