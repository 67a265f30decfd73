import { type RawBuilder, sql } from "kysely";
import {
  type AnyBuilder,
  type AnyDb,
  columnsOf,
  conditions,
  factsOf,
  foreignKeyBetween,
  isSoft,
  prefixed,
  requireOneRow,
} from "./crud_statements.ts";
import type {
  Joining,
  Listing,
  ListingByCursor,
  Part,
  PartByCursor,
  Seeing,
  Selecting,
  Unchanged,
} from "./crud_options.ts";
import type {
  Change,
  Column,
  Fits,
  NewRow,
  Picked,
  Prefixed,
  Selection,
  Sort,
  Table,
  Where,
} from "./crud_types.ts";
import { openWalk, type OrderKey } from "./cursor.ts";
import type { Db } from "./database.ts";
import { Conflict, NotFound } from "./errors.ts";
import { toConflict } from "./violations.ts";

type All<T extends Table> = readonly Column<T>[];

/**
 * Columns that a cursor can stand at, how PostgreSQL calls their types, and a value that stands for
 * null there: a comparison with null holds for no row.
 */
const CURSOR_TYPES: Readonly<Record<string, readonly [OrderKey["type"], RawBuilder<unknown>]>> = {
  uuid: ["uuid", sql`'00000000-0000-0000-0000-000000000000'::uuid`],
  text: ["text", sql`''`],
  timestamptz: ["timestamptz", sql`'epoch'::timestamptz`],
  int2: ["integer", sql`0`],
  int4: ["integer", sql`0`],
  int8: ["bigint", sql`0`],
  float8: ["double precision", sql`0`],
};

/**
 * The plain operations on one table, typed by the schema. For a function of lib that has checked
 * who acts: the workspace belongs into `where` and into what is created.
 *
 * Each takes a `Db`, which may be a transaction. Rows that are marked as deleted are not there
 * unless asked for. A violated unique or foreign key is `Conflict`, which names the field.
 *
 * @see docs/crud.md for each call
 */
export class Crud<T extends Table> {
  readonly #table: string;

  constructor(table: T) {
    this.#table = table;
  }

  /** The row, or undefined. */
  async get<const S extends Selection<T> = All<T>>(
    db: Db,
    where: Where<T>,
    { select, ...seeing }: Selecting<S & Fits<T, S>> = {},
  ): Promise<Picked<T, S> | undefined> {
    return await any(db).selectFrom(this.#table).select(columnsOf(this.#table, select))
      .where(this.#filter(where, seeing)).limit(1).executeTakeFirst() as Picked<T, S> | undefined;
  }

  /**
   * A part of a list, by offset or by cursor.
   *
   * @throws {InvalidInput} If the cursor is none of ours, or of another filter or order.
   * @throws {TypeError} If it is to be sorted by a column that a cursor cannot stand at.
   */
  async getMulti<const S extends Selection<T> = All<T>>(
    db: Db,
    listing: ListingByCursor<T, S & Fits<T, S>> = {},
  ): Promise<PartByCursor<Picked<T, S>>> {
    const { where = {}, sort = [], offset = 0, limit = 100, cursor, select } = listing;
    const scope = [this.#table, where, sort];
    const query = { page: Math.floor(offset / limit) + 1, itemsPerPage: limit, cursor };
    const walk = openWalk(query, this.#order(sort), scope);
    const columns = columnsOf(this.#table, select);
    const filter = this.#filter(where, listing);
    const [rows, totalCount] = await Promise.all([
      any(db).selectFrom(this.#table).select(columns).select(walk.key.as("placeKey"))
        .where(filter).where(walk.isBehind).orderBy(sql`${walk.order}`)
        .limit(walk.limit).offset(cursor === undefined ? offset : 0).execute(),
      walk.total(async () => ({ count: await this.count(db, where, listing) })),
    ]);
    const { data, hasMore, page, nextCursor } = walk.page(
      rows as (Picked<T, S> & { placeKey: string })[],
      totalCount,
      ({ placeKey: _, ...row }) => row as unknown as Picked<T, S>,
    );
    return { data, totalCount, hasMore, page, nextCursor };
  }

  /** The row beside one of another table, or undefined. */
  async getJoined<
    J extends Table,
    const P extends string,
    const S extends Selection<T> = All<T>,
    const JS extends Selection<J> = All<J>,
    const K extends "left" | "inner" = "left",
  >(
    db: Db,
    where: Where<T>,
    joining:
      & Selecting<S & Fits<T, S>>
      & Joining<T, J, P, JS & Fits<J, JS>, K>,
  ): Promise<(Picked<T, S> & Prefixed<J, P, JS, K>) | undefined> {
    const { data: [row] } = await this.getMultiJoined<J, P, S, JS, K>(db, {
      ...joining,
      where,
      limit: 1,
    });
    return row;
  }

  /** A part of a list of rows, each beside one of another table. */
  async getMultiJoined<
    J extends Table,
    const P extends string,
    const S extends Selection<T> = All<T>,
    const JS extends Selection<J> = All<J>,
    const K extends "left" | "inner" = "left",
  >(
    db: Db,
    listing: Listing<T, S & Fits<T, S>> & Joining<T, J, P, JS & Fits<J, JS>, K>,
  ): Promise<Part<Picked<T, S> & Prefixed<J, P, JS, K>>> {
    const { joinPrefix, joinSelect, select, sort = [], offset = 0, limit = 100 } = listing;
    const joined = this.#joined(db, listing);
    const [rows, { count }] = await Promise.all([
      joined
        .select(columnsOf(this.#table, select).map((column) => `${this.#table}.${column}`))
        .select(
          columnsOf(listing.joinTable, joinSelect)
            .map((column) => `joined.${column} as ${prefixed(joinPrefix, column)}`),
        )
        .orderBy(orderBy(this.#order(sort))).limit(limit + 1).offset(offset).execute(),
      joined.select(sql<number>`count(*)`.as("count")).executeTakeFirstOrThrow(),
    ]);
    const data = rows.slice(0, limit) as (Picked<T, S> & Prefixed<J, P, JS, K>)[];
    return { data, totalCount: count as number, hasMore: rows.length > limit };
  }

  async count(db: Db, where: Where<T> = {}, seeing: Seeing = {}): Promise<number> {
    const { count } = await any(db).selectFrom(this.#table)
      .select(sql<number>`count(*)`.as("count"))
      .where(this.#filter(where, seeing)).executeTakeFirstOrThrow();
    return count;
  }

  async exists(db: Db, where: Where<T>, seeing: Seeing = {}): Promise<boolean> {
    const row = await any(db).selectFrom(this.#table).select(sql<number>`1`.as("one"))
      .where(this.#filter(where, seeing)).limit(1).executeTakeFirst();
    return row !== undefined;
  }

  /** @throws {Conflict} If a unique or foreign key forbids it. */
  async create<const S extends Selection<T> = All<T>>(
    db: Db,
    row: NewRow<T>,
    { select }: Selecting<S & Fits<T, S>> = {},
  ): Promise<Picked<T, S>> {
    return await this.#written(() =>
      any(db).insertInto(this.#table).values(row)
        .returning(columnsOf(this.#table, select)).executeTakeFirstOrThrow()
    ) as Picked<T, S>;
  }

  /** Creates all rows, or none; in the order given. */
  async createMany<const S extends Selection<T> = All<T>>(
    db: Db,
    rows: readonly NewRow<T>[],
    { select }: Selecting<S & Fits<T, S>> = {},
  ): Promise<Picked<T, S>[]> {
    if (rows.length === 0) return [];
    return await this.#written(() =>
      any(db).insertInto(this.#table).values(rows)
        .returning(columnsOf(this.#table, select)).execute()
    ) as Picked<T, S>[];
  }

  /**
   * Changes one row, and its `updated_at` where it has one.
   *
   * @param where All columns of a key, and whatever else must hold.
   * @throws {NotFound} If there is no such row.
   * @throws {Conflict} If it is not as it was at `ifUpdatedAt`, or a key forbids it.
   * @throws {TypeError} If `where` may be more than one row.
   */
  async update<const S extends Selection<T> = All<T>>(
    db: Db,
    where: Where<T>,
    change: Change<T>,
    { select, ifUpdatedAt, ...seeing }: Selecting<S & Fits<T, S>> & Unchanged = {},
  ): Promise<Picked<T, S>> {
    requireOneRow(this.#table, where);
    const row = await this.#written(() =>
      any(db).updateTable(this.#table).set({ ...this.#touch(), ...change })
        .where(this.#filter(where, seeing)).where(isUnchanged(this.#table, ifUpdatedAt))
        .returning(columnsOf(this.#table, select)).executeTakeFirst()
    );
    if (!row) throw await this.#missed(db, where, seeing);
    return row as Picked<T, S>;
  }

  /**
   * Creates a row, or changes the one that has its key already.
   *
   * @param on The columns of a key, of which `row` has values; default: the primary key.
   */
  async upsert<const S extends Selection<T> = All<T>>(
    db: Db,
    row: NewRow<T>,
    { on, select }: Selecting<S & Fits<T, S>> & { readonly on?: readonly Column<T>[] } = {},
  ): Promise<Picked<T, S>> {
    const key: readonly string[] = on ?? factsOf(this.#table).primary;
    const others = Object.entries(row as Record<string, unknown>)
      .filter(([column]) => !key.includes(column));
    // Setting a column of the key to itself makes the statement answer the row.
    const change = others.length > 0
      ? { ...this.#touch(), ...Object.fromEntries(others) }
      : { [key[0] ?? ""]: (row as Record<string, unknown>)[key[0] ?? ""] };
    return await this.#written(() =>
      any(db).insertInto(this.#table).values(row)
        .onConflict((conflict) => conflict.columns([...key]).doUpdateSet(change))
        .returning(columnsOf(this.#table, select)).executeTakeFirstOrThrow()
    ) as Picked<T, S>;
  }

  /**
   * Marks one row as deleted, where the table has `is_deleted`; else removes it.
   *
   * @throws {NotFound} If there is no such row.
   * @throws {Conflict} If others refer to it, or it is not as it was at `ifUpdatedAt`.
   * @throws {TypeError} If `where` may be more than one row.
   */
  async delete(db: Db, where: Where<T>, { ifUpdatedAt }: Unchanged = {}): Promise<void> {
    if (!isSoft(this.#table)) return await this.#remove(db, where, ifUpdatedAt);
    await this.#mark(db, where, { isDeleted: true, deletedAt: new Date() }, ifUpdatedAt);
  }

  /** Removes one row, also one that is marked as deleted. Throws as `delete()` does. */
  async dbDelete(db: Db, where: Where<T>): Promise<void> {
    await this.#remove(db, where);
  }

  /**
   * Takes the mark off one row.
   *
   * @throws {NotFound} If no such row is marked as deleted.
   * @throws {TypeError} If the table has no `is_deleted`.
   */
  async restore(db: Db, where: Where<T>): Promise<void> {
    if (!isSoft(this.#table)) throw new TypeError(`Nothing of ${this.#table} can be restored`);
    await this.#mark(db, where, { isDeleted: false, deletedAt: null });
  }

  async #mark(
    db: Db,
    where: Where<T>,
    mark: { readonly isDeleted: boolean; readonly deletedAt: Date | null },
    ifUpdatedAt?: Date,
  ): Promise<void> {
    requireOneRow(this.#table, where);
    const row = await this.#written(() =>
      any(db).updateTable(this.#table).set({ ...this.#touch(), ...mark })
        .where(this.#filter(where, { includeDeleted: true }))
        .where("isDeleted", "=", !mark.isDeleted).where(isUnchanged(this.#table, ifUpdatedAt))
        .returning(sql<number>`1`.as("one")).executeTakeFirst()
    );
    if (!row) throw await this.#missed(db, where, mark.isDeleted ? {} : { isRestoring: true });
  }

  async #remove(db: Db, where: Where<T>, ifUpdatedAt?: Date): Promise<void> {
    requireOneRow(this.#table, where);
    const seeing = { includeDeleted: true };
    const row = await this.#written(() =>
      any(db).deleteFrom(this.#table).where(this.#filter(where, seeing))
        .where(isUnchanged(this.#table, ifUpdatedAt))
        .returning(sql<number>`1`.as("one")).executeTakeFirst()
    );
    if (!row) throw await this.#missed(db, where, seeing);
  }

  /** Why no row was written: it is not there, or somebody else has changed it. */
  async #missed(
    db: Db,
    where: Where<T>,
    { isRestoring = false, ...seeing }: Seeing & { readonly isRestoring?: boolean },
  ): Promise<Error> {
    const name = this.#table.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return !isRestoring && await this.exists(db, where, seeing)
      ? new Conflict(`Somebody else has changed it meanwhile: read it again and repeat the change`)
      : new NotFound(`There is nothing like this among the ${name}`);
  }

  async #written<R>(write: () => Promise<R>): Promise<R> {
    try {
      return await write();
    } catch (error) {
      throw toConflict(error, this.#table);
    }
  }

  #touch(): { updatedAt?: RawBuilder<Date> } {
    return Object.hasOwn(factsOf(this.#table).columns, "updatedAt")
      ? { updatedAt: sql<Date>`now()` }
      : {};
  }

  #filter(where: Where<T>, seeing: Seeing) {
    return (eb: AnyBuilder) => conditions(eb, this.#table, where, seeing);
  }

  // deno-lint-ignore no-explicit-any -- built from names
  #joined(db: Db, listing: Listing<T, any> & Joining<T, any, any, any, "left" | "inner">) {
    const { joinTable, joinWhere = {}, joinType = "left", where = {} } = listing;
    const on = Object.entries(
      (listing.joinOn ?? foreignKeyBetween(this.#table, joinTable)) as Record<string, string>,
    );
    const isJoined = (eb: AnyBuilder) =>
      eb.and([
        ...on.map(([own, other]) => eb(`${this.#table}.${own}`, "=", eb.ref(`joined.${other}`))),
        conditions(eb, joinTable, joinWhere, { ...listing, from: "joined" }),
      ]);
    const from = any(db).selectFrom(this.#table);
    const other = `${joinTable} as joined`;
    const joined = joinType === "inner"
      ? from.innerJoin(other, (join) => join.on(isJoined))
      : from.leftJoin(other, (join) => join.on(isJoined));
    return joined.where((eb: AnyBuilder) => conditions(eb, this.#table, where, listing));
  }

  /**
   * The order asked for, and the primary key behind it, so that no two rows are alike. Nulls come
   * last, or first when the largest does, as PostgreSQL has it.
   */
  #order(sort: Sort<T>): OrderKey[] {
    const { columns, nullable, primary } = factsOf(this.#table);
    const named = sort.map((name) => name.replace(/^-/, ""));
    const all = [...sort, ...primary.filter((column) => !named.includes(column))];
    return all.flatMap((name): OrderKey[] => {
      const column = name.replace(/^-/, "");
      columnsOf(this.#table, [column]);
      const [type, instead] = CURSOR_TYPES[columns[column] ?? ""] ?? [];
      if (!type) throw new TypeError(`${this.#table} cannot be sorted by ${column}`);
      const isDescending = name.startsWith("-");
      const value = sql`${sql.ref(`${this.#table}.${column}`)}`;
      if (!nullable.includes(column)) return [{ sql: value, type, isDescending }];
      return [
        { sql: sql`(${value} is null)::integer`, type: "integer", isDescending },
        { sql: sql`coalesce(${value}, ${instead})`, type, isDescending },
      ];
    });
  }
}

/** The plain operations on a table. */
export function crud<T extends Table>(table: T): Crud<T> {
  return new Crud(table);
}

/** Types are checked where a call is made; the statement is built from names. */
function any(db: Db): AnyDb {
  return db as unknown as AnyDb;
}

function orderBy(order: readonly OrderKey[]): RawBuilder<unknown> {
  return sql.join(order.map((key) => sql`${key.sql} ${key.isDescending ? sql`desc` : sql`asc`}`));
}

/** As JavaScript reads it: to the millisecond. */
function isUnchanged(table: string, ifUpdatedAt: Date | undefined): RawBuilder<boolean> {
  if (!ifUpdatedAt) return sql<boolean>`true`;
  columnsOf(table, ["updatedAt"]);
  return sql<boolean>`date_trunc('milliseconds', updated_at) = ${ifUpdatedAt}`;
}
