import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Merges what consumer tests wrote and takes out everything that differs from run to run or means nothing: one text for
 * each file, the same bytes for the same contracts.
 *
 * @param {string} folder Holds <profile>/<test file>/<consumer>-<provider>.json.
 * @returns {Map<string, { text: string, interactions: number }>} By file name.
 * @throws Error when two tests say different things under one description, or are for two profiles.
 */
export function mergePacts(folder) {
  const merged = new Map();
  for (const path of readdirSync(folder, { recursive: true }).map(String).sort()) {
    if (!path.endsWith(".json")) continue;
    const [profile, , file] = path.replaceAll("\\", "/").split("/");
    const { consumer, provider, interactions } = JSON.parse(readFileSync(join(folder, path), "utf8"));
    const pact = merged.get(file) ?? { consumer, provider, profile, interactions: new Map() };
    merged.set(file, pact);
    if (pact.profile !== profile) {
      throw new Error(
        `Failed to merge ${path}: ${file} is for profile ${pact.profile} already. Give the consumer another name.`,
      );
    }
    for (const interaction of interactions.map(normalised)) {
      const known = pact.interactions.get(interaction.description);
      if (known !== undefined && textOf(known) !== textOf(interaction)) {
        throw new Error(
          `Failed to merge ${path}: another test says something else under "${interaction.description}". Give each interaction a description of its own.`,
        );
      }
      pact.interactions.set(interaction.description, interaction);
    }
  }
  return new Map([...merged].map(([file, pact]) => [file, document(pact)]));
}

/** JSON with sorted keys: the same text for the same value. */
export const textOf = (value) => `${JSON.stringify(sorted(value), null, 2)}\n`;

/** The versions of the libraries that wrote it do not belong to a contract; the profile that keeps it does. */
function document({ consumer, provider, profile, interactions }) {
  const metadata = { pactSpecification: { version: "4.0" }, "zoom-mock": { profile } };
  const inOrder = [...interactions.keys()].sort().map((description) => interactions.get(description));
  return { text: textOf({ consumer, provider, interactions: inOrder, metadata }), interactions: inOrder.length };
}

function normalised(interaction) {
  const { body, matchingRules } = interaction.request ?? {};
  if (!/^(multipart\/|application\/x-www-form-urlencoded)/.test(body?.contentType)) return interaction;
  // Pact adds a rule for the whole body, which it would hand down to parts without one.
  const { $: _, ...rules } = matchingRules.body;
  return {
    ...interaction,
    request: { ...interaction.request, body: readable(body), matchingRules: { ...matchingRules, body: rules } },
  };
}

/** A body as text, where nothing is lost by it. */
function readable(body) {
  if (body.encoded !== "base64") return body;
  const bytes = Buffer.from(body.content, "base64");
  const content = bytes.toString("utf8");
  return Buffer.from(content, "utf8").equals(bytes) ? { ...body, content, encoded: false } : body;
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, sorted(value[name])]));
}
