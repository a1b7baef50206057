import { OpenAPIBackend } from "openapi-backend";
import { temporaryFolder } from "./folder.js";

/**
 * Reads YAML. There is no parser of its own among the dependencies; this one reads any document, OpenAPI or not, and
 * keys that stand twice are an error to it.
 */
export async function parseYaml(text: string): Promise<unknown> {
  using folder = temporaryFolder({ "document.yaml": text });
  const reader = new OpenAPIBackend({ definition: `${folder.path}/document.yaml` });
  await reader.loadDocument();
  return reader.document;
}
