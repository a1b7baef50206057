import type { Metrics } from "../../control/command.js";
import type { Simulator } from "../../simulator/simulator.js";
import type { Universes } from "../../simulator/universes.js";

/**
 * The metrics of a mock. What they are made with is loaded, and requests are counted, not before somebody asks for them.
 *
 * @param fromStart Counts from now on instead.
 */
export function createMetrics(
  simulator: Simulator,
  universes: Universes,
  about: Readonly<Record<string, string | number>>,
  fromStart: boolean,
): Metrics {
  let instruments: ReturnType<typeof switchOn> | undefined;
  if (fromStart) instruments = switchOn();
  return {
    text: async () => {
      instruments ??= switchOn();
      return (await instruments).text();
    },
  };

  function switchOn() {
    const loaded = import("./instruments.js").then(({ createInstruments }) => createInstruments(universes, about));
    // Whatever is answered while it loads is counted once it has.
    simulator.observe({
      exchange: (exchange) => void loaded.then(({ count }) => count(exchange)),
      answered: (operation, milliseconds) => void loaded.then(({ time }) => time(operation, milliseconds)),
      sent: (entries) => void loaded.then(({ countDelivery }) => countDelivery(entries)),
    });
    return loaded;
  }
}
