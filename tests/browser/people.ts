import type { Page } from "playwright-core";
import { hashPassword } from "../../lib/accounts/passwords.ts";
import type { Role } from "../../lib/accounts/principal.ts";
import { findPrincipal } from "../../lib/accounts/principals.ts";
import { confirmJob, createJob } from "../../lib/hiring/jobs.ts";
import { getRanking } from "../../lib/hiring/ranking.ts";
import { addResumes } from "../../lib/hiring/resume_upload.ts";
import { countResumes } from "../../lib/hiring/resumes.ts";
import { waitFor } from "../harness/wait.ts";
import { type BrowserApp, JOB, LOGIN, PASSWORD, RESUMES } from "./app.ts";

// Made once: it costs on purpose.
let passwordHash: Promise<string> | undefined;

/** A colleague in the same workspace, signed in in a browser of their own. */
export async function signInAs(app: BrowserApp, name: string, role: Role): Promise<Page> {
  const { db } = app.test.services;
  const username = name.split(" ")[0]?.toLowerCase() ?? "";
  const { id: workspaceId } = await db.selectFrom("workspaces").select("id")
    .orderBy("createdAt").limit(1).executeTakeFirstOrThrow();
  const { id: userId } = await db.insertInto("users").values({
    name,
    username,
    email: `${username}@havenlicht.example`,
    passwordHash: await (passwordHash ??= hashPassword(PASSWORD)),
  }).returning("id").executeTakeFirstOrThrow();
  await db.insertInto("memberships").values({ workspaceId, userId, role }).execute();
  return await app.signIn({ as: username });
}

/** A third résumé, between the other two. */
export const MIDDLE = {
  name: "noor-visser.txt",
  text: [
    "Noor Visser",
    "noor.visser@example.com",
    "",
    "Work experience",
    "Developer, Havenbedrijf, January 2019 - present",
    "- Tariff engine in TypeScript",
    "- Reports in PostgreSQL",
    "",
    "Licences",
    "Driving licence B",
  ].join("\n"),
};

/** A job with three résumés read; answers its path and that of each evaluation, best first. */
export async function makeRanked(app: BrowserApp): Promise<{ job: string; resumes: string[] }> {
  const { services } = app.test;
  const { db } = services;
  const { userId, workspaceId } = await db.selectFrom("memberships")
    .innerJoin("users", "users.id", "memberships.userId").where("users.username", "=", LOGIN)
    .select(["memberships.userId", "memberships.workspaceId"]).executeTakeFirstOrThrow();
  const owner = await findPrincipal(db, userId, workspaceId);
  if (!owner) throw new Error("The tests' user is gone");
  const { id } = await createJob(owner, db, JOB);
  await confirmJob(owner, db, id);
  const files = await Promise.all([RESUMES.strong, RESUMES.weak, MIDDLE].map(toUpload));
  await addResumes(owner, services, id, files);
  await waitFor("three résumés to be judged", async () => {
    return (await countResumes(owner, db, id)).done === files.length;
  });
  const { data } = await getRanking(owner, db, id, { page: 1, itemsPerPage: 10 });
  return { job: `/jobs/${id}`, resumes: data.map(({ resumeId }) => `/resumes/${resumeId}`) };
}

async function toUpload({ name, text }: { name: string; text: string }) {
  const bytes = new TextEncoder().encode(text);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return { fileName: name, bytes, sizeBytes: bytes.length, hash };
}
