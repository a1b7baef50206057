// Matchers for Jest, exported as `zoom-mock/jest`: what a mock has received. To import it is enough where `expect` is a
// global; elsewhere, hand the matchers to `expect.extend`.
import type {} from "expect";
import { type ZoomMatchers, zoomMatchers } from "./test-kit/matchers.js";

export { type ZoomMatchers, zoomMatchers } from "./test-kit/matchers.js";

// The `expect` of `@jest/globals`.
declare module "expect" {
  interface Matchers<R> extends ZoomMatchers<R> {}
}

// The global `expect`, as @types/jest declares it.
declare global {
  namespace jest {
    interface Matchers<R> extends ZoomMatchers<R> {}
  }
}

const { expect } = globalThis as { expect?: { extend?: (matchers: typeof zoomMatchers) => void } };
expect?.extend?.(zoomMatchers);
