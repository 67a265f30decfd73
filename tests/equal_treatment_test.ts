import assert from "node:assert/strict";
import { unzipSync } from "fflate";
import { sql } from "kysely";
import { createLink, linkToken } from "../lib/accounts/mail_links.ts";
import { applyRetention } from "../lib/hiring/privacy/apply_retention.ts";
import { type ApiTest, apiTest, type Json } from "./harness/api.ts";
import { JUDGED_JOB, makeJudged } from "./harness/judged.ts";
import { visitor } from "./harness/visitor.ts";

/** A job with so many people of each group; the first ones of each are shortlisted. */
async function jobOf(
  test: ApiTest,
  title: string,
  groups: Readonly<Record<string, readonly [applied: number, shortlisted: number]>>,
): Promise<{ jobId: string; resumes: string[] }> {
  const { api, owner, test: { services: { db } } } = test;
  const names = Object.entries(groups).flatMap(([group, [applied]]) =>
    Array.from({ length: applied }, (_, at) => `${title} ${group || "unsaid"} ${at}`)
  );
  const { job, of } = await makeJudged(
    owner,
    db,
    names.map((name) => ({ name, verdicts: ["YES", "YES", "NO", "NO"] })),
    { ...JUDGED_JOB, title },
  );
  for (const [group, [applied, shortlisted]] of Object.entries(groups)) {
    const own = Array.from(
      { length: applied },
      (_, at) => of(`${title} ${group || "unsaid"} ${at}`),
    );
    if (group !== "") await say(test, own, "gender", group);
    if (shortlisted > 0) await decide(api, own.slice(0, shortlisted), "shortlisted");
  }
  return { jobId: job.id, resumes: names.map(of) };
}

async function say(
  { test: { services: { db } } }: ApiTest,
  resumes: readonly string[],
  question: string,
  answer: string,
) {
  await sql`
    insert into group_answers (workspace_id, candidate_id, question, answer)
    select workspace_id, candidate_id, ${question}, ${answer} from resumes
    where id = any(${[...resumes]}::uuid[])`.execute(db);
}

async function decide(api: ApiTest["api"], resumes: readonly string[], decision: string) {
  const { status, body } = await api.call("POST", "/moves", {
    json: {
      resumes: resumes.map((id) => ({ id })),
      to: { decision },
      ...(decision === "rejected" ? { reason_code: "other_chosen" } : {}),
    },
  });
  assert.equal(status, 200, JSON.stringify(body));
}

/** Lets everything have been forty days ago. */
async function letPass({ test: { services: { db } } }: ApiTest) {
  await sql`update resumes set created_at = created_at - interval '40 days'`.execute(db);
  await sql`update moves set created_at = created_at - interval '40 days'`.execute(db);
  await sql`update group_answers set answered_at = answered_at - interval '40 days'`.execute(db);
}

/** The groups at the stage of being shortlisted. */
async function shortlisted({ api }: ApiTest, jobId?: string): Promise<Record<string, Json>> {
  const { status, body } = await api.call(
    "GET",
    `/equal_treatment${jobId ? `?job=${jobId}` : ""}`,
  );
  assert.equal(status, 200, JSON.stringify(body));
  const [{ stages }] = body.questions;
  const found = stages.find(({ stage }: Json) => stage.key === "shortlisted");
  return Object.fromEntries((found?.groups ?? []).map((one: Json) => [one.group, one]));
}

Deno.test("groups are compared by the four-fifths rule, in figures that give nobody away", async (t) => {
  await using test = await apiTest({ worker: false });
  const { api, test: { services } } = test;
  const { db } = services;
  assert.deepEqual((await api.call("GET", "/equal_treatment")).body.questions, []);
  await api.call("PATCH", "/workspace/group_questions", { json: { questions: ["gender"] } });
  const large = await jobOf(test, "Large", {
    woman: [40, 8],
    man: [40, 20],
    other: [3, 1],
    "": [12, 4],
  });
  const small = await jobOf(test, "Small", { woman: [6, 3], man: [5, 2] });
  await jobOf(test, "Tiny", { woman: [6, 4], man: [8, 3] });

  await t.step("nothing of this month shows yet", async () => {
    assert.deepEqual(await shortlisted(test, large.jobId), {});
  });
  await letPass(test);
  await t.step("rates, ratios and the test", async () => {
    const { woman, man, other } = await shortlisted(test, large.jobId);
    assert.deepEqual([woman.applied, woman.reached, woman.rate], [40, 8, 0.2]);
    assert.deepEqual([man.rate, man.impact_ratio, man.p_value], [0.5, 1, null]);
    assert.deepEqual([woman.impact_ratio, woman.is_below_four_fifths], [0.4, true]);
    // Of 28 shortlisted among 80, worked out with whole numbers.
    assert.ok(Math.abs(woman.p_value - 0.00931061072179976) < 1e-9, String(woman.p_value));
    assert.equal(woman.is_significant, true);
    assert.equal(other, undefined, "three people");
  });
  await t.step("a job with few people is told with others like it alone", async () => {
    assert.deepEqual(await shortlisted(test, small.jobId), {});
    const { woman, man } = await shortlisted(test);
    assert.deepEqual([woman.applied, woman.reached], [40 + 12, 8 + 7]);
    assert.deepEqual([man.applied, man.reached], [40 + 13, 20 + 5]);
  });
  await t.step("the page has it in both languages", async () => {
    const { open } = await visitor(test, "olga");
    const page = await (await open(`/reports/equal?job=${large.jobId}`)).text();
    assert.match(page, /Woman: below four fifths, and not by chance/);
    assert.match(page, /8 of 40/);
    assert.doesNotMatch(page, /Another gender<\/th>/);
    assert.match(await (await open("/reports/equal", "nl")).text(), /Gelijke behandeling/);
  });
  await t.step("who is deleted by the rule still counts, and nobody is named for it", async () => {
    const before = await shortlisted(test, large.jobId);
    const rejected = large.resumes.slice(30, 40);
    await decide(api, rejected, "rejected");
    await sql`update resumes set stage_since = now() - interval '40 days'
      where id = any(${rejected}::uuid[])`.execute(db);
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    assert.equal((await applyRetention(services, undefined, later(0))).warned, 10);
    assert.equal((await applyRetention(services, undefined, later(8))).deleted, 10);
    assert.deepEqual(await shortlisted(test, large.jobId), before);
    const { count } = await db.selectFrom("groupAnswers")
      .select((of) => of.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
    assert.equal(count, 83 + 11 + 14 - 10);
  });
  await t.step("a question that is asked no more leaves nothing", async () => {
    await api.call("PATCH", "/workspace/group_questions", { json: { questions: ["age"] } });
    for (const table of ["groupAnswers", "groupTallies"] as const) {
      assert.deepEqual(await db.selectFrom(table).selectAll().execute(), [], table);
    }
    const { body } = await api.call("GET", "/equal_treatment");
    assert.deepEqual(body.questions, [{ question: "age", stages: [] }]);
    const viewer = await test.addPerson("recruiter", "same");
    const refused = await viewer.call("PATCH", "/workspace/group_questions", {
      json: { questions: [] },
    });
    assert.equal(refused.status, 403);
  });
});

Deno.test("what a candidate says of themselves is read by them alone", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner, url, test: { config, services: { db } } } = test;
  const { job, of } = await makeJudged(owner, db, [
    { name: "Anna", email: "anna@example.com", verdicts: ["YES", "YES", "NO", "NO"] },
  ]);
  const { candidateId } = await db.selectFrom("resumes").select("candidateId")
    .where("id", "=", of("Anna")).executeTakeFirstOrThrow();
  const linkId = await db.transaction().execute((trx) =>
    createLink(trx, config, {
      purpose: "candidate_page",
      candidateId: candidateId ?? "",
      senderId: null,
      email: "anna@example.com",
    })
  );
  const base = `${url}/your-data/${await linkToken(config, linkId)}`;
  const send = (fields: Record<string, string>) =>
    fetch(`${base}/groups`, {
      method: "POST",
      headers: { origin: url },
      body: new URLSearchParams(fields),
      redirect: "manual",
    });
  assert.doesNotMatch(await (await fetch(base)).text(), /Voluntary/);
  assert.equal((await send({ gender: "woman" })).status, 422, "nothing is asked");
  await api.call("PATCH", "/workspace/group_questions", {
    json: { questions: ["gender", "disability"] },
  });
  assert.match(await (await fetch(base)).text(), /Voluntary: about you/);
  assert.equal((await send({ gender: "queen" })).status, 422);
  assert.equal((await send({ weight: "80" })).status, 422);
  assert.equal((await send({ gender: "woman", disability: "yes" })).status, 303);
  assert.equal((await send({ gender: "other", disability: "" })).status, 303);
  assert.match(
    await (await fetch(base)).text(),
    /<option(?= [^>]*value="other")[^>]* selected/,
  );
  const answers = await db.selectFrom("groupAnswers").select(["question", "answer"]).execute();
  assert.deepEqual(answers, [{ question: "gender", answer: "other" }]);

  const personIn = async (response: Response) => {
    const zip = unzipSync(new Uint8Array(await response.arrayBuffer()));
    return new TextDecoder().decode(zip["person.json"]);
  };
  const authorization = `Bearer ${api.token}`;
  const theirs = await personIn(await fetch(`${base}/export`));
  assert.match(theirs, /"question": "gender"/);
  const path = `${url}/api/v1/candidates/${candidateId}`;
  const ours = await personIn(await fetch(`${path}/export`, { headers: { authorization } }));
  assert.doesNotMatch(ours, /gender/);
  assert.doesNotMatch(
    JSON.stringify((await api.call("GET", `/candidates/${candidateId}`)).body),
    /gender/,
  );
  const log = await db.selectFrom("auditLog").select(["action", "details"]).execute();
  assert.ok(
    !log.some(({ action, details }) =>
      action !== "workspace.group_questions" && JSON.stringify(details).includes("gender")
    ),
  );
  assert.equal((await api.call("GET", `/equal_treatment?job=${job.id}`)).status, 200);
});
