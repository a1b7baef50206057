// Puts the command line into one file, in the place of its main module: Node starts one file much faster than three
// hundred. Packages stay outside, and so does what is imported only when it is needed.
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const folder = fileURLToPath(new URL("../dist/cli/", import.meta.url));
const isPackage = (/** @type {string} */ id) => !id.startsWith(".") && !id.startsWith("/") && !/^[A-Za-z]:/.test(id);

const bundle = await rolldown({ input: { main: `${folder}main.js` }, platform: "node", external: isPackage });
// All in this folder: the code finds the package's files by where it stands.
await bundle.write({ dir: folder, format: "esm", entryFileNames: "[name].js", chunkFileNames: "chunk-[name].js" });
