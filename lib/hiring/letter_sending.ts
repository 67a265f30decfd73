import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import { type Person, type Principal, requirePerson } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict } from "../platform/errors.ts";
import { Id, text } from "../platform/input.ts";
import { touchPeople } from "./candidate_rows.ts";
import { Email } from "./candidate_changes.ts";
import { enqueueSendLetter } from "./letter_delivery.ts";
import { findHold, type LetterHold } from "./letter_drafts.ts";
import { type Letter, LetterKind, selectLetter } from "./letters.ts";
import { noResume } from "./resumes.ts";
import { lockStanding, type Standing } from "./stage_standing.ts";
import { Language } from "./states.ts";

/** A letter as a person sends it; lines end in LF. */
export const LetterInput = z.strictObject({
  kind: LetterKind,
  language: Language,
  recipient: Email,
  subject: text(1, 200).regex(/^[^\r\n]*$/, "must be one line"),
  text: z.string().transform((typed) => typed.replaceAll("\r\n", "\n")).pipe(text(1, 10_000)),
  /** The draft's: sent again, it answers the letter that was sent. */
  draftKey: Id,
}).meta({ id: "LetterInput" });
export type LetterInput = z.infer<typeof LetterInput>;

/** The most letters of a workspace in 24 hours. */
export const MAX_LETTERS_A_DAY = 500;

const REFUSALS: Readonly<Record<LetterHold, string>> = {
  masked: "The résumé is masked: decide first, or take the mask off",
  unread: "The résumé is not read yet, so nobody knows whose it is",
  not_shortlisted: "The candidate is not shortlisted: decide that first",
  not_rejected: "The candidate is not rejected by a person with a reason: decide that first",
};

/**
 * Sends a letter: it is kept as it was sent, and handed to the mail server after the commit.
 *
 * @throws {NotFound} If there is no such résumé in the workspace.
 * @throws {Conflict} If the decision that it tells was not made by a person, or too many were sent.
 */
export function sendLetter(
  actor: Principal,
  db: Db,
  resumeId: string,
  input: LetterInput,
): Promise<Letter> {
  requirePermission(actor, "letters:write");
  requirePerson(actor);
  return db.transaction().execute(async (trx) => {
    // Locked, so that nobody takes the decision back meanwhile, and no form is taken twice.
    const [standing] = await lockStanding(trx, actor, [resumeId]);
    if (!standing) throw noResume(resumeId);
    const sent = await findByDraft(trx, actor, input.draftKey);
    if (sent) return await selectLetter(trx, actor, sent);
    const candidateId = await requireDecided(trx, standing, input.kind);
    await requireRoom(trx, actor);
    const id = await insertLetter(trx, actor, { ...standing, candidateId }, input);
    await enqueueSendLetter(trx, actor.workspaceId, id);
    await touchPeople(trx, actor.workspaceId, [candidateId]);
    const { kind, language } = input;
    const { jobId } = standing;
    await audit(trx, actor, "letter.sent", id, { kind, language }, {
      jobId,
      resumeId,
      candidateId,
    });
    return await selectLetter(trx, actor, id);
  });
}

async function findByDraft(trx: Trx, actor: Person, draftKey: string): Promise<string | undefined> {
  const row = await trx.selectFrom("letters").select("id")
    .where("workspaceId", "=", actor.workspaceId).where("draftKey", "=", draftKey)
    .executeTakeFirst();
  return row?.id;
}

/** @returns The candidate whom the letter is to. */
async function requireDecided(
  trx: Trx,
  { resumeId, candidateId, stage }: Standing,
  kind: LetterKind,
): Promise<string> {
  const { isMasked } = await trx.selectFrom("resumes").select("isMasked")
    .where("id", "=", resumeId).executeTakeFirstOrThrow();
  const hold = isMasked
    ? "masked"
    : await findHold(trx, { resumeId, personId: candidateId, stage, kind });
  if (hold !== null || candidateId === null) throw new Conflict(REFUSALS[hold ?? "unread"]);
  return candidateId;
}

/** Counts those of the last day; of two at the same moment both may be the last. */
async function requireRoom(trx: Trx, { workspaceId }: Person): Promise<void> {
  const { count } = await trx.selectFrom("letters")
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .where("workspaceId", "=", workspaceId)
    .where("createdAt", ">", sql<Date>`now() - interval '1 day'`).executeTakeFirstOrThrow();
  if (count < MAX_LETTERS_A_DAY) return;
  throw new Conflict(`A workspace can send ${MAX_LETTERS_A_DAY} letters a day: go on tomorrow`);
}

async function insertLetter(
  trx: Trx,
  { workspaceId, userId }: Person,
  { resumeId, jobId, candidateId }: Standing,
  { draftKey, ...letter }: LetterInput,
): Promise<string> {
  const { email } = await trx.selectFrom("users").select("email").where("id", "=", userId)
    .executeTakeFirstOrThrow();
  const { id } = await trx.insertInto("letters").values({
    ...letter,
    workspaceId,
    candidateId: candidateId ?? "",
    resumeId,
    jobId,
    replyTo: email,
    draftKey,
    userId,
  }).returning("id").executeTakeFirstOrThrow();
  return id;
}
