import type { Note } from "../lib/hiring/notes.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import { KeptDraft } from "../islands/KeptDraft.tsx";
import type { Translate } from "../locales/translate.ts";
import { AskDialog } from "./AskDialog.tsx";
import { Button } from "./Button.tsx";
import { ErrorLine } from "./Field.tsx";
import type { RefusedEdit } from "./refused_edit.ts";

export interface NotesProps {
  /** Whom a new note is about. */
  candidateId: string;
  notes: readonly Note[];
  /** The jobs that a new note can be about; none: about the person alone. */
  jobs: readonly { readonly id: string; readonly title: string }[];
  /** The job that a new note is about unless another is chosen. */
  jobId?: string;
  /** The page to come back to. */
  back: string;
  mayWrite: boolean;
  /** A note that was not taken. */
  refused?: RefusedEdit | null;
  /** Under which name what is typed is kept in the browser; without one, it is not. */
  draft?: string;
  language: Language;
  t: Translate;
}

/** What people wrote about a person, the last first, and a field for more. */
export function Notes(props: NotesProps) {
  const { notes, mayWrite, t } = props;
  return (
    <section id="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{t("notes.title")}</h2>
      {mayWrite ? <NewNote {...props} /> : <p class="hint">{t("notes.may_not")}</p>}
      {notes.length === 0 && <p class="mt-3 text-fg-3">{t("notes.none")}</p>}
      <ol class="mt-1">
        {notes.map((note) => <OneNote key={note.id} {...props} note={note} />)}
      </ol>
    </section>
  );
}

function NewNote({ candidateId, jobs, jobId, back, refused, draft, t }: NotesProps) {
  const typed = refused?.form === "note" ? refused.typed : null;
  const isWrong = typed !== null;
  const about = typed ? typed.job : jobId;
  return (
    <form
      method="post"
      action={`/candidates/${candidateId}/notes`}
      id="new-note"
      class="mt-2 grid gap-2"
    >
      <input type="hidden" name="back" value={back} />
      <label class="sr-only" for="note-new">{t("notes.new")}</label>
      <textarea
        id="note-new"
        name="text"
        class="area"
        rows={3}
        required
        maxLength={5000}
        placeholder={t("notes.placeholder")}
        aria-invalid={isWrong ? "true" : undefined}
        aria-describedby={isWrong ? "note-new-error" : undefined}
        autofocus={isWrong}
      >
        {typed?.text}
      </textarea>
      {isWrong && <ErrorLine id="note-new-error">{t("notes.wrong")}</ErrorLine>}
      <div class="flex flex-wrap items-center justify-end gap-2">
        {jobs.length > 0 && (
          <label class="mr-auto flex min-w-0 items-center gap-2 text-xs text-fg-2">
            {t("notes.about")}
            <select name="job" class="input btn-sm w-auto max-w-60 truncate">
              <option value="">{t("notes.about_person")}</option>
              {jobs.map(({ id, title }) => (
                <option key={id} value={id} selected={id === about}>{title}</option>
              ))}
            </select>
          </label>
        )}
        <Button size="small">{t("notes.add")}</Button>
      </div>
      {draft && <KeptDraft name={`${draft}:note`} formId="new-note" savedHash="#note-" />}
    </form>
  );
}

function OneNote(props: NotesProps & { note: Note }) {
  const { note, mayWrite, language, t } = props;
  const now = new Date();
  const when = formatWhen(language, new Date(note.createdAt), now);
  const isEdited = note.updatedAt !== note.createdAt;
  return (
    <li class="border-b border-line-faint py-2.5" id={`note-${note.id}`}>
      <p class="text-xs text-fg-3">
        <b class="text-fg">
          {note.isOwn ? t("notes.you") : note.author?.name ?? t("notes.somebody")}
        </b>{" "}
        · <time dateTime={note.createdAt}>{when}</time>
        {note.job && (
          <>
            {" "}· <a class="link" href={`/jobs/${note.job.id}`}>{note.job.title}</a>
          </>
        )}
        {isEdited && (
          <>
            {" "}·{" "}
            {t("notes.edited", { when: formatWhen(language, new Date(note.updatedAt), now) })}
          </>
        )}
      </p>
      <p class="mt-0.5 whitespace-pre-line">{note.text}</p>
      {mayWrite && note.isOwn && <OwnNote {...props} when={when} />}
    </li>
  );
}

function OwnNote(
  { note, when, back, refused, draft, t }: NotesProps & { note: Note; when: string },
) {
  const wrong = refused?.form === note.id ? refused : null;
  const formId = `edit-note-${note.id}`;
  const ask = `remove-note-${note.id}`;
  return (
    <>
      <div class="mt-1 flex items-start gap-1">
        <details class="group -ml-2 min-w-0 open:flex-1" open={wrong !== null} data-in-place>
          <summary
            class="btn btn-sm btn-quiet group-open:hidden"
            aria-label={t("notes.edit_of", { when })}
          >
            {t("notes.edit")}
          </summary>
          <form
            method="post"
            action={`/notes/${note.id}/update`}
            id={formId}
            class="ml-2 grid gap-2"
          >
            <input type="hidden" name="back" value={back} />
            <input type="hidden" name="was" value={note.updatedAt} />
            <label class="sr-only" for={`text-${note.id}`}>{t("notes.text")}</label>
            <textarea
              id={`text-${note.id}`}
              name="text"
              class="area"
              rows={4}
              required
              maxLength={5000}
              aria-invalid={wrong ? "true" : undefined}
              aria-describedby={wrong ? `${formId}-error` : undefined}
              data-stands={wrong ? note.text : undefined}
              autofocus={wrong !== null}
            >
              {wrong ? wrong.typed.text : note.text}
            </textarea>
            {wrong && (
              <ErrorLine id={`${formId}-error`}>
                {t(wrong.isLate ? "notes.changed" : "notes.wrong")}
              </ErrorLine>
            )}
            <div class="flex gap-2">
              <Button size="small">{t("notes.save")}</Button>
              <a class="btn btn-sm btn-quiet" href={back} data-cancel>{t("common.cancel")}</a>
            </div>
            {draft && <KeptDraft name={`${draft}:${note.id}`} formId={formId} />}
          </form>
        </details>
        <button
          type="button"
          class="btn btn-sm btn-quiet"
          popovertarget={ask}
          aria-label={t("notes.remove_of", { when })}
        >
          {t("notes.remove")}
        </button>
      </div>
      <AskDialog
        id={ask}
        title={t("notes.remove_title")}
        action={`/notes/${note.id}/remove`}
        yes={t("notes.remove_yes")}
        cancel={t("common.cancel")}
        back={back}
      >
        <p>{t("notes.remove_more")}</p>
      </AskDialog>
    </>
  );
}
