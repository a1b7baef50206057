/** Why a connection is not made: with `code`, and `hostname` as Node's own errors have it. */
export type Refusal = Error & { readonly code: string; readonly hostname: string };

/** Refuses any host; this machine and hosts that are mocked are never asked for. */
export const offline = (host: string): Refusal =>
  refusal(
    host,
    "ERR_ZOOM_MOCK_OFFLINE",
    "zoom-mock was told to keep this program offline. Add the host to `hosts` if the mock stands in for it, or leave `offline` out.",
  );

/** Refuses these hosts, and all below Zoom's names. */
export const blocked =
  (hosts: readonly string[]) =>
  (host: string): Refusal | undefined => {
    const isBlocked = hosts.includes(host) || ZOOM_DOMAINS.some((domain) => `.${host}`.endsWith(`.${domain}`));
    return isBlocked ? refusal(host, "ERR_ZOOM_BLOCKED", BLOCKED) : undefined;
  };

/** Zoom, its other name, and Zoom for Government. */
const ZOOM_DOMAINS = ["zoom.us", "zoom.com", "zoomgov.com"];

const BLOCKED =
  "blockZoom() keeps this program from the real Zoom. Let a mock stand in for it: await interceptZoom(await startZoomMock()).";

const refusal = (hostname: string, code: string, why: string): Refusal =>
  Object.assign(new Error(`Failed to connect to ${hostname}: ${why}`), { code, syscall: "connect", hostname });
