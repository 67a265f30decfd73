import type { Person, PersonResume } from "../lib/hiring/candidates.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { decisionWord, STAGE_ICONS } from "../components/StageWord.tsx";
import { STROKES } from "../components/Icon.tsx";
import { PAGE_STROKES } from "../components/PageIcon.tsx";

/** What `CandidatesTable` draws, written out as template strings: the least that gives this HTML. */
export function peopleTemplate(
  people: readonly Person[],
  language: Language,
  t: Translate,
): string {
  const now = new Date();
  return `<table class="data-table table-wide people-table as-blocks" role="table">` +
    `<caption class="sr-only">${text(t("candidates.table"))}</caption><thead role="rowgroup">` +
    `<tr role="row"><th role="columnheader" scope="col">${text(t("candidates.col_person"))}</th>` +
    `<th role="columnheader" scope="col" class="c-contact">${
      text(t("candidates.col_contact"))
    }</th>` +
    `<th role="columnheader" scope="col" class="c-jobs">${text(t("candidates.col_jobs"))}</th>` +
    `<th role="columnheader" scope="col" class="c-tags">${text(t("candidates.col_tags"))}</th>` +
    `<th role="columnheader" scope="col" class="c-change end" aria-sort="descending">` +
    `<span class="sort">${text(t("candidates.col_change"))}${icon("arrow-down", 12)}</span></th>` +
    `</tr></thead><tbody role="rowgroup">` +
    people.map((person) => row(person, now, language, t)).join("") + "</tbody></table>";
}

function row(person: Person, now: Date, language: Language, t: Translate): string {
  const { id, name, headline, tags, updatedAt } = person;
  return `<tr role="row" class="row"><th role="rowheader" scope="row" class="c-person">` +
    `<a class="row-link" href="/candidates/${text(id)}"><span class="name truncate">` +
    `${text(name ?? t("candidate.no_name"))}</span>` +
    (headline ? `<span class="under-name truncate">${text(headline)}</span>` : "") + "</a></th>" +
    `<td role="cell" class="c-contact">${contact(person)}</td>` +
    `<td role="cell" class="c-jobs">${jobs(person.resumes, t)}</td>` +
    `<td role="cell" class="c-tags c-empty">${tags.length > 0 ? chips(tags) : ""}</td>` +
    `<td role="cell" class="c-change end text-fg-2 tabular-nums"><time datetime="` +
    `${text(updatedAt)}">${text(formatWhen(language, new Date(updatedAt), now))}</time></td></tr>`;
}

function contact({ email, phone, place }: Person): string {
  const under = [phone, place].filter((one) => one !== null).join(" · ");
  return (email ? `<span class="block truncate">${text(email)}</span>` : "") +
    (under ? `<span class="under-name truncate">${text(under)}</span>` : "");
}

function jobs(resumes: readonly PersonResume[], t: Translate): string {
  const shown = resumes.slice(0, 2).map(({ id, job, grade, stage }) => {
    const label = text(grade ? t("grade.label", { grade }) : t("candidate.not_judged"));
    return `<li class="flex min-w-0 items-center gap-2"><span class="grade grade-` +
      `${
        grade?.toLowerCase() ?? "none"
      } grade-sm" role="img" aria-label="${label}" title="${label}">` +
      `${grade ?? "–"}</span><a class="truncate hover:underline" href="/resumes/${text(id)}">` +
      `${text(job.title)}</a><span class="ml-auto flex flex-none text-xs">` +
      `<span class="decide decide-${stage.decision}">${DRAWN[stage.decision]}` +
      `${text(decisionWord(stage, t))}</span></span></li>`;
  });
  const more = resumes.length > 2
    ? `<li class="text-xs text-fg-3">${
      text(t("candidates.more_jobs", { count: resumes.length - 2 }))
    }</li>`
    : "";
  return `<ul class="grid gap-0.5">${shown.join("")}${more}</ul>`;
}

function chips(tags: readonly string[]): string {
  const links = tags.map((tag) =>
    `<a class="chip" href="${text(`/candidates?${new URLSearchParams({ tag })}`)}">${text(tag)}</a>`
  );
  return `<span class="flex flex-wrap gap-1">${links.join("")}</span>`;
}

const ALL_STROKES = { ...STROKES, ...PAGE_STROKES };

const DRAWN = {
  undecided: icon(STAGE_ICONS.undecided, 15),
  shortlisted: icon(STAGE_ICONS.shortlisted, 15),
  rejected: icon(STAGE_ICONS.rejected, 15),
};

function icon(name: keyof typeof ALL_STROKES, size: number): string {
  return `<svg width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" ` +
    `stroke="currentColor" stroke-width="${size < 15 ? 2 : 1.75}" stroke-linecap="round" ` +
    `stroke-linejoin="round" aria-hidden="true"><path d="${ALL_STROKES[name]}"></path></svg>`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", '"': "&quot;" };

function text(value: string): string {
  return /[&<"]/.test(value) ? value.replace(/[&<"]/g, (sign) => ESCAPES[sign] ?? sign) : value;
}
