import { defineOperation, noBody } from "./operation.js";

/** Stands for every route under `/v2` that Zoom does not have, so that Zoom's own answer to it is made like any other. */
export const unknownEndpoint = defineOperation({
  id: "unknownEndpoint",
  method: "GET",
  path: "/v2",
  summary: "Answer a route that there is not",
  tag: "None",
  // Whether Zoom looks at the token first is not recorded.
  security: "client",
  rateLimit: null,
  scopes: { classic: [], granular: [] },
  params: {},
  body: noBody,
  success: "endpointNotRecognized",
  outcomes: {
    endpointNotRecognized: { when: "no operation has the route (switch unknownRoute=notRecognized)" },
  },
  handle: async () => ({ outcome: "endpointNotRecognized" }),
});
