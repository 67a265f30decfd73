import { sql } from "kysely";
import type { Db, Trx } from "../../lib/platform/database.ts";

/** How large a workspace is made. */
export interface Many {
  readonly workspaceId: string;
  /** Spread over one job for each 200. */
  readonly resumes: number;
  /** Words in the text of one résumé. */
  readonly words: number;
}

const FIRST = [
  ..."Amara Tomás Sanne Youssef Priya Mateusz Fatima Lars Daniel Noor Willem Anouk".split(" "),
  ..."Pieter Jeroen Marloes Esra Olivia Chidi Mei Ingrid Victor Yasmin Henk Koen Petra".split(" "),
];
const LAST = [
  ..."Okafor Herrera Visser Amrani Raghunathan Zielinski Bensaïd Brekke Adeyemi".split(" "),
  ..."Heuvel Groot Willems Kuipers Hendriks Timmer Nowak Haddad Kaya Novak Grant".split(" "),
  ..."Meijer Brouwer Jansen Mulder Dekker Bakker Peeters Dubois Lindqvist Hoffmann".split(" "),
];
const COMMON = [
  ..."experience team work project manager customer data development software service".split(" "),
  ..."planning quality report process design training support system business".split(" "),
  ..."ervaring werken klanten projecten leiding zorg kwaliteit opleiding techniek".split(" "),
  ..."typescript postgresql kafka kubernetes python java excel salesforce payroll".split(" "),
];
const SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi wo zu kra stel plan morf tron".split(" ");

/** Slower to keep up row by row than to make anew. */
const INDEXES = ["resumes_search", "resumes_near", "candidates_name", "candidates_email"];

/**
 * Fills a workspace with invented résumés in the state that reading leaves them in, by one
 * statement a table, so that a hundred thousand take seconds. Of their words some stand in most
 * texts and some in few. The same numbers make the same rows.
 */
export async function makeManyResumes(db: Db, many: Many): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const { rows: indexes } = await sql<{ name: string; definition: string }>`
      select indexname as name, indexdef as definition from pg_indexes
      where indexname = any(${INDEXES}::text[])`.execute(trx);
    for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(trx);
    await insertPeople(trx, many);
    await insertResumes(trx, many);
    for (const { definition } of indexes) await sql.raw(definition).execute(trx);
  });
  for (const table of ["jobs", "candidates", "resumes"]) {
    await sql`vacuum analyze ${sql.table(table)}`.execute(db);
  }
}

async function insertPeople(trx: Trx, { workspaceId, resumes }: Many): Promise<void> {
  await sql`select setseed(0.42)`.execute(trx);
  await sql`
    insert into jobs (workspace_id, title, description, confirmed_at)
    select ${workspaceId}::uuid, 'Vacancy ' || n, 'Requirements: none at all', now()
    from generate_series(1, ${Math.ceil(resumes / 200)}::int) n`.execute(trx);
  await sql`
    create temporary table made on commit drop as
    select n, uuidv7() as candidate_id,
      (${FIRST}::text[])[1 + (n * 7) % ${FIRST.length}::int] as first,
      (${LAST}::text[])[1 + (n * 11 + n / 25) % ${LAST.length}::int] as last
    from generate_series(1, ${resumes}::int) n`.execute(trx);
  await sql`
    insert into candidates (id, workspace_id, name, email, place)
    select candidate_id, ${workspaceId}::uuid, first || ' ' || last,
      lower(last) || '.' || n || '@' ||
        (array['example.com', 'mail.example', 'post.example'])[1 + n % 3],
      (array['Utrecht', 'Zwolle', 'Antwerp', 'Gent'])[1 + n % 4]
    from made order by n`.execute(trx);
}

async function insertResumes(trx: Trx, { workspaceId, words }: Many): Promise<void> {
  await sql`
    insert into resumes (workspace_id, job_id, candidate_id, file_name, content_hash, size_bytes,
      status, kind, language, text)
    select ${workspaceId}::uuid, j.id, m.candidate_id, 'cv-' || m.n || '.txt',
      decode(md5(m.n::text), 'hex'), 2000, 'done', 'text',
      case when m.n % 4 = 0 then 'nl' else 'en' end,
      m.first || ' ' || m.last || E'\n' || t.text
    from made m
    join (
      select id, row_number() over (order by id) - 1 as n from jobs
      where workspace_id = ${workspaceId}::uuid
    ) j on j.n = (m.n - 1) / 200
    cross join lateral (
      select string_agg(${word()}, ' ' order by g) as text
      from generate_series(1, ${words}::int) g where g + m.n > 0
    ) t
    order by m.n`.execute(trx);
}

/** A common word, or a name of something that does not exist. */
function word() {
  const one = (of: readonly string[], power: number) =>
    sql`(${of}::text[])[1 + floor(power(random(), ${power}::int) * ${of.length}::int)::int]`;
  return sql`case when random() < 0.3 then ${one(COMMON, 2)}
    else ${one(SYLLABLES, 1)} || ${one(SYLLABLES, 1)} || ${one(SYLLABLES, 2)} end`;
}
