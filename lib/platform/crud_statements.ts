import type { Expression, ExpressionBuilder, Kysely, SqlBool } from "kysely";
import type { z } from "zod";
import { SCHEMA } from "./db_types.ts";

/** Types are checked where a call is made (crud_types.ts); statements are built from names. */
// deno-lint-ignore no-explicit-any -- any table and column
export type AnyDb = Kysely<any>;
// deno-lint-ignore no-explicit-any -- any table and column
export type AnyBuilder = ExpressionBuilder<any, any>;
type Condition = Expression<SqlBool>;

/** What the schema says of a table. */
export interface TableFacts {
  readonly columns: Readonly<Record<string, string>>;
  readonly nullable: readonly string[];
  readonly primary: readonly string[];
  readonly unique: Readonly<Record<string, readonly string[]>>;
  readonly foreign: Readonly<
    Record<string, {
      readonly columns: readonly string[];
      readonly table: string;
      readonly references: readonly string[];
    }>
  >;
}

export function factsOf(table: string): TableFacts {
  const facts = (SCHEMA as Readonly<Record<string, TableFacts>>)[table];
  if (!facts) throw new TypeError(`There is no table ${table}`);
  return facts;
}

/** Whether rows are marked as deleted, and stay. */
export function isSoft(table: string): boolean {
  return Object.hasOwn(factsOf(table).columns, "isDeleted");
}

/**
 * The columns that a list or a schema names; all without one.
 *
 * @throws {TypeError} If one is no column of the table.
 */
export function columnsOf(
  table: string,
  selection: readonly string[] | z.ZodObject | undefined,
): readonly string[] {
  const known = factsOf(table).columns;
  const columns = selection === undefined
    ? Object.keys(known)
    : "shape" in selection
    ? Object.keys(selection.shape)
    : selection;
  for (const column of columns) requireColumn(table, column);
  return columns;
}

function requireColumn(table: string, column: string): void {
  if (!Object.hasOwn(factsOf(table).columns, column)) {
    throw new TypeError(`${table} has no column ${column}`);
  }
}

const SIGNS = {
  eq: "=",
  ne: "!=",
  gt: ">",
  gte: ">=",
  lt: "<",
  lte: "<=",
  in: "in",
  notIn: "not in",
  like: "like",
  ilike: "ilike",
} as const;

type Wanted = Readonly<Record<string, unknown>>;

/**
 * The conditions of a filter, all of which must hold.
 *
 * @param from The table's name in the statement.
 * @throws {TypeError} On an unknown column or operator, and on undefined: left out by mistake, it
 *   would stand for every row.
 */
export function conditions(
  eb: AnyBuilder,
  table: string,
  where: Wanted,
  { from = table, includeDeleted = false }: { from?: string; includeDeleted?: boolean } = {},
): Condition {
  const all: Condition[] = [];
  for (const [column, wanted] of Object.entries(where)) {
    requireColumn(table, column);
    if (wanted === undefined) throw new TypeError(`${table}.${column} is filtered by undefined`);
    all.push(...ofColumn(eb, `${from}.${column}`, operatorsOf(table, column, wanted)));
  }
  if (isSoft(table) && !includeDeleted) all.push(eb(`${from}.isDeleted`, "=", false));
  return eb.and(all);
}

function operatorsOf(table: string, column: string, wanted: unknown): Wanted {
  if (wanted === null) return { isNull: true };
  const isPlain = typeof wanted === "object" &&
    Object.getPrototypeOf(wanted) === Object.prototype;
  return isPlain && factsOf(table).columns[column] !== "jsonb" ? wanted as Wanted : { eq: wanted };
}

function ofColumn(eb: AnyBuilder, reference: string, operators: Wanted): Condition[] {
  return Object.entries(operators).map(([name, value]) => {
    if (value === undefined) throw new TypeError(`${reference} is filtered by undefined`);
    if (name === "isNull") return eb(reference, value ? "is" : "is not", null);
    if (!Object.hasOwn(SIGNS, name)) throw new TypeError(`There is no operator ${name}`);
    if (Array.isArray(value) && value.length === 0 && (name === "in" || name === "notIn")) {
      return eb.lit(name === "notIn"); // `in ()` is no SQL
    }
    return eb(reference, SIGNS[name as keyof typeof SIGNS], value);
  });
}

/**
 * Makes sure that a filter names one row at most.
 *
 * @throws {TypeError} If it holds no whole key against values.
 */
export function requireOneRow(table: string, where: Wanted): void {
  const { unique } = factsOf(table);
  const given = (column: string) => {
    const wanted = where[column];
    if (wanted === undefined || wanted === null) return false;
    const operators = operatorsOf(table, column, wanted);
    return operators.eq !== undefined;
  };
  if (Object.values(unique).some((columns) => columns.every(given))) return;
  throw new TypeError(`This may be more than one row of ${table}: give all columns of a key`);
}

/**
 * The columns by which two tables belong together: their one foreign key.
 *
 * @throws {TypeError} If there is none, or more than one.
 */
export function foreignKeyBetween(table: string, other: string): Readonly<Record<string, string>> {
  const found = [
    ...Object.values(factsOf(table).foreign).filter((key) => key.table === other)
      .map(({ columns, references }) => pairs(columns, references)),
    ...(table === other ? [] : Object.values(factsOf(other).foreign))
      .filter((key) => key.table === table)
      .map(({ columns, references }) => pairs(references, columns)),
  ];
  const [only, second] = found;
  if (only && !second) return only;
  const many = second ? "more than one foreign key" : "no foreign key";
  throw new TypeError(`There is ${many} between ${table} and ${other}: say joinOn`);
}

function pairs(own: readonly string[], others: readonly string[]): Record<string, string> {
  return Object.fromEntries(own.map((column, at) => [column, others[at] ?? ""]));
}

/** "author" and `name` make `authorName`. */
export function prefixed(prefix: string, column: string): string {
  return `${prefix}${column[0]?.toUpperCase()}${column.slice(1)}`;
}
