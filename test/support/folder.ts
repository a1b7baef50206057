import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * A folder with files that is gone with `using`. Contents that are not text are written as JSON.
 *
 * @param prefix What its path begins with; within the package, it must hide from what looks through the checkout.
 */
export function temporaryFolder(
  files: Readonly<Record<string, unknown>> = {},
  prefix: string = join(tmpdir(), "zoom-mock-"),
): Disposable & { readonly path: string } {
  const path = mkdtempSync(prefix);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), typeof content === "string" ? content : JSON.stringify(content));
  }
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
