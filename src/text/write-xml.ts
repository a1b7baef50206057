/** A JSON value as an XML document: each member an element, each item of a list an element of the list's name. */
export const writeXml = (root: string, value: unknown): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${element(root, value)}`;

function element(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => element(name, item)).join("");
  const tag = name.replace(/^(?![A-Za-z_])/, "_").replace(/[^\w.-]/g, "_");
  return `<${tag}>${content(value)}</${tag}>`;
}

function content(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return escaped(String(value));
  return Object.entries(value)
    .map(([name, member]) => element(name, member))
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

/** Text as an element holds it. What XML 1.0 has no way to write becomes the replacement character. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "\uFFFD")
    .replace(/[&<>\r]/g, (mark) => ENTITIES[mark] ?? mark);
