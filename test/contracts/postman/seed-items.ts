import { readFileSync } from "node:fs";

/** The Postman item that stands as JSON at the end of a seed document. */
const itemOf = (file: string): unknown => {
  const text = readFileSync(new URL(`../../seeds/${file}`, import.meta.url), "utf8");
  return JSON.parse(text.slice(text.indexOf("{", text.indexOf("Postman Collection Item JSON"))));
};

export const SEED_ITEMS = [
  itemOf("meeting-livestream-status.asp.txt"),
  itemOf("webinar-livestream-status.delphi.txt"),
] as const;

/** Both in one collection. */
export const SEED_COLLECTION = { info: { name: "Zoom API" }, item: [{ name: "meetings", item: SEED_ITEMS }] };
