import fc from "fast-check";
import assert from "node:assert/strict";
import type { Principal } from "../lib/accounts/principal.ts";
import { deleteJob, describeDeletion } from "../lib/hiring/job_deletion.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { type ConsentValue, PERSON_FIELDS, type PersonField } from "../lib/hiring/merge_fold.ts";
import { editPerson, listMerges, mergeCandidates, undoMerge } from "../lib/hiring/merges.ts";
import { getPerson } from "../lib/hiring/candidates.ts";
import { updateCandidate } from "../lib/hiring/candidate_changes.ts";
import { removeResume } from "../lib/hiring/resumes.ts";
import { addTag, removeTag } from "../lib/hiring/tags.ts";
import { Conflict, Forbidden, NotFound } from "../lib/platform/errors.ts";
import { type ApiTest, apiTest, untilRanked } from "./harness/api.ts";

const JOB = { title: "Backend engineer", description: "Requirements:\n- TypeScript" };

type Values = Record<PersonField, string | null>;

const TAGS = ["vip", "remote", "senior"];
const UNASKED: ConsentValue = { state: null, on: null, until: null };

interface One {
  readonly values: Values;
  readonly consent: ConsentValue;
  readonly tags: readonly string[];
}

/** Candidates, each with a résumé and a note. */
async function makeCandidates(test: ApiTest, jobId: string, all: readonly One[]) {
  const { owner: { workspaceId, userId }, test: { services: { db } } } = test;
  const ids: string[] = [];
  for (const [at, { values, consent, tags }] of all.entries()) {
    const { state, on, until } = consent;
    const { id } = await db.insertInto("candidates")
      .values({ workspaceId, ...values, consent: state, consentOn: on, consentUntil: until })
      .returning("id").executeTakeFirstOrThrow();
    await db.insertInto("resumes").values({
      workspaceId,
      jobId,
      candidateId: id,
      fileName: `${at}.txt`,
      contentHash: crypto.getRandomValues(new Uint8Array(32)),
      sizeBytes: 1,
      status: "done",
      text: `Résumé ${at}`,
    }).execute();
    await db.insertInto("notes")
      .values({ workspaceId, candidateId: id, text: `Note ${at}`, userId }).execute();
    for (const tag of tags) {
      await db.insertInto("candidateTags").values({ workspaceId, candidateId: id, tag, userId })
        .execute();
    }
    ids.push(id);
  }
  return ids;
}

/** All that a merge could touch, but for when it was changed and what the database makes of it. */
async function contentsOf({ owner, test: { services: { db } } }: ApiTest) {
  const of = (table: "candidates" | "resumes" | "notes") =>
    db.selectFrom(table).selectAll().where("workspaceId", "=", owner.workspaceId)
      .orderBy("createdAt").execute();
  const candidates = (await of("candidates")).map((row) => ({
    ...row,
    updatedAt: null,
    namePlain: null,
  }));
  const tags = await db.selectFrom("candidateTags").select(["candidateId", "tag", "isHidden"])
    .where("workspaceId", "=", owner.workspaceId).orderBy("candidateId").orderBy("tag").execute();
  return { candidates, tags, rest: [await of("resumes"), await of("notes")] };
}

interface ModelMerge {
  readonly kept: number;
  readonly merged: number;
  readonly taken: Set<PersonField>;
  readonly removed: Set<string>;
  isConsentKept: boolean;
  readonly id: string;
}

/** What merges mean, said once more in the plainest way. */
class Model {
  readonly own: Values[];
  readonly consent: ConsentValue[];
  readonly tags: Set<string>[];
  readonly merges: ModelMerge[] = [];

  constructor(all: readonly One[]) {
    this.own = all.map(({ values }) => ({ ...values }));
    this.consent = all.map(({ consent }) => consent);
    this.tags = all.map(({ tags }) => new Set(tags));
  }

  rootOf(one: number): number {
    const up = this.merges.find(({ merged }) => merged === one);
    return up ? this.rootOf(up.kept) : one;
  }

  shown(one: number): Values {
    const values = { ...this.own[one]! }; // the test asks for those there are
    for (const { kept, merged, taken } of this.merges) {
      if (kept === one) { for (const field of taken) values[field] = this.shown(merged)[field]; }
    }
    return values;
  }

  #consents(one: number): ConsentValue[] {
    const parts = this.merges.filter(({ kept, isConsentKept }) => kept === one && !isConsentKept);
    return [this.consent[one]!, ...parts.flatMap(({ merged }) => this.#consents(merged))]; // as above
  }

  shownConsent(one: number): ConsentValue {
    const all = this.#consents(one);
    for (const state of ["withdrawn", "given"]) {
      const some = all.filter((consent) => consent.state === state);
      if (some.length === 0) continue;
      if (all[0]?.state === state) return all[0];
      const last = some.map(({ on }) => on ?? "").toSorted().at(-1);
      return some.find(({ on }) => (on ?? "") === last) ?? UNASKED;
    }
    return all[0] ?? UNASKED;
  }

  /** The tags of each member that are shown. */
  shownTags(one: number): [number, string][] {
    const own = [...this.tags[one] ?? []].map((tag): [number, string] => [one, tag]);
    const parts = this.merges.filter(({ kept }) => kept === one).flatMap(({ merged, removed }) =>
      this.shownTags(merged).filter(([, tag]) => !removed.has(tag))
    );
    return [...own, ...parts];
  }
}

async function checkAgainst(model: Model, test: ApiTest, ids: readonly string[]) {
  const { candidates, tags } = await contentsOf(test);
  for (const [at, id] of ids.entries()) {
    const row = candidates.find((one) => one.id === id);
    assert.ok(row);
    const root = model.rootOf(at);
    assert.equal(row.personId, ids[root]);
    const { name, email, phone, place } = row;
    assert.deepEqual({ name, email, phone, place }, model.shown(root));
    const { consent: state, consentOn: on, consentUntil: until } = row;
    assert.deepEqual({ state, on, until }, model.shownConsent(root));
    const isAlone = ids.every((_, other) => other === at || model.rootOf(other) !== root);
    assert.deepEqual(row.own, isAlone ? null : { ...model.own[at], consent: model.consent[at] });
    const own = [...model.tags[at] ?? []].toSorted();
    const shown = new Set(model.shownTags(root).map(([one, tag]) => `${one} ${tag}`));
    assert.deepEqual(
      tags.filter(({ candidateId }) => candidateId === id)
        .map(({ tag, isHidden }) => [tag, isHidden]),
      own.map((tag) => [tag, !shown.has(`${at} ${tag}`)]),
    );
  }
}

const valueArb = fc.option(fc.constantFrom("ann", "bob", "cor", "dee"));
const valuesArb: fc.Arbitrary<Values> = fc.record({
  name: valueArb,
  email: valueArb,
  phone: valueArb,
  place: valueArb,
});
const consentArb: fc.Arbitrary<ConsentValue> = fc.constantFrom(
  UNASKED,
  { state: "given", on: "2026-01-05", until: "2027-01-05" },
  { state: "given", on: "2026-03-05", until: null },
  { state: "withdrawn", on: "2026-02-05", until: null },
);
const oneArb: fc.Arbitrary<One> = fc.record({
  values: valuesArb,
  consent: consentArb,
  tags: fc.subarray(TAGS),
});
const stepArb = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("merge" as const),
      keep: fc.nat(),
      merge: fc.nat(),
      taken: fc.subarray([...PERSON_FIELDS]),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("undo" as const), which: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      who: fc.nat(),
      field: fc.constantFrom(...PERSON_FIELDS),
      value: fc.option(fc.constantFrom("eve", "fay")),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("consent" as const),
      who: fc.nat(),
      consent: consentArb,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom("tag" as const, "untag" as const),
      who: fc.nat(),
      tag: fc.constantFrom(...TAGS),
    }),
  },
);
type Step = typeof stepArb extends fc.Arbitrary<infer T> ? T : never;

async function take(step: Step, model: Model, test: ApiTest, ids: readonly string[]) {
  const { owner, test: { services: { db } } } = test;
  if (step.kind === "merge") {
    const [keep, merge] = [step.keep % ids.length, step.merge % ids.length];
    const input = {
      keepId: ids[keep]!, // below its length
      mergeId: ids[merge]!,
      choices: Object.fromEntries(step.taken.map((field) => [field, "merged" as const])),
    };
    const [kept, merged] = [model.rootOf(keep), model.rootOf(merge)];
    if (kept === merged) return await assert.rejects(mergeCandidates(owner, db, input), Conflict);
    const { id } = await mergeCandidates(owner, db, input);
    const taken = new Set(step.taken);
    model.merges.push({ kept, merged, taken, removed: new Set(), isConsentKept: false, id });
  } else if (step.kind === "undo") {
    if (model.merges.length === 0) return;
    const [undone] = model.merges.splice(step.which % model.merges.length, 1);
    assert.ok(undone);
    await undoMerge(owner, db, undone.id);
    await assert.rejects(undoMerge(owner, db, undone.id), Conflict);
  } else {
    await change(step, model, test, ids);
  }
}

type Change = Extract<Step, { who: number }>;

async function change(step: Change, model: Model, test: ApiTest, ids: readonly string[]) {
  const { owner, test: { services: { db } } } = test;
  const at = step.who % ids.length;
  const id = ids[at]!; // below its length
  const root = model.rootOf(at);
  const into = model.merges.filter(({ kept }) => kept === root);
  if ("field" in step) {
    await updateCandidate(owner, db, id, { [step.field]: step.value });
    model.own[root]![step.field] = step.value; // there is a root
    for (const { taken } of into) taken.delete(step.field);
  } else if ("consent" in step) {
    const { state: consent, on: consentOn, until: consentUntil } = step.consent;
    await updateCandidate(owner, db, id, { consent, consentOn, consentUntil });
    model.consent[root] = step.consent;
    for (const one of into) one.isConsentKept = true;
  } else {
    const { kind, tag } = step;
    const isThere = model.shownTags(root).some(([, one]) => one === tag);
    if (kind === "untag" && !isThere) {
      return await assert.rejects(removeTag(owner, db, id, tag), NotFound);
    }
    await (kind === "tag" ? addTag : removeTag)(owner, db, id, tag);
    if (kind === "tag" && !isThere) model.tags[root]?.add(tag);
    if (kind === "tag") return;
    model.tags[root]?.delete(tag);
    for (const { removed } of into) removed.add(tag);
  }
}

Deno.test("merges and undos in any order follow the model and give everything back", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const job = await createJob(owner, db, JOB);
  await fc.assert(
    fc.asyncProperty(
      fc.array(oneArb, { minLength: 2, maxLength: 6 }),
      fc.array(stepArb, { minLength: 1, maxLength: 14 }),
      fc.infiniteStream(fc.nat()),
      async (all, steps, order) => {
        await db.deleteFrom("candidates").execute();
        await db.deleteFrom("resumes").execute();
        const ids = await makeCandidates(test, job.id, all);
        const before = await contentsOf(test);
        const model = new Model(all);
        for (const step of steps) {
          await take(step, model, test, ids);
          await checkAgainst(model, test, ids);
        }
        while (model.merges.length > 0) {
          const which = order.next().value ?? 0;
          await take({ kind: "undo", which }, model, test, ids);
          await checkAgainst(model, test, ids);
        }
        const after = await contentsOf(test);
        assert.deepEqual(after.rest, before.rest);
        // An edit is the one thing that stays: it was no merge.
        const edited = before.candidates.map((row) => {
          const at = ids.indexOf(row.id);
          const { state, on, until } = model.consent[at] ?? UNASKED;
          const consent = { consent: state, consentOn: on, consentUntil: until };
          return { ...row, ...model.own[at], ...consent, phoneE164: null };
        });
        assert.deepEqual(after.candidates, edited);
        assert.ok(after.tags.every(({ isHidden }) => !isHidden));
      },
    ),
    { numRuns: 25 },
  );
});

const NOBODY: Values = { name: null, email: null, phone: null, place: null };

async function three(test: ApiTest) {
  const { owner, test: { services: { db } } } = test;
  const job = await createJob(owner, db, JOB);
  const people = ["Ann", "Bob", "Cor"].map((name) => ({
    values: { ...NOBODY, name },
    consent: UNASKED,
    tags: [],
  }));
  const [a, b, c] = await makeCandidates(test, job.id, people);
  assert.ok(a && b && c);
  return { db, job, a, b, c };
}

Deno.test("mergeCandidates() and undoMerge() refuse viewers and strangers, and write down both people", async () => {
  await using test = await apiTest({ worker: false });
  const { db, a, b } = await three(test);
  const input = { keepId: a, mergeId: b };
  const viewer = (await test.addPerson("viewer", "same")).actor;
  const stranger = (await test.addPerson("owner", "own")).actor;
  assert.throws(() => mergeCandidates(viewer, db, input), Forbidden);
  await assert.rejects(mergeCandidates(stranger, db, input), NotFound);
  const { id } = await mergeCandidates(test.owner, db, input);
  assert.throws(() => undoMerge(viewer, db, id), Forbidden);
  await assert.rejects(undoMerge(stranger, db, id), NotFound);
  assert.deepEqual((await listMerges(test.owner, db, a)).map((one) => [one.mergeId, one.name]), [
    [id, "Bob"],
  ]);
  assert.deepEqual(await listMerges(stranger, db, a), []);
  await undoMerge(test.owner, db, id);
  assert.deepEqual(await listMerges(test.owner, db, a), []);
  const written = await db.selectFrom("auditLog").select(["action", "candidateId"])
    .where("targetId", "=", id).orderBy("id").execute();
  assert.deepEqual(written, [
    { action: "candidate.merged", candidateId: a },
    { action: "candidate.merged", candidateId: b },
    { action: "candidate.merge_undone", candidateId: a },
    { action: "candidate.merge_undone", candidateId: b },
  ]);
});

Deno.test("consent that was taken back stays so in a merge, until a person changes it", async () => {
  await using test = await apiTest({ worker: false });
  const { owner } = test;
  const { db, a, b, c } = await three(test);
  const consentOf = async (id: string) => (await getPerson(owner, db, id)).consent;
  await updateCandidate(owner, db, a, { consent: "given", consentOn: "2026-01-05" });
  await updateCandidate(owner, db, b, { consent: "withdrawn", consentOn: "2025-06-05" });
  const { id } = await mergeCandidates(owner, db, { keepId: a, mergeId: b });
  assert.equal(await consentOf(a), "withdrawn");
  await mergeCandidates(owner, db, { keepId: c, mergeId: a });
  assert.equal(await consentOf(c), "withdrawn");
  await updateCandidate(owner, db, b, { consent: "given" });
  assert.equal(await consentOf(b), "given");
  await undoMerge(owner, db, id);
  assert.deepEqual([await consentOf(b), await consentOf(a)], ["withdrawn", "given"]);
});

Deno.test("a tag that was removed while two were merged is theirs again who brought it", async () => {
  await using test = await apiTest({ worker: false });
  const { owner } = test;
  const { db, a, b } = await three(test);
  const tagsOf = async (id: string) => (await getPerson(owner, db, id)).tags;
  await addTag(owner, db, a, "Remote");
  await addTag(owner, db, b, "VIP");
  const { id } = await mergeCandidates(owner, db, { keepId: a, mergeId: b });
  assert.deepEqual(await removeTag(owner, db, a, "vip"), ["Remote"]);
  assert.deepEqual(await addTag(owner, db, a, "vip"), ["Remote", "VIP"]);
  assert.deepEqual(await removeTag(owner, db, a, "VIP"), ["Remote"]);
  await undoMerge(owner, db, id);
  assert.deepEqual([await tagsOf(a), await tagsOf(b)], [["Remote"], ["VIP"]]);
});

Deno.test("of two who merge the same people at once, in either direction, one wins", async () => {
  await using test = await apiTest({ worker: false });
  const { db, a, b, c } = await three(test);
  const merge = (keepId: string, mergeId: string) =>
    mergeCandidates(test.owner, db, { keepId, mergeId });
  const ends = await Promise.allSettled([merge(a, b), merge(b, a), merge(c, a), merge(b, c)]);
  const wins = ends.filter(({ status }) => status === "fulfilled").length;
  assert.ok(wins >= 1 && wins <= 2, JSON.stringify(ends));
  for (const end of ends) if (end.status === "rejected") assert.ok(end.reason instanceof Conflict);
  const held = await db.selectFrom("merges").select("id").execute();
  for (const { id } of held) await undoMerge(test.owner, db, id);
  const rows = await db.selectFrom("candidates").select(["personId", "id", "own"]).execute();
  assert.ok(rows.every(({ id, personId, own }) => id === personId && own === null));
});

Deno.test("a person stays while any of those merged has a résumé, and goes with all of them", async () => {
  await using test = await apiTest({ worker: false });
  const { db, a, b, c, job } = await three(test);
  const { services } = test.test;
  await mergeCandidates(test.owner, db, { keepId: a, mergeId: b });
  const { id } = await mergeCandidates(test.owner, db, { keepId: b, mergeId: c });
  const people = async () =>
    (await db.selectFrom("candidates").select("id").orderBy("id").execute()).map((one) => one.id);
  const resumeOf = async (candidateId: string) =>
    (await db.selectFrom("resumes").select("id").where("candidateId", "=", candidateId)
      .executeTakeFirstOrThrow()).id;
  await removeResume(test.owner, services, await resumeOf(a));
  assert.deepEqual(await people(), [a, b, c]);
  await undoMerge(test.owner, db, id);
  await removeResume(test.owner, services, await resumeOf(c));
  assert.deepEqual(await people(), [a, b]);
  assert.equal((await describeDeletion(test.owner, db, job.id)).candidates, 1);
  await deleteJob(test.owner, services, job.id);
  assert.deepEqual(await people(), []);
  assert.deepEqual(await db.selectFrom("merges").select("id").execute(), []);
});

Deno.test("a changed number is found by its E.164 form, whichever is shown", async () => {
  await using test = await apiTest();
  const { owner, test: { services: { db } } } = test;
  const job = await createJob(owner, db, JOB);
  await test.api.upload(job.id, { "a.txt": "Anna One\n06 12 34 56 78\nTypeScript at Acme" });
  await untilRanked(test.api, job.id);
  const select = () =>
    db.selectFrom("candidates").select(["id", "phone", "phoneE164"]).executeTakeFirstOrThrow();
  const { id, phoneE164 } = await select();
  assert.equal(phoneE164, "+31612345678");
  await change(owner, "+44 20 7946 0958");
  assert.equal((await select()).phoneE164, "+442079460958");
  await change(owner, null);
  assert.deepEqual(await select(), { id, phone: null, phoneE164: null });

  async function change(actor: Principal, phone: string | null) {
    await db.transaction().execute((trx) => editPerson(trx, actor.workspaceId, id, { phone }));
  }
});
