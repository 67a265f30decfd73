import { sql } from "kysely";
import { sealAuditLog } from "../../lib/accounts/audit_sealing.ts";
import { recordBackups } from "../../lib/accounts/backup_list.ts";
import { openSession } from "../../lib/accounts/sessions.ts";
import type { Db } from "../../lib/platform/database.ts";
import { type ApiTest, until } from "./api.ts";
import { JOB, makeRows, type Rows } from "./rows.ts";

/** The tables of the product, by name. */
export async function tableNames(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname::text as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname not like 'kysely\\_%'
    order by relname`.execute(db);
  return rows.map(({ name }) => name);
}

/** Puts a row into every table: as people do, and what that leaves out as it would be written. */
export async function fillEveryTable(test: ApiTest): Promise<void> {
  const { api, owner, test: { services, walled } } = test;
  const { db } = services;
  const rows = await makeRows(api, db, "Anna");
  const { body: other } = await api.call("POST", "/jobs", { json: JOB });
  await api.call("POST", `/jobs/${other.id}/pool/searches`);
  await until(
    async () => (await api.call("GET", `/jobs/${other.id}/pool`)).body.search,
    (search) => search?.status === "done",
  );
  const { userId, workspaceId } = owner;
  await openSession(services, { userId, workspaceId }, null);
  await test.stopWorking();
  await fillPrivacy(db, rows);
  await fillModel(db, rows);
  await fillAccounts(db, rows, userId);
  await fillInstallation(db, rows);
  await sealAuditLog(db);
  await api.call("GET", `/resumes/${rows.resume}`); // an entry that waits for its seal
  await walled.requests.flush();
}

async function fillPrivacy(db: Db, rows: Rows): Promise<void> {
  const { workspace: workspaceId, candidate: candidateId, job: jobId } = rows;
  const gender = { workspaceId, question: "gender", answer: "woman" } as const;
  await db.insertInto("groupAnswers").values({ ...gender, candidateId }).execute();
  await db.insertInto("groupTallies")
    .values({ ...gender, jobId, stageId: rows.stage, since: "2026-05-01", count: 3 }).execute();
  await db.insertInto("legalHolds").values({ workspaceId, candidateId, reason: "A case" })
    .execute();
  const [firstId = "", secondId = ""] = [candidateId, rows.leaver].toSorted();
  await db.insertInto("duplicateDismissals").values({ workspaceId, firstId, secondId }).execute();
  const [one = "", two = ""] = [rows.resume, rows.failed].toSorted();
  await db.insertInto("nearTexts")
    .values({ workspaceId, firstId: one, secondId: two, similarity: 0.9 }).execute();
}

async function fillModel(db: Db, rows: Rows): Promise<void> {
  const { workspace: workspaceId, job: jobId, resume: resumeId } = rows;
  await db.insertInto("modelAnswers").values({
    workspaceId,
    jobId,
    resumeId,
    questionSha256: "ab".repeat(32),
    answer: { says: "yes" },
  }).execute();
  await db.insertInto("modelUse").values({ workspaceId, month: "2020-05-01", tokens: 9, calls: 1 })
    .execute();
  await db.insertInto("modelRequests").values({
    workspaceId,
    jobId,
    resumeId,
    kind: "opinion",
    language: "en",
    model: "none",
    requirementsVersion: 1,
    engineVersion: "1",
    status: "done",
    result: { says: "yes" },
  }).execute();
}

async function fillAccounts(db: Db, rows: Rows, userId: string): Promise<void> {
  const { workspace: workspaceId } = rows;
  const expiresAt = new Date("2099-01-01");
  await db.insertInto("pendingSignIns")
    .values({ tokenHash: randomBytes(32), workspaceId, userId, expiresAt }).execute();
  await db.insertInto("secondFactors")
    .values({ userId, secret: randomBytes(48), confirmedAt: new Date() }).execute();
  await db.insertInto("recoveryCodes").values({ userId, codeHash: randomBytes(32) }).execute();
  await db.insertInto("signInFailures")
    .values({ subject: randomBytes(32), failures: 1, lastFailedAt: new Date() }).execute();
  await db.insertInto("feedback")
    .values({ workspaceId, userId, title: "Well done", text: "It is quick", page: "/jobs" })
    .execute();
  await db.insertInto("letterTemplates").values({
    workspaceId,
    kind: "rejection",
    language: "nl",
    subject: "Uw sollicitatie",
    text: "Beste {name}",
  }).execute();
}

async function fillInstallation(db: Db, rows: Rows): Promise<void> {
  await db.updateTable("tasks").set({ putOffAt: new Date() }).where("id", "=", rows.task).execute();
  await db.insertInto("quotaUse")
    .values({ workspaceId: rows.workspace, month: "2020-05-01", resumes: 4, jobs: 1 }).execute();
  await db.insertInto("bulkFiles").values({
    bulkId: rows.bulk,
    position: 0,
    fileName: "cv.txt",
    bytes: randomBytes(9),
    sizeBytes: 9,
  }).execute();
  await db.insertInto("idempotencyKeys")
    .values({ scope: randomBytes(32), fingerprint: randomBytes(32), status: 201 }).execute();
  await db.insertInto("scheduledRuns")
    .values({ name: "housekeeping", dueAt: new Date(), taskId: rows.task }).execute();
  await db.insertInto("serviceFigures").values({ quarter: new Date(0), requests: 12 }).execute();
  const [madeAt, keptUntil] = ["2026-05-01T00:00:00.000Z", "2026-06-01T00:00:00.000Z"];
  await recordBackups(db, [{ fileName: "nightly.backup", madeAt, keptUntil }]);
}

function randomBytes(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count));
}
