import { sql } from "kysely";
import { audit } from "../../accounts/audit.ts";
import type { Db } from "../../platform/database.ts";
import type { Services } from "../../platform/services.ts";
import { type ZippedFile, zipStream } from "../../platform/zip_stream.ts";
import { inWorkspace } from "../../platform/workspace_scope.ts";
import { sayReason } from "../../talent/reasons.ts";
import type { Language, Reason, Verdict } from "../../talent/types.ts";
import { type OwnGroups, readOwnGroups } from "../equal_treatment/answers.ts";
import {
  type EvaluationDetail,
  selectEvaluations,
  selectNamedOverrides,
  toDetail,
} from "../evaluations.ts";
import { editPerson } from "../merges.ts";
import { selectRequirements } from "../requirement_rows.ts";
import { type CandidateRequest, requestsOf } from "./candidate_requests.ts";
import { collectOwn } from "./own_data.ts";
import type { PageVisitor } from "./page_links.ts";
import { zippedPerson } from "./person_export.ts";
import { CONSENT_DAYS, findDue } from "./retention_due.ts";
import { type Told, toldDecisions } from "./told_decisions.ts";

/** What a candidate reads on their own page. */
export interface OwnPage {
  readonly workspace: string;
  /** Until when the link works. */
  readonly expiresAt: Date;
  readonly person: OwnPerson;
  readonly applications: readonly OwnApplication[];
  readonly letters: readonly OwnLetter[];
  readonly requests: readonly CandidateRequest[];
  /** How much else is kept, which the page does not show. */
  readonly counts: { readonly notes: number; readonly tags: number; readonly opinions: number };
  /** What they may say of themselves, and have. */
  readonly groups: OwnGroups;
  /** How many days data is kept after the last rejection. */
  readonly retentionDays: number;
  /** When it may be deleted; null while nothing that they were told lets it begin. */
  readonly keptUntil: Date | null;
}

export interface OwnPerson {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly place: string | null;
  readonly consent: string | null;
  readonly consentOn: string | null;
  readonly consentUntil: string | null;
}

/** A résumé of theirs for a job. */
export interface OwnApplication {
  readonly resumeId: string;
  readonly job: string;
  readonly fileName: string;
  readonly receivedOn: string;
  /** What a letter has told them; null while none has, whatever was decided. */
  readonly told: Told | null;
  /** Null while it is not judged, and while they object to it. */
  readonly evaluation: OwnEvaluation | null;
  readonly isObjected: boolean;
}

/** The evaluation of a résumé, in the words of its reader. */
export interface OwnEvaluation {
  /** 0 to 1; null when the job asks for nothing. */
  readonly score: number | null;
  readonly requiredMet: number;
  readonly requiredTotal: number;
  readonly matches: readonly OwnMatch[];
}

export interface OwnMatch {
  readonly name: string;
  readonly isRequired: boolean;
  readonly verdict: Verdict;
  /** Why; null where a person has judged in place of the program. */
  readonly sentence: string | null;
  /** From their own résumé. */
  readonly quotes: readonly string[];
}

export interface OwnLetter {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly sentAt: Date;
}

type Reach = Pick<Services, "db" | "storage">;

/**
 * All that a candidate's page shows. That they read it is written down, and when they first did.
 *
 * @param language Of the sentences that say why a requirement is met.
 */
export function readOwnPage(
  visitor: PageVisitor,
  db: Db,
  language: Language,
): Promise<OwnPage> {
  return inWorkspace(visitor.workspaceId, async () => {
    const { workspaceId, workspace, personId, linkId, expiresAt } = visitor;
    const [person, applications, letters, requests, counts, rule, told, groups] = await Promise.all(
      [
        selectPerson(db, personId),
        selectApplications(db, visitor, language),
        selectLetters(db, personId),
        requestsOf(db, workspaceId, personId),
        countRest(db, personId),
        db.selectFrom("workspaces").select("retentionDays").where("id", "=", workspaceId)
          .executeTakeFirstOrThrow(),
        toldDecisions(db, workspaceId, personId),
        readOwnGroups(visitor, db),
        audit(db, visitor, "own_page.read", linkId, {}, { candidateId: personId }),
        db.updateTable("mailLinks").set({ openedAt: sql<Date>`now()` })
          .where("id", "=", linkId).where("openedAt", "is", null).execute(),
      ],
    );
    const shown = applications.map((one) => ({ ...one, told: told.get(one.resumeId) ?? null }));
    return {
      workspace,
      expiresAt,
      person,
      applications: shown,
      letters,
      requests,
      counts,
      groups,
      retentionDays: rule.retentionDays,
      keptUntil: await keptUntil(db, visitor, shown),
    };
  });
}

/** The day would give a rejection away that no letter has told. */
async function keptUntil(
  db: Db,
  { workspaceId, personId }: PageVisitor,
  applications: readonly OwnApplication[],
): Promise<Date | null> {
  if (!applications.every(({ told }) => told?.decision === "rejected")) return null;
  const asked = { withinDays: 2 * CONSENT_DAYS, personId, limit: 1 };
  const [due] = await findDue(db, workspaceId, asked);
  return due?.keptUntil ?? null;
}

async function selectPerson(db: Db, personId: string): Promise<OwnPerson> {
  return await db.selectFrom("candidates")
    .select(["name", "email", "phone", "place", "consent", "consentOn", "consentUntil"])
    .where("id", "=", personId).executeTakeFirstOrThrow();
}

async function selectApplications(
  db: Db,
  { workspaceId, personId }: PageVisitor,
  language: Language,
): Promise<Omit<OwnApplication, "told">[]> {
  const rows = await db.selectFrom("resumes")
    .innerJoin("candidates", "candidates.id", "resumes.candidateId")
    .innerJoin("jobs", "jobs.id", "resumes.jobId")
    .select(["resumes.id as resumeId", "jobs.title as job", "resumes.fileName"])
    .select("resumes.receivedOn")
    .leftJoin("evaluations", "evaluations.resumeId", "resumes.id")
    .select((eb) => eb("evaluations.withheld", "is not", null).as("isWithheld"))
    .where("candidates.personId", "=", personId).where("resumes.workspaceId", "=", workspaceId)
    .orderBy("resumes.receivedOn", "desc").orderBy("resumes.id", "desc").execute();
  const judged = await evaluationsOf(db, workspaceId, rows.map(({ resumeId }) => resumeId));
  return rows.map(({ isWithheld, ...row }) => {
    const detail = judged.get(row.resumeId);
    const evaluation = detail ? toOwn(detail, language) : null;
    return { ...row, isObjected: Boolean(isWithheld), evaluation };
  });
}

async function evaluationsOf(
  db: Db,
  workspaceId: string,
  resumeIds: readonly string[],
): Promise<Map<string, EvaluationDetail>> {
  const [rows, overrides] = await Promise.all([
    selectEvaluations(db, workspaceId)
      .where(sql<boolean>`evaluations.resume_id = any(${resumeIds}::uuid[])`)
      .where("evaluations.withheld", "is", null).execute(),
    selectNamedOverrides(db, resumeIds),
  ]);
  const found = await Promise.all(rows.map(async (row) => {
    const own = overrides.filter(({ resumeId }) => resumeId === row.resumeId);
    return toDetail(row, await selectRequirements(db, row.jobId), own);
  }));
  return new Map(found.map((detail) => [detail.resumeId, detail]));
}

function toOwn(detail: EvaluationDetail, language: Language): OwnEvaluation {
  return {
    score: detail.score,
    requiredMet: detail.requiredMet,
    requiredTotal: detail.requiredTotal,
    matches: detail.matches.map(({ requirement, verdict, reason, evidence, override }) => ({
      name: requirement.name,
      isRequired: requirement.level === "required",
      verdict,
      // Written by the engine, so its code is one of the known.
      sentence: override ? null : sayReason(reason as Reason, language),
      quotes: evidence.map(({ text }) => text),
    })),
  };
}

async function selectLetters(db: Db, personId: string): Promise<OwnLetter[]> {
  const rows = await db.selectFrom("letters")
    .innerJoin("candidates", "candidates.id", "letters.candidateId")
    .select(["letters.id", "letters.subject", "letters.text", "letters.finishedAt"])
    .select("letters.createdAt")
    .where("candidates.personId", "=", personId).where("letters.state", "=", "sent")
    .orderBy("letters.id", "desc").limit(100).execute();
  return rows.map(({ finishedAt, createdAt, ...row }) => ({
    ...row,
    sentAt: finishedAt ?? createdAt,
  }));
}

async function countRest(db: Db, personId: string): Promise<OwnPage["counts"]> {
  const { rows: [row] } = await sql<OwnPage["counts"]>`
    with members as (select id from candidates where person_id = ${personId})
    select (select count(*) from notes where candidate_id in (select id from members)) as notes,
      (select count(*) from candidate_tags where candidate_id in (select id from members)) as tags,
      (select count(*) from model_requests q join resumes r on r.id = q.resume_id
        where r.candidate_id in (select id from members) and q.status = 'done') as opinions`
    .execute(db);
  return row ?? { notes: 0, tags: 0, opinions: 0 };
}

/**
 * Records that a candidate agrees to be kept for a year from today, or no longer agrees.
 *
 * @param today `YYYY-MM-DD`, the day that is written down.
 * @throws {Conflict} If somebody changes the person at this moment.
 */
export function setOwnConsent(
  visitor: PageVisitor,
  db: Db,
  state: "given" | "withdrawn",
  today: string,
): Promise<void> {
  return inWorkspace(visitor.workspaceId, async () => {
    const { workspaceId, personId } = visitor;
    const until = state === "given" ? dayAfter(today, CONSENT_DAYS) : null;
    await db.transaction().execute(async (trx) => {
      const consent = { state, on: today, until };
      await editPerson(trx, workspaceId, personId, { consent });
      await audit(trx, visitor, `consent.${state}`, personId, {}, { candidateId: personId });
    });
  });
}

function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** All that a candidate may take along by themselves, as a ZIP. That they did is written down. */
export function exportOwn(
  visitor: PageVisitor,
  { db, storage }: Reach,
): Promise<ReadableStream<Uint8Array>> {
  return inWorkspace(visitor.workspaceId, async () => {
    const { workspaceId, personId, linkId } = visitor;
    await audit(db, visitor, "own_page.exported", linkId, {}, { candidateId: personId });
    return zipStream(ownFiles({ db, storage }, workspaceId, personId));
  });
}

async function* ownFiles(
  services: Reach,
  workspaceId: string,
  personId: string,
): AsyncGenerator<ZippedFile> {
  const data = await collectOwn(services.db, workspaceId, personId);
  yield* zippedPerson(services, { workspaceId, personId, data });
}
