import type { Column, Sort, Table, Where } from "./crud_types.ts";

/** Whether rows that are marked as deleted are seen; default false. */
export interface Seeing {
  readonly includeDeleted?: boolean;
}

/** Which columns are answered; default all. */
export interface Selecting<S> extends Seeing {
  readonly select?: S;
}

/** Which part of a list. Default: the first hundred, in the order of the primary key. */
export interface Listing<T extends Table, S> extends Selecting<S> {
  readonly where?: Where<T>;
  readonly sort?: Sort<T>;
  readonly offset?: number;
  readonly limit?: number;
}

export interface ListingByCursor<T extends Table, S> extends Listing<T, S> {
  /** `nextCursor` of the part before; then `offset` is not looked at. */
  readonly cursor?: string | undefined;
}

/** A part of a list. */
export interface Part<R> {
  readonly data: R[];
  /** How many rows the filter has in all. */
  readonly totalCount: number;
  readonly hasMore: boolean;
}

export interface PartByCursor<R> extends Part<R> {
  /** Which part this is, from 1, when all have the same length. */
  readonly page: number;
  /** Null behind the last one. */
  readonly nextCursor: string | null;
}

/** With which other table, and what of it. */
export interface Joining<
  T extends Table,
  J extends Table,
  P extends string,
  JS,
  K extends "left" | "inner",
> {
  readonly joinTable: J;
  /** Stands before the joined columns: "author" and `name` make `authorName`. */
  readonly joinPrefix: P;
  /** A column of this table with one of the other; default: the foreign key between the two. */
  readonly joinOn?: { readonly [C in Column<T>]?: Column<J> };
  readonly joinSelect?: JS;
  /** Of the other table. */
  readonly joinWhere?: Where<J>;
  /** `left`, the default: rows without another one stay, with nulls. */
  readonly joinType?: K;
}

/** What `update()` and `delete()` make sure of. */
export interface Unchanged {
  /** Only if it is as it was then: its `updated_at`, as it was read. */
  readonly ifUpdatedAt?: Date;
}
