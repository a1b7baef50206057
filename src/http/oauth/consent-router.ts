import express, { type Router } from "express";
import type { Simulator } from "../../simulator/simulator.js";
import type { Universes } from "../../simulator/universes.js";
import { readBody } from "../read-body.js";
import { answerAuthorizeForm, showAuthorizePage } from "./authorize-pages.js";
import { consentHandler } from "./consent-exchange.js";
import { answerDeviceForm, showDevicePage } from "./device-pages.js";

/** The pages on which users consent to what apps ask for: Zoom shows them to browsers, so that they are no operations. */
export function createConsentRouter(simulator: Simulator, universes: Universes): Router {
  const router = express.Router({ caseSensitive: true });
  router.get("/oauth/authorize", consentHandler(simulator, universes, showAuthorizePage));
  router.post("/oauth/authorize", readBody, consentHandler(simulator, universes, answerAuthorizeForm));
  router.get("/oauth_device", consentHandler(simulator, universes, showDevicePage));
  router.post("/oauth_device", readBody, consentHandler(simulator, universes, answerDeviceForm));
  return router;
}
