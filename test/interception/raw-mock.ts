import { once } from "node:events";
import net, { type AddressInfo } from "node:net";

/** A server in a mock's place that does to its connections what a test says. */
export interface RawMock extends AsyncDisposable {
  readonly url: string;
  /** Those it was asked for, also when they have gone. */
  readonly connections: readonly net.Socket[];
}

export async function startRawMock(onConnection: (socket: net.Socket) => void = () => {}): Promise<RawMock> {
  const connections: net.Socket[] = [];
  const server = net.createServer({ allowHalfOpen: true }, (socket) => {
    connections.push(socket.on("error", () => {}));
    onConnection(socket);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections,
    [Symbol.asyncDispose]: async () => {
      for (const socket of connections) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
