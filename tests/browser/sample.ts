import { type RawBuilder, sql } from "kysely";
import type { Person } from "../../lib/accounts/principal.ts";
import { loadSample } from "../../lib/hiring/samples.ts";
import type { Trx } from "../../lib/platform/database.ts";
import type { Services } from "../../lib/platform/services.ts";
import { waitFor } from "../harness/wait.ts";
import type { BrowserApp } from "./app.ts";
import { findOwner } from "./places.ts";

/** The sample, read and judged. */
export interface Sample {
  readonly owner: Person;
  /** The first job of the sample, whose evaluations are the others' too. */
  readonly job: string;
  /** The résumés of that job with a score, best first. */
  readonly resumes: readonly string[];
  /** The person of the best of them. */
  readonly person: string;
}

/**
 * Loads the sample for the browser's user and waits for its verdicts.
 *
 * @param day The day by which the résumés are judged, since work until today grows longer.
 */
export async function fillWithSample(
  { test: { services } }: BrowserApp,
  day: string,
): Promise<Sample> {
  const { db } = services;
  const owner = await findOwner(services);
  await receiveOn(services, sql.lit(day));
  const { jobIds: [job = ""] } = await loadSample(owner, services);
  await waitFor("the sample to be judged", async () => {
    const open = await db.selectFrom("resumes").select("id")
      .where("status", "not in", ["done", "failed"]).executeTakeFirst();
    return open === undefined;
  }, 120_000);
  await receiveOn(services, sql`(now() at time zone 'utc')::date`);
  await sql`update resumes set received_on = default`.execute(db);
  const rows = await db.selectFrom("evaluations")
    .innerJoin("resumes", "resumes.id", "evaluations.resumeId")
    .innerJoin("candidates", "candidates.id", "resumes.candidateId")
    .select(["evaluations.resumeId", "candidates.personId"]).where("evaluations.jobId", "=", job)
    .orderBy("evaluations.score", "desc").orderBy("resumes.fileName").execute();
  const resumes = rows.map(({ resumeId }) => resumeId);
  return { owner, job, resumes, person: rows[0]?.personId ?? "" };
}

/** The day that résumés get from now on. */
async function receiveOn({ db }: Services, day: RawBuilder<unknown>): Promise<void> {
  await sql`alter table resumes alter column received_on set default ${day}`.execute(db);
}

const LEFT = ["sessions", "sign_in_failures", "tasks"];

const SEALED = ["audit_log", "audit_seals"];

async function setTriggers(trx: Trx, table: string, how: "enable" | "disable"): Promise<void> {
  await sql`alter table ${sql.table(table)} ${sql.raw(how)} trigger user`.execute(trx);
}

/** Moves whatever happened, in its order, to a time that begins at `from`. */
export async function moveInTime({ db }: Services, from: Date): Promise<void> {
  const { rows: columns } = await sql<{ tableName: string; columnName: string; isDay: boolean }>`
    select c.table_name, c.column_name, c.data_type = 'date' as is_day
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.data_type in ('timestamp with time zone', 'date') and c.is_generated = 'NEVER'`
    .execute(db);
  const { at } = await db.selectFrom("jobs").select((eb) => eb.fn.min("createdAt").as("at"))
    .executeTakeFirstOrThrow();
  await db.transaction().execute(async (trx) => {
    // Nothing may change the audit log but the clock of these tests.
    for (const table of SEALED) await setTriggers(trx, table, "disable");
    for (const { tableName, columnName, isDay } of columns) {
      if (LEFT.includes(tableName) || tableName.startsWith("kysely_")) continue;
      const column = sql.ref(columnName);
      const moved = isDay
        ? sql`${from}::date + (${column} - ${at}::date)`
        : sql`${from}::timestamptz + (${column} - ${at}::timestamptz)`;
      await sql`update ${sql.table(tableName)} set ${column} = ${moved}`.execute(trx);
    }
    for (const table of SEALED) await setTriggers(trx, table, "enable");
  });
}
