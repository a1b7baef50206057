import type { PostmanImport } from "../../../src/index.js";
import { temporaryFolder } from "../../support/folder.js";

/** An imported profile in a folder that is gone with `using`. */
export const written = ({ files }: PostmanImport) =>
  temporaryFolder(Object.fromEntries(files.map(({ path, text }) => [path, text])));

/** The files by path, as JSON. */
export const contents = ({ files }: PostmanImport): Record<string, unknown> =>
  Object.fromEntries(files.map(({ path, text }) => [path, JSON.parse(text)]));
