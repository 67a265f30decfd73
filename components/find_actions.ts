import type { FoundJob } from "../lib/hiring/find.ts";
import type { Translate } from "../locales/translate.ts";
import type { FindItem } from "./find_items.ts";

export interface FindActionsProps {
  readonly q: string;
  /** The jobs that fit what was typed. */
  readonly jobs: readonly FoundJob[];
  /** The latest ones, for actions that are called as what was typed. */
  readonly recent: readonly FoundJob[];
  readonly may: {
    readonly addJobs: boolean;
    readonly addResumes: boolean;
    readonly seePeople: boolean;
  };
  /** The page to come back to after a switch. */
  readonly back: string;
  readonly t: Translate;
}

/** So many are offered to who has typed nothing. */
const FIRST = 4;

/** Of so many jobs something to do in them is offered. */
const MOST_JOBS = 2;

/** What can be done, as far as it fits what is typed: each word begins one of the action's. */
export function findActions({ q, jobs, recent, may, back, t }: FindActionsProps): FindItem[] {
  const go = (title: string, href: string) => ({ title, href });
  const set = (title: string, fields: Record<string, string>) => ({
    title,
    href: "/preferences",
    fields: { ...fields, back },
  });
  const actions = [
    ...(may.addJobs ? [go(t("find_action.new_job"), "/jobs/new")] : []),
    go(t("find_action.candidates"), "/candidates"),
    ...(may.seePeople ? [go(t("find_action.ask"), "/ask")] : []),
    go(t("find_action.reports"), "/reports"),
    go(t("find_action.settings"), "/settings"),
    go(t("find_action.jobs"), "/"),
    go(t("find_action.duplicates"), "/candidates/duplicates"),
    go(t("find_action.keys"), "/keys"),
    go(t("find_action.feedback"), "/feedback/new"),
    set(t("find_action.language_en"), { language: "en" }),
    set(t("find_action.language_nl"), { language: "nl" }),
    set(t("find_action.theme_light"), { theme: "light" }),
    set(t("find_action.theme_dark"), { theme: "dark" }),
    set(t("find_action.theme_system"), { theme: "system" }),
  ];
  const typed = wordsOf(q);
  const wanted = typed.length === 0
    ? actions.slice(0, FIRST)
    : actions.filter(({ title }) => fits(title, typed));
  const ofJobs = typed.length === 0 ? [] : [
    ...jobs.filter(({ isOpen }) => isOpen).slice(0, MOST_JOBS).flatMap((job) =>
      jobActions(job, may, t)
    ),
    ...recent.filter(({ isOpen }) => isOpen).flatMap((job) => jobActions(job, may, t))
      .filter(({ title }) => fits(title, typed)).slice(0, MOST_JOBS),
  ];
  const once = [...new Map(ofJobs.map((one) => [one.href, one])).values()];
  return [...wanted, ...once].map(({ title, ...rest }) => ({
    kind: "action",
    title: [{ text: title, isHit: false }],
    more: null,
    quote: null,
    ...rest,
  }));
}

/** What can be done in a job. */
function jobActions({ id, title }: FoundJob, may: FindActionsProps["may"], t: Translate) {
  const go = (words: string, href: string) => ({ title: words, href });
  return [
    ...(may.addResumes ? [go(t("find_action.add_resumes", { title }), `/jobs/${id}/resumes`)] : []),
    ...(may.seePeople
      ? [
        go(t("find_action.pool", { title }), `/jobs/${id}/pool`),
        go(t("find_action.ask_job", { title }), `/ask?job=${id}`),
      ]
      : []),
  ];
}

function fits(title: string, typed: readonly string[]): boolean {
  const words = wordsOf(title);
  return typed.every((one) => words.some((word) => word.startsWith(one)));
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
