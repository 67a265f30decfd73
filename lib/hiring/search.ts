import { sql } from "kysely";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Id } from "../platform/input.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import { describePeople, Person, withTag } from "./candidates.ts";
import { MARK_END, MARK_START, Marked, markWords, toMarked } from "./search_marks.ts";
import { type Match, matchPeople, matchTexts, textQueries } from "./search_matches.ts";
import { readSearch, type SearchQuery } from "./search_query.ts";

/** Somebody who was found, and by what. */
export const Hit = Person.extend({
  /** The words that were found in the name and the address. */
  marks: z.object({ name: z.array(Marked), email: z.array(Marked) }),
  /** Where a résumé says it; null when no text was the reason. */
  quote: z.object({ resumeId: Id, parts: z.array(Marked) }).nullable(),
}).meta({ id: "SearchHit" });
export type Hit = z.infer<typeof Hit>;

/** Those found, the best first. With `isMore`, `totalCount` is how many of them were looked at. */
export interface Found extends PageOf<Hit> {
  readonly isMore: boolean;
}

export interface PeopleSearch extends PageQuery {
  /** Words; "quoted" together, -without, this or that. */
  readonly q: string;
  /** Whether the last word may be the beginning of one. */
  readonly isTyping?: boolean;
  /** Only people who have it, in any case. */
  readonly tag?: string | undefined;
}

/** Finds people by name, address, tag and what their résumés say; typing mistakes in names pass. */
export async function searchPeople(
  actor: Principal,
  db: Db,
  { q, isTyping, tag, ...page }: PeopleSearch,
): Promise<Found> {
  requirePermission(actor, "candidates:read");
  const query = readSearch(q, isTyping);
  if (query.isEmpty) return { ...toPage<Hit>([], 0, page), isMore: false };
  const [byName, byText, tagged] = await Promise.all([
    matchPeople(db, actor.workspaceId, query),
    matchTexts(db, actor.workspaceId, textQueries(query)),
    tag === undefined ? undefined : peopleWithTag(db, actor.workspaceId, tag),
  ]);
  const found = bestFirst([...byName.matches, ...byText.matches])
    .filter(({ personId }) => tagged?.has(personId) ?? true);
  const shown = found.slice(offsetOf(page), offsetOf(page) + page.itemsPerPage);
  const [people, quotes] = await Promise.all([
    describePeople(actor, db, shown.map(({ personId }) => personId)),
    quotesOf(actor, db, query, shown.flatMap(({ resumeId }) => resumeId ?? [])),
  ]);
  const byPerson = new Map(shown.map((one) => [one.personId, one]));
  const hits = people.map((person) => {
    const resumeId = byPerson.get(person.id)?.resumeId;
    const parts = resumeId ? quotes.get(resumeId) : undefined;
    return {
      ...person,
      marks: {
        name: markWords(person.name ?? "", query.words),
        email: markWords(person.email ?? "", query.words),
      },
      quote: resumeId && parts ? { resumeId, parts } : null,
    };
  });
  const isMore = byName.isMore || byText.isMore;
  return { ...toPage(hits, found.length, page), isMore };
}

async function peopleWithTag(db: Db, workspaceId: string, tag: string): Promise<Set<string>> {
  const rows = await db.selectFrom("candidates").select("id")
    .where("id", "in", withTag(workspaceId, tag)).execute();
  return new Set(rows.map(({ id }) => id));
}

interface FoundPerson {
  readonly personId: string;
  readonly weight: number;
  readonly resumeId: string | null;
}

/** What somebody is called says more than what their résumé mentions. */
const WEIGHTS: Readonly<Record<Match["source"], number>> = { name: 4, email: 3, tag: 3, text: 1 };

function bestFirst(matches: readonly Match[]): FoundPerson[] {
  const people = new Map<string, FoundPerson & { rank: number }>();
  for (const { personId, source, rank, resumeId } of matches) {
    const before = people.get(personId) ?? { personId, weight: 0, resumeId: null, rank: -1 };
    const isBetterText = resumeId !== null && rank > before.rank;
    people.set(personId, {
      personId,
      weight: before.weight + WEIGHTS[source] * rank,
      resumeId: isBetterText ? resumeId : before.resumeId,
      rank: isBetterText ? rank : before.rank,
    });
  }
  return [...people.values()].sort((a, b) =>
    b.weight - a.weight || (a.personId < b.personId ? 1 : -1)
  );
}

/** The longest beginning of a text that is searched for the words to show. */
const QUOTED = 50_000;

const HEADLINE = [
  `StartSel=${MARK_START}`,
  `StopSel=${MARK_END}`,
  "MaxFragments=2",
  "MaxWords=16",
  "MinWords=6",
  'FragmentDelimiter=" … "',
].join(", ");

/** The words around what was found, of the few that are shown. */
async function quotesOf(
  actor: Principal,
  db: Db,
  query: SearchQuery,
  resumeIds: readonly string[],
): Promise<Map<string, Marked[]>> {
  if (resumeIds.length === 0) return new Map();
  const { en, nl } = textQueries(query);
  const { rows } = await sql<{ id: string; headline: string }>`
    select id, case when language = 'nl'
      then ts_headline('dutch', left(text, ${QUOTED}), ${nl}, ${HEADLINE})
      else ts_headline('english', left(text, ${QUOTED}), ${en}, ${HEADLINE}) end as headline
    from resumes where workspace_id = ${actor.workspaceId} and id = any(${resumeIds}::uuid[])`
    .execute(db);
  return new Map(rows.map(({ id, headline }) => [id, toMarked(headline)]));
}
