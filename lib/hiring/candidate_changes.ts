import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Conflict, InvalidInput } from "../platform/errors.ts";
import { Day, text } from "../platform/input.ts";
import type { Services } from "../platform/services.ts";
import { personOf } from "./candidate_rows.ts";
import { Consent, getPerson, type Person } from "./candidates.ts";
import type { ConsentValue, MemberValues } from "./merge_fold.ts";
import { editPerson } from "./merges.ts";
import { asksForErasure } from "./privacy/candidate_requests.ts";
import { afterErasure, erasePerson } from "./privacy/erasure.ts";

/** An e-mail address. */
export const Email = text(3, 254).regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, "must be an e-mail address");

const Phone = text(1, 50).regex(/^(\D*\d){5}/, "must be a phone number");

/** What a person may change of somebody; a field that is left out stays, null empties it. */
export const CandidatePatch = z.strictObject({
  name: text(1, 255).nullable(),
  email: Email.nullable(),
  phone: Phone.nullable(),
  place: text(1, 255).nullable(),
  consent: Consent.nullable(),
  consentOn: Day.nullable(),
  consentUntil: Day.nullable(),
}).partial();
export type CandidatePatch = z.infer<typeof CandidatePatch>;

const Seen = z.string().nullable();

/** A change, and what stood in the changed fields when it was decided on. */
export const CandidateEdit = CandidatePatch.extend({
  /** A changed field that shows something else by now is not changed. */
  seen: z.strictObject({
    name: Seen,
    email: Seen,
    phone: Seen,
    place: Seen,
    consent: Seen,
    consentOn: Seen,
    consentUntil: Seen,
  }).partial().optional(),
}).meta({ id: "CandidateEdit" });
export type CandidateEdit = z.infer<typeof CandidateEdit>;

/**
 * Changes what is shown of a person. After merges it is theirs all the same, and who was merged
 * into them keeps what they had.
 *
 * @param candidateId Their id, or that of somebody who was merged into them.
 * @throws {NotFound} If there is no such candidate in the workspace.
 * @throws {InvalidInput} If consent would end before it began.
 * @throws {Conflict} If a field has changed since it was seen, or somebody merges the person.
 */
export async function updateCandidate(
  actor: Principal,
  db: Db,
  candidateId: string,
  { seen = {}, ...patch }: CandidateEdit,
): Promise<Person> {
  requirePermission(actor, "candidates:write");
  const { consent: state, consentOn: on, consentUntil: until, ...contact } = patch;
  const consent = given({ state, on, until });
  const edit = { ...contact, ...(Object.keys(consent).length > 0 ? { consent } : {}) };
  const personId = await db.transaction().execute(async (trx) => {
    const check = (shown: MemberValues) => {
      requireUnchanged(patch, seen, shown);
      requireOrder({ ...shown.consent, ...consent });
    };
    const personId = await editPerson(trx, actor.workspaceId, candidateId, edit, check);
    await audit(trx, actor, "candidate.updated", personId, { fields: Object.keys(patch) }, {
      candidateId: personId,
    });
    return personId;
  });
  return await getPerson(actor, db, personId);
}

/** Only what is there: what is left out must not empty what stands. */
function given<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<T>; // fewer of the same
}

/** One that shows already what is wanted is no conflict. */
function requireUnchanged(
  patch: CandidatePatch,
  seen: NonNullable<CandidateEdit["seen"]>,
  { consent: { state, on, until }, ...contact }: MemberValues,
): void {
  const now = { ...contact, consent: state, consentOn: on, consentUntil: until };
  for (const field of CANDIDATE_FIELDS) {
    const [wanted, was] = [patch[field], seen[field]];
    if (wanted === undefined || was === undefined) continue;
    if (now[field] !== was && now[field] !== wanted) {
      throw new Conflict(`Somebody has changed "${field}" meanwhile: look at it again`);
    }
  }
}

const CANDIDATE_FIELDS = CandidatePatch.keyof().options;

function requireOrder({ on, until }: Pick<ConsentValue, "on" | "until">): void {
  if (on && until && until < on) {
    throw new InvalidInput("The consent cannot be taken", [
      { pointer: "/consent_until", detail: "must not be before the day it was given" },
    ]);
  }
}

/** What goes with a person when they are deleted. */
export const CandidateDeletion = z.object({
  resumes: z.int(),
  evaluations: z.int(),
  notes: z.int(),
});
export type CandidateDeletion = z.infer<typeof CandidateDeletion>;

/** @throws {NotFound} If there is no such candidate in the workspace. */
export async function describeCandidateDeletion(
  actor: Principal,
  db: Db,
  candidateId: string,
): Promise<CandidateDeletion> {
  requirePermission(actor, "candidates:read");
  const { personId } = await personOf(db, actor.workspaceId, candidateId);
  return await db.selectNoFrom((eb) => {
    const members = eb.selectFrom("candidates").select("id").where("personId", "=", personId);
    return [
      eb.selectFrom("resumes").select((of) => of.fn.countAll<number>().as("count"))
        .where("candidateId", "in", members).$asScalar().as("resumes"),
      eb.selectFrom("evaluations").innerJoin("resumes", "resumes.id", "evaluations.resumeId")
        .select((of) => of.fn.countAll<number>().as("count"))
        .where("resumes.candidateId", "in", members).$asScalar().as("evaluations"),
      eb.selectFrom("notes").select((of) => of.fn.countAll<number>().as("count"))
        .where("candidateId", "in", members).$asScalar().as("notes"),
    ];
  }).$narrowType<CandidateDeletion>().executeTakeFirstOrThrow();
}

/**
 * Deletes a person with everybody merged into them, all their résumés, files, evaluations, letters,
 * notes and tags.
 *
 * @throws {NotFound} If there is no such candidate in the workspace.
 * @throws {Conflict} If a legal hold keeps them, or somebody changes the person at this moment.
 */
export async function deleteCandidate(
  actor: Principal,
  services: Pick<Services, "db" | "redis" | "storage" | "config">,
  candidateId: string,
): Promise<void> {
  requirePermission(actor, "candidates:write");
  const erased = await services.db.transaction().execute(async (trx) => {
    const isAsked = await asksForErasure(trx, actor.workspaceId, candidateId);
    return erasePerson(trx, services, actor, candidateId, isAsked ? "request" : "person");
  });
  await afterErasure(services, actor.workspaceId, [erased]);
}
