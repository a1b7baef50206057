import type { Verification } from "./expectation.js";

/** The client has not sent what was expected of it. The message tells what was expected, what came near, and why. */
export class ZoomMockVerificationError extends Error {
  /** What was found, for programs. */
  readonly verification: Verification;

  constructor(verification: Verification) {
    super(verification.message);
    this.name = "ZoomMockVerificationError";
    this.verification = verification;
  }
}
