import { doubtAt } from "./denial.ts";
import type { Finding } from "./finding.ts";
import { lexicon } from "./lexicon.ts";
import { quoteOf } from "./quote.ts";
import { lineAt, type ParsedResume } from "./resume.ts";
import { type Spoken, SPOKEN_LEVELS, type SpokenLevel } from "./spoken.ts";
import type { Target } from "./target.ts";
import type { Evidence, Reason } from "./types.ts";

type LanguageTarget = Extract<Target, { type: "language" }>;

/** A text shorter than this says little of how well its writer writes. */
const ENOUGH_TO_TELL = 200;

/**
 * Judges a spoken language by its stated level. A level below what is asked is a part; so is a
 * résumé that is merely written in the language.
 */
export function judgeLanguage(resume: ParsedResume, target: LanguageTarget, name: string): Finding {
  const said = resume.spoken.filter(({ code }) => code === target.code)
    .map((one) => ({ ...one, doubt: doubtAt(resume.doubts, one) }));
  const counted = said.filter(({ doubt }) => doubt === null || doubt.doubt === "weak");
  const best = counted.toSorted((a, b) => rankOf(b.level) - rankOf(a.level))[0];
  const params = { language: target.code, asked: target.level ?? "" };
  if (best !== undefined) return judgeStated(resume, best, target, name);
  const denied = deniedQuote(resume, target.code);
  if (denied !== null) {
    return miss(name, { code: "language_denied", params: { ...params, quote: denied } });
  }
  if (resume.language === target.code && resume.text.length >= ENOUGH_TO_TELL) {
    const [evidence] = proseOf(resume);
    if (evidence !== undefined) {
      const reason = { code: "language_written", params };
      return { verdict: "PARTIAL", reason, evidence: [evidence], tried: [name], strength: 10 };
    }
  }
  return miss(name, { code: "language_absent", params });
}

function judgeStated(
  resume: ParsedResume,
  best: Spoken,
  target: LanguageTarget,
  name: string,
): Finding {
  const line = lineAt(resume.lines, best.start) ?? best;
  const evidence = [quoteOf(resume.text, best, line)];
  const params = { language: target.code, asked: target.level ?? "", found: best.level ?? "" };
  const strength = 50 + rankOf(best.level);
  const give = (verdict: "YES" | "PARTIAL", code: string): Finding => ({
    verdict,
    reason: { code, params },
    evidence,
    tried: [name],
    strength,
  });
  if (target.level === null) return give("YES", "language_met");
  if (best.level === null) {
    const isWritten = resume.language === target.code && resume.text.length >= ENOUGH_TO_TELL;
    return isWritten
      ? give("YES", "language_listed_written")
      : give("PARTIAL", "language_unstated");
  }
  const isEnough = rankOf(best.level) >= rankOf(target.level);
  return isEnough ? give("YES", "language_met") : give("PARTIAL", "language_below");
}

function rankOf(level: SpokenLevel | null): number {
  return level === null ? -1 : SPOKEN_LEVELS.indexOf(level);
}

/** "I do not speak Dutch": the words, or null. */
function deniedQuote(resume: ParsedResume, code: string): string | null {
  for (const mention of resume.mentions) {
    const entry = lexicon().skillById(mention.skill);
    if (entry?.type !== "language" || (entry.code ?? entry.id) !== code) continue;
    const doubt = doubtAt(resume.doubts, mention);
    const line = lineAt(resume.lines, mention.start);
    if (doubt !== null && doubt.doubt !== "weak" && doubt.doubt !== "others" && line !== null) {
      return quoteOf(resume.text, { start: doubt.cue.start, end: doubt.cue.end }, line).text;
    }
  }
  return null;
}

/** The longest line of prose, which shows in what language the résumé is written. */
function proseOf(resume: ParsedResume): Evidence[] {
  const lines = resume.lines.filter(({ isHead, zone }) => !isHead && zone !== "aside");
  const longest = lines.reduce(
    (best, one) => one.end - one.start > (best ? best.end - best.start : 0) ? one : best,
    lines[0],
  );
  return longest === undefined
    ? []
    : [quoteOf(resume.text, { start: longest.start, end: longest.start + 1 }, longest)];
}

function miss(name: string, reason: Reason): Finding {
  return { verdict: "NO", reason, evidence: [], tried: [name], strength: 0 };
}
