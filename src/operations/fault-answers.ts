import { defineOperation, noBody } from "./operation.js";

/**
 * Stands for what goes wrong around every operation, so that its answers are fixtures of a profile like any other. No
 * route leads here: only planned faults do.
 */
export const faultAnswers = defineOperation({
  id: "faults",
  method: "GET",
  path: "/",
  summary: "Go wrong",
  tag: "None",
  security: "client",
  rateLimit: null,
  scopes: { classic: [], granular: [] },
  params: {},
  body: noBody,
  success: "substituteBody",
  outcomes: {
    internalError: { when: "a fault says so", required: true },
    badGateway: { when: "a fault says so", required: true },
    serviceUnavailable: { when: "a fault says so", required: true },
    chosenError: { when: "a fault says so", required: true, values: { code: 3001, message: "No." } },
    substituteBody: { when: "a fault spoils the body of an answer that has none", required: true },
  },
  handle: async () => ({ outcome: "substituteBody" }),
});
