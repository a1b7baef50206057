import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Whether a command is on the PATH; what needs it is skipped elsewhere, and says so. */
export const hasTool = (name: string): boolean =>
  (process.env["PATH"] ?? "").split(delimiter).some((folder) => isExecutable(join(folder, name)));

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
