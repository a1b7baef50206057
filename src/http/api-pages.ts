import { readFileSync } from "node:fs";
import express, { type Request, type Router } from "express";
import type { ControlHost } from "../control/command.js";
import { controlCommands } from "../control/commands.js";

/** Swagger UI, as the build copies it from its package: nothing is fetched from elsewhere when a page is shown. */
const PAGES = new URL("../../assets/api-pages/", import.meta.url);
const FILES = {
  "swagger-ui-bundle.js": "text/javascript",
  "swagger-ui-standalone-preset.js": "text/javascript",
  "swagger-ui.css": "text/css",
} as const;

/** The mock's descriptions of itself, `openapi.json` and `control-openapi.json`, and a page to read and try them. */
export function createApiPages({ simulator, about }: ControlHost): Router {
  const router = express.Router({ caseSensitive: true });
  // What is tried from the page of a universe happens there.
  const serversOf = ({ baseUrl }: Request) => [
    { url: baseUrl.replace(/\/__zoom$/, "") || "/", description: "This mock" },
  ];
  const version = String(about["version"]);
  router.get("/openapi.json", async (req, res) => {
    const servers = serversOf(req);
    // Loaded when asked for: the first answer of a mock needs none of it.
    const { zoomDocument } = await import("../openapi/zoom-document.js");
    res.json(zoomDocument({ operations: simulator.operations, profiles: [simulator.profile], version, servers }));
  });
  router.get("/control-openapi.json", async (req, res) => {
    const servers = serversOf(req);
    const { controlDocument } = await import("../openapi/control-document.js");
    res.json(controlDocument(controlCommands, version, servers));
  });
  router.get("/docs", (_req, res) => void res.type("html").send(PAGE));
  for (const [file, type] of Object.entries(FILES)) {
    router.get(`/docs/${file}`, (_req, res) => void res.type(type).send(readFileSync(new URL(file, PAGES))));
  }
  return router;
}

/** Its links are relative, so that the app may be mounted below another. */
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>zoom-mock</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="docs/swagger-ui.css">
  </head>
  <body>
    <div id="page"></div>
    <script src="docs/swagger-ui-bundle.js"></script>
    <script src="docs/swagger-ui-standalone-preset.js"></script>
    <script>
      SwaggerUIBundle({
        dom_id: "#page",
        urls: [
          { name: "Zoom, as the mock answers it", url: "openapi.json" },
          { name: "The mock's control API", url: "control-openapi.json" },
        ],
        presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
        layout: "StandaloneLayout",
        validatorUrl: null,
        persistAuthorization: true,
      });
    </script>
  </body>
</html>
`;
