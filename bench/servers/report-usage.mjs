/**
 * Tells the bench, over the channel it started this process with, which port to use and, whenever asked, what this
 * process has used so far. `process.cpuUsage()` is the kernel's own utime + stime of all threads: what /proc/<pid>/stat
 * says, but in microseconds instead of clock ticks of 10 ms, and on every platform.
 *
 * @param {number} port
 * @param {() => Promise<void>} [prepare] What to do before a turn that asks for it.
 */
export function reportUsage(port, prepare) {
  const answers = {
    usage: () => {
      const { user, system } = process.cpuUsage();
      return { cpu: user + system, rss: process.memoryUsage.rss() };
    },
    held: () => {
      globalThis.gc?.(); // there with --expose-gc
      return process.memoryUsage().heapUsed;
    },
    prepare: async () => {
      await prepare?.();
      return true;
    },
  };
  process.on("message", async (/** @type {keyof typeof answers} */ order) => process.send?.(await answers[order]()));
  // A bench that is killed takes its servers with it.
  process.once("disconnect", () => process.exit());
  process.send?.({ port });
}
