import assert from "node:assert/strict";
import { unzipSync } from "fflate";
import { makeRequest, withdrawRequest } from "../lib/hiring/privacy/candidate_requests.ts";
import { findPageVisitor, type PageVisitor } from "../lib/hiring/privacy/page_links.ts";
import { linkToken } from "../lib/accounts/mail_links.ts";
import { type ApiTest, apiTest, type Json, until, untilRanked } from "./harness/api.ts";
import { JOB } from "./harness/rows.ts";
import { visitor } from "./harness/visitor.ts";

const PEOPLE = {
  anna:
    "Anna Jansen\nanna@example.com\nDeveloper, Acme\nJanuary 2015 - present\n- TypeScript\n- SQL",
  bram: "Bram de Wit\nbram@example.com\nCook, Acme\nJanuary 2019 - present\n- Soup",
  cees: "Cees Smit\ncees@example.com\nDeveloper, Acme\nJanuary 2020 - present\n- TypeScript",
};

interface World {
  readonly jobId: string;
  /** Résumés and candidates by name. */
  readonly of: Readonly<
    Record<string, { readonly resumeId: string; readonly candidateId: string }>
  >;
  /** A candidate's way to ask for something. */
  as(name: string): Promise<PageVisitor>;
  ranking(query?: string): Promise<Json[]>;
}

async function world({ api, test: { services, config } }: ApiTest): Promise<World> {
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const files = Object.entries(PEOPLE).map(([name, text]) => [`${name}.txt`, text]);
  const { body: { data } } = await api.upload(job.id, Object.fromEntries(files));
  await untilRanked(api, job.id);
  const of: Record<string, { resumeId: string; candidateId: string }> = {};
  for (const { id, file_name } of data) {
    const { body } = await api.call("GET", `/resumes/${id}`);
    of[file_name.replace(".txt", "")] = { resumeId: id, candidateId: body.candidate.id };
  }
  return {
    jobId: job.id,
    of,
    async as(name) {
      const path = `/candidates/${of[name]?.candidateId}/page_links`;
      const { body: link, status } = await api.call("POST", path, { json: { language: "en" } });
      assert.equal(status, 201);
      const found = await findPageVisitor(services.db, await linkToken(config, link.id));
      assert.ok(found);
      return found;
    },
    async ranking(query = "") {
      return (await api.call("GET", `/jobs/${job.id}/ranking?${query}`)).body.data;
    },
  };
}

const namesOf = (rows: readonly Json[]) => rows.map(({ file_name }) => file_name.split(".")[0]);

/** Has the first requirement weigh as much, so that everybody is judged anew. */
async function weigh({ api }: ApiTest, jobId: string, asked: readonly Json[], importance: number) {
  const requirements = asked.map((one, at) => ({
    id: one.id,
    name: one.name,
    kind: one.kind,
    level: one.level,
    years: one.years,
    gate: one.gate,
    importance: at === 0 ? importance : one.importance,
  }));
  const { status, body } = await api.call("PUT", `/jobs/${jobId}/requirements`, {
    json: { requirements },
  });
  assert.equal(status, 200, JSON.stringify(body));
}

/** What a candidate sees by a new link, and what recruiters take along of them. */
async function ownPage({ api, url, test: { config } }: ApiTest, candidateId: string) {
  const { body: link } = await api.call("POST", `/candidates/${candidateId}/page_links`, {
    json: { language: "en" },
  });
  const page = await fetch(`${url}/your-data/${await linkToken(config, link.id)}`, {
    headers: { "accept-language": "en" },
  });
  const session = await fetch(`${url}/api/v1/candidates/${candidateId}/export`, {
    headers: { authorization: `Bearer ${api.token}` },
  });
  const files = unzipSync(new Uint8Array(await session.arrayBuffer()));
  return { own: await page.text(), zip: new TextDecoder().decode(files["person.json"]) };
}

/** What the database keeps of an evaluation, but for when it was written. */
async function kept({ test: { services: { db } } }: ApiTest, resumeId = "") {
  const { updatedAt: _, ...row } = await db.selectFrom("evaluations").selectAll()
    .where("resumeId", "=", resumeId).executeTakeFirstOrThrow();
  return row;
}

Deno.test("who objects is not ranked, scored or judged, and can be decided about", async (t) => {
  await using test = await apiTest();
  const { api, test: { services } } = test;
  const { jobId, of, as, ranking } = await world(test);
  const { resumeId = "" } = of.anna ?? {};
  const before = await ranking();
  assert.equal(namesOf(before)[0], "anna", "she is the best");
  const { body: evaluation } = await api.call("GET", `/resumes/${resumeId}/evaluation`);
  const untouched = await kept(test, resumeId);
  const anna = await as("anna");
  await makeRequest(anna, services, { kind: "objection", text: "Let a person look" });

  await t.step("she stands behind the others without rank, score, grade and verdicts", async () => {
    const rows = await ranking();
    assert.deepEqual(namesOf(rows).at(-1), "anna");
    assert.deepEqual(rows.slice(0, 2).map(({ rank }) => rank), [1, 2]);
    const { rank, score, raw_score, grade, flags, strip, strength, gap, status } = rows.at(-1);
    assert.deepEqual([rank, score, raw_score, grade, strength, gap], Array(6).fill(null));
    assert.deepEqual([strip, flags, status], [[], ["objection"], "done"]);
    for (const sort of ["score", "-score", "met", "-met"]) {
      const sorted = await ranking(`sort=${sort}`);
      assert.equal(sorted.find((row) => row.resume_id === resumeId)?.rank, null, sort);
    }
    assert.equal(namesOf(await ranking("sort=met")).at(-1), "anna");
    assert.deepEqual(namesOf(await ranking("flag=objection")), ["anna"]);
    for (const grade of ["A", "B", "C", "D"]) {
      assert.ok(!namesOf(await ranking(`grade=${grade}`)).includes("anna"), grade);
    }
  });

  await t.step("nothing else tells what the program said", async () => {
    for (
      const path of [
        `/resumes/${resumeId}/evaluation`,
        `/resumes/${resumeId}/jobs`,
        ...["receipt", "opinion", "wording"].map((one) => `/evaluations/${evaluation.id}/${one}`),
      ]
    ) {
      const { status, body } = await api.call("GET", path);
      assert.deepEqual([status, body.type], [409, "/problems/conflict"], path);
      assert.match(body.detail, /objects to being judged by a program/);
    }
    const asked = await api.call("POST", `/evaluations/${evaluation.id}/opinion`, {});
    assert.match(asked.body.detail, /objects to being judged by a program/);
    const overruled = await api.call("POST", `/evaluations/${evaluation.id}/overrides`, {
      json: {
        requirement_id: evaluation.matches[0].requirement_id,
        match: "NO",
        reason: "I looked",
      },
    });
    assert.equal(overruled.status, 409);
    const { body: csv } = await api.call("GET", `/jobs/${jobId}/ranking.csv`);
    const line = csv.split("\n").find((one: string) => one.includes("anna"));
    // Who, whence and where, then nothing of score, grade and what is met.
    assert.match(line, /^[^,]*,Anna Jansen,Developer · Acme,anna@example\.com,,,,,,,,,Undecided,/);
    const olga = await visitor(test, "olga");
    const page = await (await olga.open(`/resumes/${resumeId}`)).text();
    assert.match(page, /This person objects to being judged by a program/);
    assert.match(page, /TypeScript/, "the résumé is there to be read");
    assert.doesNotMatch(page, /verdict-row/);
    assert.match(page, /name="to"|value="shortlisted"/, "and decided by");
    for (const path of ["ranking", "board", "resumes"]) {
      assert.equal((await olga.open(`/jobs/${jobId}/${path}`)).status, 200, path);
    }
    const list = await (await olga.open(`/jobs/${jobId}/ranking`, "nl")).text();
    assert.match(list, /Niet in de ranglijst/);
    assert.match(list, /programma: kijk zelf/);
    assert.match(list, /3 van 3 getoond/);
    const apart = list.slice(list.indexOf("Niet in de ranglijst"));
    assert.match(apart, /Anna Jansen/);
    assert.doesNotMatch(apart, /Bram de Wit|Cees Smit/, "behind all others");
    const compare = `compare?resume=${resumeId}&resume=${of.bram?.resumeId}`;
    assert.equal((await olga.open(`/jobs/${jobId}/${compare}`)).status, 200);
  });

  await t.step("what is put away is told to her, and to whoever takes her data along", async () => {
    const { own, zip } = await ownPage(test, of.anna?.candidateId ?? "");
    assert.match(own, /You object to being judged by a program/);
    assert.doesNotMatch(own, /Not judged yet/);
    assert.match(zip, /"withheld":\s*\{[^}]*"score":/);
  });

  await t.step("judged by other requirements, she stays apart", async () => {
    const { requirements } = (await api.call("GET", `/jobs/${jobId}`)).body;
    await weigh(test, jobId, requirements, 5);
    await untilRanked(api, jobId);
    const rows = await ranking();
    assert.deepEqual([namesOf(rows).at(-1), rows.at(-1).score], ["anna", null]);
    await weigh(test, jobId, requirements, requirements[0].importance);
    await untilRanked(api, jobId);
  });

  await t.step("she is decided about as anybody", async () => {
    const moved = await api.call("POST", "/moves", {
      json: { resumes: [{ id: resumeId }], to: { decision: "shortlisted" } },
    });
    assert.equal(moved.status, 200, JSON.stringify(moved.body));
    const stage = (await ranking("flag=objection"))[0].stage;
    assert.equal(stage.decision, "shortlisted");
  });

  await t.step("taken back, all is as it was", async () => {
    const [{ id }] = (await api.call("GET", "/candidate_requests?state=open")).body.data;
    await withdrawRequest(anna, services, id);
    const rows = await ranking();
    assert.deepEqual(namesOf(rows), namesOf(before));
    assert.deepEqual([rows[0].score, rows[0].strip], [before[0].score, before[0].strip]);
    const now = await kept(test, resumeId);
    assert.deepEqual({ ...now, requirementsVersion: 0 }, { ...untouched, requirementsVersion: 0 });
    assert.equal((await api.call("GET", `/resumes/${resumeId}/evaluation`)).status, 200);
  });
});

Deno.test("what was known when somebody was moved is put away as well, and comes back", async () => {
  await using test = await apiTest();
  const { api, test: { services } } = test;
  const { of, as } = await world(test);
  const { resumeId = "" } = of.anna ?? {};
  const moved = await api.call("POST", "/moves", {
    json: { resumes: [{ id: resumeId }], to: { decision: "shortlisted" } },
  });
  assert.equal(moved.status, 200, JSON.stringify(moved.body));
  const olga = await visitor(test, "olga");
  const told = async () => {
    const { body: { data: [move] } } = await api.call("GET", `/resumes/${resumeId}/moves`);
    const page = await (await olga.open(`/resumes/${resumeId}`)).text();
    return { ...move.evidence, isOnPage: /at \d+\u202f%, grade [A-D]/.test(page) };
  };
  const before = await told();
  assert.ok(before.score > 0 && before.grade && before.isOnPage, JSON.stringify(before));
  const anna = await as("anna");
  await makeRequest(anna, services, { kind: "objection", text: "" });
  assert.deepEqual(await told(), { ...before, score: null, grade: null, isOnPage: false });
  const [{ id }] = (await api.call("GET", "/candidate_requests?state=open")).body.data;
  await withdrawRequest(anna, services, id);
  assert.deepEqual(await told(), before);
});

Deno.test("a granted objection stands, also for a merged person, and ends by who made it", async () => {
  await using test = await apiTest();
  const { api, test: { services } } = test;
  const { of, as, ranking } = await world(test);
  const isApart = async (name: string) =>
    (await ranking("flag=objection")).some(({ file_name }) => file_name === `${name}.txt`);
  const settle = async (json: Json) => {
    const { body: { data: [asked] } } = await api.call("GET", "/candidate_requests?state=open");
    const { status } = await api.call("POST", `/candidate_requests/${asked.id}/settle`, { json });
    assert.equal(status, 200);
    return asked.id;
  };
  const anna = await as("anna");
  await makeRequest(anna, services, { kind: "objection", text: "" });
  await settle({ outcome: "declined", answer: "A person had looked already" });
  assert.ok(!await isApart("anna"));
  await makeRequest(anna, services, { kind: "objection", text: "" });
  const granted = await settle({ outcome: "done" });
  assert.ok(await isApart("anna"));

  const merged = await api.call("POST", `/candidates/${of.cees?.candidateId}/merges`, {
    json: { merge_id: of.anna?.candidateId },
  });
  assert.equal(merged.status, 201, JSON.stringify(merged.body));
  assert.ok(await isApart("cees"));
  assert.equal((await api.call("POST", `/merges/${merged.body.id}/undo`)).status, 200);
  assert.deepEqual([await isApart("cees"), await isApart("anna")], [false, true]);

  const stranger = await as("bram");
  await assert.rejects(() => withdrawRequest(stranger, services, granted));
  await withdrawRequest(anna, services, granted);
  assert.ok(!await isApart("anna"));
});

Deno.test("an objection made while everybody is judged anew leaves nobody ranked who objects", async () => {
  await using test = await apiTest();
  const { api, test: { services } } = test;
  const { jobId, as, ranking } = await world(test);
  const visitors = [await as("anna"), await as("bram"), await as("cees")];
  const { body: { requirements } } = await api.call("GET", `/jobs/${jobId}`);
  await Promise.all([
    weigh(test, jobId, requirements, 5),
    ...visitors.map((one) => makeRequest(one, services, { kind: "objection", text: "" })),
  ]);
  await untilRanked(api, jobId);
  await until(() => ranking(), (rows) => rows.every(({ score }) => score === null));
  assert.equal((await ranking("flag=objection")).length, 3);
});

Deno.test("a ranking in which everybody objects says so, and can be filtered and decided in", async (t) => {
  await using test = await apiTest();
  const { test: { services } } = test;
  const { jobId, as } = await world(test);
  const olga = await visitor(test, "olga");
  const ranking = async (query = "", language: "en" | "nl" = "en") => {
    const page = await olga.open(`/jobs/${jobId}/ranking?${query}`, language);
    assert.equal(page.status, 200);
    return await page.text();
  };
  const names = Object.keys(PEOPLE);
  const last = names.pop() ?? "";
  for (const name of names) {
    await makeRequest(await as(name), services, { kind: "objection", text: "" });
  }
  assert.doesNotMatch(await ranking(), /candidates object to/, "while somebody is ranked");
  await makeRequest(await as(last), services, { kind: "objection", text: "" });

  await t.step("how many object, and what that means", async () => {
    const page = await ranking();
    assert.match(page, /3 candidates object to being judged by a program/);
    assert.match(page, /Anna Jansen/, "they stand there");
    assert.match(page, /name="q"/, "and can be filtered");
    assert.match(await ranking("", "nl"), /3 kandidaten hebben bezwaar tegen beoordeling/);
  });

  await t.step("a filter that nobody fits says which one to leave out", async () => {
    const page = await ranking("grade=A");
    assert.match(page, /No candidate matches these filters/);
    assert.match(page, /3 match without/);
    assert.doesNotMatch(page, /No résumé is ranked yet/);
  });
});
