import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.js";

/** The checkout that is packed. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The package as it would be published. */
export interface PackedPackage {
  readonly tarball: string;
  /** The files in it, as `dist/index.js`. */
  readonly files: readonly string[];
}

/** Packs what the global setup has built. */
export async function packInto(folder: string): Promise<PackedPackage> {
  const printed = await run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], ROOT);
  const [packed] = JSON.parse(printed) as [{ filename: string; files: { path: string }[] }];
  return { tarball: join(folder, packed.filename), files: packed.files.map(({ path }) => path) };
}

/** A folder of its own outside the checkout, so that nothing of the checkout's node_modules is found by accident. */
export async function temporaryFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await realpath(await mkdtemp(join(tmpdir(), "zoom-mock-")));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 3 }) };
}
