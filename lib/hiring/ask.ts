import { sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { openWalk, type OrderKey, type Walk } from "../platform/cursor.ts";
import type { Db } from "../platform/database.ts";
import { Id } from "../platform/input.ts";
import { type CursorPageOf, type CursorQuery, offsetOf } from "../platform/page_of.ts";
import { answer } from "../talent/answer.ts";
import { type Asked, type Question, writeQuestion } from "../talent/question.ts";
import { readQuestion } from "../talent/question_read.ts";
import { refuseQuestion } from "./ask_faults.ts";
import { type AskedMatch, matchQuestion } from "./ask_matches.ts";
import { requireJob } from "./resumes.ts";

const Place = { start: z.int().min(0), end: z.int().min(0) };

/** What a résumé says to a question: quotes that stand in its text exactly. */
export const ResumeAnswer = z.object({
  /** Among those that answer, from 1. */
  place: z.int().min(1),
  person: z.object({ id: Id, name: z.string().nullable() }).nullable(),
  resume: z.object({ id: Id, fileName: z.string() }),
  job: z.object({ id: Id, title: z.string() }),
  /** The one that shows most first; offsets are UTF-16 units of the résumé's text. */
  quotes: z.array(z.object({
    ...Place,
    text: z.string(),
    /** What in it shows which of the things that were asked for. */
    marks: z.array(z.object({ ...Place, asked: z.int() })),
  })),
  /** In how many places each thing was found. */
  found: z.array(z.object({ asked: z.int(), places: z.int() })),
}).meta({ id: "ResumeAnswer" });
export type ResumeAnswer = z.infer<typeof ResumeAnswer>;

/** One thing that a question was understood to ask for. */
export const AskedThing = z.object({
  /** What `asked` of a mark names. */
  at: z.int(),
  label: z.string(),
  /** Its place in the question. */
  ...Place,
  /** Other ways to say it that are looked for too. */
  ways: z.array(z.string()),
}).meta({ id: "AskedThing" });
export type AskedThing = z.infer<typeof AskedThing>;

export interface Answers extends CursorPageOf<ResumeAnswer> {
  /** The question with operators and brackets. */
  readonly understood: string;
  readonly asked: AskedThing[];
  /** Whether there are more résumés with these words than were looked at. */
  readonly isMore: boolean;
}

export interface AskQuery extends CursorQuery {
  readonly q: string;
  /** Only the résumés of this job. */
  readonly jobId?: string | undefined;
}

const ORDER: readonly OrderKey[] = [
  { sql: sql`m.rank`, type: "double precision", isDescending: true },
  { sql: sql`m.id`, type: "uuid", isDescending: true },
];

/**
 * Answers a question by quotes of the résumés of a job or of the workspace. An index finds those
 * that have the words; each is then read, and one that does not bear the question out is left
 * out. So a part may have fewer than it was asked for, and `totalCount` is how many have the words.
 *
 * @throws {InvalidInput} If the question cannot be asked.
 * @throws {NotFound} If there is no such job in the workspace.
 */
export async function askResumes(actor: Principal, db: Db, query: AskQuery): Promise<Answers> {
  requirePermission(actor, "candidates:read");
  const { q, jobId } = query;
  const { question, faults } = readQuestion(q);
  if (question === null) throw refuseQuestion(faults);
  const walk = openWalk(query, ORDER, ["answers", actor.workspaceId, jobId, q]);
  if (jobId !== undefined) await requireJob(db, actor.workspaceId, jobId);
  const { matches, isMore } = await matchQuestion(db, actor.workspaceId, jobId, question);
  const rows = await readTexts(actor, db, matches, walk);
  const { data, ...page } = walk.page(rows, matches.length, (row) => row);
  return {
    ...page,
    data: answersOf(question, data, offsetOf(page)),
    understood: writeQuestion(question.root),
    asked: question.asked.map(toThing),
    isMore,
  };
}

function toThing({ at, label, start, end, ask }: Asked): AskedThing {
  const ways = ask.kind === "words" ? ask.ways.map(({ text }) => text) : [];
  return { at, label, start, end, ways: ways.filter((way) => way !== label) };
}

interface AskedText {
  readonly placeKey: string;
  readonly id: string;
  readonly text: string;
  readonly fileName: string;
  readonly receivedOn: string;
  readonly jobId: string;
  readonly title: string;
  readonly personId: string | null;
  readonly name: string | null;
}

/** The longest beginning of a text that is read; as much of it is in the index. */
const READ = 100_000;

/** The texts of one part of the matches, the best first. */
async function readTexts(
  { workspaceId }: Principal,
  db: Db,
  matches: readonly AskedMatch[],
  walk: Walk,
): Promise<readonly AskedText[]> {
  if (matches.length === 0) return [];
  const { rows } = await sql<AskedText>`
    with part as (
      select m.id, m.rank, ${walk.key} as place_key
      from jsonb_to_recordset(${JSON.stringify(matches)}::text::jsonb)
        as m (id uuid, rank double precision)
      where ${walk.isBehind} order by ${walk.order} limit ${walk.limit} offset ${walk.offset}
    )
    select m.place_key, r.id, left(r.text, ${READ}) as text, r.file_name,
      r.received_on, r.job_id, j.title, c.person_id, c.name
    from part m join resumes r on r.id = m.id join jobs j on j.id = r.job_id
    left join candidates c on c.id = r.candidate_id
    where r.workspace_id = ${workspaceId} and r.text is not null and not r.is_masked
    order by ${walk.order}`.execute(db);
  return rows;
}

function answersOf(
  question: Question,
  rows: readonly AskedText[],
  before: number,
): ResumeAnswer[] {
  const answers: ResumeAnswer[] = [];
  for (const { id, text, fileName, receivedOn, jobId, title, personId, name } of rows) {
    const found = answer(question, text, receivedOn);
    if (found === null) continue;
    answers.push({
      place: before + answers.length + 1,
      person: personId === null ? null : { id: personId, name },
      resume: { id, fileName },
      job: { id: jobId, title },
      quotes: found.quotes.map((quote) => ({ ...quote, marks: [...quote.marks] })),
      found: [...found.found],
    });
  }
  return answers;
}
