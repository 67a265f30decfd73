import { sql } from "kysely";
import type { Config } from "../platform/config.ts";

/**
 * When a row of `sessions` or `token_families` ends however much it is used: so long after its
 * sign-in as the setting says now, by PostgreSQL's clock.
 */
export function lastEnd({ sessionMaxDays }: Pick<Config, "sessionMaxDays">) {
  return sql<Date>`created_at + make_interval(days => ${sessionMaxDays}::integer)`;
}

/** The moment since which a sign-in was made that has not come to that end. */
export function firstOfLasting({ sessionMaxDays }: Pick<Config, "sessionMaxDays">) {
  return sql<Date>`now() - make_interval(days => ${sessionMaxDays}::integer)`;
}
