import { sql } from "kysely";
import type { Trx } from "../platform/database.ts";
import { Conflict } from "../platform/errors.ts";

/** What of an evaluation says how a program judged somebody. */
export const JUDGEMENT = [
  "score",
  "rawScore",
  "grade",
  "engineScore",
  "engineGrade",
  "requiredMet",
  "requiredTotal",
  "flags",
  "matches",
  "likeness",
  "summary",
] as const;

/** The columns of `JUDGEMENT`, whatever their types. */
export type Judgement = Readonly<Record<typeof JUDGEMENT[number], unknown>>;

/** In the place of a judgement that is withheld; `withheld` then has what it was. */
const NOTHING = {
  score: null,
  rawScore: null,
  grade: null,
  engineScore: null,
  engineGrade: null,
  requiredMet: 0,
  requiredTotal: 0,
  flags: ["objection"],
  matches: [],
  likeness: null,
  summary: { strip: [], strength: null, gap: null },
} as const;

/** A judgement as it is stored: as it is, or put away where its person objects to it. */
export function stored<T extends Judgement>(judgement: T, isObjected: boolean) {
  if (!isObjected) return { ...judgement, withheld: null };
  const withheld = Object.fromEntries(JUDGEMENT.map((name) => [name, judgement[name]]));
  return { ...judgement, ...NOTHING, withheld };
}

/**
 * Whether the person of a résumé objects to being judged by a program: an objection is open, or
 * was granted. Who changes that holds the job and the person, so the answer lasts until `trx` ends
 * for whoever holds one of them.
 */
export async function isObjected(trx: Trx, resumeId: string): Promise<boolean> {
  const { rows: [row] } = await sql<{ isObjected: boolean }>`
    select ${OBJECTS} as is_objected
    from resumes r join candidates c on c.id = r.candidate_id where r.id = ${resumeId}`
    .execute(trx);
  return row?.isObjected ?? false;
}

/** Of the candidate `c`, or any other of the same person. */
export const OBJECTS = sql<boolean>`exists (
    select from candidate_requests q join candidates a on a.id = q.candidate_id
    where a.person_id = c.person_id and a.workspace_id = c.workspace_id
      and q.kind = 'objection' and q.state in ('open', 'done')
  )`;

/** Of `moves`: what was known at each, without score and grade while these are withheld. */
export const TOLD_EVIDENCE = sql<unknown>`case when exists (
    select from evaluations e where e.resume_id = moves.resume_id and e.withheld is not null
  ) then moves.evidence - 'score' - 'grade' else moves.evidence end`;

/** What is answered in the place of a judgement that is withheld. */
export function withheldConflict(): Conflict {
  return new Conflict(
    "This person objects to being judged by a program: read the résumé yourself and decide by that",
  );
}
