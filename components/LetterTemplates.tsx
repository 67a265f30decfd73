import type { WorkspaceTemplate } from "../lib/hiring/letter_templates.ts";
import type { Translate } from "../locales/translate.ts";

/** Where a template is edited. */
export function templatePath({ kind, language }: Pick<WorkspaceTemplate, "kind" | "language">) {
  return `/settings/letters/${kind}-${language}`;
}

/** The name of a template: "Rejection, English". */
export function templateName(
  { kind, language }: Pick<WorkspaceTemplate, "kind" | "language">,
  t: Translate,
): string {
  return t("letter.template_title", {
    kind: t(`letter.kind_${kind}`),
    language: t(`resumes.language_${language}`),
  });
}

/** Every template of the workspace, by kind and language. */
export function LetterTemplates(
  { templates, t }: { templates: readonly WorkspaceTemplate[]; t: Translate },
) {
  return (
    <ul class="mt-4">
      {templates.map((template) => (
        <li
          key={templatePath(template)}
          class="flex flex-wrap items-baseline gap-x-3 border-b border-line-faint py-2.5"
        >
          <a class="link font-semibold" href={templatePath(template)}>
            {templateName(template, t)}
          </a>
          <span class="min-w-0 flex-1 truncate text-fg-2" lang={template.language}>
            {template.subject}
          </span>
          <span class="text-xs text-fg-3">
            {t(template.isOwn ? "letter.template_own" : "letter.template_ours")}
          </span>
        </li>
      ))}
    </ul>
  );
}
