import { strFromU8, unzipSync } from "fflate";
import { SaxesParser } from "saxes";
import { sql } from "kysely";
import assert from "node:assert/strict";
import { exportRanking, type ExportRow } from "../lib/hiring/exports.ts";
import { moveResumes } from "../lib/hiring/moves.ts";
import { toWorkbook } from "../lib/hiring/spreadsheet.ts";
import { InvalidInput, NotFound } from "../lib/platform/errors.ts";
import { type ApiTest, apiTest } from "./harness/api.ts";
import { type JudgedPerson, makeJudged } from "./harness/judged.ts";
import { visitor } from "./harness/visitor.ts";

const PEOPLE: readonly JudgedPerson[] = [
  {
    name: "Amara Okafor",
    verdicts: ["YES", "YES", "YES", "YES"],
    quotes: ["wrote TypeScript; =1+1", "PostgreSQL", "Kafka", null],
    email: "amara@example.com",
    phone: "+31 6 12345678",
    headline: "Staff engineer · Tidewater",
  },
  {
    name: '=HYPERLINK("http://evil.example","Click")',
    verdicts: ["YES", "YES", "PARTIAL", "NO"],
    email: "@evil.example",
    flags: ["near_line", "hidden_text"],
    fileName: "-1.txt",
  },
  { name: 'Sanne, de "Wit"', verdicts: ["YES", "PARTIAL", "NO", "NO"] },
];

/** Reads CSV as RFC 4180 says; the mark at the start is left out. */
function parseCsv(text: string): string[][] {
  const cells = [...text.replace(/^\uFEFF/, "").matchAll(/("(?:[^"]|"")*"|[^,"\r\n]*)(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = "", end] of cells) {
    const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    rows.at(-1)?.push(plain);
    if (end === "\r\n") rows.push([]);
  }
  return rows.slice(0, -1);
}

/** The rows as objects by their heads. */
function byHead([heads = [], ...rows]: string[][]): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ""])));
}

async function downloads({ test }: ApiTest) {
  return await test.services.db.selectFrom("auditLog").select(["details", "jobId"])
    .where("action", "=", "ranking.exported").orderBy("id").execute();
}

Deno.test("ranking.csv has every row of the view, and no cell that is a formula", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services } } = test;
  const { job, of } = await makeJudged(owner, services.db, PEOPLE);
  await moveResumes(owner, services, {
    resumeIds: [of('Sanne, de "Wit"')],
    to: { decision: "rejected" },
    reasonCode: "less_experience",
    reason: "+ see the notes",
  });
  const { open } = await visitor(test, "olga");
  const answer = await open(`/jobs/${job.id}/ranking.csv`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get("content-type"), "text/csv; charset=utf-8; header=present");
  assert.match(
    answer.headers.get("content-disposition") ?? "",
    /^attachment; filename="ranking Backend engineer \d{4}-\d\d-\d\d\.csv"/,
  );
  const bytes = await answer.bytes();
  assert.deepEqual([...bytes.slice(0, 3)], [0xEF, 0xBB, 0xBF]);
  const table = parseCsv(new TextDecoder().decode(bytes));
  for (const cell of table.flat()) assert.ok(!/^[=+\-@\t\r]/.test(cell), cell);
  const [first, second, third, ...more] = byHead(table);
  assert.equal(more.length, 0);
  assert.deepEqual(
    [first?.Rank, first?.Candidate, first?.["E-mail"], first?.Phone, first?.["Score %"]],
    ["1", "Amara Okafor", "amara@example.com", "'+31 6 12345678", "100"],
  );
  assert.equal(first?.Strength, "TypeScript: “wrote TypeScript; '=1+1”");
  assert.deepEqual(
    ["1 TypeScript", "2 PostgreSQL", "3 Kafka", "a Kubernetes"].map((head) => second?.[head]),
    ["YES", "YES", "PARTIAL", "NO"],
  );
  assert.equal(second?.Candidate, `'=HYPERLINK("http://evil.example","Click")`);
  assert.equal(second?.Flags, "Near the line, Hidden text");
  assert.deepEqual([second?.["Required met"], second?.["Required in all"]], ["2", "3"]);
  assert.deepEqual([second?.File, second?.Decision], ["'-1.txt", "Undecided"]);
  assert.deepEqual(
    [third?.Candidate, third?.Decision, third?.Stage, third?.Reason],
    ['Sanne, de "Wit"', "Rejected", "Rejected", "Less experience than others: + see the notes"],
  );
  assert.match(third?.["Received (UTC)"] ?? "", /^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  assert.deepEqual(await downloads(test), [{
    details: { format: "csv", rows: 3 },
    jobId: job.id,
  }]);
});

Deno.test("ranking.csv follows the address: filters, order, selection, language", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { job, of } = await makeJudged(owner, db, PEOPLE);
  const { open } = await visitor(test, "olga");
  const names = async (query: string) => {
    const answer = await open(`/jobs/${job.id}/ranking.csv${query}`);
    assert.equal(answer.status, 200);
    return byHead(parseCsv(await answer.text())).map(({ Candidate = "" }) => Candidate[0]).join("");
  };
  assert.equal(await names(""), "A'S");
  assert.equal(await names("?sort=name&reversed=1"), "SA'");
  assert.equal(await names("?grade=A"), "A");
  assert.equal(await names("?flag=near_line"), "'");
  assert.equal(await names(`?resume=${of("Amara Okafor")}&resume=${of('Sanne, de "Wit"')}`), "AS");
  assert.equal(await names(`?resume=${crypto.randomUUID()}`), "");
  assert.equal((await open(`/jobs/${job.id}/ranking.csv?resume=x`)).status, 404);
  assert.equal(await names("?sort=luck"), await names(""));
  await db.updateTable("users").set({ language: "nl" }).execute();
  const dutch = parseCsv(await (await open(`/jobs/${job.id}/ranking.csv`)).text());
  const [, row] = byHead(dutch);
  assert.deepEqual([row?.Klasse, row?.["3 Kafka"], row?.Besluit], ["B", "DEELS", "Onbeslist"]);
});

Deno.test("GET /jobs/{id}/ranking.csv and .xlsx are the page's files, by the API's filter", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner, test: { services: { db } } } = test;
  const { job } = await makeJudged(owner, db, PEOPLE);
  const { open } = await visitor(test, "olga");
  const csv = await api.call("GET", `/jobs/${job.id}/ranking.csv`);
  assert.equal(csv.status, 200);
  assert.equal(csv.headers.get("cache-control"), "private, no-store");
  assert.match(csv.headers.get("content-disposition") ?? "", /^attachment; filename="ranking Back/);
  assert.equal(csv.body, await (await open(`/jobs/${job.id}/ranking.csv`)).text());
  const best = await api.call("GET", `/jobs/${job.id}/ranking.csv?sort=-name&grade=A`, {
    headers: { "accept-language": "nl" },
  });
  assert.deepEqual(
    byHead(parseCsv(best.body)).map(({ Klasse, Kandidaat }) => [Klasse, Kandidaat]),
    [["A", "Amara Okafor"]],
  );
  assert.equal((await api.call("GET", `/jobs/${job.id}/ranking.csv?page=2`)).status, 422);
  const sheet = await api.call("GET", `/jobs/${job.id}/ranking.xlsx`);
  assert.equal(sheet.status, 200);
  assert.match(sheet.headers.get("content-type") ?? "", /spreadsheetml/);
  const { body: { key } } = await api.call("POST", "/api_keys", {
    json: { name: "BI", scopes: ["evaluations:read"] },
  });
  const without = await test.as(key).call("GET", `/jobs/${job.id}/ranking.csv`);
  const [first] = byHead(parseCsv(without.body));
  assert.deepEqual([first?.Candidate, first?.["E-mail"], first?.Phone], ["Amara Okafor", "", ""]);
  const formats = (await downloads(test)).map(({ details }) =>
    (details as { format: string }).format
  );
  assert.deepEqual(formats, ["csv", "csv", "csv", "xlsx", "csv"]);
  for (const path of ["ranking.csv", "ranking.xlsx", "evaluations"]) {
    const { status, body } = await api.call("HEAD", `/jobs/${job.id}/${path}`);
    assert.deepEqual([status, body], [200, ""], path);
  }
  for (const path of ["ranking.csv", "ranking.xlsx", "ranking/print"]) {
    assert.equal((await open(`/jobs/${job.id}/${path}`, "en", "HEAD")).status, 200, path);
  }
  assert.equal((await downloads(test)).length, 5, "who asks for headers takes nothing along");
});

Deno.test("exportRanking() reads all parts of a long ranking in one order", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const people = Array.from({ length: 601 }, (_, n): JudgedPerson => ({
    name: `Person ${n}`,
    verdicts: [n % 2 ? "YES" : "NO", n % 3 ? "YES" : "PARTIAL", n % 5 ? "NO" : "YES", "NO"],
  }));
  const { job } = await makeJudged(owner, db, people);
  const { rows, totalCount } = await exportRanking(owner, db, job.id, {}, { format: "csv" });
  const all: ExportRow[] = [];
  for await (const row of rows) {
    // Places that change meanwhile change none of what was begun.
    if (all.push(row) === 1) {
      await db.deleteFrom("resumes").where("id", "=", row.resumeId).execute();
    }
  }
  assert.equal(totalCount, 601);
  assert.deepEqual(all.map(({ rank }) => rank), all.map((_, at) => at + 1));
  assert.equal(new Set(all.map(({ resumeId }) => resumeId)).size, 601);
});

/** A sheet as another program reads it: the cells by their names, with kind and format. */
function readSheet(bytes: Uint8Array) {
  const files = unzipSync(bytes);
  const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const strings: string[] = [];
  parseXml(xml("xl/sharedStrings.xml"), {
    open: ({ name }) => name === "si" && strings.push(""),
    text: (text) => {
      if (strings.length > 0) strings.push((strings.pop() ?? "") + text);
    },
  });
  const formats = new Map([[0, "General"], [9, "0%"]]);
  const styles: string[] = [];
  parseXml(xml("xl/styles.xml").replace(/<cellStyleXfs.*<\/cellStyleXfs>/s, ""), {
    open: ({ name, attributes: { numFmtId, formatCode } }) => {
      if (name === "numFmt") formats.set(Number(numFmtId), formatCode ?? "");
      if (name === "xf") styles.push(formats.get(Number(numFmtId)) ?? `format ${numFmtId}`);
    },
  });
  const cells = new Map<string, { value: string | number; format: string; isFormula: boolean }>();
  const found: Record<string, Record<string, string>> = {};
  let at = "";
  let isText = false;
  parseXml(xml("xl/worksheets/sheet1.xml"), {
    open: ({ name, attributes }) => {
      if (name === "pane" || name === "autoFilter") found[name] = attributes;
      if (name === "c") {
        at = attributes.r ?? "";
        isText = attributes.t === "s";
        cells.set(at, {
          value: "",
          format: styles[Number(attributes.s ?? 0)] ?? "",
          isFormula: false,
        });
      }
      const cell = cells.get(at);
      if (name === "f" && cell) cell.isFormula = true;
    },
    text: (text) => {
      const cell = cells.get(at);
      if (cell) cell.value = isText ? strings[Number(text)] ?? "" : Number(text);
    },
  });
  return { cells, found };
}

interface XmlReader {
  open(tag: { name: string; attributes: Record<string, string> }): unknown;
  text?(text: string): void;
}

function parseXml(xml: string, { open, text = () => {} }: XmlReader): void {
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    open({ name, attributes: attributes as Record<string, string> });
  });
  parser.on("text", (value) => value.trim() !== "" && text(value));
  parser.write(xml).close();
}

Deno.test("ranking.xlsx has figures as figures and every text as a text", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { job } = await makeJudged(owner, db, PEOPLE);
  const { open } = await visitor(test, "olga");
  const answer = await open(`/jobs/${job.id}/ranking.xlsx`);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type") ?? "", /spreadsheetml\.sheet$/);
  const { cells, found } = readSheet(await answer.bytes());
  assert.equal(found.pane?.state, "frozen");
  assert.equal(found.pane?.ySplit, "1");
  const heads = new Map(
    [...cells].filter(([name]) => /^[A-Z]+1$/.test(name))
      .map(([name, { value }]) => [String(value), name.slice(0, -1)]),
  );
  assert.equal(found.autoFilter?.ref, `A1:${heads.get("Received (UTC)")}4`);
  const cell = (head: string, row: number) => cells.get(`${heads.get(head)}${row}`);
  assert.deepEqual(cell("Score %", 2), { value: 1, format: "0%", isFormula: false });
  assert.deepEqual(cell("Rank", 3)?.value, 2);
  assert.deepEqual(cell("Candidate", 3), {
    value: '=HYPERLINK("http://evil.example","Click")',
    format: "General",
    isFormula: false,
  });
  assert.equal(cell("Phone", 2)?.value, "+31 6 12345678");
  assert.equal(cell("Received (UTC)", 2)?.format, "yyyy-mm-dd hh:mm");
  const days = Number(cell("Received (UTC)", 2)?.value) - 25569;
  assert.ok(Math.abs(days * 86_400_000 - Date.now()) < 60_000);
  assert.ok([...cells.values()].every(({ isFormula }) => !isFormula));
});

Deno.test("a workbook of too many rows is refused, and nobody is said to have taken it along", async () => {
  await using test = await apiTest({ worker: false });
  const { api, owner, test: { services: { db } } } = test;
  const { job } = await makeJudged(owner, db, PEOPLE);
  await sql`
    insert into resumes (workspace_id, job_id, file_name, content_hash, size_bytes)
    select ${owner.workspaceId}, ${job.id}, 'cv ' || n, sha256(n::text::bytea), 9
    from generate_series(1, 5000) n`.execute(db);
  const { status, body } = await api.call("GET", `/jobs/${job.id}/ranking.xlsx`);
  assert.equal(status, 422);
  assert.match(body.detail, /take the CSV/);
  assert.deepEqual(await downloads(test), []);
});

Deno.test("toWorkbook() refuses more rows than others can bear", async () => {
  const rows = Array.from({ length: 5001 }, () => [1]);
  const columns = [{ name: "n", kind: "number", width: 5 }] as const;
  await assert.rejects(toWorkbook("Long", columns, rows), InvalidInput);
});

Deno.test("a viewer may take a ranking along; another workspace's is not there", async () => {
  await using test = await apiTest({ worker: false });
  const { owner, test: { services: { db } } } = test;
  const { job } = await makeJudged(owner, db, PEOPLE);
  const { actor } = await test.addPerson("viewer", "same");
  const stranger = await test.addPerson("owner", "own");
  const viewer = await visitor(test, await loginOf(test, actor.userId));
  const other = await visitor(test, await loginOf(test, stranger.actor.userId));
  for (const path of ["ranking.csv", "ranking.xlsx", "ranking/print"]) {
    assert.equal((await viewer.open(`/jobs/${job.id}/${path}`)).status, 200, path);
    assert.equal((await other.open(`/jobs/${job.id}/${path}`)).status, 404, path);
    const nobody = await fetch(`${test.url}/jobs/${job.id}/${path}`, { redirect: "manual" });
    await nobody.body?.cancel();
    assert.ok([302, 303].includes(nobody.status), `${path}: ${nobody.status}`);
  }
  await assert.rejects(exportRanking(stranger.actor, db, job.id, {}, { format: "csv" }), NotFound);
  assert.equal((await downloads(test)).length, 3);
});

async function loginOf({ test }: ApiTest, userId: string | null): Promise<string> {
  const { username } = await test.services.db.selectFrom("users").select("username")
    .where("id", "=", userId ?? "").executeTakeFirstOrThrow();
  return username;
}
