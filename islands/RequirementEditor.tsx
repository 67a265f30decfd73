import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "../components/Icon.tsx";
import { LiveToast, type ToastMessage } from "../components/LiveToast.tsx";
import { type Numbered, numberRequirements } from "../components/numbering.ts";
import { post, type PostFailure } from "../components/post.ts";
import { Posting } from "../components/Posting.tsx";
import { RequirementRow, type RequirementTexts } from "../components/RequirementRow.tsx";
import type { JobRequirement } from "../lib/hiring/requirement_rows.ts";
import type { Language, Level } from "../lib/talent/types.ts";
import { formatPart } from "../locales/format.ts";
import { speaker } from "../locales/say.ts";

export interface RequirementEditorProps {
  jobId: string;
  description: string;
  /** The language that the description is in. */
  textLanguage: Language | null;
  requirements: JobRequirement[];
  weights: { required: number; niceToHave: number };
  language: Language;
  texts: RequirementTexts;
}

/** The posting beside its requirements; each lights up with the other, and is changed in place. */
export function RequirementEditor(props: RequirementEditorProps) {
  const { jobId, language, texts } = props;
  const t = speaker(language, texts);
  const requirements = useSignal(props.requirements);
  const lit = useSignal<string | null>(null);
  const toast = useSignal<ToastMessage | null>(null);
  const numbered = numberRequirements(requirements.value);

  const fail = (why: PostFailure, again?: () => void) => {
    const words = {
      offline: t("common.offline"),
      signed_out: t("common.session_ended"),
      refused: t("common.not_saved"),
    };
    toast.value = {
      text: words[why],
      isError: true,
      action: again && why === "offline" ? { word: t("common.retry"), run: again } : undefined,
    };
  };

  const update = async (id: string, form: HTMLFormElement) => {
    if (!form.reportValidity()) return;
    const before = requirements.value.find((one) => one.id === id);
    const answer = await post<JobRequirement>(form.action, new FormData(form));
    if (!answer.ok) {
      // The fields go back to what is stored.
      requirements.value = requirements.value.map((one) => one === before ? { ...one } : one);
      return fail(answer.why, () => update(id, form));
    }
    requirements.value = requirements.value.map((one) => one.id === id ? answer.data : one);
  };

  const restore = async (one: JobRequirement, index: number) => {
    const answer = await post<JobRequirement>(`/jobs/${jobId}/requirements/${one.id}/restore`);
    if (!answer.ok) return fail(answer.why, () => restore(one, index));
    requirements.value = requirements.value.toSpliced(index, 0, answer.data);
    toast.value = { text: t("requirements.restored", { name: one.name }) };
  };

  const remove = async (one: JobRequirement) => {
    const index = requirements.value.findIndex(({ id }) => id === one.id);
    requirements.value = requirements.value.filter(({ id }) => id !== one.id);
    const answer = await post(`/jobs/${jobId}/requirements/${one.id}/remove`);
    if (!answer.ok) {
      requirements.value = requirements.value.toSpliced(index, 0, one);
      return fail(answer.why, () => remove(one));
    }
    toast.value = {
      text: t("requirements.deleted", { name: one.name }),
      action: { word: t("common.undo"), run: () => restore(one, index) },
    };
  };

  const add = async (form: HTMLFormElement): Promise<void> => {
    const answer = await post<JobRequirement>(form.action, new FormData(form));
    if (!answer.ok) return fail(answer.why, () => add(form));
    requirements.value = [...requirements.value, answer.data];
    form.reset();
  };

  const section = (level: Level) => (
    <Section
      level={level}
      share={shareOf(level, requirements.value, props.weights)}
      rows={numbered.filter((one) => one.level === level)}
      onAdd={add}
      props={props}
    >
      {(one) => (
        <RequirementRow
          key={one.id}
          jobId={jobId}
          requirement={one}
          language={language}
          texts={texts}
          lit={lit.value === one.id}
          onLight={(id) => lit.value = id}
          onChange={(form) => void update(one.id, form)}
          onRemove={() => void remove(requirements.value.find(({ id }) => id === one.id) ?? one)}
        />
      )}
    </Section>
  );

  return (
    <div class="editor">
      <section class="posting" aria-labelledby="posting-title">
        <div class="pane-tools">
          <h2 id="posting-title">{t("requirements.text")}</h2>
          <span class="max-phone:hidden">{t("requirements.underlined")}</span>
          <a class="link ml-auto" href={`/jobs/${jobId}/settings`}>{t("requirements.edit_text")}</a>
        </div>
        <div lang={props.textLanguage ?? undefined}>
          <Posting
            text={props.description}
            requirements={numbered}
            lit={lit.value}
            onLight={(id) => lit.value = id}
            linkWords={(number) => t("requirements.source_of", { number })}
          />
        </div>
      </section>
      <section class="requirements-pane" aria-label={t("requirements.title")}>
        {section("required")}
        {section("nice_to_have")}
        <p class="mt-5 text-xs text-fg-3">
          {t("requirements.gate_about")} {t("requirements.rejudging")}
        </p>
      </section>
      <LiveToast message={toast} />
    </div>
  );
}

interface SectionProps {
  level: Level;
  /** Of the whole weight; null when nothing weighs anything. */
  share: number | null;
  rows: Numbered<JobRequirement>[];
  onAdd: (form: HTMLFormElement) => Promise<void>;
  props: RequirementEditorProps;
  children: (one: Numbered<JobRequirement>) => ComponentChildren;
}

function Section({ level, share, rows, onAdd, props, children }: SectionProps) {
  const { language, texts } = props;
  const t = speaker(language, texts);
  const isRequired = level === "required";
  return (
    <section class={isRequired ? "relative" : "relative mt-5"} aria-labelledby={`title-${level}`}>
      <div class="pane-tools">
        <h2 id={`title-${level}`}>
          {t(isRequired ? "requirements.required" : "requirements.nice")}
        </h2>
        {share !== null && (
          <span>{t("requirements.counts_for", { share: formatPart(language, share) })}</span>
        )}
      </div>
      <AddRequirement level={level} onAdd={onAdd} props={props} />
      {rows.length === 0
        ? (
          <p class="border-t border-line py-2.5 text-fg-3">
            {t(isRequired ? "requirements.none_required" : "requirements.none_nice")}
          </p>
        )
        : (
          <table
            class={`data-table requirements-table as-blocks${isRequired ? "" : " headless"}`}
            role="table"
            aria-labelledby={`title-${level}`}
          >
            <colgroup>
              {COLUMNS.map((name) => <col key={name} class={`w-${name}`} />)}
            </colgroup>
            <Columns t={t} />
            <tbody role="rowgroup">{rows.map(children)}</tbody>
          </table>
        )}
    </section>
  );
}

const COLUMNS = ["number", "name", "kind", "level", "years", "weight", "gate", "end"] as const;

function Columns({ t }: { t: ReturnType<typeof speaker<keyof RequirementTexts>> }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" class="c-number">{t("requirements.col_number")}</th>
        <th role="columnheader" scope="col">{t("requirements.col_name")}</th>
        <th role="columnheader" scope="col" class="c-kind">{t("requirements.col_kind")}</th>
        <th role="columnheader" scope="col" class="c-level">{t("requirements.col_level")}</th>
        <th role="columnheader" scope="col" class="c-years">{t("requirements.col_years")}</th>
        <th role="columnheader" scope="col" class="c-weight">{t("requirements.col_importance")}</th>
        <th role="columnheader" scope="col" class="c-gate">{t("requirements.col_gate")}</th>
        <th role="columnheader" scope="col" class="c-end">
          <span class="sr-only">{t("requirements.col_actions")}</span>
        </th>
      </tr>
    </thead>
  );
}

function AddRequirement(
  { level, onAdd, props }: Omit<SectionProps, "share" | "rows" | "children">,
) {
  const t = speaker(props.language, props.texts);
  const isRequired = level === "required";
  const field = useRef<HTMLInputElement>(null);
  const id = `add-${level}`;
  return (
    <details
      class="adder"
      onToggle={(event) => {
        if (event.currentTarget.open) field.current?.focus();
      }}
    >
      <summary class="btn btn-sm">
        <Icon name="plus" size={14} />
        {t(isRequired ? "requirements.add_required" : "requirements.add_nice")}
      </summary>
      <form
        method="post"
        action={`/jobs/${props.jobId}/requirements/add`}
        class="add-row"
        onSubmit={(event) => {
          event.preventDefault();
          void onAdd(event.currentTarget);
        }}
      >
        <input type="hidden" name="level" value={level} />
        <label class="sr-only" for={id}>
          {t(isRequired ? "requirements.new_required" : "requirements.new_nice")}
        </label>
        <input
          ref={field}
          class="input"
          id={id}
          name="name"
          placeholder={t("requirements.new_placeholder")}
          minLength={2}
          maxLength={255}
          required
          autocomplete="off"
        />
        <button type="submit" class="btn btn-primary">{t("requirements.add")}</button>
      </form>
    </details>
  );
}

function shareOf(
  level: Level,
  requirements: readonly JobRequirement[],
  weights: RequirementEditorProps["weights"],
): number | null {
  const sum = (wanted: Level) =>
    requirements.filter((one) => one.level === wanted)
      .reduce((total, one) => total + one.importance, 0) *
    (wanted === "required" ? weights.required : weights.niceToHave);
  const total = sum("required") + sum("nice_to_have");
  return total > 0 ? sum(level) / total : null;
}
