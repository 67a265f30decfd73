import type { Person } from "../lib/hiring/candidates.ts";
import type { FieldOfTwo, MergedPerson, MergePreview } from "../lib/hiring/merge_preview.ts";
import type { Translate } from "../locales/translate.ts";
import { Button, ButtonLink } from "./Button.tsx";
import { Missing, nameOf } from "./PersonPair.tsx";

export interface MergeFormProps {
  preview: MergePreview;
  /** Where to go when nothing is to be merged. */
  back: string;
  t: Translate;
}

/** Two people field by field: whose value is shown once they are one. */
export function MergeForm({ preview, back, t }: MergeFormProps) {
  const { kept, merged, fields } = preview;
  const names = { kept: nameOf(kept.person, t), merged: nameOf(merged.person, t) };
  return (
    <form method="post" action="/candidates/merge" class="mt-4">
      <input type="hidden" name="keep" value={kept.person.id} />
      <input type="hidden" name="with" value={merged.person.id} />
      <input type="hidden" name="back" value={back} />
      <table class="compare" role="table">
        <caption class="sr-only">{t("merge.table")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" class="corner">
              <span class="sr-only">{t("duplicates.field")}</span>
            </th>
            <Head side="kept" preview={preview} t={t} />
            <Head side="merged" preview={preview} t={t} />
          </tr>
        </thead>
        <tbody role="rowgroup">
          {fields.map((field) => <Field key={field.field} field={field} preview={preview} t={t} />)}
          <tr role="row">
            <th role="rowheader" scope="row">{t("merge.come_along")}</th>
            {([["kept", kept], ["merged", merged]] as const).map(([side, one]) => (
              <td key={side} role="cell">
                <span class="whose" aria-hidden="true">{names[side]}</span>
                <Belongings one={one} t={t} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <div class="mt-5 flex flex-wrap gap-2">
        <Button kind="primary">{t("merge.do")}</Button>
        <ButtonLink href={back}>{t("common.cancel")}</ButtonLink>
      </div>
    </form>
  );
}

interface SideProps {
  side: "kept" | "merged";
  preview: MergePreview;
  t: Translate;
}

function Head({ side, preview, t }: SideProps) {
  const { person } = preview[side];
  return (
    <th role="columnheader" scope="col">
      <span class="block text-2xs text-fg-3">
        {t(`merge.${side}`)}
        {preview.newer === side && ` · ${t("merge.newer")}`}
      </span>
      <a class="row-link" href={`/candidates/${person.id}`}>
        <span class="name truncate">{nameOf(person, t)}</span>
        <span class="under-name truncate">{person.headline}</span>
      </a>
    </th>
  );
}

function Field(
  { field, preview, t }: { field: FieldOfTwo; preview: MergePreview; t: Translate },
) {
  const word = t(`duplicates.${field.field}`);
  return (
    <tr role="row" class={field.isSame ? "same" : undefined}>
      <th role="rowheader" scope="row">
        {word}
        {field.isSame && <span class="ml-2 text-xs text-fg-3">{t("merge.same")}</span>}
      </th>
      {(["kept", "merged"] as const).map((side) => (
        <td key={side} role="cell">
          <span class="whose" aria-hidden="true">{nameOf(preview[side].person, t)}</span>
          {field.isSame
            ? <span class="min-w-0 wrap-anywhere">{field[side] ?? <Missing t={t} />}</span>
            : <Choice field={field} side={side} preview={preview} word={word} t={t} />}
        </td>
      ))}
    </tr>
  );
}

function Choice({ field, side, word, t }: SideProps & { field: FieldOfTwo; word: string }) {
  const value = field[side];
  return (
    <label class="flex min-h-6 min-w-0 items-start gap-2">
      <input
        class="mt-1 size-3.5 flex-none accent-accent"
        type="radio"
        name={field.field}
        value={side}
        checked={field.proposed === side}
      />
      <span class="min-w-0 wrap-anywhere">
        <span class="sr-only">{word}:</span>
        {value ?? <Missing t={t} />}
      </span>
    </label>
  );
}

/** What a person brings along. */
function Belongings({ one: { person, notes }, t }: { one: MergedPerson; t: Translate }) {
  return (
    <span class="grid">
      <span>{t("merge.resumes", { count: person.resumes.length })}</span>
      {notes > 0 && <span>{t("merge.notes", { count: notes })}</span>}
      <Tags person={person} t={t} />
    </span>
  );
}

function Tags({ person: { tags }, t }: { person: Person; t: Translate }) {
  if (tags.length === 0) return null;
  return (
    <span>
      {t("merge.tags", { count: tags.length })}
      <span class="ml-2 text-fg-3">{tags.join(", ")}</span>
    </span>
  );
}
