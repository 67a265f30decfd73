import { dataOf } from "./problem.ts";

/** What asks for one part of a list: spread it into the query. */
export interface PageAsk {
  readonly page?: number;
  readonly cursor?: string;
}

interface Part<Item> {
  readonly data: readonly Item[];
  readonly has_more: boolean;
  readonly page: number;
  readonly next_cursor?: string | null;
}

/**
 * Walks a list from one part to the next, by cursors where the list has them, else by pages.
 *
 *     for await (
 *       const job of itemsOf((page) => client.GET("/jobs", { params: { query: { ...page } } }))
 *     ) …
 *
 * @throws {ApiProblem} If a part cannot be read.
 */
export async function* itemsOf<Item>(
  ask: (
    page: PageAsk,
  ) => Promise<{ data?: Part<Item>; error?: unknown; response: Response }>,
): AsyncGenerator<Item, void, void> {
  let next: PageAsk | undefined = {};
  while (next) {
    const part: Part<Item> = dataOf(await ask(next));
    yield* part.data;
    next = nextOf(part);
  }
}

function nextOf(
  { has_more, next_cursor, page }: Part<unknown>,
): PageAsk | undefined {
  if (next_cursor !== undefined) {
    return next_cursor === null ? undefined : { cursor: next_cursor };
  }
  return has_more ? { page: page + 1 } : undefined;
}
