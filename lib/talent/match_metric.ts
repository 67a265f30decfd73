import { countMonths } from "./dates.ts";
import type { Doubt } from "./denial.ts";
import { distinctQuotes, type Finding } from "./finding.ts";
import { judgeCredential } from "./match_credential.ts";
import { judgeLanguage } from "./match_language.ts";
import { fitOfTitle, titlePlace } from "./match_occupation.ts";
import { levelOf, type Metric } from "./metrics.ts";
import { type Place, placesOf, quotesOf, shownPlaces, timeOf } from "./places.ts";
import { quoteOf } from "./quote.ts";
import { remember } from "./remember.ts";
import type { ParsedResume } from "./resume.ts";
import { readTarget, type SkillTarget, type Target } from "./target.ts";
import { fold } from "./text.ts";
import type { Evidence, Reason, Verdict } from "./types.ts";
import type { Role } from "./work_history.ts";

/** A job's lists are read once, not once a résumé; both languages are read alike. */
const targetOf = remember((name: string): Target => readTarget(name, "en"));

/**
 * Judges a résumé by a metric: how much of it there is, against the job's own thresholds.
 *
 * @returns A verdict with the figure and the one asked in its reason, and the quotes it rests on.
 * @see docs/scoring.md
 */
export function judgeMetric(resume: ParsedResume, metric: Metric): Finding {
  switch (metric.measure) {
    case "tenure":
      return judgeTenure(resume, metric);
    case "total_years":
      return inYears(metric, resume.months, workOf(resume), headQuotes(resume, workOf(resume)));
    case "years_in_field":
      return judgeField(resume, metric);
    case "languages":
      return judgeList(metric, (name) => languageNamed(resume, name));
    case "certificates":
      return judgeList(metric, (name) => credentialNamed(resume, name));
    case "keywords":
      return judgeList(metric, (name) => quotesOf(resume, literalPlaces(resume, name)));
    case "education":
      return judgeEducation(resume, metric);
    case "place":
      return judgePlace(resume, metric);
  }
}

function workOf({ roles }: ParsedResume): Role[] {
  return roles.filter(({ kind }) => kind === "work");
}

function headQuotes({ text }: ParsedResume, roles: readonly Role[]): Evidence[] {
  return roles.slice(0, 3).map(({ head }) => quoteOf(text, head, head));
}

/** Several roles at one organisation are one job. */
function judgeTenure(resume: ParsedResume, metric: Metric): Finding {
  const roles = workOf(resume);
  const jobs = Map.groupBy(
    roles,
    ({ organisation, start }) =>
      organisation === null
        ? `@${start}`
        : fold(resume.text.slice(organisation.start, organisation.end)).replace(/\s+/g, " "),
  );
  const months = [...jobs.values()].reduce(
    (sum, own) => sum + countMonths(own.map(({ range }) => range)),
    0,
  );
  const mean = jobs.size === 0 ? 0 : Math.floor(months / jobs.size);
  const found = inYears(metric, mean, roles, headQuotes(resume, roles));
  const code = roles.length === 0 ? found.reason.code : "metric_tenure";
  return { ...found, reason: { code, params: { ...found.reason.params, roles: jobs.size } } };
}

/** Dated work with one of the fields, overlaps counted once. */
function judgeField(resume: ParsedResume, metric: Metric): Finding {
  const places = metric.of.flatMap((name) => fieldPlaces(resume, targetOf(name)));
  const dated = places.filter(({ line }) => line.role?.kind === "work");
  const roles = [...new Set(dated.flatMap(({ line }) => line.role ?? []))];
  const found = inYears(metric, timeOf(dated).months, roles, quotesOf(resume, dated));
  if (found.verdict !== "NO") return found;
  return { ...found, tried: metric.of };
}

function fieldPlaces(resume: ParsedResume, target: Target): Place[] {
  if (target.type === "experience" && target.role) {
    return workOf(resume).flatMap((role) => {
      const place = fitOfTitle(resume, role, target) === "same" ? titlePlace(resume, role) : null;
      return place === null ? [] : [place];
    });
  }
  return skillsOf(target).flatMap((one) =>
    shownPlaces(placesOf(resume, one)).filter(({ share }) => share >= 1)
  );
}

function skillsOf(target: Target): readonly SkillTarget[] {
  if (target.type === "skills") return [...target.anyOf, ...target.allOf];
  if (target.type === "credential" || target.type === "soft" || target.type === "experience") {
    return [{ skill: target.skill, terms: target.terms }];
  }
  return [];
}

function languageNamed(resume: ParsedResume, name: string): readonly Evidence[] {
  const target = targetOf(name);
  if (target.type !== "language") return [];
  const { verdict, evidence } = judgeLanguage(resume, target, name);
  return verdict === "YES" ? evidence : [];
}

function credentialNamed(resume: ParsedResume, name: string): readonly Evidence[] {
  const [target = { skill: null, terms: [name] }] = skillsOf(targetOf(name));
  const { verdict, evidence } = judgeCredential(resume, target);
  return verdict === "YES" ? evidence : [];
}

/** Where words stand as they are, whole and not denied. */
function literalPlaces(resume: ParsedResume, name: string, allowed: Doubt | null = null): Place[] {
  return placesOf(resume, { skill: null, terms: [name] }).filter(({ share, doubt, line }) =>
    share >= 1 && (doubt === null || doubt.doubt === allowed) && line.zone !== "aside"
  );
}

function judgeList(metric: Metric, find: (name: string) => readonly Evidence[]): Finding {
  const found = metric.of.map((name) => ({ name, quotes: find(name) }));
  const there = found.filter(({ quotes }) => quotes.length > 0);
  const missing = found.filter(({ quotes }) => quotes.length === 0).map(({ name }) => name);
  const verdict = verdictOf(metric, there.length);
  const params = {
    found: there.length,
    asked: metric.full ?? 0,
    of: metric.of.length,
    missing: missing.slice(0, 8).join(", "),
  };
  return finding(
    verdict,
    { code: missing.length === 0 ? "metric_all" : "metric_count", params },
    there.flatMap(({ quotes }) => quotes.slice(0, 1)),
    missing,
  );
}

/** A higher level satisfies a lower one; a study that is not finished is a part of its level. */
function judgeEducation(resume: ParsedResume, { of, nearly }: Metric): Finding {
  const asked = levelOf(of[0]);
  const least = nearly.length === 0 ? Infinity : levelOf(nearly[0]);
  const done = resume.degrees.filter(({ status }) => status === "done");
  const full = done.filter(({ level }) => levelOf(level) >= asked);
  const part = [
    ...done.filter(({ level }) => levelOf(level) >= least),
    ...resume.degrees.filter(({ level, status }) =>
      status === "pending" && levelOf(level) >= asked
    ),
  ];
  const best = (full.length > 0 ? full : part.length > 0 ? part : done)
    .toSorted((a, b) => levelOf(b.level) - levelOf(a.level))[0];
  const verdict: Verdict = full.length > 0 ? "YES" : part.length > 0 ? "PARTIAL" : "NO";
  const params = { asked: of[0] ?? "", found: best?.level ?? "" };
  const code = best === undefined
    ? "degree_absent"
    : best.status === "pending"
    ? "degree_pending"
    : "metric_education";
  const evidence = best === undefined ? [] : [quoteOf(resume.text, best, best.about)];
  return finding(verdict, { code, params }, evidence, [of[0] ?? ""]);
}

/**
 * A place is looked for where somebody worked or says where they want to work. Where they live is
 * never looked at, and no distance is reckoned.
 */
function judgePlace(resume: ParsedResume, { of, nearly }: Metric): Finding {
  const named = (names: readonly string[]) =>
    names.flatMap((name) =>
      literalPlaces(resume, name, "wished").filter((place) => isOfWork(resume, place))
        .map((place) => ({ name, place }))
    );
  const [full, part] = [named(of), named(nearly)];
  const found = full.length > 0 ? full : part;
  const verdict: Verdict = full.length > 0 ? "YES" : part.length > 0 ? "PARTIAL" : "NO";
  const params = { term: of.join(", "), found: found[0]?.name ?? "" };
  return finding(
    verdict,
    { code: found.length > 0 ? "metric_place" : "metric_no_place", params },
    quotesOf(resume, found.map(({ place }) => place)),
    [...of, ...nearly],
  );
}

/** Words that say where somebody can or wants to work. */
const WANTED =
  /\b(?:available|relocat\w+|willing|commut\w+|travel|beschikbaar|verhuiz\w+|bereid|reisbereid\w*|werkregio|werkzaam)\b/i;

/** Whether a place stands in dated work or with what is wanted: an address stands in neither. */
function isOfWork({ text }: ParsedResume, { line, doubt }: Place): boolean {
  return line.role?.kind === "work" || doubt !== null ||
    WANTED.test(text.slice(line.start, line.end));
}

function inYears(
  metric: Metric,
  months: number,
  roles: readonly Role[],
  evidence: readonly Evidence[],
): Finding {
  const params = {
    months,
    roles: roles.length,
    current: roles.some(({ range }) => range.current) ? 1 : 0,
    asked: Math.round((metric.full ?? 0) * 12),
  };
  const code = roles.length === 0 ? "metric_no_work" : "metric_years";
  return finding(verdictOf(metric, months / 12), { code, params }, evidence, []);
}

function verdictOf({ full, part }: Metric, value: number): Verdict {
  if (full !== null && value >= full) return "YES";
  return part !== null && value >= part ? "PARTIAL" : "NO";
}

function finding(
  verdict: Verdict,
  reason: Reason,
  evidence: readonly Evidence[],
  tried: readonly string[],
): Finding {
  const quotes = verdict === "NO" ? [] : distinctQuotes(evidence);
  return { verdict, reason, evidence: quotes, tried, strength: 0 };
}
