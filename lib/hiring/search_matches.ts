import { type RawBuilder, sql } from "kysely";
import type { Db, Trx } from "../platform/database.ts";
import { containing } from "../platform/like_pattern.ts";
import type { SearchQuery } from "./search_query.ts";

// What only an index of words, trigrams or lower case finds is looked for in the views `visible_…`:
// behind a policy, PostgreSQL asks an index nothing whose operator might tell of rows not seen.

/** Why somebody was found; `rank` grows with how well it fits. */
export interface Match {
  readonly personId: string;
  readonly source: "name" | "email" | "tag" | "text";
  readonly rank: number;
  /** Whose text it is. */
  readonly resumeId: string | null;
}

export interface Matches {
  readonly matches: readonly Match[];
  /** Whether there are more than were looked at. */
  readonly isMore: boolean;
}

/** As many tags are looked at. */
const MOST_TAGS = 500;

/** As many names and as many addresses, because each is compared. */
const MOST_NAMES = 300;

/** Names that are only like the one looked for are wanted where fewer have it as it was typed. */
const FEW_NAMES = 20;

/** As many texts are taken from the index, and read where it cannot tell whether they fit. */
const MOST_TEXTS = 1000;

/** As many texts are ranked, because that reads each of them. */
const RANKED = 200;

/** So many of the newest texts are looked through, which tells whether a word is a common one. */
const NEWEST = 400;

/** A word in every tenth text is common: then the newest are enough. */
const COMMON = NEWEST / 10;

/** How near a name must be: "Okafr" is 0.67 of Okafor. */
const NEARNESS = 0.5;

/** How long one statement may take. All are bounded by what they read; this is for a bad day. */
const TIMEOUT_MS = 2000;

/** How long the index may be asked beyond the newest texts, which can stand alone. */
const TEXTS_TIMEOUT_MS = 300;

/**
 * Sets what the statements of a search hold to, until the transaction ends. A search reads no whole
 * table, whatever the statistics say.
 */
export async function prepareSearch(trx: Trx): Promise<void> {
  await sql`
    select set_config('pg_trgm.word_similarity_threshold', ${String(NEARNESS)}, true),
      set_config('enable_seqscan', 'off', true),
      set_config('plan_cache_mode', 'force_custom_plan', true),
      set_config('statement_timeout', ${String(TIMEOUT_MS)}, true)`.execute(trx);
}

/**
 * The same for the statement that asks the index of all texts: walking along another index would
 * have it read texts until enough fit. The pages of an index are priced as those of a table; at the
 * default of a disk a question of many words costs more than to read some ten thousand texts.
 */
export async function prepareTexts(trx: Trx): Promise<void> {
  await sql`
    select set_config('enable_indexscan', 'off', true),
      set_config('random_page_cost', '1', true),
      set_config('statement_timeout', ${String(TEXTS_TIMEOUT_MS)}, true)`.execute(trx);
}

/** All statements of a search, for the test that reads their plans. */
export function searchStatements(workspaceId: string, query: SearchQuery) {
  return {
    names: namesLike(workspaceId, query),
    emails: emailsLike(workspaceId, query),
    tags: tagged(workspaceId, query),
    ...textStatements(workspaceId, textQueries(query)),
  };
}

/** What to look for in a text of each language: two values of type `tsquery`. */
export interface TextQueries {
  readonly en: RawBuilder<unknown>;
  readonly nl: RawBuilder<unknown>;
}

/** The statements that look through texts. */
export function textStatements(workspaceId: string, wanted: TextQueries) {
  return { newest: newestTexts(workspaceId, wanted), texts: textsWith(workspaceId, wanted) };
}

/** As many names, addresses and tags at most; as many found means that there may be more. */
const LIMITS = [MOST_NAMES, MOST_NAMES, MOST_TAGS];

/** Finds people by name, address and tag. */
export async function matchPeople(
  db: Db,
  workspaceId: string,
  query: SearchQuery,
): Promise<Matches> {
  if (query.plain === "") return { matches: [], isMore: false };
  const { names, emails, tags } = searchStatements(workspaceId, query);
  const found = await db.transaction().execute(async (trx) => {
    await prepareSearch(trx);
    return await Promise.all([names, emails, tags].map((one) => one.execute(trx)));
  });
  return {
    matches: found.flatMap(({ rows }) => rows),
    isMore: found.some(({ rows }, index) => rows.length >= (LIMITS[index] ?? MOST_NAMES)),
  };
}

/**
 * Finds people by what their résumés say. First the newest texts are looked through: a word that
 * stands in many of them would have the index name most of the workspace, and ranking those helps
 * nobody. Only a rarer one is looked up, among so many texts that its time does not grow with the
 * workspace.
 */
export function matchTexts(db: Db, workspaceId: string, wanted: TextQueries): Promise<Matches> {
  const { newest, texts } = textStatements(workspaceId, wanted);
  return db.transaction().execute(async (trx) => {
    await prepareSearch(trx);
    const { rows: [sample] } = await newest.execute(trx);
    const matches = sample?.matches ?? [];
    const looked = sample?.looked ?? 0;
    if (looked < NEWEST) return { matches, isMore: false };
    if (isCommon(sample)) return { matches, isMore: true };
    await prepareTexts(trx);
    const found = await texts.execute(trx).then(({ rows: [row] }) => row, unlessTooSlow);
    const byResume = new Map([...found?.matches ?? [], ...matches].map((one) => [
      one.resumeId,
      one,
    ]));
    return { matches: [...byResume.values()], isMore: found?.isMore ?? true };
  });
}

/** PostgreSQL's code for a statement that was given up. */
const TOO_SLOW = "57014";

function unlessTooSlow(error: unknown): undefined {
  if (!(error instanceof Error && "code" in error && error.code === TOO_SLOW)) throw error;
}

/** Shorter names have no trigram of their own in the middle of a word. */
const MIN_WITHIN = 3;

/** Whether names and addresses that are only like the one typed mean anything. */
function canBeNear(plain: string): boolean {
  return plain.length !== MIN_WITHIN;
}

function namesLike(workspaceId: string, { plain }: SearchQuery): RawBuilder<Match> {
  const isWithin = plain.length >= MIN_WITHIN;
  return sql<Match>`
    with typed as materialized (
      select person_id, name_plain from visible_candidates
      where ${sql.lit(isWithin)} and workspace_id = ${workspaceId}
        and name_plain like ${containing(plain)} limit ${MOST_NAMES}
    ),
    near as materialized (
      select person_id, name_plain from visible_candidates
      where ${sql.lit(canBeNear(plain))} and (select count(*) from typed) < ${FEW_NAMES}
        and workspace_id = ${workspaceId} and ${plain} <% name_plain limit ${MOST_NAMES}
    )
    select person_id as "personId", 'name' as source, null::uuid as "resumeId", max(
      case when name_plain = ${plain} then 3
        when name_plain like ${containing(plain)} then 1 + similarity(${plain}, name_plain)
        else word_similarity(${plain}, name_plain) end) as rank
    from (select * from typed union select * from near) found group by person_id`;
}

function emailsLike(workspaceId: string, { plain, address }: SearchQuery): RawBuilder<Match> {
  const isWithin = plain.length >= MIN_WITHIN;
  return sql<Match>`
    with typed as materialized (
      (select person_id, lower(email) as email from visible_candidates
        where workspace_id = ${workspaceId} and lower(email) = ${plain} limit ${MOST_NAMES})
      union
      (select person_id, lower(email) from visible_candidates
        where ${sql.lit(isWithin)} and workspace_id = ${workspaceId}
          and email ilike ${containing(plain)} limit ${MOST_NAMES})
    ),
    near as materialized (
      select person_id, lower(email) as email from visible_candidates
      where ${sql.lit(canBeNear(address))} and not exists (select from typed)
        and workspace_id = ${workspaceId} and ${address} <% email limit ${MOST_NAMES}
    )
    select person_id as "personId", 'email' as source, null::uuid as "resumeId", max(
      case when email = ${plain} then 3
        when email like ${containing(plain)} then 1
        else word_similarity(${address}, email) / 2 end) as rank
    from (select * from typed union select * from near) found group by person_id`;
}

function tagged(workspaceId: string, { typed, words }: SearchQuery): RawBuilder<Match> {
  const wanted = [typed.toLowerCase(), ...words];
  return sql<Match>`
    select c.person_id as "personId", 'tag' as source, null::uuid as "resumeId",
      max(case when t.tag = ${typed.toLowerCase()} then 2 else 1 end) as rank
    from (
      select candidate_id, lower(tag) as tag from visible_candidate_tags
      where workspace_id = ${workspaceId} and lower(tag) = any(${wanted}::text[])
        and not is_hidden limit ${MOST_TAGS}
    ) t join candidates c on c.id = t.candidate_id group by c.person_id`;
}

/** Which of the newest texts fit, and how many were looked through. */
export interface Sample {
  readonly matches: Match[] | null;
  readonly looked: number;
}

/** Whether what the newest texts say is enough. */
export function isCommon(sample: Sample | undefined): boolean {
  return (sample?.matches?.length ?? 0) >= COMMON;
}

function newestTexts(workspaceId: string, wanted: TextQueries): RawBuilder<Sample> {
  return sql<Sample>`
    with newest as materialized (
      select id, candidate_id, search @@ ${either(wanted)} as is_match, language
      from resumes where workspace_id = ${workspaceId} order by id desc limit ${NEWEST}
    ),
    ranked as materialized (
      select r.id, r.candidate_id, ts_rank(r.search, ${either(wanted, "r.")}) as rank
      from (select id from newest where is_match order by id desc limit ${RANKED}) n
      join resumes r on r.id = n.id
    )
    select (select count(*) from newest) as looked, (
      select jsonb_agg(jsonb_build_object('personId', c.person_id, 'source', 'text',
        'resumeId', n.id, 'rank', coalesce(ranked.rank, 0)))
      from newest n join candidates c on c.id = n.candidate_id left join ranked on ranked.id = n.id
      where n.is_match
    ) as matches`;
}

interface TextsFound {
  readonly matches: Match[] | null;
  readonly isMore: boolean;
}

function textsWith(workspaceId: string, wanted: TextQueries): RawBuilder<TextsFound> {
  const { en, nl } = wanted;
  return sql<TextsFound>`
    with looked as materialized (
      select id, candidate_id, (${en} = ${nl} and not ${isPhrase(en)})
        or search @@ ${either(wanted)} as is_match
      from (
        select id, candidate_id, search, language from visible_resumes
        where workspace_id = ${workspaceId}
          and search @@ (${wordsOf(en)} || ${wordsOf(nl)}) limit ${MOST_TEXTS}
      ) one
    ),
    found as materialized (select id, candidate_id from looked where is_match),
    ranked as materialized (
      select r.id, ts_rank(r.search, ${either(wanted, "r.")}) as rank
      from (select id from found order by id desc limit ${RANKED}) n join resumes r on r.id = n.id
    )
    select (select count(*) from looked) >= ${MOST_TEXTS} as "isMore", (
      select jsonb_agg(jsonb_build_object('personId', c.person_id, 'source', 'text',
        'resumeId', f.id, 'rank', coalesce(ranked.rank, 0)))
      from found f join candidates c on c.id = f.candidate_id left join ranked on ranked.id = f.id
    ) as matches`;
}

/** Whether words must stand together; the index knows where a word stands, not beside which. */
function isPhrase(wanted: RawBuilder<unknown>) {
  return sql`(${wanted}::text ~ '<(-|[0-9]+)>')`;
}

/** A query that the index alone can answer: of a phrase, all of its words, together or not. */
function wordsOf(wanted: RawBuilder<unknown>) {
  return sql`(case when ${isPhrase(wanted)} and querytree(${wanted}) <> 'T'
    then regexp_replace(querytree(${wanted}), '<(-|[0-9]+)>', '&', 'g')::tsquery
    else ${wanted} end)`;
}

/** What to look for in a text of each language: their stems differ. */
export function textQueries({ typed, begun }: SearchQuery): TextQueries {
  const of = (config: "english" | "dutch") => {
    const whole = sql`websearch_to_tsquery(${sql.lit(config)}, ${typed})`;
    if (!begun) return whole;
    return sql`(${whole} || (websearch_to_tsquery(${sql.lit(config)}, ${begun.before})
      && to_tsquery(${sql.lit(config)}, ${`${begun.beginning}:*`})))`;
  };
  return { en: of("english"), nl: of("dutch") };
}

/** The one for the language of the row. */
export function either({ en, nl }: TextQueries, table = "") {
  return sql`(case when ${sql.raw(table)}language = 'nl' then ${nl} else ${en} end)`;
}
