import { type RawBuilder, sql } from "kysely";
import type { Trx } from "../platform/database.ts";

/**
 * Takes values out of the details of entries, for good. Their digest stays in their place, so that
 * the chain of the audit log holds; no other change of an entry is let through.
 *
 * @param fits The condition on `audit_log`.
 * @param keys Which values go; where an entry has none of them it stays as it is.
 * @returns The ids of the entries that were redacted.
 */
export async function redactAudit(
  trx: Trx,
  fits: RawBuilder<unknown>,
  keys: readonly string[],
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update audit_log set details = details - ${[...keys]}::text[], salt = null,
      details_digest = coalesce(details_digest, audit_details_digest(details, salt))
    where ${fits} and details ?| ${[...keys]}::text[] returning id`.execute(trx);
  return rows.map(({ id }) => id);
}
