/** How a mock is reached. */
export interface MockAccess {
  /** By HTTP, for example `http://127.0.0.1:4010`, without `/v2`. */
  readonly url: string;
  /** By HTTPS, for example `https://127.0.0.1:4443`; `null`: not. */
  readonly https: string | null;
  /** The HTTPS proxy, for example `http://127.0.0.1:4011`; `null`: there is none. */
  readonly proxy: string | null;
  /** The hosts that it answers for by HTTPS and through the proxy. */
  readonly hosts: readonly string[];
  /** Whether the proxy refuses all other hosts. */
  readonly offline: boolean;
  /** The certificate of the authority that clients have to trust for these, PEM; `null`: none is needed. */
  readonly certificate: string | null;
}
