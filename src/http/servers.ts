import http from "node:http";
import https from "node:https";
import type { Express } from "express";
import { fastPrototypes } from "./fast-prototypes.js";

/** The servers of one app. */
export interface Servers {
  http(): http.Server;
  /** With a certificate and its key, both PEM. */
  https(certificate: { readonly cert: string; readonly key: string }): https.Server;
}

/** Makes an app's servers, which do not listen yet. */
export function createServers(app: Express): Servers {
  const classes = fastPrototypes(app);
  return {
    http: () => http.createServer(classes, app),
    https: (certificate) => https.createServer({ ...classes, ...certificate }, app),
  };
}
