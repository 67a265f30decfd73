import { sql } from "kysely";
import { z } from "zod";
import type { Db } from "../../platform/database.ts";
import { InvalidInput } from "../../platform/errors.ts";
import { inWorkspace } from "../../platform/workspace_scope.ts";
import type { PageVisitor } from "../privacy/page_links.ts";
import { GroupQuestion, GROUPS } from "./questions.ts";

/** What a candidate says of themselves, by question; null: nothing, or no more. */
export const GroupAnswers = z.partialRecord(GroupQuestion, z.string().nullable());
export type GroupAnswers = z.infer<typeof GroupAnswers>;

/** What a candidate is asked, and what they have answered. */
export interface OwnGroups {
  readonly questions: readonly {
    readonly question: GroupQuestion;
    readonly groups: readonly string[];
  }[];
  readonly answers: GroupAnswers;
}

/** For a candidate alone: nobody of the workspace reads what one person answered. */
export async function readOwnGroups(
  { workspaceId, personId }: PageVisitor,
  db: Db,
): Promise<OwnGroups> {
  const [{ groupQuestions }, { rows }] = await Promise.all([
    db.selectFrom("workspaces").select("groupQuestions").where("id", "=", workspaceId)
      .executeTakeFirstOrThrow(),
    sql<{ question: GroupQuestion; answer: string }>`
      select distinct on (g.question) g.question, g.answer
      from group_answers g join candidates c on c.id = g.candidate_id
      where c.person_id = ${personId} order by g.question, g.answered_at desc`.execute(db),
  ]);
  return {
    questions: GroupQuestion.options.filter((one) => groupQuestions.includes(one))
      .map((question) => ({ question, groups: GROUPS[question] })),
    answers: Object.fromEntries(rows.map(({ question, answer }) => [question, answer])),
  };
}

/**
 * Keeps what a candidate says of themselves, or forgets it. It is written down nowhere else: the log
 * would tell when somebody answered, and the figures then what.
 *
 * @throws {InvalidInput} If a question is not asked, or has no such answer.
 */
export async function answerGroups(
  { workspaceId, personId }: PageVisitor,
  db: Db,
  answers: GroupAnswers,
): Promise<void> {
  await inWorkspace(workspaceId, () =>
    db.transaction().execute(async (trx) => {
      const { groupQuestions } = await trx.selectFrom("workspaces").select("groupQuestions")
        .where("id", "=", workspaceId).forShare().executeTakeFirstOrThrow();
      for (const question of GroupQuestion.options) {
        const answer = answers[question];
        if (answer === undefined) continue;
        requireKnown(question, answer, groupQuestions);
        await sql`
        delete from group_answers g using candidates c
        where c.id = g.candidate_id and c.person_id = ${personId} and g.question = ${question}
          and g.answer is distinct from ${answer}`.execute(trx);
        if (answer === null) continue;
        await trx.insertInto("groupAnswers")
          .values({ workspaceId, candidateId: personId, question, answer })
          .onConflict((conflict) => conflict.columns(["candidateId", "question"]).doNothing())
          .execute();
      }
    }));
}

function requireKnown(
  question: GroupQuestion,
  answer: string | null,
  asked: readonly string[],
): void {
  const groups: readonly string[] = GROUPS[question];
  if (asked.includes(question) && (answer === null || groups.includes(answer))) return;
  throw new InvalidInput("The answers cannot be taken", [
    { pointer: `/${question}`, detail: "is no answer to a question that is asked" },
  ]);
}
