/** What an XML error says, in the shape of the JSON: the schema that holds for one holds for the other. */
export function readXml(xml: string): unknown {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const [, root = "", inner = ""] = /^<(result|error)>([\s\S]*)<\/\1>$/.exec(xml.slice(head.length)) ?? [];
  if (!xml.startsWith(head) || root === "") throw new Error(`This is no XML error: ${xml}`);
  const members = elements(inner);
  const errors = members.filter(([name]) => name === "errors").map(([, text]) => Object.fromEntries(elements(text)));
  const { code, ...rest } = Object.fromEntries(members.filter(([name]) => name !== "errors"));
  return { code: Number(code), ...rest, ...(root === "result" && { errors }) };
}

/** The elements of a text, one after the other, with what is in them; anything between them throws. */
function elements(text: string): [name: string, content: string][] {
  const found = [...text.matchAll(/<(\w+)>([\s\S]*?)<\/\1>/g)];
  if (found.map(([whole]) => whole).join("") !== text) throw new Error(`These are no elements: ${text}`);
  return found.map(([, name = "", content = ""]) => [name, content.includes("<") ? content : unescaped(content)]);
}

const unescaped = (text: string): string =>
  text.replace(/&(amp|lt|gt|#13);/g, (_, name: string) => ({ amp: "&", lt: "<", gt: ">" })[name] ?? "\r");
