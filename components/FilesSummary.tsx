import { useRef } from "preact/hooks";
import type { ResumeCounts } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { FileTexts } from "./FileState.tsx";
import { Icon } from "./Icon.tsx";
import { settledOf, useCalm } from "./reading_pace.ts";
import { timeLeft } from "./time_left.ts";

/** Which files of a job are shown. */
export type Show = "all" | "need" | "busy" | "read";

export interface FilesSummaryProps {
  show: Show;
  q: string;
  language: Language;
  texts: FileTexts;
  counts: ResumeCounts;
  /** How many are not with the server yet. */
  underWay: number;
  secondsLeft: number | null;
}

/** How far a job's files are, and which of them are shown. */
export function FilesSummary(props: FilesSummaryProps) {
  const { show, q, language, texts, counts, underWay, secondsLeft } = props;
  const t = speaker(language, texts);
  const settled = settledOf(counts);
  const total = counts.total + underWay;
  const { done, failed } = counts;
  const words = failed > 0
    ? t("progress.read_need", { count: failed, done, total })
    : t("progress.read_of", { done, total });
  const left = secondsLeft === null ? "" : `, ${timeLeft(language, texts, secondsLeft)}`;
  const calm = useCalm(words);
  // Once it has been drawn its room stays, so that no row moves.
  const hasRun = useRef(false);
  hasRun.current ||= settled < total;
  const choices: readonly (readonly [Show, string, number])[] = [
    ["all", t("resumes.all"), total],
    ["need", t("resumes.need"), failed],
    ["busy", t("resumes.busy"), total - settled],
    ["read", t("resumes.read"), done],
  ];
  return (
    <section class="mt-6 mb-1.5" aria-label={t("resumes.summary")}>
      <div class="flex flex-wrap items-baseline gap-x-3 gap-y-0.5">
        <h2>{t("resumes.title")}</h2>
        <span class="ml-auto text-fg-2 tabular-nums">{words}{left}</span>
        <span class="sr-only" role="status">{calm}</span>
      </div>
      {hasRun.current && (
        <progress
          class={settled < total ? "progress mt-2" : "progress invisible mt-2"}
          value={settled}
          max={total}
          aria-label={t("progress.label")}
        />
      )}
      <form class="filters filters-stacked mt-2.5" role="search">
        <nav class="segments" aria-label={t("resumes.summary")}>
          {choices.map(([name, word, count]) => (
            <a
              key={name}
              href={searchOf(name, q)}
              aria-current={name === show ? "true" : undefined}
            >
              {word} <small>{count}</small>
            </a>
          ))}
        </nav>
        <label class="find-field">
          <Icon name="search" size={14} />
          <input
            type="search"
            name="q"
            defaultValue={q}
            maxLength={200}
            placeholder={t("resumes.find")}
            aria-label={t("resumes.find")}
            enterkeyhint="search"
          />
        </label>
        {show !== "all" && <input type="hidden" name="show" value={show} />}
      </form>
    </section>
  );
}

function searchOf(show: Show, q: string): string {
  const query = new URLSearchParams();
  if (show !== "all") query.set("show", show);
  if (q) query.set("q", q);
  return `?${query}`;
}
