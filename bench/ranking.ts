import { sql } from "kysely";
import { findPrincipal } from "../lib/accounts/principals.ts";
import type { Principal } from "../lib/accounts/principal.ts";
import { createJob, type Job } from "../lib/hiring/jobs.ts";
import { findPlace, getRanking, type RankingView } from "../lib/hiring/ranking.ts";
import { countGrades } from "../lib/hiring/ranking_counts.ts";
import type { Db } from "../lib/platform/database.ts";
import type { BrowserApp } from "../tests/browser/app.ts";
import { type Figure, median, type Part } from "./figure.ts";

/** How fast a ranking is read, from the database and as a page. */
export const ranking: Part = {
  name: "ranking",
  title: "Ranking",
  how: "One job with 13 requirements and so many judged résumés, made by SQL. Each figure is the " +
    "median of its runs: the first 100 rows as they come, by a word of the text, by a verdict; the " +
    "place of one résumé among them; the counts of grades. Then the whole page with 200 candidates " +
    "over HTTP, 100 rows of it.",
  measure,
};

const SIZES = [200, 10_000, 100_000];
const PAGE = { page: 1, itemsPerPage: 100 };

async function measure(): Promise<Figure[]> {
  // It builds the app as soon as it is loaded, which would slow down the other parts.
  const { browserApp } = await import("../tests/browser/app.ts");
  await using app = await browserApp({ worker: false });
  const { db } = app.test.services;
  const { userId, workspaceId } = await db.selectFrom("memberships")
    .select(["userId", "workspaceId"]).executeTakeFirstOrThrow();
  const owner = await findPrincipal(db, userId, workspaceId);
  if (!owner) throw new RangeError("The browser's user has no workspace");
  const figures: Figure[] = [];
  for (const size of SIZES) figures.push(...await measureJob(app, owner, size));
  return figures;
}

async function measureJob(app: BrowserApp, owner: Principal, size: number): Promise<Figure[]> {
  const { db } = app.test.services;
  const job = await makeRanked(owner, db, size);
  const runs = size > 10_000 ? 5 : 15;
  const take = (view: RankingView) => getRanking(owner, db, job.id, { ...view, ...PAGE });
  const { data: [first] } = await take({});
  const requirement = job.requirements[0]?.id;
  const reads: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["first 100", () => take({})],
    ["by a word", () => take({ q: "kafka" })],
    ["by a verdict", () => take({ requirement, verdict: "NO" })],
    ["place of one", () => findPlace(owner, db, job.id, first?.resumeId ?? "")],
    ["counts", () => countGrades(owner, db, job.id)],
  ];
  const figures: Figure[] = [];
  for (const [name, read] of reads) {
    figures.push({ name: `${size} résumés: ${name}`, value: await middle(runs, read), unit: "ms" });
  }
  if (size === SIZES[0]) figures.push(await measurePage(app, job));
  return figures;
}

async function measurePage(app: BrowserApp, job: Job): Promise<Figure> {
  const page = await app.signIn();
  const { cookies } = await page.context().storageState();
  await page.context().close();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const value = await middle(30, async () => {
    const answer = await fetch(`${app.url}/jobs/${job.id}/ranking`, { headers: { cookie } });
    if (answer.status !== 200) throw new RangeError(`The ranking answered ${answer.status}`);
    await answer.arrayBuffer();
  });
  return { name: "200 résumés: the page over HTTP", value, unit: "ms" };
}

async function middle(runs: number, run: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = -2; at < runs; at += 1) { // two to warm up
    const from = performance.now();
    await run();
    if (at >= 0) times.push(performance.now() - from);
  }
  return median(times);
}

const SKILLS =
  "TypeScript PostgreSQL Kafka Docker Redis React Python Java Terraform Kubernetes GraphQL Go Rust"
    .split(" ");

/** A job whose résumés have scores, verdicts and words of all kinds. */
async function makeRanked(owner: Principal, db: Db, size: number): Promise<Job> {
  const description = ["Requirements:", ...SKILLS.map((skill) => `- ${skill}`)].join("\n");
  const job = await createJob(owner, db, { title: `Ranking of ${size}`, description });
  const strip = job.requirements.map(({ id, level, gate }) => ({
    requirementId: id,
    level,
    gate,
    isOverridden: false,
  }));
  await sql`
    with made as (
      select n, uuidv7() as candidate_id, uuidv7() as resume_id, (n * 7919 % 1000) / 1000.0 as score
      from generate_series(1, ${size}::int) n
    ), people as (
      insert into candidates (id, workspace_id, name)
      select candidate_id, ${owner.workspaceId}, 'Person ' || n from made returning id
    ), papers as (
      insert into resumes (id, workspace_id, job_id, candidate_id, file_name, content_hash,
        text_hash, size_bytes, status, kind, language, text)
      select resume_id, ${owner.workspaceId}, ${job.id}, candidate_id, 'cv-' || n || '.pdf',
        sha256(n::text::bytea), sha256(n::text::bytea), 2000, 'done', 'pdf', 'en',
        'Person ' || n || case when n % 10 = 0 then ' runs Kafka' else ' knows nothing of it' end ||
          repeat(' and much more of what people write', 40)
      from made returning id
    )
    insert into evaluations (workspace_id, job_id, resume_id, requirements_version, engine_version,
      score, raw_score, grade, required_met, required_total, headline, flags, matches, summary)
    select ${owner.workspaceId}, ${job.id}, resume_id, 1, '1.0.0', score, score,
      case when score >= 0.8 then 'A' when score >= 0.65 then 'B' when score >= 0.5 then 'C'
        else 'D' end,
      n % 14, 13, 'Engineer · Firm ' || n % 97, '[]', '[]',
      jsonb_build_object('strength', null, 'gap', null, 'strip', (
        select jsonb_agg(item || jsonb_build_object('verdict',
          (array['YES', 'PARTIAL', 'NO'])[1 + (n + place) % 3]))
        from jsonb_array_elements(${JSON.stringify(strip)}::text::jsonb)
          with ordinality as items (item, place)
      ))
    from made`.execute(db);
  for (const table of ["resumes", "evaluations", "candidates"]) {
    await sql`vacuum analyze ${sql.table(table)}`.execute(db);
  }
  return job;
}
