import type { Sentence } from "./reasons.ts";

/** What is said of ranks, by titles and time and never by age, and of metrics. */
export const CAREER_EN: Readonly<Record<string, Sentence>> = {
  rank_held: (w) => `Held a job of that rank: ${w.found}, ${w.work}.`,
  rank_by_years: (w) => `No title says ${w.rank}, but ${w.work} makes up for it.`,
  rank_near: (w) => `No title says ${w.rank}; ${w.work} in that work or close to it is part of it.`,
  rank_claimed: (w) => `Called ${w.rank}, but no dated job has that title.`,
  rank_open: () => "Asks for no earlier rank, so what there is will do.",
  metric_years: (w) => `${w.work}; ${w.asked} is enough.`,
  metric_tenure: (w) => `${w.time} a job on average, ${w.jobs}; ${w.asked} is enough.`,
  metric_no_work: () => "No dated work of this kind was found.",
  metric_count: (w) =>
    `${w.there} of ${w.of} found, ${w.enough} is enough; not found: ${w.missing}.`,
  metric_all: (w) => `All ${w.of} were found.`,
  metric_education: (w) => `${w.foundDegree}, where ${w.askedDegree} is enough.`,
  metric_place: (w) => `Named where work was done or is wanted: ${w.found}.`,
  metric_no_place: () => "Not named as a place where work was done or is wanted.",
  rank_absent: (w) => `No job as ${w.rank} in this work, nor the years that make up for it.`,
};

export const CAREER_NL: Readonly<Record<string, Sentence>> = {
  rank_held: (w) => `Had een baan op dat niveau: ${w.found}, ${w.work}.`,
  rank_by_years: (w) => `Geen titel noemt ${w.rank}, maar ${w.work} weegt daartegen op.`,
  rank_near: (w) =>
    `Geen titel noemt ${w.rank}; ${w.work} in dat werk of dicht erbij is een deel ervan.`,
  rank_claimed: (w) => `Noemt zich ${w.rank}, maar geen gedateerde baan heeft die titel.`,
  rank_open: () => "Vraagt geen eerder niveau, dus wat er is voldoet.",
  metric_years: (w) => `${w.work}; ${w.asked} is genoeg.`,
  metric_tenure: (w) => `Gemiddeld ${w.time} per baan, ${w.jobs}; ${w.asked} is genoeg.`,
  metric_no_work: () => "Er is geen gedateerd werk van deze soort gevonden.",
  metric_count: (w) =>
    `${w.there} van de ${w.of} gevonden, ${w.enough} is genoeg; niet gevonden: ${w.missing}.`,
  metric_all: (w) => `Alle ${w.of} zijn gevonden.`,
  metric_education: (w) => `${w.foundDegree}, waar ${w.askedDegree} genoeg is.`,
  metric_place: (w) => `Genoemd als plaats van werk of van gewenst werk: ${w.found}.`,
  metric_no_place: () => "Niet genoemd als plaats van werk of van gewenst werk.",
  rank_absent: (w) => `Geen baan als ${w.rank} in dit werk, en niet de jaren die ertegen opwegen.`,
};
