import { LetterText } from "./LetterText.tsx";
import type { WorkspaceTemplate } from "../lib/hiring/letter_templates.ts";
import type { LetterTemplate } from "../lib/talent/letter.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Area, Field } from "./Field.tsx";
import { templatePath } from "./LetterTemplates.tsx";
import { ToolIcon } from "./ToolIcon.tsx";

export interface TemplateFormProps {
  /** What stands, or what was typed. */
  template: WorkspaceTemplate;
  /** Places that stand for nothing, by the field they are in; an empty list: another fault. */
  wrong: Readonly<Partial<Record<"subject" | "text", readonly string[]>>>;
  /** The places that the texts may have. */
  places: readonly Place[];
  /** The template filled in for somebody invented. */
  sample: LetterTemplate;
  canWrite: boolean;
  t: Translate;
}

export type Place = "name" | "job" | "workspace" | "sender" | "met" | "missing";

/** The form of a template, what its places stand for, and a letter that it would make. */
export function TemplateForm(props: TemplateFormProps) {
  const { template, places, sample, canWrite, t } = props;
  const { language, isOwn } = template;
  return (
    <>
      {canWrite ? <Fields {...props} /> : <p class="hint">{t("letter.read_only")}</p>}
      {canWrite && isOwn && (
        <form method="post" action={`${templatePath(template)}/restore`} class="mt-3">
          <Button kind="quiet" icon={<ToolIcon name="retry" />}>
            {t("letter.template_restore")}
          </Button>
        </form>
      )}
      <section class="mt-8" aria-labelledby="places-title">
        <h2 id="places-title">{t("letter.places")}</h2>
        <dl class="mt-1 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {places.map((place) => [
            <dt key={place}>
              <code>{`{${place}}`}</code>
            </dt>,
            <dd key={`${place}-means`} class="text-fg-2">{t(`letter.place_${place}`)}</dd>,
          ])}
        </dl>
        <p class="hint">{t("letter.places_note")}</p>
      </section>
      <section class="mt-8" aria-labelledby="sample-title">
        <h2 id="sample-title">{t("letter.template_preview")}</h2>
        <article class="letter-sheet" lang={language}>
          <h3 class="text-md font-semibold break-words">{sample.subject}</h3>
          <div class="letter">
            <LetterText text={sample.text} />
          </div>
        </article>
      </section>
    </>
  );
}

function Fields({ template, wrong, t }: TemplateFormProps) {
  const { subject, text, language } = template;
  const here = templatePath(template);
  return (
    <form id="template-form" method="post" action={here} class="mt-5 grid gap-5">
      <Field
        id="subject"
        name="subject"
        label={t("letter.subject")}
        error={fault(wrong.subject, t("letter.subject_wrong", { count: 200 }), t)}
        value={subject}
        required
        maxLength={200}
      />
      <Area
        id="text"
        name="text"
        label={t("letter.text")}
        hint={t("letter.text_hint")}
        error={fault(wrong.text, t("letter.text_wrong", { count: 5000 }), t)}
        value={text}
        rows={16}
        required
        maxLength={5000}
        lang={language}
      />
      <div class="flex flex-wrap gap-2">
        <Button kind="primary">{t("letter.template_save")}</Button>
        <button class="btn" type="submit" formAction={`${here}/preview`}>
          {t("letter.preview")}
        </button>
      </div>
    </form>
  );
}

function fault(
  places: readonly string[] | undefined,
  other: string,
  t: Translate,
): string | undefined {
  if (!places) return undefined;
  return places.length === 0 ? other : t("letter.template_wrong", { places: places.join(", ") });
}
