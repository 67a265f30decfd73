import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { findDifferences } from "../lib/hiring/recompute.ts";
import { canonicalJson } from "../lib/platform/canonical_json.ts";
import type { Db } from "../lib/platform/database.ts";
import { ENGINE_VERSION } from "../lib/talent/version.ts";
import { type ApiTest, apiTest, type Json, untilRanked } from "./harness/api.ts";

const JOB = {
  title: "Backend engineer, payments",
  description: [
    "Requirements:",
    "- 3+ years of TypeScript",
    "- PostgreSQL",
    "- A valid driving licence is mandatory",
    "Nice to have:",
    "- Kubernetes",
  ].join("\n"),
};

const TEXT = [
  "Lena Berg",
  "Work experience",
  "Backend engineer, Tidewater Bank, January 2016 - present",
  "- Wrote the payments API in TypeScript",
  "- Tuned PostgreSQL for nine million calls a day",
].join("\n");

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** A job with one judged résumé; answers the ids of both and of the evaluation. */
async function judgeOne({ api }: ApiTest, text = TEXT) {
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const { body: added } = await api.upload(job.id, { "lena.txt": text });
  await untilRanked(api, job.id);
  const resume: string = added.data[0].id;
  const { body: evaluation } = await api.call("GET", `/resumes/${resume}/evaluation`);
  return { job, resume, evaluation };
}

async function receiptOf(test: ApiTest, evaluationId: string): Promise<Json> {
  const { status, body } = await test.api.call("GET", `/evaluations/${evaluationId}/receipt`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

async function outcomeOf(test: ApiTest, evaluationId: string): Promise<Json> {
  const { status, body } = await test.api.call("POST", `/evaluations/${evaluationId}/recompute`);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

Deno.test("a receipt has the hashes of what was judged, and terms that make the score", async () => {
  await using test = await apiTest();
  const { resume, evaluation } = await judgeOne(test);
  const receipt = await receiptOf(test, evaluation.id);
  const { body: { text } } = await test.api.call("GET", `/resumes/${resume}`);
  const { engine, input, sum, flags } = receipt.content;
  assert.equal(input.text_sha256, sha256(text));
  assert.equal(input.text_length, text.length);
  assert.equal(input.requirements_sha256, sha256(canonicalJson(input.requirements)));
  assert.equal(receipt.content_sha256, sha256(canonicalJson(receipt.content)));
  assert.equal(engine.version, ENGINE_VERSION);
  assert.equal(engine.settings_sha256, sha256(canonicalJson(engine.settings)));
  assert.deepEqual(input.weights, { required: 6, nice_to_have: 4, text: 10 });

  assert.deepEqual(
    sum.terms.filter(({ kind }: Json) => kind === "requirement")
      .map(({ requirement_id, match }: Json) => [requirement_id, match]),
    evaluation.matches.map(({ requirement_id, match }: Json) => [requirement_id, match]),
  );
  const add = (name: string) => sum.terms.reduce((all: number, term: Json) => all + term[name], 0);
  assert.ok(Math.abs(add("counts") - sum.counts) < 1e-9);
  assert.ok(Math.abs(add("weight") - sum.weight) < 1e-9);
  const words = sum.terms.at(-1);
  assert.deepEqual([words.kind, words.likeness], ["text", evaluation.likeness.percent]);
  assert.ok(words.weight > 0 && words.weight <= sum.weight / 10);
  assert.deepEqual(
    words.evidence.map(({ start, end }: Json) => text.slice(start, end)),
    evaluation.likeness.evidence.map((quote: Json) => quote.text),
  );
  assert.ok(Math.abs(sum.counts / sum.weight - evaluation.raw_score) < 1e-9);
  const [licence] = sum.gates;
  assert.equal(licence.match, "NO");
  assert.equal(sum.cap, engine.settings.gate_failed_at_most);
  assert.deepEqual([sum.score, sum.grade], [evaluation.score, evaluation.grade]);
  assert.deepEqual(flags, evaluation.flags);
  assert.deepEqual([receipt.overrides, receipt.holds.sum], [[], sum]);
});

Deno.test("a receipt comes as canonical JSON, the same bytes each time", async () => {
  await using test = await apiTest();
  const { evaluation } = await judgeOne(test);
  const read = async () => {
    const response = await fetch(`${test.url}/api/v1/evaluations/${evaluation.id}/receipt`, {
      headers: { authorization: `Bearer ${test.api.token}` },
    });
    assert.equal(response.headers.get("content-type"), "application/json");
    return await response.text();
  };
  const first = await read();
  assert.equal(first, canonicalJson(JSON.parse(first)));
  assert.equal(await read(), first);
});

Deno.test("an override shows in what holds, and leaves the engine's part as it was", async () => {
  await using test = await apiTest();
  const { evaluation } = await judgeOne(test);
  const before = await receiptOf(test, evaluation.id);
  const gate = evaluation.matches.find((one: Json) => one.gate);
  const { body: changed } = await test.api.call("POST", `/evaluations/${evaluation.id}/overrides`, {
    json: { requirement_id: gate.requirement_id, match: "YES", reason: "Showed the licence" },
  });
  const after = await receiptOf(test, evaluation.id);
  assert.deepEqual(after.content, before.content);
  const [override] = after.overrides;
  assert.deepEqual(
    [override.requirement_id, override.from, override.to, override.reason, override.user_name],
    [gate.requirement_id, "NO", "YES", "Showed the licence", "Olga Owner"],
  );
  const { sum, flags } = after.holds;
  assert.deepEqual([sum.score, sum.grade, flags], [changed.score, changed.grade, changed.flags]);
  assert.deepEqual([sum.cap, sum.gates], [null, []]);
  const term = sum.terms.find((one: Json) => one.requirement_id === gate.requirement_id);
  assert.deepEqual([term.match, term.override_id], ["YES", override.id]);
  assert.equal((await outcomeOf(test, evaluation.id)).outcome, "equal");
});

Deno.test("recompute says equal of what is as it was judged, also while the ranking is stale", async () => {
  await using test = await apiTest();
  const { job, evaluation } = await judgeOne(test);
  const fresh = await outcomeOf(test, evaluation.id);
  assert.deepEqual([fresh.outcome, fresh.differences], ["equal", []]);
  assert.equal(fresh.stored_sha256, fresh.computed_sha256);
  // An edit, whose new judgement has not come: the receipt still has what was judged.
  const { db } = test.test.services;
  await db.updateTable("requirements").set({ importance: 5, name: "Cobol" })
    .where("jobId", "=", job.id).execute();
  await db.updateTable("jobs").set({ requirementsVersion: 9, requiredWeight: 1 })
    .where("id", "=", job.id).execute();
  assert.equal((await outcomeOf(test, evaluation.id)).outcome, "equal");
});

interface Judged {
  readonly resume: string;
  readonly evaluation: string;
}

/** A change behind the product's back, and the first place where it must be noticed. */
const TAMPERED: Record<string, [(db: Db, of: Judged) => Promise<unknown>, string]> = {
  "the text": [
    (db, { resume }) =>
      db.updateTable("resumes").set({ text: TEXT.replace("TypeScript", "Typescript") })
        .where("id", "=", resume).execute(),
    "/receipt/input/text_sha256",
  ],
  "the score": [(db, of) => setOf(db, of, { score: 0.9 }), "/holds/score"],
  "the engine's grade": [
    (db, of) => setOf(db, of, { engineGrade: "A" }),
    "/evaluation/engine_grade",
  ],
  "a flag": [(db, of) => setOf(db, of, { flags: [] }), "/holds/flags/0"],
  "a weight in the receipt": [
    async (db, { evaluation }) => {
      const { content } = await db.selectFrom("receipts").select("content")
        .where("evaluationId", "=", evaluation).executeTakeFirstOrThrow();
      const changed = content.replace('"weights":{"nice_to_have":4', '"weights":{"nice_to_have":5');
      assert.notEqual(changed, content);
      await db.updateTable("receipts").set({ content: changed })
        .where("evaluationId", "=", evaluation).execute();
    },
    "/receipt/sum/weight",
  ],
};

function setOf(
  db: Db,
  { evaluation }: Judged,
  values: { score: number } | { engineGrade: "A" } | { flags: string[] },
) {
  return db.updateTable("evaluations").set(values).where("id", "=", evaluation).execute();
}

Deno.test("recompute says where something was changed behind its back", async (t) => {
  await using test = await apiTest();
  for (const [what, [tamper, pointer]] of Object.entries(TAMPERED)) {
    await t.step(what, async () => {
      const { resume, evaluation } = await judgeOne(test);
      await tamper(test.test.services.db, { resume, evaluation: evaluation.id });
      const { outcome, differences, ...hashes } = await outcomeOf(test, evaluation.id);
      assert.equal(outcome, "different");
      assert.notEqual(hashes.stored_sha256, hashes.computed_sha256);
      const found = differences.find((one: Json) => one.pointer === pointer);
      assert.ok(found, JSON.stringify(differences));
      assert.notEqual(found.stored, found.computed);
    });
  }
});

Deno.test("recompute tells another engine's verdicts from wrong ones", async () => {
  await using test = await apiTest();
  const { evaluation } = await judgeOne(test);
  const { db } = test.test.services;
  const { content } = await db.selectFrom("receipts").select("content").executeTakeFirstOrThrow();
  await db.updateTable("receipts")
    .set({ content: content.replace(`"version":"${ENGINE_VERSION}"`, '"version":"0.9.0"') })
    .execute();
  const answer = await outcomeOf(test, evaluation.id);
  assert.deepEqual([answer.outcome, answer.stored_engine, answer.engine], [
    "other_engine",
    "0.9.0",
    ENGINE_VERSION,
  ]);
});

Deno.test("an evaluation of before receipts were kept says so, and has one once it is judged anew", async () => {
  await using test = await apiTest();
  const { job, resume, evaluation } = await judgeOne(test);
  await test.test.services.db.deleteFrom("receipts").execute();
  for (const [method, last] of [["GET", "receipt"], ["POST", "recompute"]] as const) {
    const { status, body } = await test.api.call(method, `/evaluations/${evaluation.id}/${last}`);
    assert.equal(status, 409);
    assert.match(body.detail, /before receipts were kept/);
  }
  await test.api.call("PATCH", `/jobs/${job.id}`, {
    json: { weights: { required: 7, nice_to_have: 3 } },
  });
  await untilRanked(test.api, job.id);
  const { body: again } = await test.api.call("GET", `/resumes/${resume}/evaluation`);
  const receipt = await receiptOf(test, again.id);
  assert.deepEqual(receipt.content.input.weights, { required: 7, nice_to_have: 3, text: 10 });
});

const SCRIPT = fileURLToPath(new URL("../scripts/recompute.ts", import.meta.url));

async function recomputeCommand(env: Readonly<Record<string, string>>, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", "--no-check", SCRIPT, ...args],
    env,
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

Deno.test("deno task recompute ends with 1 when any evaluation differs, and names it", async () => {
  await using test = await apiTest();
  const { job, evaluation } = await judgeOne(test);
  const many = Array.from({ length: 45 }, (_, at) => [`${at}.txt`, `Person ${at}\n${TEXT}`]);
  await test.api.upload(job.id, Object.fromEntries(many));
  await untilRanked(test.api, job.id);
  const { env } = test.test;

  const all = await recomputeCommand(env, "--all");
  assert.equal(all.code, 0, all.stderr);
  assert.match(all.stdout, /^46 equal, 0 different, 0 of another engine, 0 without a receipt\n$/);

  const { db } = test.test.services;
  await db.updateTable("evaluations").set({ rawScore: 0.123 }).where("id", "=", evaluation.id)
    .execute();
  const other = await db.selectFrom("evaluations").select("id").where("id", "<>", evaluation.id)
    .executeTakeFirstOrThrow();
  await db.deleteFrom("receipts").where("evaluationId", "=", other.id).execute();
  const wrong = await recomputeCommand(env, "--all");
  assert.equal(wrong.code, 1, wrong.stderr);
  assert.match(wrong.stdout, new RegExp(`^${evaluation.id} differs at /holds/raw_score\n`));
  assert.match(wrong.stdout, /44 equal, 1 different, 0 of another engine, 1 without a receipt/);

  const [right, different, gone] = await Promise.all([
    recomputeCommand(env, other.id),
    recomputeCommand(env, evaluation.id),
    recomputeCommand(env, crypto.randomUUID()),
  ]);
  assert.deepEqual([right.code, different.code], [0, 1]);
  assert.equal(gone.code, 1);
  assert.match(gone.stderr, /1 of these are no evaluations/);
});

Deno.test("deno task recompute refuses bad use with 2", async () => {
  const cases = [[], ["x"], ["--all", crypto.randomUUID()], ["--loud"]];
  await Promise.all(cases.map(async (args) => {
    assert.equal((await recomputeCommand({}, ...args)).code, 2, args.join(" "));
  }));
});

Deno.test("findDifferences() names the first values that differ, as RFC 6901 does", () => {
  const stored = { a: [1, { "b/c": 2 }], d: "x".repeat(300), e: null, f: {} };
  const computed = { a: [1, { "b/c": 3 }, 4], d: "x".repeat(301), g: false, f: [] };
  assert.deepEqual(findDifferences(stored, computed), [
    { pointer: "/a/1/b~1c", stored: "2", computed: "3" },
    { pointer: "/a/2", stored: null, computed: "4" },
    { pointer: "/d", stored: `"${"x".repeat(199)}…`, computed: `"${"x".repeat(199)}…` },
    { pointer: "/e", stored: "null", computed: null },
    { pointer: "/f", stored: "{}", computed: "[]" },
    { pointer: "/g", stored: null, computed: "false" },
  ]);
  assert.deepEqual(findDifferences(stored, structuredClone(stored)), []);
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, at) => [at, at]));
  assert.equal(findDifferences(many, {}).length, 100);
});
