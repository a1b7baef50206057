/** What a connection is made by, of what `net.connect`, `tls.connect` and `socket.connect` take. */
export interface ConnectOptions {
  readonly host?: unknown;
  readonly port?: unknown;
  /** Of a Unix socket or a named pipe. */
  readonly path?: unknown;
  readonly servername?: unknown;
  readonly ca?: unknown;
  /** What TLS is to be spoken on, where the caller has made the connection. */
  readonly socket?: unknown;
  readonly [name: string]: unknown;
}

/** A call of one of the three functions. */
export interface ConnectCall {
  readonly options: ConnectOptions;
  readonly callback: (() => void) | undefined;
}

/**
 * Reads every form of the call: `(options)`, `(port, host)` or `(path)`, the latter two with options behind them for TLS,
 * each with a callback at the end. Node itself hands all that over in one array.
 */
export function readConnectCall(args: readonly unknown[]): ConnectCall {
  const [inner] = args;
  const list: readonly unknown[] = Array.isArray(inner) ? inner : args;
  return {
    options: Object.assign({}, placeOf(list), ...list.filter((each) => typeof each === "object")),
    callback: list.find((each) => typeof each === "function") as (() => void) | undefined, // of any other, Node complains
  };
}

function placeOf([first, second]: readonly unknown[]): ConnectOptions {
  if (typeof first === "object") return {};
  // As Node tells them apart: a text that is no number is a path.
  if (typeof first === "string" && !(Number(first) >= 0)) return { path: first };
  return { port: first, ...(typeof second === "string" && { host: second }) };
}
