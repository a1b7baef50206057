import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder with files that is gone with `using`. Contents that are not text are written as JSON. */
export function temporaryFolder(files: Readonly<Record<string, unknown>> = {}): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), "zoom-mock-"));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
