import { groupOf } from "../../accounts/audit_actions.ts";
import type { Db } from "../../platform/database.ts";
import { collectPerson, type PersonData } from "./person_data.ts";
import { toldDecisions } from "./told_decisions.ts";

/** What the export by a candidate's own page leaves out, and says so. */
const LEFT_OUT = [
  "what colleagues wrote: notes, tags and the reasons of decisions, to be asked for on the page",
  "decisions that no letter has told yet",
] as const;

type Part = Readonly<Record<string, unknown>>;

/**
 * All that is kept of a person, as they may take it along by themselves: without the words of those
 * who recruit, which may speak of others and are given by a person, and without a decision that no
 * letter has told them.
 */
export async function collectOwn(
  db: Db,
  workspaceId: string,
  personId: string,
): Promise<PersonData> {
  const [{ notes: _, tags: __, ...data }, told, aboutYou] = await Promise.all([
    collectPerson(db, workspaceId, personId),
    toldDecisions(db, workspaceId, personId),
    // For them alone: whoever recruits gets an export without it.
    db.selectFrom("groupAnswers").innerJoin("candidates", "candidates.id", "candidateId")
      .select(["question", "answer", "answeredAt"])
      .where("candidates.personId", "=", personId).execute(),
  ]);
  return {
    ...data,
    aboutYou,
    leftOut: LEFT_OUT,
    letters: partsOf(data.letters).filter(({ state }) => state === "sent"),
    resumes: partsOf(data.resumes).map((one) => ownResume(one, told.has(String(one.id)))),
    history: partsOf(data.history).filter(isOwnHistory),
  };
}

function ownResume(resume: Part, isTold: boolean): Part {
  const { stage, decision, stageSince, moves, overrides, ...own } = resume;
  const open = {
    ...own,
    overrides: partsOf(overrides).map(({ reason: _, ...override }) => override),
  };
  if (!isTold) return open;
  return {
    ...open,
    stage,
    decision,
    stageSince,
    moves: partsOf(moves).map(({ reason: _, ...move }) => move),
  };
}

/** Who read, took along or changed files: no decision, and no word of a colleague. */
function isOwnHistory({ action }: Part): boolean {
  const group = groupOf(String(action));
  return group === "reads" || group === "downloads" || group === "resumes";
}

/** What an array of the export holds. */
function partsOf(part: unknown): Part[] {
  return Array.isArray(part) ? part : [];
}
