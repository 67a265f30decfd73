import { matchRequirement } from "./match.ts";
import { type ParsedResume, readResume } from "./resume.ts";
import { likenessOf } from "./likeness.ts";
import { isNearLine, type ScoreItem, scoreMatches } from "./score.ts";
import { sentenceCase } from "./sentence_case.ts";
import type {
  Evaluation,
  Flag,
  HalfLives,
  Language,
  Match,
  PostingWord,
  Requirement,
  Weights,
} from "./types.ts";
import { ENGINE_VERSION } from "./version.ts";
import type { Role } from "./work_history.ts";

/** What one résumé is judged by. */
export interface EvaluationInput {
  /** The text of the résumé, hidden text left out; evidence points into it. */
  readonly text: string;
  readonly requirements: readonly Requirement[];
  readonly weights: Weights;
  /** Today as "YYYY-MM-DD". */
  readonly now: string;
  /** How many hidden characters the document held; they only raise a flag. */
  readonly hiddenCharacters: number;
  /** The job's language, in which typed names are read; the résumé's own when left out. */
  readonly language?: Language;
  /** The words of the posting that a résumé is compared with; none: the likeness does not count. */
  readonly posting?: readonly PostingWord[];
  /** How long ago things may have been shown to count whole; the usual ones when left out. */
  readonly halfLives?: HalfLives;
}

/**
 * Judges a résumé against a job: pure, so that the same input gives the same bytes everywhere.
 *
 * @throws {RangeError} If `now` is no day, a weight or an importance is out of range, or two
 * requirements share an id.
 * @see docs/scoring.md
 */
export function evaluate(input: EvaluationInput): Evaluation {
  checkIds(input.requirements);
  const resume = readResume(input.text, input.now);
  const language = input.language ?? resume.language;
  const { halfLives } = input;
  const matches = input.requirements.map((one) =>
    matchRequirement(resume, one, language, halfLives)
  );
  const items = input.requirements.map((one, at) => toItem(one, matches[at]));
  const likeness = (input.weights.text ?? 0) > 0 ? likenessOf(resume, input.posting ?? []) : null;
  const { gate, ...score } = scoreMatches(items, input.weights, likeness?.percent ?? null);
  const flags: Flag[] = [];
  if (gate === "failed") flags.push("gate_failed");
  if (gate === "partial") flags.push("gate_partial");
  if (isNearLine(score.score)) flags.push("near_line");
  if (input.hiddenCharacters > 0) flags.push("hidden_text");
  if (resume.isKeywordList) flags.push("keyword_list");
  return {
    engineVersion: ENGINE_VERSION,
    language: resume.language,
    contact: resume.contact,
    headline: headlineOf(resume),
    ...score,
    matches,
    likeness,
    flags,
  };
}

function toItem(
  { level, kind, importance, gate }: Requirement,
  match: Match | undefined,
): ScoreItem {
  return { level, kind, importance, gate, verdict: match?.verdict ?? "NO" };
}

function checkIds(requirements: readonly Requirement[]): void {
  const ids = new Set<string>();
  for (const { id } of requirements) {
    if (ids.has(id)) throw new RangeError(`Cannot judge two requirements with the id "${id}"`);
    ids.add(id);
  }
}

/** "Backend engineer · Polderpay": the role that lasts longest into the present. */
function headlineOf({ text, roles, language }: ParsedResume): string | null {
  let latest: Role | null = null;
  for (const role of roles) {
    if (role.kind !== "work" || role.title === null) continue;
    if (latest === null || isLater(role, latest)) latest = role;
  }
  if (latest?.title == null) return null;
  const parts = [latest.title, latest.organisation].filter((part) => part !== null);
  const said = parts.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " "));
  return sentenceCase(said.join(" · "), language);
}

function isLater({ range: a }: Role, { range: b }: Role): boolean {
  if (a.current !== b.current) return a.current;
  return a.to !== b.to ? a.to > b.to : a.from > b.from;
}
