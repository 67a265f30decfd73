import { sql } from "kysely";
import { createHash } from "node:crypto";
import { confirmJob, createJob } from "../lib/hiring/jobs.ts";
import { addResume } from "../lib/hiring/resume_upload.ts";
import type { BrowserApp } from "../tests/browser/app.ts";
import { findOwner } from "../tests/browser/places.ts";
import { waitFor } from "../tests/harness/wait.ts";
import { makeFiles } from "./made/files.ts";
import { POSTING } from "./made/posting.ts";

/** How many people the measured job has. */
export const CANDIDATES = 200;

/** Pages by their name. */
export type Pages = readonly (readonly [name: string, path: string])[];

/** Fills an app with a job of 200 candidates, all judged; answers the pages behind the sign-in. */
export async function fillApp({ test: { services } }: BrowserApp): Promise<Pages> {
  const { db } = services;
  const owner = await findOwner(services);
  const job = await createJob(owner, db, { title: "Backend engineer", description: POSTING });
  await confirmJob(owner, db, job.id);
  for (const { name, bytes } of await makeFiles("txt", CANDIDATES, 50_000)) {
    const hash = new Uint8Array(createHash("sha256").update(bytes).digest());
    const file = { fileName: name, bytes, sizeBytes: bytes.length, hash };
    await addResume(owner, services, job.id, file);
  }
  await waitFor("the résumés to be judged", async () => {
    const { left } = await db.selectFrom("resumes").select((eb) => eb.fn.countAll().as("left"))
      .where("status", "not in", ["done", "failed"]).executeTakeFirstOrThrow();
    return Number(left) === 0;
  }, 300_000);
  await sql`vacuum analyze`.execute(db);
  const [best, second] = await db.selectFrom("evaluations")
    .innerJoin("resumes", "resumes.id", "evaluations.resumeId")
    .innerJoin("candidates", "candidates.id", "resumes.candidateId")
    .select(["evaluations.resumeId", "candidates.personId"])
    .orderBy("evaluations.score", "desc").limit(2).execute();
  const path = `/jobs/${job.id}`;
  const compared = new URLSearchParams(
    [best, second].map((one) => ["resume", one?.resumeId ?? ""]),
  );
  return [
    ["Dashboard", "/"],
    ["New job", "/jobs/new"],
    ["Requirements", `${path}/requirements`],
    ["Résumés", `${path}/resumes`],
    ["Ranking", `${path}/ranking`],
    ["Board", `${path}/board`],
    ["Compare", `${path}/compare?${compared}`],
    ["Activity", `${path}/activity`],
    ["Job settings", `${path}/settings`],
    ["Evaluation", `/resumes/${best?.resumeId}`],
    ["Candidates", "/candidates"],
    ["Candidate", `/candidates/${best?.personId}`],
    ["Find", "/find?q=engineer"],
    ["Reports", "/reports"],
    ["Settings", "/settings"],
  ];
}
