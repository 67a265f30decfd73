import assert from "node:assert/strict";
import { type ApiTest, apiTest, type Json, untilRanked } from "./harness/api.ts";

const JOB = { title: "Sales", description: "Requirements:\n- Salesforce\n- Dutch C1" };

async function makeJob({ api }: ApiTest): Promise<string> {
  return (await api.call("POST", "/jobs", { json: JOB })).body.id;
}

Deno.test("an upload keeps a file that is too large as failed, and goes on with the others", async () => {
  await using test = await apiTest({ settings: { DOCUMENT_MAX_BYTES: "100000" } });
  const id = await makeJob(test);
  const large = new Uint8Array(300_000).fill(65);
  const { status, body } = await test.api.upload(id, {
    "one.txt": "One\nSalesforce",
    "large.txt": large,
    "two.txt": "Two\nSalesforce",
  });
  assert.equal(status, 202);
  const states = body.data.map(({ file_name, status, error }: Json) => [
    file_name,
    status,
    error?.code ?? null,
  ]);
  assert.deepEqual(states, [
    ["one.txt", "waiting", null],
    ["large.txt", "failed", "too_large"],
    ["two.txt", "waiting", null],
  ]);
  const job = await untilRanked(test.api, id);
  assert.deepEqual([job.resumes.done, job.resumes.failed], [2, 1]);

  const failed = body.data[1].id;
  const retry = await test.api.call("POST", `/resumes/${failed}/retry`);
  assert.equal(retry.status, 409);
  assert.match(retry.body.detail, /smaller/);
  assert.equal((await test.api.call("GET", `/resumes/${failed}/original`)).status, 404);
  const again = await test.api.upload(id, { "large again.txt": large });
  assert.deepEqual([again.body.data[0].id, again.body.data[0].duplicate], [failed, true]);
  const evaluation = await test.api.call("GET", `/resumes/${failed}/evaluation`);
  assert.equal(evaluation.status, 409);
});

Deno.test("an upload answers every kind of refusal with its reason", async () => {
  await using test = await apiTest();
  const id = await makeJob(test);
  const { body } = await test.api.upload(id, {
    "empty.txt": "",
    "blank.txt": " \n \n",
    "broken.pdf": "%PDF-1.7\nnothing more",
    "text.pdf": "Ada Dale\n",
    "old.doc": new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600)]),
    "fine.txt": "Fine\nSalesforce",
  });
  await untilRanked(test.api, id);
  const list = await test.api.call("GET", `/jobs/${id}/resumes`);
  const codes = Object.fromEntries(
    list.body.data.map(({ file_name, error }: Json) => [file_name, error?.code ?? null]),
  );
  assert.deepEqual(codes, {
    "empty.txt": "empty",
    "blank.txt": "empty",
    "broken.pdf": "corrupt",
    "text.pdf": "misnamed",
    "old.doc": "unsupported",
    "fine.txt": null,
  });
  for (const { error } of list.body.data) if (error) assert.ok(error.detail.length > 20);
  assert.equal(body.data.length, 6);

  const [empty] = body.data;
  const retried = await test.api.call("POST", `/resumes/${empty.id}/retry`);
  assert.deepEqual([retried.status, retried.body.status, retried.body.error], [
    202,
    "waiting",
    null,
  ]);
  const job = await untilRanked(test.api, id);
  assert.equal(job.resumes.failed, 5);
  const twice = await test.api.call("POST", `/resumes/${body.data[5].id}/retry`);
  assert.equal(twice.status, 409);
});

Deno.test("the same bytes sent by twenty at once make one résumé", async () => {
  await using test = await apiTest();
  const id = await makeJob(test);
  const uploads = await Promise.all(
    Array.from({ length: 20 }, (_, n) => test.api.upload(id, { [`name ${n}.txt`]: "Same\nDutch" })),
  );
  for (const { status, body } of uploads) assert.equal(status, 202, JSON.stringify(body));
  const entries: Json[] = uploads.flatMap(({ body }) => body.data);
  assert.equal(new Set(entries.map(({ id }) => id)).size, 1);
  assert.equal(entries.filter(({ duplicate }) => !duplicate).length, 1);
  const job = await untilRanked(test.api, id);
  assert.equal(job.resumes.total, 1);
  const other = await makeJob(test);
  const elsewhere = await test.api.upload(other, { "name.txt": "Same\nDutch" });
  assert.equal(elsewhere.body.data[0].duplicate, false, "another job has its own");
  await untilRanked(test.api, other);
});

Deno.test("the same file twice in one upload is answered twice and kept once", async () => {
  await using test = await apiTest({ worker: false });
  const id = await makeJob(test);
  const { body } = await test.api.upload(id, { "a.txt": "Same", "b.txt": "Same" });
  assert.deepEqual(body.data.map(({ duplicate }: Json) => duplicate), [false, true]);
  assert.equal(body.data[1].file_name, "a.txt");
  assert.equal(body.data[0].id, body.data[1].id);
});

Deno.test("an upload has at most so many files; those before are kept", async () => {
  await using test = await apiTest({ worker: false, settings: { UPLOAD_MAX_FILES: "3" } });
  const id = await makeJob(test);
  const files = Object.fromEntries(
    Array.from({ length: 5 }, (_, n) => [`${n}.txt`, `Person ${n}`]),
  );
  const { status, body } = await test.api.upload(id, files);
  assert.equal(status, 413);
  assert.match(body.detail, /first 3 were taken, send the other 2/);
  const { body: job } = await test.api.call("GET", `/jobs/${id}`);
  assert.equal(job.resumes.total, 3);
});

Deno.test("an upload has at most so many bytes, said before or not", async () => {
  await using test = await apiTest({ worker: false, settings: { UPLOAD_MAX_BYTES: "200000" } });
  const id = await makeJob(test);
  const said = await test.api.upload(id, { "large.txt": new Uint8Array(250_000) });
  assert.deepEqual([said.status, said.body.type], [413, "/problems/too_large"]);

  const form = new FormData();
  for (let n = 0; n < 5; n++) form.append("files", new Blob([`${n}`.repeat(50_000)]), `${n}.txt`);
  const whole = new Response(form);
  const streamed = await test.api.call("POST", `/jobs/${id}/resumes`, {
    body: whole.body ?? assert.fail(),
    headers: { "content-type": whole.headers.get("content-type") ?? "" },
  });
  assert.equal(streamed.status, 413);
  const { body: job } = await test.api.call("GET", `/jobs/${id}`);
  assert.equal(job.resumes.total, 3, "what came whole before the end is kept");
});

Deno.test("an upload that breaks off keeps the files that came whole", async () => {
  await using test = await apiTest();
  const id = await makeJob(test);
  const part = (name: string, text: string) =>
    `--x\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n${text}\r\n`;
  const { status } = await test.api.call("POST", `/jobs/${id}/resumes`, {
    body: part("whole.txt", "Whole\nSalesforce") + part("half.txt", "Ha").slice(0, -2),
    headers: { "content-type": "multipart/form-data; boundary=x" },
  });
  assert.equal(status, 422);
  const job = await untilRanked(test.api, id);
  assert.deepEqual([job.resumes.total, job.resumes.done], [1, 1]);
});

Deno.test("an upload takes files of the field `files` alone, under tame names", async () => {
  await using test = await apiTest({ worker: false });
  const id = await makeJob(test);
  const form = new FormData();
  form.append("comment", "hello");
  form.append("files", new Blob(["a"]), "../../etc/pass\u0007wd");
  form.append("files", new Blob(["b"]), `${"é".repeat(300)}.pdf`);
  form.append("files", new Blob([]), "");
  const { body } = await test.api.call("POST", `/jobs/${id}/resumes`, { body: form });
  const [first, second] = body.data.map(({ file_name }: Json) => file_name);
  assert.equal(first, "passwd");
  assert.match(second, /^é{251}\.pdf$/);
  const wrong = new FormData();
  wrong.append("file", new Blob(["a"]), "a.txt");
  const refused = await test.api.call("POST", `/jobs/${id}/resumes`, { body: wrong });
  assert.deepEqual([refused.status, refused.body.errors[0].pointer], [422, "/files"]);
});

Deno.test("a job that is deleted during an upload takes the upload with it", async () => {
  await using test = await apiTest({ worker: false });
  const id = await makeJob(test);
  const encoder = new TextEncoder();
  const part = (name: string) =>
    `--x\r\nContent-Disposition: form-data; name="files"; filename="${name}"\r\n\r\n${name}\r\n`;
  const body = ReadableStream.from((async function* () {
    yield encoder.encode(part("a.txt") + "--x");
    for (;;) {
      const { body: job } = await test.api.call("GET", `/jobs/${id}`);
      if (job.resumes.total === 1) break;
    }
    await test.api.call("DELETE", `/jobs/${id}`);
    yield encoder.encode(`${part("b.txt").slice(3)}--x--\r\n`);
  })());
  const { status } = await test.api.call("POST", `/jobs/${id}/resumes`, {
    body,
    headers: { "content-type": "multipart/form-data; boundary=x" },
  });
  assert.equal(status, 404);
  const left = await test.test.services.db.selectFrom("documents").select("key").execute();
  assert.deepEqual(left, []);
});
