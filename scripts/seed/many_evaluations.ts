import { sql } from "kysely";
import { randomBytes } from "node:crypto";
import type { Db, Trx } from "../../lib/platform/database.ts";

/** How many, for whom, and who is told how far it is. */
export interface ManyEvaluations {
  readonly evaluations: number;
  /** The workspace of the first ones; those after that get workspaces of their own. */
  readonly workspaceId: string;
  readonly userId: string;
  /** How many a workspace has: 100,000, as a large customer. */
  readonly perWorkspace?: number;
  /** How many a job has: 2,000. All of them are made in one transaction. */
  readonly perJob?: number;
  /** How many the first job of each workspace has: 10,000. */
  readonly inLargestJob?: number;
  /** Of each how manieth one an entry of the log, an event and a task are left: 5. */
  readonly tracesOf?: number;
  readonly tell?: (done: number, workspaces: number) => void;
}

const FIRST = "Amara Tomás Sanne Youssef Priya Mateusz Fatima Lars Noor Willem Anouk Mei".split(
  " ",
);
const LAST = "Okafor Herrera Visser Amrani Zielinski Brekke Heuvel Groot Kuipers Kaya".split(" ");
const COMMON =
  "experience team work project manager customer data software service planning quality report ervaring klanten zorg typescript postgresql kafka python excel"
    .split(" ");
const SYLLABLES = "ba ce di fo gu la me ni po ru sa te vi wo zu kra stel plan morf tron".split(" ");

/**
 * Makes invented people with a résumé, an evaluation, and some an entry of the audit log, a
 * webhook's delivery and a task, as they are when all is done; by one statement a table and job.
 *
 * @param db Of the tables' owner: others may not clean up behind it.
 */
export async function makeManyEvaluations(db: Db, many: ManyEvaluations): Promise<void> {
  const { perWorkspace = 100_000, perJob = 2000, inLargestJob = 10_000, tracesOf = 5 } = many;
  let workspaceId = many.workspaceId;
  let workspaces = 1;
  for (let done = 0; done < many.evaluations;) {
    if (done > 0 && done % perWorkspace === 0) {
      workspaces++;
      workspaceId = await addWorkspace(db, many.userId, workspaces);
    }
    const inWorkspace = done % perWorkspace;
    const most = inWorkspace === 0 ? inLargestJob : perJob;
    const count = Math.min(most, perWorkspace - inWorkspace, many.evaluations - done);
    const part = { ...many, workspaceId, count, from: done, tracesOf };
    await db.transaction().execute(async (trx) => {
      // What is not on the disk yet, vacuum cannot mark as seen by all, and counts would read it.
      await sql`set local synchronous_commit = on`.execute(trx);
      await makeJob(trx, part);
    });
    done += count;
    many.tell?.(done, workspaces);
  }
  for (const table of TABLES) await sql`vacuum (analyze) ${sql.table(table)}`.execute(db);
}

const TABLES = [
  ...["jobs", "requirements", "candidates", "resumes", "evaluations", "tasks", "audit_log"],
  ...["audit_unsealed", "webhook_events", "webhook_deliveries"],
];

async function addWorkspace(db: Db, userId: string, number: number): Promise<string> {
  return await db.transaction().execute(async (trx) => {
    const { id } = await trx.insertInto("workspaces").values({ name: `Seeded ${number}` })
      .returning("id").executeTakeFirstOrThrow();
    await trx.insertInto("memberships").values({ workspaceId: id, userId, role: "owner" })
      .execute();
    return id;
  });
}

interface Part {
  readonly workspaceId: string;
  readonly userId: string;
  readonly count: number;
  readonly tracesOf: number;
  /** The number of the first one, which its name follows from. */
  readonly from: number;
}

async function makeJob(trx: Trx, part: Part): Promise<void> {
  const { workspaceId, userId, from } = part;
  const { id: jobId } = await trx.insertInto("jobs").values({
    workspaceId,
    title: `Engineer ${from + 1}`,
    description: "Requirements:\n- TypeScript\n- PostgreSQL\n- Kafka\n- Kubernetes",
    confirmedAt: sql<Date>`now()`,
    createdBy: userId,
  }).returning("id").executeTakeFirstOrThrow();
  await sql`
    insert into requirements (workspace_id, job_id, position, name, level, kind, importance, gate,
      skill)
    select ${workspaceId}::uuid, ${jobId}::uuid, n, name, 'required', 'hard', 3, false, name
    from unnest(array['TypeScript', 'PostgreSQL', 'Kafka', 'Kubernetes'])
      with ordinality as given (name, n)`.execute(trx);
  await sql`
    create temporary table made on commit drop as
    select n, uuidv7() as candidate_id, uuidv7() as resume_id,
      (${FIRST}::text[])[1 + (n * 7) % ${FIRST.length}::int] as first,
      (${LAST}::text[])[1 + (n * 11 + n / 25) % ${LAST.length}::int] as last,
      0.2 + 0.8 * (hashint4(n)::bigint + 2147483648) / 4294967296.0 as score
    from generate_series(${from + 1}::int, ${from + part.count}::int) n`.execute(trx);
  await insertPeople(trx, part);
  await insertResumes(trx, part, jobId);
  await insertEvaluations(trx, part, jobId);
  await insertTraces(trx, part, jobId);
}

async function insertPeople(trx: Trx, { workspaceId }: Part): Promise<void> {
  await sql`
    insert into candidates (id, workspace_id, name, email, place)
    select candidate_id, ${workspaceId}::uuid, first || ' ' || last,
      lower(last) || '.' || n || '@example.com',
      (array['Utrecht', 'Zwolle', 'Antwerp', 'Gent'])[1 + n % 4]
    from made order by n`.execute(trx);
}

async function insertResumes(trx: Trx, { workspaceId }: Part, jobId: string): Promise<void> {
  await sql`
    insert into resumes (id, workspace_id, job_id, candidate_id, file_name, content_hash, text_hash,
      size_bytes, status, kind, language, text)
    select resume_id, ${workspaceId}::uuid, ${jobId}::uuid, candidate_id, 'cv-' || n || '.txt',
      sha256(n::text::bytea), sha256(n::text::bytea), 2000, 'done', 'text',
      case when n % 4 = 0 then 'nl' else 'en' end,
      first || ' ' || last || E'\n' || words
    from made cross join lateral (
      select string_agg(${word()}, ' ' order by g) as words
      from generate_series(1, 40) g where g + n > 0
    ) text order by n`.execute(trx);
}

/** A common word, or a name of something that does not exist. */
function word() {
  const one = (of: readonly string[], power: number) =>
    sql`(${of}::text[])[1 + floor(power(random(), ${power}::int) * ${of.length}::int)::int]`;
  return sql`case when random() < 0.3 then ${one(COMMON, 2)}
    else ${one(SYLLABLES, 1)} || ${one(SYLLABLES, 1)} || ${one(SYLLABLES, 2)} end`;
}

async function insertEvaluations(trx: Trx, { workspaceId }: Part, jobId: string): Promise<void> {
  await sql`
    insert into evaluations (workspace_id, job_id, resume_id, requirements_version, engine_version,
      score, raw_score, grade, engine_score, engine_grade, required_met, required_total, headline,
      flags, matches, summary)
    select ${workspaceId}::uuid, ${jobId}::uuid, resume_id, 1, 'seeded', score, score, grade, score,
      grade, round(score * 4), 4, 'Backend engineer · Tidewater Bank',
      case when score > 0.78 then '["near_line"]' else '[]' end::jsonb, '[]',
      jsonb_build_object('strip', '[]'::jsonb, 'strength', null, 'gap', null)
    from made, lateral (select case when score >= 0.8 then 'A' when score >= 0.65 then 'B'
      when score >= 0.5 then 'C' else 'D' end as grade) graded
    order by n`.execute(trx);
}

/** What the work left behind: entries of the log, events told to a webhook, tasks that are done. */
async function insertTraces(trx: Trx, part: Part, jobId: string): Promise<void> {
  const { workspaceId, userId, tracesOf } = part;
  await sql`
    insert into audit_log (workspace_id, user_id, action, target_id, details, job_id, resume_id,
      candidate_id)
    select ${workspaceId}::uuid, ${userId}::uuid, 'candidate.viewed', candidate_id, '{}',
      ${jobId}::uuid, resume_id, candidate_id
    from made where n % ${tracesOf}::int = 0 order by n`.execute(trx);
  await sql`
    insert into tasks (workspace_id, name, payload, state, attempts, started_at, finished_at)
    select ${workspaceId}::uuid, 'read_resume', jsonb_build_object('resumeId', resume_id), 'done', 1,
      now(), now()
    from made where n % ${tracesOf}::int = 0 order by n`.execute(trx);
  const webhookId = await pausedWebhook(trx, part);
  await sql`
    with told as (
      insert into webhook_events (workspace_id, type, data)
      select ${workspaceId}::uuid, 'resume.evaluated', jsonb_build_object('resume_id', resume_id)
      from made where n % ${tracesOf}::int = 0 order by n returning id
    )
    insert into webhook_deliveries (workspace_id, webhook_id, event_id, state, attempts, finished_at)
    select ${workspaceId}::uuid, ${webhookId}::uuid, id, 'delivered', 1, now() from told`
    .execute(trx);
}

/** Nothing is ever sent to it. */
async function pausedWebhook(trx: Trx, { workspaceId, userId }: Part): Promise<string> {
  const url = "https://seeded.example.com/hook";
  const known = await trx.selectFrom("webhooks").select("id")
    .where("workspaceId", "=", workspaceId).where("url", "=", url).executeTakeFirst();
  if (known) return known.id;
  const { id } = await trx.insertInto("webhooks").values({
    workspaceId,
    url,
    events: ["resume.evaluated"],
    state: "paused",
    secret: randomBytes(32),
    createdBy: userId,
  }).returning("id").executeTakeFirstOrThrow();
  return id;
}
