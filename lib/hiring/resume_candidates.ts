import type { Trx } from "../platform/database.ts";
import type { Evaluation } from "../talent/types.ts";
import { toE164 } from "./phones.ts";

interface CandidateOfResume {
  readonly resumeId: string;
  readonly workspaceId: string;
  /** Null until the résumé is read; afterwards there is one when its file was replaced. */
  readonly candidateId: string | null;
}

/**
 * Gives a résumé that was read its candidate. One whose file was replaced keeps its own, as long
 * as the new file is not plainly somebody else's; then what people changed for the other goes too.
 */
export async function assignCandidate(
  trx: Trx,
  { resumeId, workspaceId, candidateId }: CandidateOfResume,
  { contact }: Pick<Evaluation, "contact">,
): Promise<void> {
  if (candidateId !== null && !await isSomebodyElse(trx, candidateId, contact)) return;
  const { id } = await trx.insertInto("candidates").values({
    workspaceId,
    name: atMost(contact.name, 255),
    email: atMost(contact.email, 254),
    phone: atMost(contact.phone, 50),
    phoneE164: toE164(contact.phone),
    place: atMost(contact.place, 255),
  }).returning("id").executeTakeFirstOrThrow();
  await trx.updateTable("resumes").set({ candidateId: id }).where("id", "=", resumeId).execute();
  if (candidateId === null) return;
  await trx.updateTable("overrides").set({ undoneAt: new Date() })
    .where("resumeId", "=", resumeId).where("undoneAt", "is", null).execute();
  await removeIfForgotten(trx, candidateId);
}

/** By e-mail where both have one, else by name; who gives neither is taken for the same. */
async function isSomebodyElse(
  trx: Trx,
  candidateId: string,
  { email, name }: Evaluation["contact"],
): Promise<boolean> {
  const known = await trx.selectFrom("candidates").select(["email", "name"])
    .where("id", "=", candidateId).executeTakeFirst();
  if (known?.email && email) return !isSame(known.email, email);
  return Boolean(known?.name && name) && !isSame(known?.name ?? "", name ?? "");
}

function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain(one) === plain(other);
}

/** Removes a candidate of whom there is nothing left: no résumé, note, tag or merge. */
async function removeIfForgotten(trx: Trx, candidateId: string): Promise<void> {
  await trx.deleteFrom("candidates").where("id", "=", candidateId)
    .where("mergedRoot", "is", null)
    .where(({ and, not, exists, selectFrom }) =>
      and([
        not(exists(
          selectFrom("resumes").select("resumes.id").where("resumes.candidateId", "=", candidateId),
        )),
        not(exists(
          selectFrom("notes").select("notes.id").where("notes.candidateId", "=", candidateId),
        )),
        not(exists(
          selectFrom("candidateTags").select("tag")
            .where("candidateTags.candidateId", "=", candidateId),
        )),
        not(exists(
          selectFrom("merges").select("merges.id").where("merges.keptId", "=", candidateId),
        )),
      ])
    ).execute();
}

/** What does not fit was not what it was taken for. */
function atMost(value: string | null, max: number): string | null {
  return value !== null && [...value].length <= max ? value : null;
}
