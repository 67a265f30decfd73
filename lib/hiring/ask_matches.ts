import { type RawBuilder, sql } from "kysely";
import type { Db } from "../platform/database.ts";
import type { Question } from "../talent/question.ts";
import { type IndexQuery, indexQuery } from "../talent/question_index.ts";
import { either, matchTexts, prepareSearch, type TextQueries } from "./search_matches.ts";

/** A résumé that has the words of a question; `rank` grows with how well it fits. */
export interface AskedMatch {
  readonly id: string;
  readonly rank: number;
}

export interface AskedMatches {
  readonly matches: readonly AskedMatch[];
  /** Whether there are more than were looked at. */
  readonly isMore: boolean;
}

/** As many of a job's résumés are looked through, the last changed first. */
const MOST_OF_JOB = 1000;

/** The résumés of a job, or of the workspace, that have the words of a question. */
export async function matchQuestion(
  db: Db,
  workspaceId: string,
  jobId: string | undefined,
  question: Question,
): Promise<AskedMatches> {
  const wanted = await toQueries(db, question);
  if (wanted === null) return { matches: [], isMore: false };
  if (jobId !== undefined) return await matchJob(db, workspaceId, jobId, wanted);
  const { matches, isMore } = await matchTexts(db, workspaceId, wanted);
  return {
    matches: matches.flatMap(({ resumeId, rank }) => resumeId ? { id: resumeId, rank } : []),
    isMore,
  };
}

function matchJob(
  db: Db,
  workspaceId: string,
  jobId: string,
  wanted: TextQueries,
): Promise<AskedMatches> {
  return db.transaction().execute(async (trx) => {
    await prepareSearch(trx);
    const { rows: [found] } = await textsOfJob(workspaceId, jobId, wanted).execute(trx);
    return {
      matches: found?.matches ?? [],
      isMore: (found?.looked ?? 0) >= MOST_OF_JOB,
    };
  });
}

/** The statement that looks through a job's résumés. */
export function textsOfJob(
  workspaceId: string,
  jobId: string,
  wanted: TextQueries,
): RawBuilder<{ readonly looked: number; readonly matches: AskedMatch[] | null }> {
  return sql`
    with looked as materialized (
      select id, case when search @@ ${either(wanted)}
        then ts_rank(search, ${either(wanted)}) end as rank
      from resumes
      where job_id = ${jobId} and workspace_id = ${workspaceId} and not is_masked
      order by change desc limit ${MOST_OF_JOB}
    )
    select count(*) as looked,
      jsonb_agg(jsonb_build_object('id', id, 'rank', rank)) filter (where rank is not null)
        as matches
    from looked`;
}

/**
 * What to look for in the texts of each language. The words go through PostgreSQL's dictionaries
 * by one statement, whatever their number, and come back as parts of a `tsquery`.
 *
 * @returns Null when no word of the question can be looked for.
 */
export async function toQueries(db: Db, { root }: Question): Promise<TextQueries | null> {
  const query = indexQuery(root);
  if (query === null) return null;
  const texts = [...new Set(textsOf(query))];
  const { rows } = await sql<{ en: string; nl: string }>`
    select plainto_tsquery('english', words)::text as en,
      plainto_tsquery('dutch', words)::text as nl
    from unnest(${texts}::text[]) with ordinality as asked (words, at) order by at`.execute(db);
  const of = (language: "en" | "nl") => {
    const written = new Map(texts.map((text, at) => [text, rows[at]?.[language] ?? ""]));
    return compose(query, (text) => written.get(text) ?? "");
  };
  const [en, nl] = [of("en"), of("nl")];
  if (en === "" && nl === "") return null;
  return { en: sql`${en}::tsquery`, nl: sql`${nl}::tsquery` };
}

function textsOf(query: IndexQuery): string[] {
  return query.kind === "words" ? [query.text] : query.parts.flatMap(textsOf);
}

/** Puts queries together; a part of nothing but small words asks for nothing. */
function compose(query: IndexQuery, written: (text: string) => string): string {
  if (query.kind === "words") return written(query.text);
  const parts = query.parts.map((part) => compose(part, written)).filter((part) => part !== "");
  const needed = query.kind === "all" ? [...new Set(parts)] : withoutNarrower(parts);
  return needed.map((part) => `(${part})`).join(query.kind === "all" ? " & " : " | ");
}

const LEXEME = /'(?:[^']|'')*'/gu;

/**
 * Of parts of which any will do, those that are not contained in a shorter one: who has "team" has
 * "team lead". The fewer, the better PostgreSQL guesses how many texts fit, and takes the index.
 */
function withoutNarrower(parts: readonly string[]): string[] {
  const plain = [...new Set(parts)].map((part) => ({
    part,
    words: new Set(part.match(LEXEME)),
    isOr: part.includes("|"),
  })).sort((a, b) => a.words.size - b.words.size);
  const kept: typeof plain = [];
  for (const one of plain) {
    const isNarrower = !one.isOr &&
      kept.some(({ words, isOr }) => !isOr && words.isSubsetOf(one.words));
    if (!isNarrower) kept.push(one);
  }
  return kept.map(({ part }) => part);
}
