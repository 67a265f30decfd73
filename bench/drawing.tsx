import assert from "node:assert/strict";
import { renderToString } from "preact-render-to-string";
import { CandidatesTable } from "../components/CandidatesTable.tsx";
import type { Person } from "../lib/hiring/candidates.ts";
import { translator } from "../locales/translate.ts";
import { type Figure, median, type Part } from "./figure.ts";
import { peopleTemplate } from "./people_template.ts";

const ROWS = 50;
const DRAWINGS = 200;
const ROUNDS = 15;
const WARM_UP = 5;

/** A table of people, drawn. */
export const drawing: Part = {
  name: "drawing",
  title: "Drawing a table",
  how:
    `The table of ${ROWS} people as the page draws it (Preact, JSX precompiled), beside the same ` +
    "HTML from template strings, which is compared first. Both ask the same functions for words, " +
    "dates and links; what Fresh looks at in each element of a page is in neither. " +
    `${DRAWINGS} drawings a round, in turn, ${ROUNDS} rounds after ${WARM_UP} to warm up; ` +
    "the medians.",
  measure: () => Promise.resolve(measure()),
};

function measure(): Figure[] {
  const people = Array.from({ length: ROWS }, (_, at) => person(at));
  const t = translator("en");
  const byPreact = () =>
    renderToString(<CandidatesTable people={people} isByChange language="en" t={t} />);
  const byTemplate = () => peopleTemplate(people, "en", t);
  assert.ok(squeezed(byPreact()) === byTemplate(), "The two draw different tables");
  const rates = { preact: [] as number[], template: [] as number[] };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const preact = perSecond(byPreact);
    const template = perSecond(byTemplate);
    if (round < 0) continue;
    rates.preact.push(preact);
    rates.template.push(template);
  }
  return [{
    name: `Table of ${ROWS} people`,
    value: median(rates.preact),
    unit: "per second",
    beside: { name: "template strings", value: median(rates.template) },
    goal: 0.8,
  }];
}

/** Precompiled JSX leaves a space where an attribute is missing. */
function squeezed(html: string): string {
  return html.replaceAll(/ {2,}/g, " ").replaceAll(" >", ">");
}

function perSecond(draw: () => string): number {
  const from = performance.now();
  let size = 0;
  for (let at = 0; at < DRAWINGS; at++) size += draw().length;
  assert.ok(size > 0);
  return DRAWINGS / (performance.now() - from) * 1000;
}

function person(at: number): Person {
  const stage = {
    id: id(at),
    key: "new",
    name: null,
    decision: "undecided",
    position: 1,
    isRemovable: false,
  };
  return {
    id: id(at),
    name: `Person ${at} & Company`,
    email: `person${at}@example.com`,
    phone: `+31 6 1234 ${String(at).padStart(4, "0")}`,
    place: "Utrecht",
    headline: "Backend engineer",
    consent: null,
    consentOn: null,
    consentUntil: null,
    tags: at % 3 === 0 ? ["Referral", "Speaks Dutch"] : [],
    resumes: Array.from({ length: 1 + at % 3 }, (_, n) => ({
      id: id(100 * at + n),
      job: { id: id(n), title: "Engineer, platform", isOpen: true },
      fileName: "cv.pdf",
      status: "done",
      receivedOn: "2026-11-02",
      score: 0.7,
      grade: "B",
      headline: "Backend engineer",
      stage,
    })),
    createdAt: "2026-11-02T10:00:00.000Z",
    updatedAt: "2026-11-12T10:00:00.000Z",
  } as Person;
}

function id(at: number): string {
  return `00000000-0000-7000-8000-${String(at).padStart(12, "0")}`;
}
