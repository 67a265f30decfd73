import { z } from "zod";
import type { LetterLine } from "../../components/LettersForm.tsx";
import type { LetterDraft } from "../../lib/hiring/letter_drafts.ts";
import { BatchLetter } from "../../lib/hiring/letter_batches.ts";
import type { LetterKind } from "../../lib/hiring/letters.ts";
import { Id } from "../../lib/platform/input.ts";
import { issuesOf } from "./forms.ts";

/** A letter of the form as it was typed. */
interface Typed {
  readonly resumeId: string;
  readonly isChosen: boolean;
  readonly fields: Readonly<Record<string, string>>;
}

const NAME = /^(send|draftKey|language|recipient|subject|text)\.(.+)$/;

/** The letters of a form; its fields are named "part.résumé". */
export function readLetters(fields: Iterable<readonly [string, string]>): Typed[] {
  const typed = new Map<string, Record<string, string>>();
  for (const [name, value] of fields) {
    const [, part, resumeId] = NAME.exec(name) ?? [];
    if (part === undefined || !Id.safeParse(resumeId).success) continue;
    const letter = typed.get(resumeId ?? "") ?? {};
    typed.set(resumeId ?? "", { ...letter, [part]: value });
  }
  return [...typed].map(([resumeId, { send, ...rest }]) => ({
    resumeId,
    isChosen: send !== undefined,
    fields: rest,
  }));
}

/** The letters that are to go, and what is wrong with them, by résumé. */
export function checkLetters(typed: readonly Typed[], kind: LetterKind) {
  const letters: BatchLetter[] = [];
  const wrong = new Map<string, ReadonlySet<string>>();
  for (const { resumeId, isChosen, fields } of typed) {
    if (!isChosen) continue;
    const parsed = BatchLetter.safeParse({ ...fields, kind, resumeId });
    if (parsed.success) letters.push(parsed.data);
    else {
      const names = issuesOf(parsed.error).map(({ pointer }) => pointer.split("/")[1] ?? "");
      wrong.set(resumeId, new Set(names));
    }
  }
  return { letters, wrong };
}

const Kept = z.object({ recipient: z.string(), subject: z.string(), text: z.string() }).partial();

/** Drafts with what was typed over them; at first all are chosen that can go. */
export function toLines(
  drafts: readonly LetterDraft[],
  typed: readonly Typed[] = [],
  wrong: ReadonlyMap<string, ReadonlySet<string>> = new Map(),
): LetterLine[] {
  return drafts.map((draft) => {
    const own = typed.find(({ resumeId }) => resumeId === draft.resumeId);
    const canGo = draft.hold === null && draft.recipient !== null;
    return {
      draft: own ? { ...draft, ...Kept.parse(own.fields) } : draft,
      isChosen: own?.isChosen ?? canGo,
      wrong: wrong.get(draft.resumeId) ?? new Set<string>(),
    };
  });
}
