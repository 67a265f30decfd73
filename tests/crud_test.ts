import fc from "fast-check";
import assert from "node:assert/strict";
import { z } from "zod";
import { crud } from "../lib/platform/crud.ts";
import type { Db } from "../lib/platform/database.ts";
import { Conflict, InvalidInput, NotFound } from "../lib/platform/errors.ts";
import { testServices } from "./harness/services.ts";

const workspaces = crud("workspaces");
const users = crud("users");
const jobs = crud("jobs");
const notes = crud("notes");
const memberships = crud("memberships");
const candidates = crud("candidates");

const NOWHERE = "01900000-0000-7000-8000-000000000000";

const person = (username: string, more = {}) => ({
  name: username.toUpperCase(),
  username,
  email: `${username}@example.com`,
  passwordHash: "none",
  ...more,
});

/** A workspace with two members and a person about whom one of them wrote. */
async function filled(db: Db) {
  const { id: workspaceId } = await workspaces.create(db, { name: "Made" });
  const [ann, bob] = await users.createMany(db, [person("ann"), person("bob")]);
  assert.ok(ann && bob);
  for (const { id: userId } of [ann, bob]) {
    await memberships.create(db, { workspaceId, userId, role: "recruiter" });
  }
  const { id: candidateId } = await candidates.create(db, { workspaceId, name: "Cy" });
  const note = await notes.create(db, { workspaceId, candidateId, text: "Called", userId: ann.id });
  const unsigned = await notes.create(db, {
    workspaceId,
    candidateId,
    text: "Wrote",
    userId: null,
  });
  return { workspaceId, ann, bob, candidateId, note, unsigned };
}

Deno.test("crud() reads only the columns of a list or of a schema", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { ann } = await filled(db);
  assert.deepEqual(await users.get(db, { id: ann.id }, { select: ["name"] }), { name: "ANN" });
  const Shown = z.object({ username: z.string(), language: z.enum(["en", "nl"]).nullable() });
  const shown = await users.get(db, { username: "ann" }, { select: Shown });
  assert.deepEqual(shown, { username: "ann", language: null });
  assert.deepEqual(await users.get(db, { id: ann.id }), ann);
  assert.equal(await users.get(db, { id: NOWHERE }), undefined);
});

Deno.test("crud() filters as PostgreSQL and JavaScript both would", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { id: workspaceId } = await workspaces.create(db, { name: "Made" });
  const rows = Array.from({ length: 20 }, (_, i) => ({
    workspaceId,
    title: `Job ${String.fromCharCode(65 + (i * 7) % 20)}`,
    description: "Requirements: none",
    department: i % 3 === 0 ? null : `D${i % 4}`,
    requirementsVersion: i % 6,
  }));
  await jobs.createMany(db, rows);
  const operators = {
    eq: (a: number, b: number) => a === b,
    ne: (a: number, b: number) => a !== b,
    gt: (a: number, b: number) => a > b,
    gte: (a: number, b: number) => a >= b,
    lt: (a: number, b: number) => a < b,
    lte: (a: number, b: number) => a <= b,
  };
  const filter = fc.record({
    requirementsVersion: fc.oneof(
      fc.tuple(fc.constantFrom(...Object.keys(operators) as (keyof typeof operators)[]), fc.nat(7))
        .map(([name, value]) => ({
          where: { [name]: value },
          is: (row: number) => operators[name](row, value),
        })),
      fc.array(fc.nat(7), { maxLength: 3 }).map((list) => ({
        where: { in: list },
        is: (row: number) => list.includes(row),
      })),
      fc.array(fc.nat(7), { maxLength: 3 }).map((list) => ({
        where: { notIn: list },
        is: (row: number) => !list.includes(row),
      })),
    ),
    department: fc.constantFrom(
      { where: { isNull: true }, is: (row: string | null) => row === null },
      { where: { isNull: false }, is: (row: string | null) => row !== null },
      { where: null, is: (row: string | null) => row === null },
      { where: "D1", is: (row: string | null) => row === "D1" },
      { where: { like: "D%" }, is: (row: string | null) => row !== null },
      {
        where: { ilike: "d_", ne: "D2" },
        is: (row: string | null) => row !== null && row !== "D2",
      },
    ),
  }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(filter, async ({ requirementsVersion, department }) => {
      const where = {
        workspaceId,
        ...(requirementsVersion ? { requirementsVersion: requirementsVersion.where } : {}),
        ...(department ? { department: department.where } : {}),
      };
      const wanted = rows.filter((row) =>
        (requirementsVersion?.is(row.requirementsVersion) ?? true) &&
        (department?.is(row.department) ?? true)
      ).map(({ title }) => title).sort();
      const { data, totalCount } = await jobs.getMulti(db, { where, select: ["title"] });
      assert.deepEqual(data.map(({ title }) => title).sort(), wanted);
      assert.equal(totalCount, wanted.length);
      assert.equal(await jobs.count(db, where), wanted.length);
      assert.equal(await jobs.exists(db, where), wanted.length > 0);
    }),
    { numRuns: 60 },
  );
});

Deno.test("crud() walks a list by offset and by cursor alike, in any order", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { id: workspaceId } = await workspaces.create(db, { name: "Made" });
  await jobs.createMany(
    db,
    Array.from({ length: 13 }, (_, i) => ({
      workspaceId,
      title: `Job ${i % 3}`,
      description: "Requirements: none",
      requirementsVersion: i % 4,
      department: i % 3 === 1 ? null : `D${i % 2}`,
      archivedAt: i % 4 === 1 ? new Date(i) : null,
    })),
  );
  const sorts = [
    [],
    ["title"],
    ["-title", "requirementsVersion"],
    ["-createdAt"],
    ["department"],
    ["-department", "title"],
    ["archivedAt", "-department"],
  ] as const;
  for (const sort of sorts) {
    const all = await jobs.getMulti(db, { where: { workspaceId }, sort });
    assert.deepEqual([all.data.length, all.hasMore, all.nextCursor], [13, false, null]);
    const byOffset = [];
    for (let offset = 0; offset < 13; offset += 4) {
      const part = await jobs.getMulti(db, { where: { workspaceId }, sort, offset, limit: 4 });
      assert.deepEqual([part.totalCount, part.hasMore], [13, offset < 12]);
      byOffset.push(...part.data);
    }
    assert.deepEqual(byOffset, all.data);
    const byCursor = [];
    let cursor: string | null | undefined;
    while (cursor !== null) {
      const part = await jobs.getMulti(db, { where: { workspaceId }, sort, limit: 4, cursor });
      byCursor.push(...part.data);
      cursor = part.nextCursor;
    }
    assert.deepEqual(byCursor, all.data);
  }
  const { nextCursor } = await jobs.getMulti(db, { where: { workspaceId }, limit: 4 });
  const other = { where: { workspaceId, title: "Job 1" }, limit: 4, cursor: nextCursor ?? "" };
  await assert.rejects(jobs.getMulti(db, other), InvalidInput);
  await assert.rejects(jobs.getMulti(db, { cursor: "made up" }), InvalidInput);
});

Deno.test("crud() answers a hundred rows unless told otherwise", async () => {
  await using test = await testServices();
  const { db } = test.services;
  await workspaces.createMany(db, Array.from({ length: 101 }, (_, i) => ({ name: `W${i}` })));
  const { data, totalCount, hasMore } = await workspaces.getMulti(db);
  assert.deepEqual([data.length, totalCount, hasMore], [100, 101, true]);
});

Deno.test("crud() puts a row of another table beside each", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { ann, candidateId, note, unsigned } = await filled(db);
  // By the foreign key; the left join keeps what has no author.
  const joining = { joinTable: "users", joinPrefix: "author" } as const;
  const Author = z.object({ name: z.string(), username: z.string() });
  const { data, totalCount } = await notes.getMultiJoined(db, {
    ...joining,
    select: ["text"],
    joinSelect: Author,
    where: { candidateId },
    sort: ["-text"],
  });
  assert.deepEqual(data, [
    { text: "Wrote", authorName: null, authorUsername: null },
    { text: "Called", authorName: "ANN", authorUsername: "ann" },
  ]);
  assert.equal(totalCount, 2);
  const inner = await notes.getMultiJoined(db, {
    ...joining,
    select: ["id"],
    joinSelect: ["id"],
    joinType: "inner",
    joinWhere: { username: { in: ["ann", "bob"] } },
  });
  assert.deepEqual([inner.data, inner.totalCount], [[{ id: note.id, authorId: ann.id }], 1]);
  const one = await notes.getJoined(db, { id: unsigned.id }, {
    ...joining,
    joinOn: { userId: "id" },
    select: ["id"],
    joinSelect: ["email"],
  });
  assert.deepEqual(one, { id: unsigned.id, authorEmail: null });
  assert.equal(await notes.getJoined(db, { id: NOWHERE }, joining), undefined);
  // From the other end of the same key, and a table that is no neighbour.
  const members = await workspaces.getMultiJoined(db, {
    joinTable: "memberships",
    joinPrefix: "member",
    select: ["name"],
    joinSelect: ["role"],
  });
  assert.equal(members.data.length, 2);
  await assert.rejects(
    notes.getMultiJoined(db, { joinTable: "tiers", joinPrefix: "tier" }),
    /no foreign key between notes and tiers/,
  );
  const part = await notes.getMultiJoined(db, { ...joining, limit: 1, offset: 1 });
  assert.deepEqual([part.data.length, part.hasMore], [1, false]);
});

Deno.test("crud() changes one row, and only if nobody else has", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { ann, workspaceId, note } = await filled(db);
  const seen = await users.get(db, { id: ann.id });
  assert.ok(seen);
  const ifUpdatedAt = seen.updatedAt;
  const changed = await users.update(db, { id: ann.id }, { name: "Ann" }, {
    ifUpdatedAt,
    select: ["name", "updatedAt"],
  });
  assert.equal(changed.name, "Ann");
  assert.ok(changed.updatedAt > seen.updatedAt);
  await assert.rejects(users.update(db, { id: ann.id }, { name: "X" }, { ifUpdatedAt }), Conflict);
  await assert.rejects(users.update(db, { id: NOWHERE }, { name: "X" }, { ifUpdatedAt }), NotFound);
  await assert.rejects(users.update(db, { id: NOWHERE }, { name: "X" }), NotFound);
  await assert.rejects(
    notes.update(db, { id: note.id, workspaceId: NOWHERE }, { text: "X" }),
    NotFound,
  );
  // Of two who saw the same, one wins.
  const { updatedAt } = changed;
  const both = await Promise.allSettled(
    ["Aa", "Bb"].map((name) =>
      users.update(db, { id: ann.id }, { name }, { ifUpdatedAt: updatedAt })
    ),
  );
  assert.deepEqual(both.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
  // What may be more than one row is refused before anything is written.
  const many = [{ workspaceId }, { workspaceId, text: "Called" }, { id: { in: [note.id] } }];
  for (const where of many) {
    await assert.rejects(notes.update(db, where, { text: "X" }), TypeError);
    await assert.rejects(notes.delete(db, where), TypeError);
  }
  assert.equal(await notes.count(db, { text: "X" }), 0);
});

Deno.test("crud() creates a row, or changes the one that has its key", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { workspaceId, ann } = await filled(db);
  const select = ["role"] as const;
  const row = { workspaceId, userId: ann.id, role: "owner" } as const;
  assert.deepEqual(await memberships.upsert(db, row, { select }), { role: "owner" });
  assert.equal(await memberships.count(db, { workspaceId }), 2);
  const made = await users.upsert(db, person("cid"), { on: ["username"], select: ["id"] });
  const same = await users.upsert(db, person("cid", { name: "Cid" }), { on: ["username"] });
  assert.deepEqual([same.id, same.name], [made.id, "Cid"]);
  assert.equal(
    await workspaces.upsert(db, { id: workspaceId, name: "New" }).then((w) => w.name),
    "New",
  );
});

Deno.test("crud() marks as deleted what can come back, and removes the rest", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { ann, note } = await filled(db);
  const where = { id: ann.id };
  await users.delete(db, where);
  assert.equal(await users.get(db, where), undefined);
  assert.equal(await users.exists(db, where), false);
  assert.equal(await users.count(db), 1);
  assert.equal((await users.getMulti(db)).totalCount, 1);
  const marked = await users.get(db, where, {
    includeDeleted: true,
    select: ["isDeleted", "deletedAt"],
  });
  assert.equal(marked?.isDeleted, true);
  assert.ok(marked.deletedAt && Math.abs(marked.deletedAt.getTime() - Date.now()) < 600_000);
  const joined = {
    joinTable: "users",
    joinPrefix: "author",
    joinSelect: ["name"],
    select: ["id"],
  } as const;
  assert.equal((await notes.getJoined(db, { id: note.id }, joined))?.authorName, null);
  const all = await notes.getJoined(db, { id: note.id }, { ...joined, includeDeleted: true });
  assert.equal(all?.authorName, "ANN");
  await assert.rejects(users.update(db, where, { name: "X" }), NotFound);
  await assert.rejects(users.delete(db, where), NotFound);
  await users.restore(db, where);
  assert.equal((await users.get(db, where))?.name, "ANN");
  await assert.rejects(users.restore(db, where), NotFound);
  await assert.rejects(notes.restore(db, { id: note.id }), TypeError);

  await notes.delete(db, { id: note.id });
  await assert.rejects(notes.delete(db, { id: note.id }), NotFound);
  await memberships.delete(db, { workspaceId: note.workspaceId, userId: ann.id });
  await users.delete(db, where);
  await users.dbDelete(db, where);
  assert.equal(await users.exists(db, where, { includeDeleted: true }), false);
});

Deno.test("crud() names the field of a violated key", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const { workspaceId, ann, bob, candidateId } = await filled(db);
  const refused = async (write: Promise<unknown>, words: RegExp) => {
    const error = await write.then(() => undefined, (error: unknown) => error);
    assert.ok(error instanceof Conflict, String(error));
    assert.match(error.message, words);
  };
  await refused(
    users.create(db, person("ann", { email: "b@example.com" })),
    /this username already/,
  );
  // Of an index on lower(email).
  await refused(
    users.create(db, person("eve", { email: "ANN@example.com" })),
    /this email already/,
  );
  await refused(users.update(db, { id: bob.id }, { username: "ann" }), /this username already/);
  await refused(
    users.createMany(db, [person("xx"), person("xx", { email: "y@x.nl" })]),
    /username/,
  );
  assert.equal(await users.exists(db, { username: "xx" }), false, "all or none");
  const nobody = { workspaceId, candidateId: NOWHERE, text: "X", userId: null };
  await refused(notes.create(db, nobody), /What candidate_id names is not there/);
  const tier = await crud("tiers").create(db, { name: "Gold" });
  await users.update(db, { id: ann.id }, { tierId: tier.id });
  await refused(
    crud("tiers").delete(db, { id: tier.id }),
    /cannot be removed: users refer to it by tier_id/,
  );
  assert.equal(await users.exists(db, { id: ann.id }), true);
  await assert.rejects(
    notes.create(db, { ...nobody, candidateId, text: "" }),
    (error) => !(error instanceof Conflict),
    "a check is no key",
  );
});

Deno.test("crud() works in the transaction that it is given", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const undone = db.transaction().execute(async (trx) => {
    await workspaces.create(trx, { name: "Never" });
    assert.equal(await workspaces.count(trx), 1);
    throw new Error("Changed our mind");
  });
  await assert.rejects(undone, /Changed our mind/);
  assert.equal(await workspaces.count(db), 0);
});

Deno.test("crud() takes nothing for every row that was left out by mistake", async () => {
  await using test = await testServices();
  const { db } = test.services;
  const unknown = undefined as unknown as string;
  await assert.rejects(users.count(db, { id: unknown }), /filtered by undefined/);
  await assert.rejects(users.delete(db, { id: unknown }), TypeError);
  await assert.rejects(
    users.count(db, { id: { in: undefined } as never }),
    /filtered by undefined/,
  );
});

/** Never runs: what stands here is checked by the type checker alone. */
export async function typesOfCrud(db: Db): Promise<void> {
  // @ts-expect-error no such table
  crud("usrs");
  // @ts-expect-error no such column
  await users.get(db, { nme: "Ann" });
  // @ts-expect-error a number is no name
  await users.get(db, { name: 1 });
  // @ts-expect-error no such operator
  await users.get(db, { name: { matches: "A" } });
  // @ts-expect-error a number has no pattern
  await jobs.count(db, { requirementsVersion: { like: "1%" } });
  // @ts-expect-error one of the list is no number
  await jobs.count(db, { requirementsVersion: { in: [1, "2"] } });
  // @ts-expect-error no such column to select
  await users.get(db, { id: "" }, { select: ["nme"] });
  // @ts-expect-error a schema with a field that is no column
  await users.get(db, { id: "" }, { select: z.object({ nme: z.string() }) });
  // @ts-expect-error a schema with a field of another type than its column
  await users.get(db, { id: "" }, { select: z.object({ name: z.number() }) });
  // @ts-expect-error was not selected
  (await users.get(db, { id: "" }, { select: ["name"] }))?.email;
  // @ts-expect-error was not selected by the schema
  (await users.get(db, { id: "" }, { select: z.object({ name: z.string() }) }))?.email;
  // @ts-expect-error cannot be sorted by what is not there
  await users.getMulti(db, { sort: ["-nme"] });
  // @ts-expect-error misses columns that have no default
  await users.create(db, { name: "Ann" });
  // @ts-expect-error no such role
  await memberships.create(db, { workspaceId: "", userId: "", role: "king" });
  // @ts-expect-error always made by the database
  await candidates.update(db, { id: "" }, { personId: "" });
  // @ts-expect-error no such column to change
  await users.update(db, { id: "" }, { nme: "X" });
  // @ts-expect-error no such column of the other table
  await notes.getMultiJoined(db, { joinTable: "users", joinPrefix: "a", joinSelect: ["text"] });
  const on = { joinTable: "users", joinPrefix: "a" } as const;
  // @ts-expect-error joined by a column that is not there
  await notes.getMultiJoined(db, { ...on, joinOn: { userId: "uid" } });
  const left = await notes.getMultiJoined(db, { joinTable: "users", joinPrefix: "author" });
  // @ts-expect-error a left join may have no author
  left.data[0]?.authorName satisfies string | undefined;
  const inner = await notes.getMultiJoined(db, {
    joinTable: "users",
    joinPrefix: "author",
    joinType: "inner",
  });
  inner.data[0]?.authorName satisfies string | undefined;
}
