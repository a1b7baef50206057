import { createRequire, syncBuiltinESMExports } from "node:module";
import net from "node:net";
import { type ConnectOptions, readConnectCall } from "./connect-call.js";
import { type Address, type Decision, decide, type Rules } from "./rules.js";

/** Rules that hold until they are taken back. */
export interface Redirection {
  /** Takes them back. To do so once more is fine. */
  restore(): void;
}

/**
 * Lets rules decide on each connection that this thread makes from now on, at the one place that all clients pass:
 * `net.Socket.prototype.connect`, and `tls.connect` for whom to trust.
 *
 * Rules may overlap and be taken back in any order, see `decide`. Connections that were made by other rules than those
 * that now decide are closed at once, so that no pool goes on with them; ones from before the first rules are not known.
 */
export function redirectConnections(rules: Rules): Redirection {
  if (active.length === 0) unpatch = patch();
  active.push(rules);
  closeStrays();
  return {
    restore: () => {
      const index = active.indexOf(rules);
      if (index < 0) return;
      active.splice(index, 1);
      closeStrays();
      if (active.length === 0) unpatch?.();
    },
  };
}

/** Connects past all rules. */
export function connectDirectly(to: Address): net.Socket {
  const socket = new net.Socket({ allowHalfOpen: true });
  direct.add(socket);
  return socket.connect({ ...to, noDelay: true });
}

// What is patched belongs to the thread, and so does what is known of it.
const active: Rules[] = [];
const redirected = new Map<net.Socket, Redirected>();
const direct = new WeakSet<net.Socket>();
let unpatch: (() => void) | undefined;
/** Loaded with the first rules: most mocks start without, and blockZoom cannot wait for an import. */
let tls: typeof import("node:tls");

interface Redirected {
  readonly options: ConnectOptions;
  readonly by: Rules;
  /** Whether its client has it. */
  open: boolean;
}

function closeStrays(): void {
  for (const [socket, { options, by, open }] of redirected) {
    const decision = decide(active, options);
    if (decision?.kind === "redirect" && decision.by === by) continue;
    // With an error while it is made, or undici waits for it; without one later, or undici fails the requests behind it.
    socket.destroy(open ? undefined : ended(options));
  }
}

const ended = ({ host, servername }: ConnectOptions): Error =>
  Object.assign(
    new Error(
      `Failed to go on with the connection to ${host ?? servername}: it would lead elsewhere now, as an interception has begun or ended. Send the request after that.`,
    ),
    { code: "ECONNRESET" },
  );

function patch(): () => void {
  tls = createRequire(import.meta.url)("node:tls");
  const undo = [
    replace(net.Socket.prototype, "connect", (original: Connect<net.Socket>) => {
      return function (this: net.Socket, ...args: unknown[]) {
        const { options, callback } = readConnectCall(args);
        const decision = direct.has(this) ? undefined : decide(active, options);
        if (!decision) return original.apply(this, args);
        if (decision.kind === "redirect") remember(this, options, decision.by);
        return original.call(this, { ...options, ...anotherPlace(this, options, decision) }, callback);
      };
    }),
    replace(tls, "connect", (original: Connect<void>) => {
      return function (this: void, ...args: unknown[]) {
        const { options, callback } = readConnectCall(args);
        const { socket } = options;
        // What a caller's own socket was meant for need not be said again.
        const meant = socket instanceof net.Socket ? { ...redirected.get(socket)?.options, ...options } : options;
        const decision = decide(active, meant);
        if (!decision) return original.apply(this, args);
        return original.call(this, { ...options, ...anotherTrust(options, decision) }, callback);
      };
    }),
  ];
  syncBuiltinESMExports();
  return () => {
    for (const each of undo) each();
    syncBuiltinESMExports();
  };
}

type Connect<This> = (this: This, ...args: unknown[]) => net.Socket;

/** Whoever has put something on top meanwhile keeps it: ours stays below and, without rules, does nothing. */
function replace<This>(target: object, name: "connect", wrap: (original: Connect<This>) => Connect<This>): () => void {
  const place = target as Record<typeof name, Connect<This>>; // whose overloads are read by readConnectCall
  const original = place[name];
  const ours = wrap(original);
  place[name] = ours;
  return () => {
    if (place[name] === ours) place[name] = original;
  };
}

function remember(socket: net.Socket, options: ConnectOptions, by: Rules): void {
  const entry: Redirected = { options, by, open: false };
  redirected.set(socket, entry);
  socket.once(socket instanceof tls.TLSSocket ? "secureConnect" : "connect", () => {
    entry.open = true;
  });
  socket.once("close", () => redirected.delete(socket));
}

/** Where a connection goes instead. What the caller says of the way to the real host does not hold on the way there. */
function anotherPlace(socket: net.Socket, { port }: ConnectOptions, decision: Decision): object {
  const way = { family: undefined, lookup: undefined, localAddress: undefined };
  if (decision.kind === "redirect") {
    const { to } = decision;
    return { ...way, ...(socket instanceof tls.TLSSocket || Number(port) === 443 ? to.tls : to.http) };
  }
  // A lookup that fails: Node then ends the connection when and as it does for a host that there is not.
  const lookup = (_host: string, _options: object, done: (error: Error) => void) => done(decision.error);
  return { ...way, host: "refused.localhost", port: 443, lookup };
}

/**
 * Besides the mock's authority only those are trusted that the caller names: what is trusted otherwise may vouch for the
 * real host, which must not answer here, also not at the end of a caller's own tunnel.
 */
function anotherTrust({ socket, ca, host, servername }: ConnectOptions, decision: Decision): object {
  if (decision.kind === "redirect") {
    return { ca: [ca ?? [], decision.to.authority].flat(), secureContext: undefined };
  }
  if (socket instanceof net.Socket) socket.destroy();
  return { socket: undefined, path: undefined, host: host ?? servername };
}
