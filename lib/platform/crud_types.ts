import type { Insertable, SelectType, Updateable } from "kysely";
import type { z } from "zod";
import type { DB } from "./db_types.ts";

export type Table = keyof DB & string;
export type Column<T extends Table> = keyof DB[T] & string;
export type Cell<T extends Table, C extends Column<T>> = SelectType<DB[T][C]>;
export type Row<T extends Table> = { [C in Column<T>]: Cell<T, C> };
export type NewRow<T extends Table> = Insertable<DB[T]>;
export type Change<T extends Table> = Updateable<DB[T]>;

/** What a column is held against; several of one column must all hold. */
export interface Operators<V> {
  readonly eq?: V;
  readonly ne?: V;
  readonly gt?: V;
  readonly gte?: V;
  readonly lt?: V;
  readonly lte?: V;
  readonly in?: readonly V[];
  readonly notIn?: readonly V[];
  /** A pattern of LIKE; `%` and `_` of what somebody typed must be escaped. */
  readonly like?: V extends string ? string : never;
  /** The same, upper and lower case alike. */
  readonly ilike?: V extends string ? string : never;
  readonly isNull?: boolean;
}

/** Which rows: all that is given must hold. A value stands for `eq`, null for `isNull`. */
export type Where<T extends Table> = {
  readonly [C in Column<T>]?: Cell<T, C> | Operators<NonNullable<Cell<T, C>>>;
};

/** Which columns: a list, or those that a schema has. */
export type Selection<T extends Table> = readonly Column<T>[] | z.ZodObject;

/** A selection whose schema names columns of the table alone, of types that the columns have. */
export type Fits<T extends Table, S> = S extends z.ZodObject
  ? keyof z.input<S> extends Column<T> ? Mismatched<T, S> extends never ? S : never : never
  : S;

/** The fields of a schema that take none of what their column holds. */
type Mismatched<T extends Table, S extends z.ZodObject> = {
  [C in keyof z.input<S> & Column<T>]: unknown extends Cell<T, C> ? never
    : Cell<T, C> & z.input<S>[C] extends never ? C
    : never;
}[keyof z.input<S> & Column<T>];

/** The columns that a selection names. */
export type Selected<T extends Table, S> = S extends readonly (infer C)[] ? C & Column<T>
  : S extends z.ZodObject ? keyof z.input<S> & Column<T>
  : never;

/** A row with the columns of a selection. */
export type Picked<T extends Table, S> = Pick<Row<T>, Selected<T, S>>;

/** Columns, each from the smallest; with a minus before its name from the largest. */
export type Sort<T extends Table> = readonly (Column<T> | `-${Column<T>}`)[];

/** The columns of a joined row: "author" and `name` make `authorName`. */
export type Prefixed<J extends Table, P extends string, S, K extends "left" | "inner"> = {
  [C in Selected<J, S> as `${P}${Capitalize<C>}`]: K extends "left" ? Cell<J, C> | null
    : Cell<J, C>;
};
