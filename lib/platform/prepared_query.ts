import type { Compilable, CompiledQuery } from "kysely";
import type { Db, Trx } from "./database.ts";
import type { DirectQuery } from "./postgres_driver.ts";

/** Stands in a statement for a value that is given each time it runs. */
class Slot {
  constructor(readonly name: string) {}

  /** A text that a slot were put into would hold for the first values alone. */
  [Symbol.toPrimitive](): never {
    throw new TypeError(`The value ${this.name} is not known while the query is built`);
  }
}

/** Runs a prepared query, within a transaction or outside one. */
export type PreparedQuery<Values, Row> = (db: Db | Trx, values: Values) => Promise<Row[]>;

/**
 * A query whose text is always the same. It is built and compiled by its first run and only given
 * its values from then on: building one with three joins takes longer than all else that this
 * process does to ask it.
 *
 * @param build Puts the values where a parameter may stand, and looks at none of them: what they
 *   are is not known yet. A list of values (`in (…)`) is no parameter.
 */
export function prepareQuery<Values extends object, Row>(
  build: (db: Db, values: Values) => Compilable<Row>,
): PreparedQuery<Values, Row> {
  return prepare(build, false);
}

/**
 * The same of a query that finds a few rows by their keys, locks none and writes nothing: outside a
 * transaction, it has a connection that it shares with others, which wait behind it.
 *
 * @see docs/adr/0068-lookups-share-two-connections.md
 */
export function prepareLookup<Values extends object, Row>(
  build: (db: Db, values: Values) => Compilable<Row>,
): PreparedQuery<Values, Row> {
  return prepare(build, true);
}

function prepare<Values extends object, Row>(
  build: (db: Db, values: Values) => Compilable<Row>,
  isLookup: boolean,
): PreparedQuery<Values, Row> {
  let compiled: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    compiled ??= build(db, SLOTS as Values).compile();
    const query: DirectQuery<Row> = {
      ...compiled,
      parameters: compiled.parameters.map((parameter) => filled(parameter, values)),
      isLookup,
    };
    return (await db.executeQuery<Row>(query)).rows;
  };
}

const SLOTS = new Proxy({}, { get: (_, name) => new Slot(String(name)) });

function filled(parameter: unknown, values: object): unknown {
  if (!(parameter instanceof Slot)) return parameter;
  const value = (values as Readonly<Record<string, unknown>>)[parameter.name];
  if (value === undefined) throw new TypeError(`The query is not given its ${parameter.name}`);
  return value;
}
