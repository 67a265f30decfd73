import type { Person, PersonResume } from "../lib/hiring/candidates.ts";
import type { Hit } from "../lib/hiring/search.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Grade } from "./Grade.tsx";
import { PageIcon } from "./PageIcon.tsx";
import { fromFirstHit } from "./find_items.ts";
import { Marks } from "./Marks.tsx";
import { StageWord } from "./StageWord.tsx";

export interface CandidatesTableProps {
  people: readonly (Person | Hit)[];
  /** Whether they stand by their last change. */
  isByChange: boolean;
  language: Language;
  t: Translate;
}

type Drawing = Pick<CandidatesTableProps, "language" | "t"> & { readonly now: Date };

/** Jobs that are named; the others are counted. */
const SHOWN = 2;

/** People across jobs, each with what stands about them. */
export function CandidatesTable({ people, isByChange, language, t }: CandidatesTableProps) {
  const now = new Date();
  return (
    <table class="data-table table-wide people-table as-blocks" role="table">
      <caption class="sr-only">{t("candidates.table")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("candidates.col_person")}</th>
          <th role="columnheader" scope="col" class="c-contact">{t("candidates.col_contact")}</th>
          <th role="columnheader" scope="col" class="c-jobs">{t("candidates.col_jobs")}</th>
          <th role="columnheader" scope="col" class="c-tags">{t("candidates.col_tags")}</th>
          <th
            role="columnheader"
            scope="col"
            class="c-change end"
            aria-sort={isByChange ? "descending" : undefined}
          >
            <span class="sort">
              {t("candidates.col_change")}
              {isByChange && <PageIcon name="arrow-down" size={12} />}
            </span>
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {people.map((person) => row(person, { now, language, t }))}
      </tbody>
    </table>
  );
}

// Rows and cells are functions and no components, and have no keys: what Preact does around each of
// them takes as long as to draw a cell, and nothing here is drawn again.

function row(person: Person | Hit, { now, language, t }: Drawing) {
  const { id, name, headline, resumes, tags, updatedAt } = person;
  return (
    <tr role="row" class="row">
      <th role="rowheader" scope="row" class="c-person">
        <a class="row-link" href={`/candidates/${id}`}>
          <span class="name truncate">
            {name === null ? t("candidate.no_name") : marked(person, "name")}
          </span>
          {headline && <span class="under-name truncate">{headline}</span>}
        </a>
        {"quote" in person && person.quote && quote(person.quote, t)}
      </th>
      <td role="cell" class="c-contact">
        {person.email && <span class="block truncate">{marked(person, "email")}</span>}
        {under(person)}
      </td>
      <td role="cell" class="c-jobs">
        <ul class="grid gap-0.5">
          {resumes.slice(0, SHOWN).map((resume) => standing(resume, t))}
          {resumes.length > SHOWN && (
            <li class="text-xs text-fg-3">
              {t("candidates.more_jobs", { count: resumes.length - SHOWN })}
            </li>
          )}
        </ul>
      </td>
      <td role="cell" class="c-tags c-empty">
        {tags.length > 0 && Tags({ tags })}
      </td>
      <td role="cell" class="c-change end text-fg-2 tabular-nums">
        <time dateTime={updatedAt}>{formatWhen(language, new Date(updatedAt), now)}</time>
      </td>
    </tr>
  );
}

function quote({ resumeId, parts }: NonNullable<Hit["quote"]>, t: Translate) {
  return (
    <a class="person-quote" href={`/resumes/${resumeId}`}>
      <span class="sr-only">{`${t("candidates.quote_in")}: `}</span>
      <Marks parts={fromFirstHit(parts)} />
    </a>
  );
}

function under({ phone, place }: Person | Hit) {
  const words = [phone, place].filter((one) => one !== null).join(" · ");
  return words && <span class="under-name truncate">{words}</span>;
}

function standing({ id, job, grade, stage }: PersonResume, t: Translate) {
  return (
    <li class="flex min-w-0 items-center gap-2">
      {Grade({
        grade,
        label: grade ? t("grade.label", { grade }) : t("candidate.not_judged"),
        size: "small",
      })}
      <a class="truncate hover:underline" href={`/resumes/${id}`}>{job.title}</a>
      <span class="ml-auto flex flex-none text-xs">
        {StageWord({ stage, t })}
      </span>
    </li>
  );
}

/** Tags, each a link to who else has it. */
export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <span class="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <a class="chip" href={`/candidates?${new URLSearchParams({ tag })}`}>{tag}</a>
      ))}
    </span>
  );
}

/** Only what a search has found has something marked in it. */
function marked(person: Person | Hit, field: "name" | "email") {
  return "marks" in person ? <Marks parts={person.marks[field]} /> : person[field];
}
