import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db, Trx } from "../platform/database.ts";
import { InvalidInput } from "../platform/errors.ts";
import { text } from "../platform/input.ts";
import {
  type LetterTemplate,
  type SayRequirement,
  SUBJECT_PLACES,
  TEXT_PLACES,
  unknownPlaces,
} from "../talent/letter.ts";
import type { Language } from "../talent/types.ts";
import { LetterKind } from "./letters.ts";
import { Language as LanguageOption } from "./states.ts";

/** What the product itself says in letters of a language. */
export interface LetterWords {
  readonly templates: Readonly<Record<LetterKind, LetterTemplate>>;
  /** How somebody is addressed whose name is not known. */
  readonly someone: string;
  readonly sayRequirement: SayRequirement;
}

/** The words of each language. */
export type LetterWordsOf = (language: Language) => LetterWords;

/** Which template it is. */
export const TemplateOf = z.object({ kind: LetterKind, language: LanguageOption });
export type TemplateOf = z.infer<typeof TemplateOf>;

/** What a workspace's letters of a kind and language begin with. */
export const WorkspaceTemplate = TemplateOf.extend({
  subject: z.string(),
  text: z.string(),
  /** Whether the workspace wrote it itself. */
  isOwn: z.boolean(),
}).meta({ id: "LetterTemplate" });
export type WorkspaceTemplate = z.infer<typeof WorkspaceTemplate>;

/** A template as it is written; lines end in LF. */
export const TemplateInput = z.strictObject({
  subject: text(1, 200),
  text: z.string().transform((typed) => typed.replaceAll("\r\n", "\n")).pipe(text(1, 5000)),
});
export type TemplateInput = z.infer<typeof TemplateInput>;

/** All templates of the workspace: its own, and the product's where it has none. */
export async function listTemplates(
  actor: Principal,
  db: Db,
  words: LetterWordsOf,
): Promise<WorkspaceTemplate[]> {
  requirePermission(actor, "candidates:read");
  const own = await db.selectFrom("letterTemplates").select(["kind", "language", "subject", "text"])
    .where("workspaceId", "=", actor.workspaceId).execute();
  return LetterKind.options.flatMap((kind) =>
    LanguageOption.options.map((language) => {
      const found = own.find((one) => one.kind === kind && one.language === language);
      const { subject, text } = found ?? words(language).templates[kind];
      return { kind, language, subject, text, isOwn: found !== undefined };
    })
  );
}

/** One template of the workspace. */
export async function getTemplate(
  actor: Principal,
  db: Db | Trx,
  { kind, language }: TemplateOf,
  words: LetterWordsOf,
): Promise<WorkspaceTemplate> {
  requirePermission(actor, "candidates:read");
  const own = await db.selectFrom("letterTemplates").select(["subject", "text"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("kind", "=", kind).where("language", "=", language).executeTakeFirst();
  const { subject, text } = own ?? words(language).templates[kind];
  return { kind, language, subject, text, isOwn: own !== undefined };
}

/**
 * Writes a template of the workspace's own.
 *
 * @throws {InvalidInput} If it has a place that stands for nothing.
 */
export function saveTemplate(
  actor: Principal,
  db: Db,
  { kind, language }: TemplateOf,
  template: TemplateInput,
): Promise<void> {
  requirePermission(actor, "letters:write");
  requirePlaces(template);
  return db.transaction().execute(async (trx) => {
    const row = { workspaceId: actor.workspaceId, kind, language, ...template };
    await trx.insertInto("letterTemplates").values(row).onConflict((conflict) =>
      conflict.columns(["workspaceId", "kind", "language"])
        .doUpdateSet({ ...template, updatedAt: sql<Date>`now()` })
    ).execute();
    await audit(trx, actor, "letter_template.changed", null, { kind, language });
  });
}

/** Gives a kind and language the product's template back. */
export function restoreTemplate(
  actor: Principal,
  db: Db,
  { kind, language }: TemplateOf,
): Promise<void> {
  requirePermission(actor, "letters:write");
  return db.transaction().execute(async (trx) => {
    const gone = await trx.deleteFrom("letterTemplates")
      .where("workspaceId", "=", actor.workspaceId)
      .where("kind", "=", kind).where("language", "=", language)
      .returning("kind").executeTakeFirst();
    if (gone) await audit(trx, actor, "letter_template.restored", null, { kind, language });
  });
}

/** @throws {InvalidInput} If a template has a place that stands for nothing. */
export function requirePlaces({ subject, text }: LetterTemplate): void {
  const issues = [
    ...unknownPlaces(subject, SUBJECT_PLACES).map((place) => ({ pointer: "/subject", place })),
    ...unknownPlaces(text, TEXT_PLACES).map((place) => ({ pointer: "/text", place })),
  ];
  if (issues.length === 0) return;
  throw new InvalidInput(
    "The template cannot be taken",
    issues.map(({ pointer, place }) => ({ pointer, detail: `{${place}} stands for nothing` })),
  );
}
