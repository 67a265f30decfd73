import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { z } from "zod";
import { Frame } from "../../components/Frame.tsx";
import { templateName } from "../../components/LetterTemplates.tsx";
import { Toast } from "../../components/Notice.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { SettingsNav } from "../../components/SettingsNav.tsx";
import { TemplateForm, type TemplateFormProps } from "../../components/TemplateForm.tsx";
import type { State } from "../../define.ts";
import { KeptDraft } from "../../islands/KeptDraft.tsx";
import { can } from "../../lib/accounts/permissions.ts";
import { getWorkspace } from "../../lib/accounts/workspaces.ts";
import {
  getTemplate,
  TemplateInput,
  type TemplateOf,
  type WorkspaceTemplate,
} from "../../lib/hiring/letter_templates.ts";
import { LetterKind } from "../../lib/hiring/letters.ts";
import { Language } from "../../lib/hiring/states.ts";
import { NotFound } from "../../lib/platform/errors.ts";
import {
  composeLetter,
  type LetterRequirement,
  SUBJECT_PLACES,
  TEXT_PLACES,
  unknownPlaces,
} from "../../lib/talent/letter.ts";
import type { Language as LanguageName } from "../../lib/talent/types.ts";
import { translator } from "../../locales/translate.ts";
import { LETTER_WORDS } from "./letter_words.ts";

/** A template as it was typed, before it is checked. */
export const TypedTemplate = z.object({
  subject: z.string().max(10_000).default(""),
  text: z.string().max(100_000).default("").transform((text) => text.replaceAll("\r\n", "\n")),
});
export type TypedTemplate = z.infer<typeof TypedTemplate>;

type TemplateData = Pick<TemplateFormProps, "template" | "wrong" | "sample"> & {
  readonly done: "saved" | "restored" | undefined;
};

/**
 * Which template a path names: "rejection-nl".
 *
 * @throws {NotFound} If it names none.
 */
export function templateOf(name: string | undefined): TemplateOf {
  const [kind, language] = (name ?? "").split("-");
  const found = z.object({ kind: LetterKind, language: Language }).safeParse({ kind, language });
  if (found.success) return found.data;
  throw new NotFound("There is no such template");
}

/** The page of a template; with what was typed when it was not taken, or to see it filled in. */
export async function templatePage(
  { state: { actor, db }, params }: Context<State>,
  { typed, done }: {
    readonly typed?: TypedTemplate;
    readonly done?: "saved" | "restored" | undefined;
  } = {},
): Promise<PageResponse<TemplateData>> {
  const stands = await getTemplate(actor, db, templateOf(params.template), LETTER_WORDS);
  const template = { ...stands, ...typed };
  const wrong = typed ? faultsOf(typed) : {};
  const { name } = await getWorkspace(actor, db);
  const sample = sampleOf(template, { workspace: name, sender: actor.name });
  return page({ template, wrong, sample, done }, {
    status: Object.keys(wrong).length > 0 ? 422 : 200,
  });
}

function faultsOf({ subject, text }: TypedTemplate): TemplateFormProps["wrong"] {
  const { error } = TemplateInput.safeParse({ subject, text });
  const faults: Partial<Record<"subject" | "text", readonly string[]>> = {};
  const unknown = {
    subject: unknownPlaces(subject, SUBJECT_PLACES),
    text: unknownPlaces(text, TEXT_PLACES),
  };
  for (const field of ["subject", "text"] as const) {
    const isRefused = error?.issues.some(({ path }) => path[0] === field) ?? false;
    if (unknown[field].length > 0 || isRefused) {
      faults[field] = unknown[field].map((place) => `{${place}}`);
    }
  }
  return faults;
}

/** The template filled in for a candidate who is invented. */
function sampleOf(
  template: WorkspaceTemplate,
  who: { readonly workspace: string; readonly sender: string },
) {
  const t = translator(template.language);
  const one = (name: string, verdict: LetterRequirement["verdict"]): LetterRequirement => ({
    name,
    kind: "hard",
    level: "required",
    years: null,
    skill: null,
    verdict,
  });
  return composeLetter(template, {
    ...who,
    name: t("letter.sample_name"),
    job: t("letter.sample_job"),
    requirements: [
      one(t("letter.sample_met"), "YES"),
      one(t("letter.sample_missing"), "NO"),
      one(t("letter.sample_part"), "PARTIAL"),
    ],
  }, LETTER_WORDS(template.language as LanguageName).sayRequirement);
}

export function TemplatePage({ data, state, url }: PageProps<TemplateData, State>) {
  const t = translator(state.language);
  const { template, wrong, sample, done } = data;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={templateName(template, t)} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="letters" t={t} />
        <p class="mt-4">
          <a class="link" href="/settings/letters">{t("letter.title")}</a>
        </p>
        <h2 class="mt-2 text-lg">{templateName(template, t)}</h2>
        <TemplateForm
          template={template}
          wrong={wrong}
          places={TEXT_PLACES}
          sample={sample}
          canWrite={can(state.actor, "letters:write")}
          t={t}
        />
        <KeptDraft
          name={`template:${state.actor.userId}:${template.kind}:${template.language}`}
          {...(done ? {} : { formId: "template-form" })}
        />
      </div>
      {done && <Toast>{t(`letter.template_${done}`)}</Toast>}
    </Frame>
  );
}
