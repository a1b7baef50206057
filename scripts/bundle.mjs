// Puts what the package's entries need into a few files, in the place of the entries' own modules: Node loads these much
// faster than three hundred. Packages stay outside, and so does what is imported only when it is needed.
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const ENTRIES = ["index", "cli/main", "jest", "pact", "playwright", "register", "vitest"];

const bundle = await rolldown({
  input: Object.fromEntries(ENTRIES.map((entry) => [entry, `${dist}${entry}.js`])),
  platform: "node",
  external: (id) => !id.startsWith(".") && !id.startsWith("/") && !/^[A-Za-z]:/.test(id),
});
// One folder deep, as the modules are: they find the package's files by where they stand.
await bundle.write({ dir: dist, format: "esm", entryFileNames: "[name].js", chunkFileNames: "bundled/[name].js" });
