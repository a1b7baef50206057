import type { DeliveryEntry, EventEntry, FeedEntry, JournalEntry } from "../index.js";

/** What happened, in one line; with colours where a terminal shows them. */
export function tailLine(entry: FeedEntry, isColoured: boolean): string {
  const pieces: readonly Piece[] = [["dim", entry.at.slice(11, 23)], ...piecesOf(entry)];
  return pieces.map(([colour, text]) => (isColoured ? painted(colour, oneLine(text)) : oneLine(text))).join(" ");
}

/** As terminals take them: SGR parameters of ECMA-48. */
const COLOURS = { plain: 0, dim: 2, red: 31, green: 32, yellow: 33, magenta: 35, cyan: 36 } as const;

type Colour = keyof typeof COLOURS;
type Piece = readonly [Colour, string];

const painted = (colour: Colour, text: string): string =>
  colour === "plain" ? text : `\u001b[${COLOURS[colour]}m${text}\u001b[0m`;

/** What a client has sent must neither break the line nor steer the terminal. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ");

function piecesOf(entry: FeedEntry): readonly Piece[] {
  switch (entry.type) {
    case "request":
      return request(entry.data);
    case "event":
      return event(entry.data);
    case "delivery":
      return delivery(entry.data);
    case "clock":
      return [["cyan", `clock ${entry.data.mode} at ${entry.data.now}`]];
    case "reset":
      return [["cyan", "reset"]];
    case "gap":
      return [["yellow", "not all that happened before this is held any longer"]];
  }
}

function request({
  method,
  path,
  status,
  outcome,
  evidence,
  refusal,
  preferred,
  before,
  after,
  diagnoses,
}: JournalEntry) {
  const pieces: Piece[] = [
    ["plain", `${method} ${path} →`],
    [colourOf(status), String(status)],
    outcome === null ? ["red", `refused by zoom-mock: ${refusal}`] : ["plain", outcome],
  ];
  if (evidence !== null) pieces.push(["dim", `(${evidence}${preferred ? ", by Prefer" : ""})`]);
  if (before && after && before.status !== after.status) pieces.push(["green", `${before.status} → ${after.status}`]);
  for (const { code, field } of diagnoses) pieces.push(["yellow", `${code} (${field})`]);
  return pieces;
}

/** Zoom's description of 2021 refuses with 300 too. */
function colourOf(status: number): Colour {
  if (status >= 500) return "red";
  return status >= 400 || status === 300 ? "yellow" : "green";
}

const event = ({ kind, event: name, id, cause }: EventEntry): Piece[] => [
  ["magenta", `${kind.slice(0, -1)}.${name}`],
  ["plain", id],
  ["dim", `(${cause})`],
];

function delivery({ url, event: name, variant, attempt, status, error, result, reason, ...rest }: DeliveryEntry) {
  const about = [...(attempt === 0 ? [] : [`attempt ${attempt}`]), ...(variant === null ? [] : [variant])];
  // What the line says already.
  const why = reason === null || reason === error || reason === `it answered ${status}` ? [] : [reason];
  const next = rest.next_attempt_at === null ? [] : [`again at ${rest.next_attempt_at}`];
  const pieces: Piece[] = [
    ["plain", `POST ${url} →`],
    status === null ? ["red", error ?? "not sent"] : [colourOf(status), String(status)],
    ["magenta", name],
  ];
  if (about.length > 0) pieces.push(["dim", `(${about.join(", ")})`]);
  pieces.push([COLOUR_OF_RESULT[result], [result, ...why, ...next].join(", ")]);
  return pieces;
}

const COLOUR_OF_RESULT = { pending: "yellow", delivered: "green", retrying: "yellow", failed: "red" } as const;
