import { sayReason } from "../../lib/talent/reasons.ts";
import type { Language, Match, Requirement } from "../../lib/talent/types.ts";
import { ENGINE_VERSION } from "../../lib/talent/version.ts";
import type { Ranked, RankedJob } from "./judge.ts";
import { sayFailure } from "./words.ts";

function requirementJson(requirement: Requirement) {
  const { id, name, level, kind, years, gate, source } = requirement;
  const span = { start: source?.start ?? null, end: source?.end ?? null };
  return { id, name, level, kind, years, gate, ...span };
}

function matchJson(match: Match, names: ReadonlyMap<string, string>, language: Language) {
  return {
    requirement: names.get(match.requirementId) ?? match.requirementId,
    match: match.verdict,
    reason: sayReason(match.reason, language),
    evidence: match.evidence.map(({ text, start, end }) => ({ text, start, end })),
    tried: match.tried,
  };
}

function rankedJson(ranked: Ranked, names: ReadonlyMap<string, string>, language: Language) {
  if ("failure" in ranked) {
    return {
      file: ranked.path,
      rank: null,
      candidate: { name: null },
      score: null,
      raw_score: null,
      grade: null,
      matches: [],
      flags: [],
      error: { code: ranked.failure.code, detail: sayFailure(ranked.failure, language) },
    };
  }
  const { path, rank, evaluation } = ranked;
  return {
    file: path,
    rank,
    candidate: { name: evaluation.contact.name },
    score: evaluation.score,
    raw_score: evaluation.rawScore,
    grade: evaluation.grade,
    matches: evaluation.matches.map((match) => matchJson(match, names, language)),
    flags: evaluation.flags,
  };
}

/** The ranking as plain data: one object for the job, names in snake_case. */
export function rankingJson(job: RankedJob, language: Language) {
  const { requirements } = job.reading;
  const names = new Map(requirements.map(({ id, name }) => [id, name]));
  return {
    job: job.path,
    language: job.reading.language,
    engine_version: ENGINE_VERSION,
    requirements: requirements.map(requirementJson),
    ranking: job.ranking.map((ranked) => rankedJson(ranked, names, language)),
  };
}
