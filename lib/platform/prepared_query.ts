import { type Compilable, CompiledQuery, type InferResult } from "kysely";
import type { Db, Trx } from "./database.ts";

/** Runs a query that was built before, with other values. */
export type PreparedQuery<Values, Row> = (db: Db | Trx, values: Values) => Promise<Row[]>;

/**
 * Builds a query once and runs it many times: building one anew, node by node, costs as much as
 * sending it. For what every call asks.
 *
 * @param names The values, by which the query is built with stand-ins.
 * @param build Uses each stand-in as a plain value, at least once.
 * @throws {RangeError} At the first run, if a value is not used as it is.
 */
export function preparedQuery<const Name extends string, Query extends Compilable>(
  names: readonly Name[],
  build: (db: Db | Trx, values: Readonly<Record<Name, string>>) => Query,
): PreparedQuery<Readonly<Record<Name, string>>, InferResult<Query>[number]> {
  let prepared: { sql: string; places: readonly Name[] } | undefined;
  return async (db, values) => {
    const { sql, places } = prepared ??= compile(db);
    const query = CompiledQuery.raw(sql, places.map((name) => values[name]));
    const { rows } = await db.executeQuery(query);
    return rows as InferResult<Query>[number][];
  };

  function compile(db: Db | Trx) {
    const standIns = Object.fromEntries(names.map((name) => [name, `stand-in for ${name}`]));
    const { sql, parameters } = build(db, standIns as Record<Name, string>).compile();
    const places = parameters.map((parameter) => {
      const name = names.find((name) => standIns[name] === parameter);
      if (name === undefined) throw new RangeError("The query has a value of its own");
      return name;
    });
    if (names.some((name) => !places.includes(name))) {
      throw new RangeError("The query leaves a value out");
    }
    return { sql, places };
  }
}
