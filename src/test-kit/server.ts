import { connectZoomMock, startZoomMock, type ZoomMock } from "../mock/zoom-mock.js";
import type { ZoomFixtureOptions } from "./options.js";

/** The mock that runs already, or a new one. */
export async function serverFor({ url, universe: _, ...options }: ZoomFixtureOptions): Promise<ZoomMock> {
  if (url === undefined) return startZoomMock(options);
  const { controlToken } = options;
  return connectZoomMock(url, controlToken === undefined ? {} : { controlToken });
}
