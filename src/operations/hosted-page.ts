import * as v from "valibot";
import type { Meeting, Webinar } from "../domain/scheduled.js";

/** The query of lists. Zoom ignores what it does not know and clamps the size of a page (measured, fne-lms). */
export const pageQuery = {
  page_size: { description: "How many on a page: 1 to 300, 30 without it.", example: "30", type: "integer" },
  page_number: { description: "The page, from 1; next_page_token comes before it.", example: "1", type: "integer" },
  next_page_token: { description: "The token that the page before ended with.", example: "" },
} as const;

/** What a list tells besides its entries. */
export const pageEntries = () => ({
  page_count: v.number(),
  page_number: v.number(),
  page_size: v.number(),
  total_records: v.number(),
  next_page_token: v.string(),
});

export const samplePage = {
  page_count: 1,
  page_number: 1,
  page_size: 30,
  total_records: 1,
  next_page_token: "",
} as const;

type PageQuery = Readonly<Partial<Record<keyof typeof pageQuery, string>>>;

/**
 * One page of a list, and what is told of it. A token names the last entry before its page, so that nothing is met
 * twice or left out when others are added or deleted in between; a token that names nothing is ignored.
 */
export function pageOf<Entity extends { readonly id: string }>(found: readonly Entity[], query: PageQuery) {
  const size = Math.min(LARGEST_PAGE, wholeNumber(query.page_size) ?? USUAL_PAGE);
  const after = found.findIndex(({ id }) => query.next_page_token === tokenAfter(id));
  const start = after >= 0 ? after + 1 : ((wholeNumber(query.page_number) ?? 1) - 1) * size;
  const entries = found.slice(start, start + size);
  const last = entries.at(-1);
  return {
    entries,
    told: {
      page_count: Math.ceil(found.length / size),
      page_number: Math.floor(start / size) + 1,
      page_size: size,
      total_records: found.length,
      next_page_token: last && start + size < found.length ? tokenAfter(last.id) : "",
    },
  };
}

const LARGEST_PAGE = 300;
const USUAL_PAGE = 30;

/** A number above 0 in digits; what is none is ignored. */
function wholeNumber(text: string | undefined): number | undefined {
  const number = text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return number > 0 ? number : undefined;
}

const tokenAfter = (id: string): string => `after-${id}`;

/** Whether something belongs into a list of a type. Source: the description of `type`; an unknown one is ignored. */
export function isListed(type: string | undefined, entity: Meeting | Webinar, now: number): boolean {
  const isLive = entity.status === "started";
  // "This API does not return information about instant meetings" (Zoom's descriptions): unless they are live.
  if (entity.type === 1) return isLive;
  switch (type) {
    case "live":
      return isLive;
    case "upcoming":
    case "upcoming_meetings":
      return isLive || endOf(entity) >= now;
    case "previous_meetings":
      return !isLive && endOf(entity) < now;
    default:
      return true;
  }
}

/** When it is over by its plan; one without a fixed time may always be held again. */
const endOf = ({ start_time, duration, type }: Meeting | Webinar): number =>
  start_time === null || RECURRING.has(type) ? Number.POSITIVE_INFINITY : Date.parse(start_time) + duration * 60_000;

const RECURRING: ReadonlySet<number> = new Set([3, 6, 8, 9]);
