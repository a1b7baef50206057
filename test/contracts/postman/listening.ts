import type { AddressInfo } from "node:net";
import type { Express } from "express";

/** An app on a free port, for the length of a test. */
export async function listening(app: Express): Promise<AsyncDisposable & { readonly url: string }> {
  const server = app.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
