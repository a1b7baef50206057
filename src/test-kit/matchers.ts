import type { VerificationControl } from "../control/verification-client.js";
import type { RequestCount, RequestExpectation, Verification } from "../verification/expectation.js";
import { ZoomMockVerificationError } from "../verification/verification-error.js";

/** What `expect(zoom)` can be asked of a mock or universe. Wait for it: `await expect(zoom).toHaveReceived(…)`. */
export interface ZoomMatchers<Result = unknown> {
  /** Whether the client has sent as many requests as expected, at least one unless a count is given. */
  toHaveReceived(expected?: RequestExpectation & RequestCount): Promise<Result>;
  /** Whether it has sent them one after the other, whatever came between. */
  toHaveReceivedInOrder(expected: readonly RequestExpectation[]): Promise<Result>;
}

/** What `expect.extend` takes a matcher's answer as. */
interface Matched {
  readonly pass: boolean;
  readonly message: () => string;
}

/** The matchers as `expect.extend` takes them, in Jest, Vitest and all that are made like them. */
export const zoomMatchers = {
  toHaveReceived: (received: unknown, expected: RequestExpectation & RequestCount = {}): Promise<Matched> =>
    matched(() => mockOf(received).verify(expected)),
  toHaveReceivedInOrder: (received: unknown, expected: readonly RequestExpectation[]): Promise<Matched> =>
    matched(() => mockOf(received).verifyInOrder(expected)),
};

async function matched(verify: () => Promise<Verification>): Promise<Matched> {
  try {
    const { message } = await verify();
    // Shown under `.not` only, where what was found is what should not be there.
    const [, ...lines] = message.split("\n");
    return {
      pass: true,
      message: () => ["Failed to verify: this was received, and should not be.", ...lines].join("\n"),
    };
  } catch (error) {
    if (!(error instanceof ZoomMockVerificationError)) throw error;
    return { pass: false, message: () => error.message };
  }
}

function mockOf(received: unknown): VerificationControl {
  if (typeof received === "object" && received !== null && "verify" in received && "verifyInOrder" in received) {
    return received as VerificationControl; // it has its methods
  }
  throw new TypeError(
    "Failed to verify: what stands in expect(…) is no mock. Put in what startZoomMock, connectZoomMock or zoom.universe() gave, or the zoom of an app.",
  );
}
