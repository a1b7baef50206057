import { checkedHosts } from "./checked-hosts.js";
import { redirectConnections } from "./redirect.js";
import { blocked } from "./refusals.js";
import { zoomHosts } from "./zoom-hosts.js";

/** What is blocked besides Zoom. */
export interface BlockOptions {
  /**
   * More hosts to block, each by its name alone.
   * @default none
   * @example ["zoom.example.com"]
   */
  readonly hosts?: readonly string[];
}

/** Connections to Zoom that fail, until they are restored. */
export interface ZoomBlock extends Disposable {
  /** Lets them be made again. To do so once more is fine. */
  restore(): void;
}

/**
 * Keeps this thread from the real Zoom, so that no test starts a public broadcast: each connection to one of Zoom's hosts,
 * or to any other below zoom.us, zoom.com or zoomgov.com, fails at once with `code` `ERR_ZOOM_BLOCKED`, before its name is
 * looked up. What `interceptZoom` has intercepted, before or after, still reaches the mock.
 *
 * @throws TypeError when an option is wrong.
 */
export function blockZoom(options: BlockOptions = {}): ZoomBlock {
  const { restore } = redirectConnections({ refuse: blocked(zoomHosts(checkedHosts(options.hosts))) });
  return { restore, [Symbol.dispose]: restore };
}
