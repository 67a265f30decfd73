import { DEGREE_LEVELS, type DegreeLevel } from "./degree_levels.ts";

/** What of a résumé a metric measures. */
export type Measure =
  /** Years a job, on average. */
  | "tenure"
  /** Years of dated work of any kind. */
  | "total_years"
  /** Years of dated work in an occupation, a branch of industry or with a skill. */
  | "years_in_field"
  /** How many of the languages named, each at its level. */
  | "languages"
  /** The highest finished education. */
  | "education"
  /** How many of the certificates and licences named. */
  | "certificates"
  /** Whether a place is named where somebody worked or wants to work. */
  | "place"
  /** How many of a list of words of one's own. */
  | "keywords";

export const MEASURES: readonly Measure[] = [
  "tenure",
  "total_years",
  "years_in_field",
  "languages",
  "education",
  "certificates",
  "place",
  "keywords",
];

/** Measures that are counted in years. */
export const IN_YEARS: readonly Measure[] = ["tenure", "total_years", "years_in_field"];

/** Measures that count how many things of a list are there. */
export const OF_LIST: readonly Measure[] = ["languages", "certificates", "keywords"];

/**
 * A measure with its thresholds: from `full` on it is a YES, from `part` on a PARTIAL. There is no
 * upper bound, so that more never counts against anybody.
 */
export interface Metric {
  readonly measure: Measure;
  /**
   * What is looked for: fields, languages ("English B2"), certificates, words, places, or for
   * "education" the one level that is enough.
   */
  readonly of: readonly string[];
  /** Places, or the one level of education, that will do in part. */
  readonly nearly: readonly string[];
  /** Years, or how many of the list; null for "education" and "place". */
  readonly full: number | null;
  /** The same for a PARTIAL; null where nothing less than `full` counts. */
  readonly part: number | null;
}

export const MOST_YEARS = 40;

/** What is wrong with a metric, and in which of its fields. */
export interface MetricFault {
  readonly field: Exclude<keyof Metric, "measure">;
  /** What it must be, as the end of a sentence. */
  readonly detail: string;
}

/** The first thing that is wrong with a metric; null when it can be judged by. */
export function faultOfMetric({ measure, of, nearly, full, part }: Metric): MetricFault | null {
  if (measure === "education") {
    if (of.length !== 1 || !isDegreeLevel(of[0])) return fault("of", LEVELS);
    if (nearly.length > 1 || !nearly.every(isDegreeLevel)) return fault("nearly", LEVELS);
    if (nearly.some((level) => levelOf(level) >= levelOf(of[0]))) {
      return fault("nearly", "must be below the level that is enough");
    }
  } else if (measure === "tenure" || measure === "total_years") {
    if (of.length > 0) return fault("of", "must be empty for this measure");
  } else if (of.length === 0) return fault("of", "must name at least one");
  const isByPlace = measure === "education" || measure === "place";
  if (!isByPlace && nearly.length > 0) return fault("nearly", "must be empty for this measure");
  if (isByPlace) {
    if (full !== null) return fault("full", "must be null for this measure");
    return part === null ? null : fault("part", "must be null for this measure");
  }
  return faultOfThresholds({ measure, of, full, part });
}

function faultOfThresholds(
  { measure, of, full, part }: Pick<Metric, "measure" | "of" | "full" | "part">,
): MetricFault | null {
  const isCount = OF_LIST.includes(measure);
  const most = isCount ? of.length : MOST_YEARS;
  if (full === null || !(full > 0 && full <= most)) {
    return fault("full", `must be more than 0 and at most ${most}`);
  }
  if (isCount && !Number.isInteger(full)) return fault("full", "must be a whole number");
  if (part === null) return null;
  if (!(part > 0 && part < full)) return fault("part", "must be more than 0 and less than full");
  return isCount && !Number.isInteger(part) ? fault("part", "must be a whole number") : null;
}

const LEVELS = `must be one of ${DEGREE_LEVELS.join(", ")}`;

/** Whether a text is the name of a level of education. */
export function isDegreeLevel(text: string | undefined): text is DegreeLevel {
  return DEGREE_LEVELS.includes(text as DegreeLevel);
}

/** Where a level of education stands; -1 for none. */
export function levelOf(text: string | undefined): number {
  return DEGREE_LEVELS.indexOf(text as DegreeLevel);
}

function fault(field: MetricFault["field"], detail: string): MetricFault {
  return { field, detail };
}
