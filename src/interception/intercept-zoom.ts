import { checkedHosts } from "./checked-hosts.js";
import { redirectConnections } from "./redirect.js";
import { offline } from "./refusals.js";
import { zoomHosts } from "./zoom-hosts.js";

/** What is intercepted besides Zoom. */
export interface InterceptOptions {
  /**
   * More hosts that the mock stands in for, each by its name alone.
   * @default none
   * @example ["zoom.example.com"]
   */
  readonly hosts?: readonly string[];
  /**
   * Whether connections to any other host but this machine fail at once, with `code` `ERR_ZOOM_MOCK_OFFLINE`.
   * @default false
   * @example true
   */
  readonly offline?: boolean;
}

/** Connections to Zoom that go to a mock, until they are restored. */
export interface ZoomInterception extends AsyncDisposable {
  /** The hosts that the mock stands in for. */
  readonly hosts: readonly string[];
  /** Lets connections go where they did before, and closes those to the mock. To do so once more is fine. */
  restore(): Promise<void>;
}

/**
 * Lets what this thread sends to Zoom's hosts reach a mock, whichever client sends it and without a change in it: its
 * connections are made to the mock, where a certificate vouches for Zoom that only they trust. Certificates are checked as
 * ever. Call it before the first request, as a pool goes on with the connections that it has.
 *
 * Of several interceptions the latest that names a host has it; they may be restored in any order.
 *
 * @param zoom A mock, a universe of one, or where one is: `http:`.
 * @throws TypeError when that is no such address or an option is wrong.
 */
export async function interceptZoom(
  zoom: { readonly url: string },
  options: InterceptOptions = {},
): Promise<ZoomInterception> {
  const mock = addressOf(zoom);
  const hosts = zoomHosts(checkedHosts(options.hosts));
  // What makes certificates takes a while to load; most mocks do without.
  const { openGateway } = await import("./gateway.js");
  const gateway = await openGateway(mock, hosts);
  const redirection = redirectConnections({
    redirect: { hosts, to: gateway },
    ...(options.offline && { refuse: offline }),
  });
  const restore = () => {
    redirection.restore();
    return gateway.close();
  };
  return { hosts, restore, [Symbol.asyncDispose]: restore };
}

function addressOf({ url }: { readonly url: string }): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol === "http:") return parsed;
  const why = parsed?.protocol === "https:" ? "that is its address with TLS" : "that is no address of a mock";
  throw new TypeError(
    `Failed to intercept Zoom for ${JSON.stringify(url)}: ${why}. Give what startZoomMock, connectZoomMock or zoom.universe() gave, or a url like http://127.0.0.1:4010.`,
  );
}
