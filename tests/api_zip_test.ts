import { strToU8, type Zippable, zipSync } from "fflate";
import assert from "node:assert/strict";
import { type ApiTest, apiTest, type Json, untilRanked } from "./harness/api.ts";

const JOB = { title: "Sales", description: "Requirements:\n- Salesforce\n- Dutch C1" };

async function makeJob({ api }: ApiTest): Promise<string> {
  return (await api.call("POST", "/jobs", { json: JOB })).body.id;
}

/** Name, and the code of what is wrong with it. */
function told({ data }: Json): [string, string | null][] {
  return data.map(({ file_name, error }: Json) => [file_name, error?.code ?? null]);
}

function withPassword(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer);
  for (let at = 0; at < zip.length - 4; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + 8, 1, true);
  }
  return zip;
}

Deno.test("a ZIP becomes its files, each with what is wrong with it, and nothing else is lost", async () => {
  await using test = await apiTest({ settings: { DOCUMENT_MAX_BYTES: "1500000" } });
  const id = await makeJob(test);
  const zip = zipSync({
    "people/": new Uint8Array(),
    "people/anna.txt": strToU8("Anna Berg\nSalesforce"),
    "people/../../../etc/passwd": strToU8("Bob Dale\nSalesforce"),
    "__MACOSX/people/._anna.txt": strToU8("x"),
    "people/.DS_Store": strToU8("x"),
    "people/large.txt": [crypto.getRandomValues(new Uint8Array(60_000)), { level: 0 }],
    "people/bomb.txt": new Uint8Array(1_400_000),
    "people/inner.zip": zipSync({ "a.txt": strToU8("Anna") }),
    "people/empty.txt": new Uint8Array(),
    "Zoë – cv.txt": strToU8("Zoë Maes\nSalesforce"),
  });
  const files = { "one.txt": "One\nSalesforce", "cvs.zip": zip, "two.txt": "Two\nSalesforce" };
  const { status, body } = await test.api.upload(id, files);
  assert.equal(status, 202);
  assert.deepEqual(told(body), [
    ["one.txt", null],
    ["anna.txt", null],
    ["passwd", null],
    ["large.txt", null],
    ["bomb.txt", "zip_bomb"],
    ["inner.zip", "zip_in_zip"],
    ["empty.txt", null],
    ["Zoë – cv.txt", null],
    ["two.txt", null],
  ]);
  for (const { error } of body.data) if (error) assert.ok(error.detail.length > 20);
  const job = await untilRanked(test.api, id);
  assert.deepEqual([job.resumes.total, job.resumes.done], [9, 5]);

  const again = await test.api.upload(id, { "the same.zip": zip });
  assert.ok(again.body.data.every(({ duplicate }: Json) => duplicate));
  assert.equal((await test.api.call("GET", `/jobs/${id}`)).body.resumes.total, 9);
  const bomb = body.data.find(({ file_name }: Json) => file_name === "bomb.txt");
  assert.equal((await test.api.call("POST", `/resumes/${bomb.id}/retry`)).status, 409);
  assert.equal((await test.api.call("GET", `/resumes/${bomb.id}/original`)).status, 404);
});

Deno.test("a ZIP that cannot be opened is one failed entry with its reason", async () => {
  await using test = await apiTest({
    worker: false,
    settings: { UPLOAD_MAX_FILES: "50", UPLOAD_MAX_ZIP_BYTES: "400000" },
  });
  const id = await makeJob(test);
  const many: Zippable = {};
  for (let i = 0; i < 2500; i++) many[`${i}.txt`] = new Uint8Array();
  const good = zipSync({ "a.txt": strToU8("Anna\nSalesforce".repeat(9)) });
  const { body } = await test.api.upload(id, {
    "many.zip": zipSync(many),
    "secret.zip": withPassword(zipSync({ "a.txt": strToU8("Anna") })),
    "cut.zip": good.subarray(0, good.length - 30),
    "none.zip": zipSync({}),
    "folders.zip": zipSync({ "a/": new Uint8Array(), "__MACOSX/b.txt": strToU8("x") }),
    "no zip at all.zip": "Just a text",
    "huge.zip": new Uint8Array(500_000),
    "fine.ZIP": good,
  });
  assert.deepEqual(told(body), [
    ["many.zip", "zip_too_many"],
    ["secret.zip", "encrypted"],
    ["cut.zip", "corrupt"],
    ["none.zip", "zip_empty"],
    ["folders.zip", "zip_empty"],
    ["no zip at all.zip", "corrupt"],
    ["huge.zip", "zip_too_large"],
    ["a.txt", null],
  ]);
  assert.match(body.data[0].error.detail, /2,500.*50/);
});

Deno.test("ten thousand files in a ZIP are refused by their number, at once", async () => {
  await using test = await apiTest({ worker: false });
  const id = await makeJob(test);
  const many: Zippable = {};
  for (let i = 0; i < 10_000; i++) many[`${i}.txt`] = [new Uint8Array(), { level: 0 }];
  const zip = zipSync(many);
  const from = performance.now();
  const { body } = await test.api.upload(id, { "many.zip": zip });
  assert.deepEqual(told(body), [["many.zip", "zip_too_many"]]);
  assert.ok(performance.now() - from < 2000);
  assert.equal((await test.api.call("GET", `/jobs/${id}`)).body.resumes.total, 1);
});

Deno.test("a DOCX and a PDF that are named .zip are read as what they are", async () => {
  await using test = await apiTest({ worker: false });
  const id = await makeJob(test);
  const samples = new URL("../samples/resumes/senior-backend-engineer/", import.meta.url);
  const { body } = await test.api.upload(id, {
    "document.zip": await Deno.readFile(new URL("Herrera Tomas CV.docx", samples)),
    "paper.zip": await Deno.readFile(new URL("amara-okafor-lindqvist.pdf", samples)),
  });
  assert.deepEqual(told(body), [["document.zip", null], ["paper.zip", null]]);
});

Deno.test("an upload counts the files of its ZIPs, and keeps those that fit", async () => {
  await using test = await apiTest({ worker: false, settings: { UPLOAD_MAX_FILES: "3" } });
  const id = await makeJob(test);
  const { status } = await test.api.upload(id, {
    "one.txt": "One",
    "cvs.zip": zipSync({ "a.txt": strToU8("A"), "b.txt": strToU8("B"), "c.txt": strToU8("C") }),
  });
  assert.equal(status, 413);
  assert.equal((await test.api.call("GET", `/jobs/${id}`)).body.resumes.total, 3);
});

Deno.test("a viewer and another workspace may upload no ZIP", async () => {
  await using test = await apiTest({ worker: false });
  const id = await makeJob(test);
  const files = { "cvs.zip": zipSync({ "a.txt": strToU8("Anna") }) };
  const viewer = await test.addPerson("viewer", "same");
  const stranger = await test.addPerson("owner", "own");
  assert.equal((await viewer.upload(id, files)).status, 403);
  assert.equal((await stranger.upload(id, files)).status, 404);
});
