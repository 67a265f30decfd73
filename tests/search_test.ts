import { sql } from "kysely";
import assert from "node:assert/strict";
import { addTag } from "../lib/hiring/tags.ts";
import { listPeople } from "../lib/hiring/candidates.ts";
import { find } from "../lib/hiring/find.ts";
import { createJob } from "../lib/hiring/jobs.ts";
import { type Hit, searchPeople } from "../lib/hiring/search.ts";
import { readSearch, toPlain } from "../lib/hiring/search_query.ts";
import type { Db } from "../lib/platform/database.ts";
import { findPrincipal } from "../lib/accounts/principals.ts";
import { type ApiTest, apiTest, untilRanked } from "./harness/api.ts";
import { makeManyResumes } from "./harness/many_resumes.ts";
import { inWorkspace } from "../lib/platform/workspace_scope.ts";
import { faultsOfSearch, SEARCH_CASES } from "./harness/search_plans.ts";
import { makeOwner } from "./harness/owner.ts";
import { testServices } from "./harness/services.ts";

const JOB = { title: "Backend engineer", description: "Requirements:\n- TypeScript" };

const RESUMES = {
  "amara.txt": `Amara Okafor-Lindqvist
amara.okafor@example.com

Work experience
Staff engineer, Tidewater Bank, January 2016 - present
- Managed the releases of the payments API in TypeScript
- Project manager of the move to Kafka`,
  "tomas.txt": `Tomás Herrera
tomas.herrera@example.com

Work experience
Backend engineer, Lumen Freight, March 2019 - present
- Manager of a project that moved parcels in Java and Spring`,
  "sanne.txt": `Sanne de Wit
sanne.dewit@example.com

Werkervaring
Verpleegkundige, Isala, januari 2015 - heden
- Begeleidde studenten en zorgde voor patiënten op de intensive care
- Werkte met <script>alert("x")</script> in het dossier`,
};

interface Ready {
  readonly test: ApiTest;
  readonly db: Db;
  /** The names found, the best first. */
  names(q: string, isTyping?: boolean): Promise<(string | null)[]>;
  hits(q: string, isTyping?: boolean): Promise<Hit[]>;
}

async function ready(test: ApiTest): Promise<Ready> {
  const { owner, api, test: { services: { db } } } = test;
  const job = await createJob(owner, db, JOB);
  await api.upload(job.id, RESUMES);
  await untilRanked(api, job.id);
  const hits: Ready["hits"] = async (q, isTyping = false) =>
    (await searchPeople(owner, db, { q, isTyping, page: 1, itemsPerPage: 20 })).data;
  return {
    test,
    db,
    hits,
    names: async (q, isTyping) => (await hits(q, isTyping)).map(({ name }) => name),
  };
}

const AMARA = "Amara Okafor-Lindqvist";
const TOMAS = "Tomás Herrera";
const SANNE = "Sanne de Wit";

const textOf = (hit: Hit | undefined) =>
  hit?.quote?.parts.map(({ text, isHit }) => isHit ? `[${text}]` : text).join("") ?? "";

Deno.test("searchPeople() finds by name, address, tag and text", async (t) => {
  await using test = await apiTest();
  const { db, hits, names } = await ready(test);
  const { owner } = test;

  const FOUND: Readonly<Record<string, readonly [string, readonly string[]]>> = {
    "an English stem": ["managing", [AMARA, TOMAS]],
    "a Dutch stem": ["begeleiden patiënt", [SANNE]],
    "a typing mistake in a name": ["Okafr", [AMARA]],
    "a name without its accent": ["tomas herrera", [TOMAS]],
    "a name with it": ["TOMÁS", [TOMAS]],
    "the beginning of a name": ["linq", [AMARA]],
    "an address": ["sanne.dewit@example.com", [SANNE]],
    "a mistyped address": ["tomas.herera@exmple.com", [TOMAS]],
    "words together": ['"project manager"', [AMARA]],
    "a word and not another": ["project -kafka", [TOMAS]],
    "either of two words": ["kafka or spring", [AMARA, TOMAS]],
    "only what is not wanted": ["-kafka", []],
    "what looks like SQL": ["'; drop table candidates; --", []],
    "what looks like a pattern": ["%_%", []],
    "what looks like a query": ["kafka & | ! <-> (:*", [AMARA]],
    "a picture": ["🚀", []],
    "a word with a picture": ["kafka 🚀", [AMARA]],
    "two letters": ["de", [SANNE]],
    "a character that no text has": ["\0", []],
    "half of a character": ["kafka \ud83d", [AMARA]],
    "nothing": ["", []],
    "a word that is nowhere": ["submarine", []],
  };
  for (const [what, [q, expected]] of Object.entries(FOUND)) {
    await t.step(`${what}: ${q}`, async () => {
      assert.deepEqual((await names(q)).toSorted(), [...expected].toSorted());
    });
  }

  await t.step("a tag, in any case and among other words", async () => {
    const { data } = await listPeople(owner, db, { page: 1, itemsPerPage: 10, sort: "name" });
    const sanne = data.find(({ name }) => name === SANNE);
    assert.ok(sanne);
    await addTag(owner, db, sanne.id, "Moves to Zwolle");
    assert.deepEqual(await names("moves to zwolle"), [SANNE]);
    const { data: tagged } = await searchPeople(owner, db, {
      q: "example.com",
      tag: "MOVES TO ZWOLLE",
      page: 1,
      itemsPerPage: 10,
    });
    assert.deepEqual(tagged.map(({ name }) => name), [SANNE]);
  });

  await t.step("who is called so stands before whose résumé says so", async () => {
    const [first] = await names("herrera");
    assert.equal(first, TOMAS);
  });

  await t.step("the words are marked, and what is quoted is text", async () => {
    const [sanne] = await hits("dossier");
    assert.match(textOf(sanne), /alert\("x"\).+in het \[dossier\]/);
    const [amara] = await hits("Okafr");
    assert.deepEqual(amara?.marks.name.filter(({ isHit }) => isHit), [
      { text: "Okafor", isHit: true },
    ]);
    assert.equal(textOf((await hits("managing"))[0]).match(/\[manage[rd]\]/i)?.length, 1);
  });

  await t.step("who is still typing finds by the beginning of the last word", async () => {
    assert.deepEqual(await names("typescr"), []);
    assert.deepEqual(await names("typescr", true), [AMARA]);
    assert.deepEqual(await names("payments typescr", true), [AMARA]);
    assert.deepEqual(await names("parcels typescr", true), []);
  });

  await t.step("pages hold what is left", async () => {
    const page = { q: "project", itemsPerPage: 1 };
    const [one, two, three] = await Promise.all(
      [1, 2, 3].map((n) => searchPeople(owner, db, { ...page, page: n })),
    );
    assert.deepEqual([one?.totalCount, one?.hasMore, two?.hasMore], [2, true, false]);
    assert.notEqual(one?.data[0]?.id, two?.data[0]?.id);
    assert.deepEqual(three?.data, []);
  });

  await t.step("another workspace finds nothing of it", async () => {
    const { actor } = await test.addPerson("owner", "own");
    for (const q of ["Okafor", "amara.okafor@example.com", "kafka", "moves to zwolle"]) {
      const { totalCount } = await searchPeople(actor, db, { q, page: 1, itemsPerPage: 10 });
      assert.equal(totalCount, 0, q);
    }
    const nothing = await find(actor, db, { q: "engineer", people: 5, jobs: 5, isTyping: true });
    assert.deepEqual([nothing.people, nothing.jobs], [[], []]);
  });

  await t.step("find() has jobs beside the people, and recent ones without a word", async () => {
    const found = await find(owner, db, { q: "engine", people: 5, jobs: 5, isTyping: true });
    assert.deepEqual(found.jobs.map(({ title }) => title), [JOB.title]);
    assert.equal(found.people.length, 2);
    const recent = await find(owner, db, { q: "", people: 5, jobs: 5 });
    assert.deepEqual([recent.people.length, recent.jobs.length], [0, 1]);
  });
});

Deno.test("a search in a large workspace reads indexes, and no whole table", async (t) => {
  await using test = await testServices();
  const { db } = test.services;
  const { workspaceId, userId } = await makeOwner(db);
  await makeManyResumes(db, { workspaceId, resumes: 10_000, words: 60 });

  for (const q of SEARCH_CASES) {
    await t.step(q, async () => {
      const faults = await inWorkspace(
        workspaceId,
        () => faultsOfSearch(test.walled.db, workspaceId, q),
      );
      assert.deepEqual(faults, []);
    });
  }

  const actor = await findPrincipal(db, userId, workspaceId) ?? assert.fail();
  await t.step(
    "a common word is found among the newest, and says that there are more",
    async () => {
      const common = await searchPeople(actor, db, { q: "experience", page: 1, itemsPerPage: 20 });
      assert.ok(common.isMore && common.totalCount >= 40 && common.data.length === 20);
      const rare = await searchPeople(actor, db, { q: "bacebace", page: 1, itemsPerPage: 20 });
      assert.deepEqual([rare.isMore, rare.totalCount], [false, 0]);
    },
  );

  await t.step(
    "of common words that seldom stand together some are found, and said so",
    async () => {
      const found = await searchPeople(actor, db, {
        q: '"manager development"',
        page: 1,
        itemsPerPage: 50,
      });
      assert.ok(found.isMore && found.totalCount > 0);
      for (const hit of found.data) assert.match(textOf(hit), /\[manager\] \[development\]/);
    },
  );

  await t.step("a rare one is found whole, the newest and the oldest", async () => {
    const { rows } = await sql<{ id: string }>`
      update resumes set text = text || ' Zwaluwstaart verbinding' where id in (
        (select id from resumes order by id limit 3)
        union all (select id from resumes order by id desc limit 2)
      ) returning id`.execute(db);
    const q = '"zwaluwstaart verbinding"';
    const found = await searchPeople(actor, db, { q, page: 1, itemsPerPage: 50 });
    assert.deepEqual([found.totalCount, found.isMore], [rows.length, false]);
  });
});

Deno.test("a name is found as it is written, whatever its letters", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const people = ["Андрей Ковалёв", "Nguyễn Thị Hạnh", "Ελένη Παπαδάκη", "Łukasz Żółć"];
  const alphabets = [[0xc0, 0x24f], [0x370, 0x3ff], [0x400, 0x52f], [0x1e00, 0x1eff]] as const;
  const letters = alphabets.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at))
  );
  await db.insertInto("candidates")
    .values([...people, ...letters].map((name) => ({ name, workspaceId: owner.workspaceId })))
    .execute();
  for (const name of people) {
    for (const q of [name, name.toUpperCase(), name.normalize("NFD"), ...name.split(" ")]) {
      const { data } = await searchPeople(owner, db, { q, page: 1, itemsPerPage: 20 });
      assert.deepEqual(data.map((hit) => hit.name), [name], q);
    }
  }
  assert.deepEqual(readSearch("हिन्दी กิตติ").words, ["हिन्दी", "กิตติ"], "marks are of a word");
  const kept = await db.selectFrom("candidates").select(["name", "namePlain"])
    .where("name", "in", letters).execute();
  assert.equal(kept.length, letters.length);
  const others = kept.filter(({ name, namePlain }) => toPlain(name ?? "") !== namePlain);
  assert.deepEqual(others, [], "what is typed and what is kept lose the same accents");
});
