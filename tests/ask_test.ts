/** Questions over résumés: what is found, by whose words, in which order, and what it costs. */
import assert from "node:assert/strict";
import { sql } from "kysely";
import { findPrincipal } from "../lib/accounts/principals.ts";
import { type AskQuery, askResumes, type ResumeAnswer } from "../lib/hiring/ask.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { type ApiTest, apiTest, untilRanked } from "./harness/api.ts";
import { inWorkspace } from "../lib/platform/workspace_scope.ts";
import { ASK_CASES, faultsOfAsking } from "./harness/ask_plans.ts";
import { makeManyResumes } from "./harness/many_resumes.ts";
import { makeOwner } from "./harness/owner.ts";
import { testServices } from "./harness/services.ts";

const RESUMES = {
  "sanne.txt": `Sanne de Wit
Werkervaring
Teamleider verpleging, Isala Ziekenhuis, januari 2015 - heden
- Begeleidde studenten en gaf leiding aan twaalf verpleegkundigen
Talen
Nederlands (moedertaal), Engels (C1)`,
  "amara.txt": `Amara Okafor
Work experience
Staff engineer, Tidewater Clinic, January 2016 - present
- Led the night team of six and wrote the planning in Python
Languages: English (native)`,
  "tom.txt": `Tom Herrera
Work experience
Engineer, Lumen Hospital, January 2024 - December 2024
- Wrote Python for the night shift, <b>not</b> the day
- Member of a team`,
};
const OTHER = {
  "mei.txt": `Mei Lin
Work experience
Head of department, Harbour Hospital, May 2012 - present
- Supervised a team of nurses`,
};

const SANNE = "Sanne de Wit";
const AMARA = "Amara Okafor";
const TOM = "Tom Herrera";
const MEI = "Mei Lin";

const PAGE = { page: 1, itemsPerPage: 10 };

async function fill({ owner, api, test: { services: { db } } }: ApiTest) {
  const jobs = ["Backend engineer", "Ward manager"].map((title) =>
    createJob(owner, db, { title, description: "Requirements:\n- TypeScript" })
  );
  const [job, other] = await Promise.all(jobs);
  assert.ok(job && other);
  await api.upload(job.id, RESUMES);
  await api.upload(other.id, OTHER);
  await untilRanked(api, job.id);
  await untilRanked(api, other.id);
  return { job, other };
}

function namesOf(answers: readonly ResumeAnswer[]): (string | null | undefined)[] {
  return answers.map(({ person }) => person?.name);
}

Deno.test("résumés answer questions by their own words", async (t) => {
  await using test = await apiTest();
  const { owner, api, test: { services: { db } } } = test;
  const { job, other } = await fill(test);
  const ask = (q: string, more: Partial<AskQuery> = {}) =>
    askResumes(owner, db, { ...PAGE, q, ...more });

  const FOUND: Readonly<Record<string, readonly string[]>> = {
    "who has led a team in a hospital?": [SANNE, AMARA, MEI],
    "wie heeft leiding gegeven in een ziekenhuis?": [SANNE, AMARA, MEI],
    "python NOT planning": [TOM],
    '"night shift"': [TOM],
    '"shift night"': [],
    "years:python>3": [AMARA],
    "language:nl": [SANNE],
    "skill:python AND hospital": [AMARA, TOM],
    "verpleegkundige": [SANNE, MEI],
    "'; drop table resumes; --": [],
    "submarine": [],
  };
  for (const [q, expected] of Object.entries(FOUND)) {
    await t.step(q, async () => {
      assert.deepEqual(namesOf((await ask(q)).data).toSorted(), expected.toSorted());
    });
  }

  await t.step("a job has its own answers", async () => {
    const q = "who has led a team in a hospital?";
    assert.deepEqual(namesOf((await ask(q, { jobId: other.id })).data), [MEI]);
    const { data } = await ask(q, { jobId: job.id });
    assert.deepEqual(namesOf(data).toSorted(), [AMARA, SANNE]);
  });

  await t.step("quotes and marks stand in the text, and what was understood is told", async () => {
    const { data, understood, asked, isMore } = await ask("led a team in a hospital", {
      jobId: job.id,
    });
    assert.deepEqual([understood, isMore], ["led a team AND hospital", false]);
    assert.ok(asked[1]?.ways.includes("ziekenhuis"));
    for (const { resume, quotes, found } of data) {
      const { body } = await api.call("GET", `/resumes/${resume.id}`);
      const shown = quotes.flatMap((quote) => {
        assert.equal(body.text.slice(quote.start, quote.end), quote.text);
        return quote.marks.map(({ asked }) => asked);
      });
      assert.deepEqual([...new Set(shown)].sort(), [0, 1]);
      assert.deepEqual(found.map((one) => one.asked), [0, 1]);
    }
  });

  await t.step("cursors lead through all, and hold for their question alone", async () => {
    const seen: (string | null | undefined)[] = [];
    let cursor: string | undefined;
    do {
      const { data, nextCursor, totalCount } = await ask("hospital", { itemsPerPage: 1, cursor });
      assert.equal(totalCount, 4);
      seen.push(...namesOf(data));
      cursor = nextCursor ?? undefined;
    } while (cursor !== undefined);
    assert.deepEqual(seen.toSorted(), [AMARA, MEI, SANNE, TOM]);
    const { nextCursor } = await ask("hospital", { itemsPerPage: 1 });
    const path = (q: string) => `/answers?q=${q}&items_per_page=1&cursor=${nextCursor}`;
    assert.equal((await api.call("GET", path("hospital"))).status, 200);
    assert.equal((await api.call("GET", path("clinic"))).status, 422);
  });

  await t.step("a question that cannot be asked is refused with its place", async () => {
    const { status, body } = await api.call("GET", `/answers?q=${encodeURIComponent("kafka AND")}`);
    assert.equal(status, 422);
    assert.deepEqual(body.errors, [{
      pointer: "/q",
      detail: "has an operator with nothing to look for on one side, at character 7: AND",
    }]);
    const long = await api.call("GET", `/jobs/${job.id}/answers?q=${"a".repeat(301)}`);
    assert.equal(long.status, 422);
  });

  await t.step("another workspace hears nothing of it", async () => {
    const { actor } = await test.addPerson("owner", "own");
    assert.deepEqual((await askResumes(actor, db, { ...PAGE, q: "hospital" })).data, []);
    await assert.rejects(askResumes(actor, db, { ...PAGE, q: "hospital", jobId: job.id }), {
      code: "not_found",
    });
  });
});

Deno.test("a question in a large workspace reads indexes, and no whole table", async (t) => {
  await using test = await testServices();
  const { db } = test.services;
  const { workspaceId, userId } = await makeOwner(db);
  await makeManyResumes(db, { workspaceId, resumes: 10_000, words: 60 });
  const { rows: [job] } = await sql<{ id: string }>`select id from jobs limit 1`.execute(db);
  assert.ok(job);
  for (const q of ASK_CASES) {
    await t.step(q, async () => {
      const faults = await inWorkspace(
        workspaceId,
        () => faultsOfAsking(test.walled.db, workspaceId, job.id, q),
      );
      assert.deepEqual(faults, []);
    });
  }

  await t.step("of a common word some are answered with, and said so", async () => {
    const actor = await findPrincipal(db, userId, workspaceId) ?? assert.fail();
    const found = await askResumes(actor, db, { ...PAGE, q: "payroll" });
    assert.ok(found.isMore && found.data.length > 0);
  });
});
