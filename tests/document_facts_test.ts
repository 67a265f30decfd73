import assert from "node:assert/strict";
import { PDFDocument } from "pdf-lib";
import { apiTest, until, untilRanked } from "./harness/api.ts";
import { visitor } from "./harness/visitor.ts";

const JOB = { title: "Verpleegkundige", description: "Eisen:\n- Reanimatie\n- Engels B2" };

const scan = (name: string) =>
  Deno.readFile(new URL(`../lib/documents/fixtures/scans/${name}`, import.meta.url));

/** As long as recognition may take, and more: it takes seconds where nothing else runs. */
const MOST_MS = 180_000;

Deno.test("a scanned résumé is read where OCR is on, and marked wherever its text is shown", async () => {
  await using test = await apiTest({ settings: { OCR: "tesseract" } });
  const { api } = test;
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const { body: { data: [{ id }] } } = await api.upload(job.id, {
    "cv.pdf": await scan("dutch.pdf"),
  });
  const { body: resume } = await until(
    () => api.call("GET", `/resumes/${id}`),
    ({ body: { status } }) => status === "done" || status === "failed",
    MOST_MS,
  );
  assert.deepEqual([resume.status, resume.candidate.name], ["done", "Femke de Wit"]);
  assert.deepEqual(resume.recognition.pages, [1]);
  assert.ok(resume.recognition.confidence > 0.8, `${resume.recognition.confidence}`);
  assert.deepEqual(resume.warnings, []);

  const olga = await visitor(test, "olga");
  const page = async (language: "en" | "nl") =>
    await (await olga.open(`/resumes/${id}`, language)).text();
  const share = Math.round(resume.recognition.confidence * 100);
  assert.ok((await page("en")).includes(`Read by character recognition, confidence ${share} %.`));
  assert.ok((await page("nl")).includes(`Gelezen met tekenherkenning, zekerheid ${share} %.`));

  const doubtful = { pages: [1], confidence: 0.61 };
  await test.test.services.db.updateTable("resumes").set({ recognition: doubtful })
    .where("id", "=", id).execute();
  const { body: { warnings } } = await api.call("GET", `/resumes/${id}`);
  assert.deepEqual(warnings.map(({ code }: { code: string }) => code), ["doubtful_recognition"]);
  assert.match(warnings[0].detail, /61 %/);
  assert.ok((await page("en")).includes("That is low: compare the quotes with the file."));
});

/** A résumé with a portrait beside the name. */
async function withPhoto(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const folder = new URL("../lib/documents/fixtures/photos/", import.meta.url);
  const photo = await document.embedJpg(await Deno.readFile(new URL("portrait.jpg", folder)));
  const page = document.addPage();
  page.drawText("Noa Bakker\nNurse, Rijnoord, 2019 - present", { x: 50, y: 760 });
  page.drawImage(photo, { x: 420, y: 680, width: 90, height: 110 });
  return await document.save();
}

Deno.test("that a résumé shows a photo is told, and not while it is masked", async () => {
  await using test = await apiTest();
  const { api } = test;
  const olga = await visitor(test, "olga");
  const told = async (isBlind: boolean) => {
    const { body: job } = await api.call("POST", "/jobs", { json: JOB });
    await api.call("PATCH", `/jobs/${job.id}`, { json: { is_blind: isBlind } });
    const added = await api.upload(job.id, { "noa.pdf": await withPhoto() });
    await untilRanked(api, job.id);
    const [{ id }] = added.body.data;
    const { body: resume } = await api.call("GET", `/resumes/${id}`);
    const page = await (await olga.open(`/resumes/${id}`)).text();
    return [resume.has_photo, page.includes("with a photo")];
  };
  assert.deepEqual(await told(false), [true, true]);
  assert.deepEqual(await told(true), [null, false]);
});

Deno.test("a scanned résumé is refused by default, and the refusal says what would let it be read", async () => {
  await using test = await apiTest();
  const { api } = test;
  const { body: job } = await api.call("POST", "/jobs", { json: JOB });
  const { body: { data: [{ id }] } } = await api.upload(job.id, {
    "cv.pdf": await scan("dutch.pdf"),
  });
  await untilRanked(api, job.id);
  const { body: resume } = await api.call("GET", `/resumes/${id}`);
  assert.deepEqual([resume.status, resume.error.code, resume.recognition], [
    "failed",
    "scanned",
    null,
  ]);
  assert.match(resume.error.detail, /PDF or DOCX with text.*OCR=tesseract/);
});
