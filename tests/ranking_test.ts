import assert from "node:assert/strict";
import { createJob, type Job } from "../lib/hiring/jobs.ts";
import { moveResumes } from "../lib/hiring/moves.ts";
import { findPlace, getRanking, type RankingView } from "../lib/hiring/ranking.ts";
import { countGrades, countWithout } from "../lib/hiring/ranking_counts.ts";
import { addStage, listStages } from "../lib/hiring/stages.ts";
import { NotFound } from "../lib/platform/errors.ts";
import { STAGE_WORDS } from "../routes/(_shared)/stage_words.ts";
import { type ApiTest, apiTest } from "./harness/api.ts";

const JOB = {
  title: "Backend engineer",
  description: "Requirements:\n- 3+ years of TypeScript\n- PostgreSQL\nNice to have:\n- Kubernetes",
};

interface Person {
  name: string;
  score: number;
  grade: "A" | "B" | "C" | "D";
  text: string;
  language?: "en" | "nl";
  headline?: string;
  flag?: string;
  /** On PostgreSQL, the second requirement. */
  verdict: "YES" | "PARTIAL" | "NO";
}

const PEOPLE: readonly Person[] = [
  {
    name: "Amara Okafor",
    score: 0.94,
    grade: "A",
    text: "Runs the payments of a bank in TypeScript",
    headline: "Staff engineer · Tidewater Bank",
    verdict: "YES",
  },
  { name: "Tomás Herrera", score: 0.86, grade: "A", text: "Managed deployments", verdict: "YES" },
  {
    name: "Sanne de Wit",
    score: 0.8,
    grade: "A",
    text: "Bouwde betalingen voor gemeenten",
    language: "nl",
    flag: "near_line",
    verdict: "PARTIAL",
  },
  { name: "Youssef El Amrani", score: 0.78, grade: "B", text: "OpenAPI first", verdict: "NO" },
  { name: "Lars 100%_Brekke", score: 0.3, grade: "D", text: "Payments by hand", verdict: "NO" },
];

/** A job with those people in its ranking; answers their résumés by first name. */
async function ranked({ owner, test: { services: { db } } }: ApiTest) {
  const job = await createJob(owner, db, JOB);
  const { workspaceId } = owner;
  const ids = new Map<string, string>();
  for (const { name, score, grade, text, language = "en", headline, flag, verdict } of PEOPLE) {
    const hash = crypto.getRandomValues(new Uint8Array(32));
    const candidate = await db.insertInto("candidates").values({ workspaceId, name })
      .returning("id").executeTakeFirstOrThrow();
    const { id } = await db.insertInto("resumes").values({
      workspaceId,
      jobId: job.id,
      candidateId: candidate.id,
      fileName: `${name.split(" ")[0]}.pdf`.toLowerCase(),
      textHash: hash,
      contentHash: hash,
      sizeBytes: 1,
      status: "done",
      text,
      language,
    }).returning("id").executeTakeFirstOrThrow();
    ids.set(name.split(" ")[0] ?? "", id);
    await db.insertInto("evaluations").values({
      workspaceId,
      jobId: job.id,
      resumeId: id,
      requirementsVersion: 1,
      engineVersion: "1.0.0",
      score,
      rawScore: score,
      grade,
      requiredMet: 1,
      requiredTotal: 2,
      headline: headline ?? null,
      flags: flag ? [flag] : [],
      matches: [],
      summary: { strip: stripOf(job, verdict), strength: null, gap: null },
    }).execute();
  }
  const show = async (view: RankingView) => {
    const { data } = await getRanking(owner, db, job.id, { ...view, page: 1, itemsPerPage: 50 });
    return data.map(({ candidate }) => candidate.name?.split(" ")[0]).join();
  };
  return { job, ids, show, of: (name: string) => ids.get(name) ?? "" };
}

function stripOf({ requirements }: Job, verdict: Person["verdict"]) {
  return requirements.map(({ id, level, gate }, at) => ({
    requirementId: id,
    level,
    gate,
    verdict: at === 1 ? verdict : "YES",
    isOverridden: false,
  }));
}

Deno.test("getRanking() finds by name, file, latest role and the words of the text", async () => {
  await using test = await apiTest({ worker: false });
  const { show } = await ranked(test);
  assert.equal(await show({ q: "okafor" }), "Amara");
  assert.equal(await show({ q: "herr" }), "Tomás");
  assert.equal(await show({ q: "youssef.PDF" }), "Youssef");
  assert.equal(await show({ q: "tidewater" }), "Amara");
  assert.equal(await show({ q: "payment bank" }), "Amara", "all words, in any form");
  assert.equal(await show({ q: "manages depl" }), "Tomás", "the last word may go on");
  assert.equal(await show({ q: "betaling" }), "Sanne", "Dutch as Dutch");
  assert.equal(await show({ q: "payments" }), "Amara,Lars");
  assert.equal(await show({ q: "100%_" }), "Lars", "no wildcards");
  for (const nothing of ["the", "&|!:*", "'", "zebra", "\\"]) {
    assert.equal(await show({ q: nothing }), "", nothing);
  }
});

Deno.test("getRanking() filters by grade, flag and verdict, and all at once", async () => {
  await using test = await apiTest({ worker: false });
  const { job, show } = await ranked(test);
  const requirement = job.requirements[1]?.id;
  assert.equal(await show({ grade: ["B", "D"] }), "Youssef,Lars");
  assert.equal(await show({ grade: [] }), "Amara,Tomás,Sanne,Youssef,Lars");
  assert.equal(await show({ flag: "near_line" }), "Sanne");
  assert.equal(await show({ requirement }), "Amara,Tomás", "YES unless said");
  assert.equal(await show({ requirement, verdict: "NO" }), "Youssef,Lars");
  assert.equal(await show({ requirement, verdict: "NO", grade: ["B"], q: "openapi" }), "Youssef");
  assert.equal(await show({ verdict: "NO", isReversed: true, q: "payments" }), "Lars,Amara");
  assert.equal(await show({ requirement: job.id }), "", "a requirement of nobody");
});

Deno.test("getRanking() filters by what was decided, and by stage", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { show, of } = await ranked(test);
  const talk = await addStage(
    owner,
    services.db,
    { name: "Coffee", decision: "shortlisted" },
    STAGE_WORDS,
  );
  const move = (name: string, to: { stageId: string } | { decision: "shortlisted" | "rejected" }) =>
    moveResumes(owner, services, {
      resumeIds: [of(name)],
      to,
      reasonCode: "decision" in to && to.decision === "rejected" ? "other_chosen" : null,
    });
  await move("Amara", { decision: "shortlisted" });
  await move("Sanne", { stageId: talk.id });
  await move("Lars", { decision: "rejected" });
  assert.equal(await show({ decision: "undecided" }), "Tomás,Youssef");
  assert.equal(await show({ decision: "shortlisted" }), "Amara,Sanne");
  assert.equal(await show({ decision: "rejected" }), "Lars");
  assert.equal(await show({ decision: talk.id }), "Sanne");
  const [first] = await listStages(owner, services.db);
  assert.equal(await show({ decision: first?.id }), "Tomás,Youssef", "nobody moved them yet");
});

Deno.test("getRanking() reads each page of the whole ranking as it does with a filter", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { job, of } = await ranked(test);
  // One order by score, with a tie that the share and one that the name of the file decides.
  const scores = { Amara: [0.9, 0.9, 1], Tomás: [0.9, 0.9, 2], Sanne: [0.7, 0.8, 1] } as const;
  for (const [name, [score, rawScore, requiredMet]] of Object.entries(scores)) {
    await db.updateTable("evaluations").set({ score, rawScore, requiredMet })
      .where("resumeId", "=", of(name)).execute();
  }
  await db.updateTable("evaluations").set({ score: 0.7, rawScore: 0.8 })
    .where("resumeId", "=", of("Youssef")).execute();
  const pages = async (view: RankingView, itemsPerPage: number) => {
    const read: unknown[] = [];
    for (let page = 1; page <= 4; page += 1) {
      const { data, totalCount } = await getRanking(owner, db, job.id, {
        ...view,
        page,
        itemsPerPage,
      });
      read.push([totalCount, ...data.map(({ rank, fileName }) => `${rank} ${fileName}`)]);
    }
    return read;
  };
  const same = async () => {
    for (const size of [1, 2, 3, 5, 50]) {
      assert.deepEqual(await pages({}, size), await pages({ decision: "undecided" }, size));
    }
  };
  await same();
  assert.deepEqual((await pages({}, 3)).slice(0, 2), [
    [5, "1 tomás.pdf", "2 amara.pdf", "3 sanne.pdf"],
    [5, "4 youssef.pdf", "5 lars.pdf"],
  ]);
  // Judged again, and judged without a score: neither has a rank, and both stay in the list.
  await db.updateTable("resumes").set({ status: "judging" }).where("id", "=", of("Tomás"))
    .execute();
  await db.updateTable("evaluations").set({ score: null, rawScore: null, grade: null })
    .where("resumeId", "=", of("Lars")).execute();
  await same();
  assert.deepEqual((await pages({}, 3)).slice(0, 2), [
    [5, "1 amara.pdf", "2 sanne.pdf", "3 youssef.pdf"],
    [5, "null lars.pdf", "null tomás.pdf"],
  ]);
});

Deno.test("getRanking() says where each one stands", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, api, test: { services } } = test;
  const { job, of } = await ranked(test);
  await moveResumes(owner, services, {
    resumeIds: [of("Tomás")],
    to: { decision: "shortlisted" },
  });
  const { data } = await getRanking(owner, services.db, job.id, { page: 1, itemsPerPage: 2 });
  assert.deepEqual(data.map(({ stage, stageVersion }) => [stage.key, stageVersion]), [
    ["new", 0],
    ["shortlisted", 1],
  ]);
  const answer = await api.call("GET", `/jobs/${job.id}/ranking?decision=shortlisted`);
  assert.equal(answer.status, 200);
  assert.deepEqual(
    answer.body.data.map((row: { rank: number; stage: { decision: string } }) =>
      `${row.rank} ${row.stage.decision}`
    ),
    ["2 shortlisted"],
  );
  const wrong = await api.call("GET", `/jobs/${job.id}/ranking?decision=maybe`);
  assert.equal(wrong.status, 422);
});

Deno.test("findPlace() goes through the view, also from one that has left it", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { db } = services;
  const { job, of } = await ranked(test);
  const beside = async (name: string, view?: RankingView) => {
    const place = await findPlace(owner, db, job.id, of(name), view);
    assert.ok(place);
    const { rank, total, position, shown, previous, next } = place;
    return [rank, total, position, shown, previous?.name ?? "", next?.name ?? ""].join();
  };
  assert.equal(await beside("Amara"), "1,5,1,5,,Tomás Herrera");
  assert.equal(
    await beside("Youssef", { grade: ["B", "D"] }),
    "4,5,1,2,,Lars 100%_Brekke",
  );
  assert.equal(
    await beside("Youssef", { sort: "name", isReversed: true }),
    "4,5,1,5,,Tomás Herrera",
  );
  const view = { decision: "undecided" } as const;
  await moveResumes(owner, services, { resumeIds: [of("Sanne")], to: { decision: "shortlisted" } });
  assert.equal(await beside("Sanne", view), "3,5,3,4,Tomás Herrera,Youssef El Amrani");
  assert.equal(await findPlace(owner, db, job.id, job.id, view), null);
});

Deno.test("countGrades() and countWithout() tell what the filters hide", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { job } = await ranked(test);
  const filter = { q: "payments", grade: ["A", "B", "C", "D"], flag: "near_line" } as const;
  const counts = await countGrades(owner, db, job.id, { ...filter, grade: [...filter.grade] });
  assert.deepEqual(counts, {
    all: { A: 3, B: 1, C: 0, D: 1 },
    shown: { A: 0, B: 0, C: 0, D: 0 },
    withheld: 0,
  });
  const without = await countWithout(owner, db, job.id, { ...filter, grade: [...filter.grade] });
  assert.deepEqual([...without], [["q", 1], ["flag", 2]]);
  assert.equal((await countWithout(owner, db, job.id, {})).size, 0);
});

Deno.test("the ranking of another workspace does not exist", async () => {
  await using test = await apiTest({ worker: false });
  const { test: { services: { db } } } = test;
  const { job, of } = await ranked(test);
  const { actor } = await test.addPerson("owner", "own");
  const page = { page: 1, itemsPerPage: 10 };
  await assert.rejects(getRanking(actor, db, job.id, page), NotFound);
  await assert.rejects(countGrades(actor, db, job.id), NotFound);
  assert.equal(await findPlace(actor, db, job.id, of("Amara")), null);
  const counts = await countWithout(actor, db, job.id, { q: "payments" });
  assert.deepEqual([...counts], [["q", 0]]);
});
