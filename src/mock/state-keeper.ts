import { accessSync, constants } from "node:fs";
import { dirname, resolve } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { Universe } from "../simulator/universe.js";
import { ZoomMockOptionsError } from "./check-options.js";

/** Keeps a universe in a file. */
export interface StateKeeper {
  /** To be told of every change of the world; of clock and webhooks it learns by itself. The file follows soon. */
  changed(): void;
  /** Writes what is not written yet. Rejects when it cannot be written. */
  close(): Promise<void>;
}

/** How long changes wait for more of them, in milliseconds: all that a killed process loses. */
const DEBOUNCE_MS = 500;

/**
 * Writes the file soon after each change: in one piece, so that it is whole whatever happens meanwhile.
 *
 * @throws ZoomMockOptionsError when nothing can be written to the file's folder.
 */
export function createStateKeeper(file: string, universe: Universe): StateKeeper {
  checkFolder(file);
  let waiting: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  const save = () => {
    waiting = undefined;
    // One after the other: an older state must not overtake a newer one.
    writing = writing.catch(() => {}).then(() => write(file, universe));
    return writing;
  };
  const changed = () => {
    waiting ??= setTimeout(() => save().catch(report), DEBOUNCE_MS).unref();
  };
  universe.clock.onChange(changed);
  universe.webhooks.deliveries.onChange(changed);
  return {
    changed,
    close: async () => {
      if (waiting === undefined) return writing;
      clearTimeout(waiting);
      await save();
    },
  };
}

async function write(file: string, universe: Universe): Promise<void> {
  const { identifiers, clock, webhooks } = universe;
  // In one turn: what is written belongs together.
  const around = { clock: clock.state(), identifiers: identifiers.count(), deliveries: webhooks.kept() };
  const state = { ...around, ...(await universe.snapshot()) };
  try {
    await writeFileAtomic(file, `${JSON.stringify(state, null, 2)}\n`);
  } catch (error) {
    throw new Error(
      `Failed to save the state to ${file}: ${(error as Error).message}. Make room or give the folder's owner the right; the next change is saved again.`,
    );
  }
}

/** The mock goes on: its answers do not depend on the file. */
const report = (error: Error) => console.error(error.message);

function checkFolder(file: string): void {
  const folder = dirname(resolve(file));
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    throw new ZoomMockOptionsError(
      `Failed to make a zoom-mock:\n  state: nothing can be written to the folder ${folder}\nName a file in a folder that exists and may be written to.`,
    );
  }
}
