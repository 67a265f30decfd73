import { type RawBuilder, sql } from "kysely";
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { z } from "zod";
import { InvalidInput } from "./errors.ts";
import { type CursorPageOf, type CursorQuery, offsetOf } from "./page_of.ts";

/** What a list is ordered by, first to last; the last one tells any two rows apart. */
export interface OrderKey {
  /** Never null. */
  readonly sql: RawBuilder<unknown>;
  /** Its type in PostgreSQL; as text and back it must stay the same. */
  readonly type: "uuid" | "timestamptz" | "text" | "bigint" | "integer" | "double precision";
  readonly isDescending?: boolean;
}

/** The same order from its other end. */
export function reversed(order: readonly OrderKey[]): OrderKey[] {
  return order.map((key) => ({ ...key, isDescending: !key.isDescending }));
}

/** The order that a `sort` asks for; with a minus before its name, from the other end. */
export function orderOf<Name extends string>(
  orders: Readonly<Record<Name, readonly OrderKey[]>>,
  sort: Name | `-${Name}`,
): readonly OrderKey[] {
  return sort.startsWith("-") ? reversed(orders[sort.slice(1) as Name]) : orders[sort as Name];
}

/** How many rows a query has, for `Walk.total()`. */
export const COUNT = sql<number>`count(*)`.as("count");

/** The parts of a statement that reads one part of a list. */
export interface Walk {
  /** Whether a row stands behind the one that the cursor names. */
  readonly isBehind: RawBuilder<boolean>;
  readonly order: RawBuilder<unknown>;
  /** Where a row stands; the column is to be called `place_key`. */
  readonly key: RawBuilder<string>;
  /** One more than is shown, so that it is known whether there are more. */
  readonly limit: number;
  readonly offset: number;
  /** How many there are in all: counted when the walk begins, and not again on its way. */
  total(count: () => Promise<{ readonly count: number }>): Promise<number>;
  /** Puts the rows read by this together. */
  page<Row extends Placed, T>(
    rows: readonly Row[],
    totalCount: number,
    toItem: (row: Row) => T,
  ): CursorPageOf<T>;
}

export interface Placed {
  /** A list of texts as JSON: of the last row alone it is read. */
  readonly placeKey: string;
}

const Place = z.tuple([z.string(), z.int().min(2), z.int().min(0), z.array(z.string())]);

/**
 * Begins to read a list at a page, or goes on behind the row that a cursor names: by the values
 * that the list is ordered by, so that rows which come and go before it move nothing. The cursor
 * holds for this list, order and filter alone; whoever makes one up gets no further than with a
 * page, because it narrows what the caller may see anyway.
 *
 * @param scope All that decides which rows there are, the order included; plain JSON.
 * @throws {InvalidInput} If the cursor is none of ours, or of another list, order or filter.
 */
export function openWalk(
  query: CursorQuery,
  order: readonly OrderKey[],
  scope: readonly unknown[],
): Walk {
  const from = query.cursor === undefined
    ? undefined
    : openCursor(query.cursor, order, digestOf(scope));
  const page = from?.page ?? query.page;
  const { itemsPerPage } = query;
  return {
    isBehind: from ? behind(order, from.values) : sql`true`,
    order: sql.join(order.map((key) => sql`${key.sql} ${direction(key)}`)),
    key: sql`array_to_json(array[${sql.join(order.map((key) => sql`(${key.sql})::text`))}])::text`,
    limit: itemsPerPage + 1,
    offset: from ? 0 : offsetOf(query),
    total: async (count) => from?.totalCount ?? (await count()).count,
    page(rows, totalCount, toItem) {
      const shown = rows.slice(0, itemsPerPage);
      const hasMore = rows.length > itemsPerPage;
      const last = hasMore ? shown.at(-1) : undefined;
      return {
        data: shown.map(toItem),
        totalCount,
        hasMore,
        page,
        itemsPerPage,
        nextCursor: last
          ? cursorOf([digestOf(scope), page + 1, totalCount, JSON.parse(last.placeKey)])
          : null,
      };
    },
  };
}

function cursorOf(place: z.infer<typeof Place>): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function direction({ isDescending }: OrderKey): RawBuilder<unknown> {
  return isDescending ? sql`desc` : sql`asc`;
}

function openCursor(cursor: string, order: readonly OrderKey[], digest: string) {
  const refuse = (detail: string): never => {
    throw new InvalidInput("The query cannot be taken", [{ pointer: "/cursor", detail }]);
  };
  const { data } = Place.safeParse(parsed(cursor));
  if (!data) return refuse("is not a cursor of ours: take `next_cursor` of an answer");
  const [given, page, totalCount, values] = data;
  if (given !== digest) {
    return refuse("is of another list, filter or sort: begin again without a cursor");
  }
  if (values.length !== order.length || !order.every((key, at) => isOf(key, values[at] ?? ""))) {
    return refuse("is not a cursor of ours: take `next_cursor` of an answer");
  }
  return { page, totalCount, values };
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    return undefined;
  }
}

/** What PostgreSQL writes, so that a cursor that was made up is refused here and not by a query. */
const WRITTEN: Readonly<Record<OrderKey["type"], RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  timestamptz:
    /^\d{4}-(0\d|1[0-2])-([01]\d|2[0-8]|29|3[01]) ([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?\+00$/,
  text: /^[^\0]*$/,
  bigint: /^-?\d{1,18}$/,
  integer: /^-?\d{1,9}$/,
  "double precision": /^-?(\d{1,20}(\.\d{1,20})?(e[+-]\d{1,3})?|Infinity)$/,
};

function isOf({ type }: OrderKey, value: string): boolean {
  if (!value.isWellFormed() || !WRITTEN[type].test(value)) return false;
  if (type === "timestamptz") return isDay(value.slice(0, 10));
  return type !== "double precision" || isInRange(value);
}

/** PostgreSQL refuses a number that is too large or too small for a double. */
function isInRange(value: string): boolean {
  const number = Number(value);
  if (number === 0) return !/[1-9]/.test(value.split("e")[0] ?? "");
  return Number.isFinite(number) || value.endsWith("Infinity");
}

function isDay(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** `(a, b) > (x, y)`, for which an index serves; spelt out where the directions differ. */
function behind(order: readonly OrderKey[], values: readonly string[]): RawBuilder<boolean> {
  const valueOf = (at: number) => sql`${values[at]}::text::${sql.raw(order[at]?.type ?? "text")}`;
  const isUniform = order.every(({ isDescending }) => !isDescending === !order[0]?.isDescending);
  if (isUniform) {
    const keys = sql.join(order.map((key) => key.sql));
    const sign = order[0]?.isDescending ? sql`<` : sql`>`;
    return sql`(${keys}) ${sign} (${sql.join(order.map((_, at) => valueOf(at)))})`;
  }
  const cases = order.map((key, at) => {
    const sign = key.isDescending ? sql`<` : sql`>`;
    const same = order.slice(0, at).map((before, i) => sql`${before.sql} = ${valueOf(i)}`);
    return sql`(${sql.join([...same, sql`${key.sql} ${sign} ${valueOf(at)}`], sql` and `)})`;
  });
  return sql`(${sql.join(cases, sql` or `)})`;
}

function digestOf(scope: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(scope)).digest("base64url").slice(0, 16);
}
