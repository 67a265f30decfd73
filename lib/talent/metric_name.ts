import { DEGREE_NAMES } from "./match_degree.ts";
import { isDegreeLevel, type Measure, type Metric, OF_LIST } from "./metrics.ts";
import { sayMonths } from "./reasons.ts";
import type { Language } from "./types.ts";

const LABELS: Readonly<Record<Measure, Readonly<Record<Language, string>>>> = {
  tenure: { en: "Time per job", nl: "Tijd per baan" },
  total_years: { en: "Work in all", nl: "Werk in totaal" },
  years_in_field: { en: "Work in", nl: "Werk in" },
  languages: { en: "Languages", nl: "Talen" },
  education: { en: "Education", nl: "Opleiding" },
  certificates: { en: "Certificates", nl: "Certificaten" },
  place: { en: "Place", nl: "Plaats" },
  keywords: { en: "Words", nl: "Woorden" },
};

const MAX_NAME = 255;

/** The name of a metric that nobody gave one: what it measures and what is enough. */
export function nameOfMetric(metric: Metric, language: Language): string {
  const { measure, of, full } = metric;
  const label = LABELS[measure][language];
  const list = of.map((one) => isDegreeLevel(one) ? DEGREE_NAMES[one][language] : one).join(", ");
  const enough = full === null ? "" : sayMonths(Math.round(full * 12), language);
  const name = measure === "years_in_field"
    ? `${label} ${list}: ${enough}`
    : OF_LIST.includes(measure)
    ? `${label}: ${full} ${language === "nl" ? "van" : "of"} ${list}`
    : `${label}: ${list === "" ? enough : list}`;
  return name.length > MAX_NAME ? `${name.slice(0, MAX_NAME - 1)}…` : name;
}
