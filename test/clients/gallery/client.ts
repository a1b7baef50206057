import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as v from "valibot";

/** A program of the gallery: a folder in `examples/clients` with what a user would write, and this in its client.json. */
export interface Client extends v.InferOutput<typeof CLIENT> {
  /** The folder's name, and the folder. */
  readonly name: string;
  readonly folder: string;
}

const CLIENTS = fileURLToPath(new URL("../../../examples/clients/", import.meta.url));

const text = v.pipe(v.string(), v.nonEmpty());
const command = v.pipe(v.array(text), v.nonEmpty());

const CLIENT = v.strictObject({
  title: text,
  /** How its version is read: of a package that is installed here, or by the part of what a command prints. */
  version: v.union([v.strictObject({ package: text }), v.strictObject({ command, pattern: text })]),
  /** Commands run in the folder; `{temporary}` in them is a folder of this run's own, `{port}` a port that is free. */
  compile: v.exactOptional(command),
  run: command,
  environment: v.exactOptional(v.record(v.string(), v.string())),
  /** The ways by which it comes to the mock: by the proxy's variables, or because Node is told to connect elsewhere. */
  ways: v.pipe(v.array(v.picklist(["proxy", "register"])), v.nonEmpty()),
  /** The webhooks that it takes, in their order; it runs until it is told to end. */
  receives: v.exactOptional(v.array(text)),
  /** Each time it is run: the flags of `zoom-mock exec`, and the lines that it prints, in this order. */
  runs: v.pipe(
    v.array(v.strictObject({ flags: v.array(text), prints: v.pipe(v.array(text), v.nonEmpty()) })),
    v.nonEmpty(),
  ),
  /** What a user falls over with this client, and the line by which a run shows it. */
  traps: v.array(v.strictObject({ says: text, seen: text })),
});

/** All of the gallery, as their client.json have them; one that breaks the schema throws. */
export function galleryClients(): readonly Client[] {
  return readdirSync(CLIENTS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readClient(name, `${CLIENTS}${name}`));
}

function readClient(name: string, folder: string): Client {
  const read = v.safeParse(CLIENT, JSON.parse(readFileSync(`${folder}/client.json`, "utf8")));
  if (read.success) return { ...read.output, name, folder };
  throw new Error(`Failed to read client.json of ${name}: ${v.summarize(read.issues)}`);
}
