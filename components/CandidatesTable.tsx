import type { Person } from "../lib/hiring/candidates.ts";
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
        {people.map((person) => (
          <tr role="row" class="row" key={person.id}>
            <th role="rowheader" scope="row" class="c-person">
              {who(person, t)}
              {"quote" in person && person.quote && quote(person.quote, t)}
            </th>
            <td role="cell" class="c-contact">
              {person.email && <span class="block truncate">{marked(person, "email")}</span>}
              {under(person)}
            </td>
            <td role="cell" class="c-jobs">
              {jobs(person, t)}
            </td>
            <td role="cell" class="c-tags c-empty">
              {person.tags.length > 0 && Tags({ tags: person.tags })}
            </td>
            <td role="cell" class="c-change end text-fg-2 tabular-nums">
              <time dateTime={person.updatedAt}>
                {formatWhen(language, new Date(person.updatedAt), now)}
              </time>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

// The cells are functions and no components: what Preact does around each component takes as long
// as to draw a cell.

function who(person: Person | Hit, t: Translate) {
  const { headline } = person;
  return (
    <a class="row-link" href={`/candidates/${person.id}`}>
      <span class="name truncate">
        {person.name === null ? t("candidate.no_name") : marked(person, "name")}
      </span>
      {headline && <span class="under-name truncate">{headline}</span>}
    </a>
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

const SHOWN = 2;

function jobs({ resumes }: Person | Hit, t: Translate) {
  return (
    <ul class="grid gap-0.5">
      {resumes.slice(0, SHOWN).map(({ id, job, grade, stage }) => (
        <li key={id} class="flex min-w-0 items-center gap-2">
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
      ))}
      {resumes.length > SHOWN && (
        <li class="text-xs text-fg-3">
          {t("candidates.more_jobs", { count: resumes.length - SHOWN })}
        </li>
      )}
    </ul>
  );
}

/** Tags, each a link to who else has it. */
export function Tags({ tags }: { tags: readonly string[] }) {
  return (
    <span class="flex flex-wrap gap-1">
      {tags.map((tag) => (
        <a key={tag} class="chip" href={`/candidates?${new URLSearchParams({ tag })}`}>{tag}</a>
      ))}
    </span>
  );
}

/** Only what a search has found has something marked in it. */
function marked(person: Person | Hit, field: "name" | "email") {
  return "marks" in person ? <Marks parts={person.marks[field]} /> : person[field];
}
