import { connectZoomMock } from "../index.js";

/** What was asked for, of a mock that could not be started. */
interface Asked {
  readonly host: string;
  readonly port: number;
  readonly https?: number;
  readonly proxy?: number;
}

/** What to do about an address that cannot be listened on; nothing when that is not what went wrong. */
export async function listenFailure(
  error: NodeJS.ErrnoException & { readonly port?: number },
  asked: Asked,
): Promise<Error | undefined> {
  const { port = asked.port } = error;
  const option = port === asked.https ? "--https" : port === asked.proxy ? "--proxy" : "--port";
  const host = option === "--proxy" ? "127.0.0.1" : asked.host;
  const failed = `Failed to listen on ${host}:${port}`;
  if (error.code === "EACCES")
    return new Error(
      `${failed}: this user may not. Choose a port above 1023, for example ${option} ${FREE_PORTS[option]}.`,
    );
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new Error(`${failed}: this machine has no such address. Leave --host out, or name one of its own.`);
  }
  if (error.code !== "EADDRINUSE") return undefined;
  const holder = await holderOf(`http://${host.includes(":") ? `[${host}]` : host}:${port}`);
  return new Error(
    `${failed}: the port is taken by ${holder}. Start with ${option} 0 for any free port, or with another one, for example ${option} ${port + 1}.`,
  );
}

/** Ports that anybody may listen on, and that nobody else of ours takes. */
const FREE_PORTS = { "--port": 4010, "--proxy": 4011, "--https": 4443 } as const;

const holderOf = (url: string): Promise<string> =>
  connectZoomMock(url, { fetch: impatientFetch })
    .health()
    .then(({ pid, profile }) => `another zoom-mock (profile ${profile}${pid === undefined ? "" : `, process ${pid}`})`)
    .catch(() => "another program");

/** The program that holds the port may never answer. */
const impatientFetch: typeof fetch = (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(1000) });
