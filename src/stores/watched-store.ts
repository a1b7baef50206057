import type { Store } from "../simulator/store.js";

/** A store that tells of every change. */
export const watchedStore = (store: Store, onChange: () => void): Store => ({
  ...store,
  commit: async (changes) => {
    const done = await store.commit(changes);
    if (done) onChange();
    return done;
  },
  load: async (world) => {
    await store.load(world);
    onChange();
  },
});
