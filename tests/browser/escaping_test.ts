import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { confirmJob, createJob } from "../../lib/hiring/jobs.ts";
import { addResume } from "../../lib/hiring/resume_upload.ts";
import { waitFor } from "../harness/wait.ts";
import { browserApp } from "./app.ts";
import { findOwner } from "./places.ts";

const JOB = {
  title: 'R&D engineer "lead" <senior>',
  description: [
    'We do R&D for "Bakker & Zoon" <since 1980>.',
    "",
    "What we ask",
    "- At least 4 years of experience with TypeScript & PostgreSQL",
    '- Knowledge of "R&D" <budgets>',
  ].join("\n"),
  place: "Den Bosch & Oss",
  department: 'R&D "core"',
};

const RESUME = [
  'Jan "JJ" de Vries & Co',
  "Backend engineer, Bakker & Zoon, 2015 - present",
  '- Built R&D tools in TypeScript & PostgreSQL, "quick" <and> safe',
].join("\n");

Deno.test({
  name: "what people write stands on every page as they wrote it",
  sanitizeOps: false,
  sanitizeResources: false,
}, async () => {
  await using app = await browserApp();
  const { services } = app.test;
  const page = await app.signIn();
  const owner = await findOwner(services);
  const job = await createJob(owner, services.db, JOB);
  await confirmJob(owner, services.db, job.id);
  const bytes = new TextEncoder().encode(RESUME);
  const hash = new Uint8Array(createHash("sha256").update(bytes).digest());
  const file = { fileName: 'Jan "JJ" & Co.txt', bytes, sizeBytes: bytes.length, hash };
  const { id } = await addResume(owner, services, job.id, file);
  await waitFor(
    "the résumé to be judged",
    async () =>
      (await services.db.selectFrom("evaluations").select("resumeId").execute()).length > 0,
  );
  const { candidateId } = await services.db.selectFrom("resumes").select("candidateId")
    .executeTakeFirstOrThrow();
  await services.db.updateTable("candidates").set({ name: 'Jan "JJ" de Vries & Co' }).execute();

  const paths = [
    "/",
    ...["requirements", "resumes", "ranking", "ranking/print", "board", "activity", "settings"]
      .map((tab) => `/jobs/${job.id}/${tab}`),
    `/jobs/${job.id}/compare?resume=${id}`,
    `/resumes/${id}`,
    "/candidates",
    "/candidates?q=tools",
    `/candidates/${candidateId}`,
    "/find?q=tools",
    "/reports",
  ];
  for (const path of paths) {
    const answer = await page.goto(path);
    assert.equal(answer?.status(), 200, path);
    const html = (await answer?.text() ?? "").replace(/<script[^]*?<\/script>/g, "");
    assert.match(html, /&amp; |R&amp;D/, path);
    const [twice] = /.{30}&amp;(amp|lt|gt|quot|#\d+);.{10}/.exec(html) ?? [];
    assert.equal(twice, undefined, path);
  }
});
