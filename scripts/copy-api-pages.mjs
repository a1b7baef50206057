// Copies Swagger UI from its package into ours, so that the API pages need no network and users install nothing more.
import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const FILES = ["swagger-ui-bundle.js", "swagger-ui-standalone-preset.js", "swagger-ui.css", "LICENSE", "NOTICE"];

const from = dirname(createRequire(import.meta.url).resolve("swagger-ui-dist/package.json"));
const to = new URL("../assets/api-pages/", import.meta.url);
mkdirSync(to, { recursive: true });
for (const file of FILES) copyFileSync(join(from, file), new URL(file, to));
