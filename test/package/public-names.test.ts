import { expect, test } from "vitest";
import * as zoomMock from "../../src/index.js";

test("these names are public at run time and no others", () => {
  expect(Object.keys(zoomMock).sort()).toMatchInlineSnapshot(`
    [
      "InvalidFilesError",
      "ZoomMockControlError",
      "ZoomMockOptionsError",
      "ZoomMockVerificationError",
      "assertMocked",
      "blockZoom",
      "connectZoomMock",
      "createPostmanCollection",
      "createZoomMockApp",
      "describeOperations",
      "environmentFor",
      "importPostmanCollection",
      "interceptZoom",
      "refusedRequests",
      "startZoomMock",
      "verifyPacts",
      "verifyZoomSignature",
    ]
  `);
});
