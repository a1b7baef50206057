import { startZoomMock } from "../../dist/index.js";
import { worldOf } from "../world.mjs";
import { reportUsage } from "./report-usage.mjs";

/** Our built package with its defaults, in a world of as many meetings as the first argument says. */
const zoom = await startZoomMock({
  scenario: worldOf(Number(process.argv[2])),
  // Without the 30-second window every start is accepted, however few meetings there are.
  switches: { startThrottleSeconds: 0 },
});

reportUsage(zoom.port, () => zoom.requests.clear());
