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

/**
 * The options that the flags stand for. Other hosts are reached as the environment says, if a proxy is opened: `start`,
 * which has a port, opens one when it is told to, and `exec` always.
 */
export function doorOptions(
  { offline, zoomHost, authority, port, proxy }: DoorFlags & { readonly port?: number; readonly proxy?: number },
  environment: NodeJS.ProcessEnv,
): StartOptions {
  return {
    ...(offline && { offline }),
    ...(zoomHost && { zoomHosts: zoomHost }),
    ...(authority !== undefined && { authority }),
    ...((port === undefined || proxy !== undefined) && { upstreamProxy: inheritedProxies(environment) }),
  };
}

/** As curl reads it, but that `HTTP_PROXY` counts too. */
function inheritedProxies(environment: NodeJS.ProcessEnv): NonNullable<StartOptions["upstreamProxy"]> {
  const read = (name: string) => environment[name] || environment[name.toUpperCase()] || undefined;
  const http = read("http_proxy") ?? read("all_proxy");
  const https = read("https_proxy") ?? read("all_proxy");
  const noProxy = read("no_proxy");
  return { ...(http && { http: asUrl(http) }), ...(https && { https: asUrl(https) }), ...(noProxy && { noProxy }) };
}

const asUrl = (proxy: string): string => (proxy.includes("://") ? proxy : `http://${proxy}`);
