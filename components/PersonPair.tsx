import type { ComponentChildren } from "preact";
import type { Person } from "../lib/hiring/candidates.ts";
import type { Duplicate } from "../lib/hiring/duplicates.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay, formatPart } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Button, ButtonLink } from "./Button.tsx";
import { Icon } from "./Icon.tsx";
import { ToolIcon } from "./ToolIcon.tsx";

export interface PersonPairProps {
  duplicate: Duplicate;
  canWrite: boolean;
  /** This page, to come back to. */
  back: string;
  language: Language;
  t: Translate;
}

const FIELDS = ["email", "phone", "place"] as const;

/** Two people who may be one: why, what each has, and what to do. */
export function PersonPair(props: PersonPairProps) {
  const { duplicate, canWrite, back, t } = props;
  const { first, second } = duplicate;
  const names = { first: nameOf(first, t), second: nameOf(second, t) };
  return (
    <section class="pt-5 pb-6" aria-label={t("duplicates.pair", names)}>
      <div class="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Reasons {...props} />
        {canWrite && (
          <div class="flex flex-wrap gap-2 phone:ml-auto">
            <form method="post" action="/candidates/duplicates/dismiss">
              <input type="hidden" name="first" value={first.id} />
              <input type="hidden" name="second" value={second.id} />
              <input type="hidden" name="back" value={back} />
              <Button kind="quiet" size="small">{t("duplicates.dismiss")}</Button>
            </form>
            <ButtonLink
              href={`/candidates/merge?keep=${first.id}&with=${second.id}`}
              size="small"
              icon={<ToolIcon name="columns" />}
            >
              {t("duplicates.compare")}
            </ButtonLink>
          </div>
        )}
      </div>
      <table class="compare" role="table">
        <caption class="sr-only">{t("duplicates.pair", names)}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="corner">
              <span class="sr-only">{t("duplicates.field")}</span>
            </th>
            <Head person={first} t={t} />
            <Head person={second} t={t} />
          </tr>
        </thead>
        <tbody role="rowgroup">
          {FIELDS.filter((field) => first[field] ?? second[field]).map((field) => (
            <Row
              key={field}
              word={t(`duplicates.${field}`)}
              isSame={isSame(duplicate, field)}
              names={names}
              first={first[field] ?? <Missing t={t} />}
              second={second[field] ?? <Missing t={t} />}
            />
          ))}
          <Row
            word={t("duplicates.resumes")}
            isSame={false}
            names={names}
            first={<Latest person={first} props={props} />}
            second={<Latest person={second} props={props} />}
          />
        </tbody>
      </table>
    </section>
  );
}

/** What the two have in common, each with its icon. */
export function Reasons(
  { duplicate: { reasons, similarity }, language, t }: Pick<
    PersonPairProps,
    "duplicate" | "language" | "t"
  >,
) {
  return (
    <p class="flex flex-wrap gap-x-4 gap-y-1">
      {reasons.map((reason) => (
        <span key={reason} class="tag tag-warn">
          {reason === "text"
            ? <ToolIcon name="copies" size={13} />
            : <Icon name="person" size={13} />}
          {t(`duplicates.reason_${reason}`, { share: formatPart(language, similarity ?? 0) })}
        </span>
      ))}
    </p>
  );
}

function Head({ person, t }: { person: Person; t: Translate }) {
  return (
    <th role="columnheader" scope="col">
      <a class="row-link" href={`/candidates/${person.id}`}>
        <span class="name truncate">{nameOf(person, t)}</span>
        <span class="under-name truncate">{person.headline}</span>
      </a>
    </th>
  );
}

interface RowProps {
  word: string;
  isSame: boolean;
  names: { readonly first: string; readonly second: string };
  first: ComponentChildren;
  second: ComponentChildren;
}

function Row({ word, isSame, names, ...values }: RowProps) {
  return (
    <tr role="row" class={isSame ? "same" : undefined}>
      <th role="rowheader" scope="row">{word}</th>
      {(["first", "second"] as const).map((which) => (
        <td key={which} role="cell">
          <span class="whose" aria-hidden="true">{names[which]}</span>
          <span class="min-w-0 wrap-anywhere">{values[which]}</span>
        </td>
      ))}
    </tr>
  );
}

/** The latest résumé, and how many there are beside it. */
function Latest({ person: { resumes }, props }: { person: Person; props: PersonPairProps }) {
  const { language, t } = props;
  const [latest] = resumes;
  if (!latest) return <Missing t={t} />;
  return (
    <>
      <a class="link" href={`/resumes/${latest.id}`}>
        {t("duplicates.resume_of", {
          date: formatDay(language, latest.receivedOn),
          job: latest.job.title,
        })}
      </a>
      {resumes.length > 1 && (
        <span class="text-fg-3">
          {" "}
          {t("duplicates.more_resumes", { count: resumes.length - 1 })}
        </span>
      )}
    </>
  );
}

export function Missing({ t }: { t: Translate }) {
  return <span class="none">{t("duplicates.missing")}</span>;
}

/** The name of a person, or that none was found. */
export function nameOf({ name }: Pick<Person, "name">, t: Translate): string {
  return name ?? t("ranking.unnamed");
}

/** A number that is the reason is the same, however it is written. */
function isSame({ first, second, reasons }: Duplicate, field: typeof FIELDS[number]): boolean {
  return first[field]?.toLowerCase() === second[field]?.toLowerCase() ||
    (field === "phone" && reasons.includes("phone"));
}
