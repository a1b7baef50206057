/**
 * The hosts under which Zoom's API and its tokens are reached: the global ones, and the regional ones that a token's
 * `api_url` may name. Source: developers.zoom.us, "Using Zoom APIs".
 */
export const ZOOM_HOSTS: readonly string[] = [
  "api.zoom.us",
  "zoom.us",
  ...["au", "ca", "eu", "in", "sa", "sg", "uk", "us"].map((region) => `api-${region}.zoom.us`),
];

/** Zoom's hosts and the ones that a user added, each once, as they stand in certificates. */
export const zoomHosts = (added: readonly string[] = []): string[] => [
  ...new Set([...ZOOM_HOSTS, ...added.map(hostName)]),
];

/** A host's name as it is compared: letters' case and the dot at the end of a full name say nothing. */
export const hostName = (host: string): string => host.toLowerCase().replace(/\.$/, "");
