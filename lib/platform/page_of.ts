import { z } from "zod";

/** Which part of a list is asked for; pages count from 1. */
export interface PageQuery {
  readonly page: number;
  readonly itemsPerPage: number;
}

/** The same, or what follows the part that answered `cursor`; see cursor.ts. */
export interface CursorQuery extends PageQuery {
  readonly cursor?: string | undefined;
}

/** One part of a list, and how much there is in all. */
export interface PageOf<T> {
  readonly data: T[];
  readonly totalCount: number;
  readonly hasMore: boolean;
  readonly page: number;
  readonly itemsPerPage: number;
}

/** One part of a list that can be walked by cursors. */
export interface CursorPageOf<T> extends PageOf<T> {
  /** What asks for the next part; null behind the last one. */
  readonly nextCursor: string | null;
}

/** The most rows that one page of a list may have, unless the list says otherwise. */
export const MAX_ITEMS_PER_PAGE = 200;

/** A whole number in a query string, from `min` to `max`; `fallback` when it is not given. */
export function wholeNumber(min: number, max: number, fallback: number) {
  const allowed = `must be a whole number from ${min} to ${max}`;
  return z.string({ error: allowed }).regex(/^\d{1,9}$/, allowed).transform(Number)
    .pipe(z.number().min(min, allowed).max(max, allowed)).default(fallback)
    // What zod-openapi writes in place of the text that a query is.
    .meta({ override: { type: "integer", minimum: min, maximum: max, default: fallback } });
}

/** The query fields of a list; spread them into its schema. */
export function pageFields(itemsPerPage = 50, maxItemsPerPage = MAX_ITEMS_PER_PAGE) {
  return {
    page: wholeNumber(1, 1_000_000, 1),
    itemsPerPage: wholeNumber(1, maxItemsPerPage, itemsPerPage),
  };
}

/** The query fields of a list of the API: endpoint() sees to `fields`. */
export function listFields(itemsPerPage = 50, maxItemsPerPage = MAX_ITEMS_PER_PAGE) {
  return {
    ...pageFields(itemsPerPage, maxItemsPerPage),
    fields: z.string().max(1000, "is too long").optional().meta({
      description: "Which fields each item is to have, with commas between. The others are left " +
        "out, whatever the schema of the answer requires.",
    }),
  };
}

/** The query fields of a list that can be walked by cursors, and asked for what has changed. */
export function cursorFields(itemsPerPage = 50, maxItemsPerPage = MAX_ITEMS_PER_PAGE) {
  return {
    ...listFields(itemsPerPage, maxItemsPerPage),
    /** `next_cursor` of the part before; then `page` is not looked at. */
    cursor: z.string().max(4000, "is not a cursor of ours").optional(),
    /** Only what has changed at that moment or since. */
    updatedSince: z.iso.datetime({
      offset: true,
      error: "must be a moment as RFC 3339 writes it: 2026-03-01T09:30:00Z",
      abort: true,
    }).refine(isInstant, "must be a moment that there is").optional(),
  };
}

function isInstant(text: string): boolean {
  return !Number.isNaN(Date.parse(text));
}

/** The query field `sort`: one of the names, or with a minus before it the other way round. */
export function sortField<const Name extends string>(names: readonly Name[]) {
  const all = names.flatMap((name) => [name, `-${name}` as const]);
  return z.enum(all, `must be one of ${names.join(", ")}, with or without a minus before it`);
}

/** The schema of a page of `item`. */
export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({
    data: z.array(item),
    totalCount: z.int().min(0),
    hasMore: z.boolean(),
    page: z.int().min(1),
    itemsPerPage: z.int().min(1),
  });
}

/** The schema of a part of a list that can be walked by cursors. */
export function cursorPageSchema<T extends z.ZodType>(item: T) {
  return pageSchema(item).extend({ nextCursor: z.string().nullable() });
}

/** How many rows stand before the page. */
export function offsetOf({ page, itemsPerPage }: PageQuery): number {
  return (page - 1) * itemsPerPage;
}

/** Puts the rows of a page beside what there is in all. */
export function toPage<T>(data: T[], totalCount: number, query: PageQuery): PageOf<T> {
  const { page, itemsPerPage } = query;
  return {
    data,
    totalCount,
    hasMore: offsetOf(query) + data.length < totalCount,
    page,
    itemsPerPage,
  };
}

/** The page of a list that is read as a whole, because it is never long. */
export function pageOfAll<T>(all: readonly T[], query: PageQuery): PageOf<T> {
  const from = offsetOf(query);
  return toPage(all.slice(from, from + query.itemsPerPage), all.length, query);
}
