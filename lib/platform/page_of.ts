import { z } from "zod";

/** Which part of a list is asked for; pages count from 1. */
export interface PageQuery {
  readonly page: number;
  readonly itemsPerPage: number;
}

/** One part of a list, and how much there is in all. */
export interface PageOf<T> {
  readonly data: T[];
  readonly totalCount: number;
  readonly hasMore: boolean;
  readonly page: number;
  readonly itemsPerPage: number;
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
