import type { Note } from "../lib/hiring/notes.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { AskDialog } from "./AskDialog.tsx";
import { Button } from "./Button.tsx";

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
  /** Whether the last note could not be taken. */
  isWrong?: boolean;
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

function NewNote({ candidateId, jobs, jobId, back, isWrong, t }: NotesProps) {
  return (
    <form method="post" action={`/candidates/${candidateId}/notes`} class="mt-2 grid gap-2">
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
      />
      {isWrong && <p class="error-line" id="note-new-error">{t("notes.wrong")}</p>}
      <div class="flex flex-wrap items-center justify-end gap-2">
        {jobs.length > 0 && (
          <label class="mr-auto flex min-w-0 items-center gap-2 text-xs text-fg-2">
            {t("notes.about")}
            <select name="job" class="input btn-sm w-auto max-w-60 truncate">
              <option value="">{t("notes.about_person")}</option>
              {jobs.map(({ id, title }) => (
                <option key={id} value={id} selected={id === jobId}>{title}</option>
              ))}
            </select>
          </label>
        )}
        <Button size="small">{t("notes.add")}</Button>
      </div>
    </form>
  );
}

function OneNote({ note, back, mayWrite, language, t }: NotesProps & { note: Note }) {
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
      {mayWrite && note.isOwn && <OwnNote note={note} when={when} back={back} t={t} />}
    </li>
  );
}

function OwnNote(
  { note, when, back, t }: { note: Note; when: string; back: string; t: Translate },
) {
  const ask = `remove-note-${note.id}`;
  return (
    <>
      <div class="mt-1 flex items-start gap-1">
        <details class="group -ml-2 min-w-0 open:flex-1">
          <summary
            class="btn btn-sm btn-quiet group-open:hidden"
            aria-label={t("notes.edit_of", { when })}
          >
            {t("notes.edit")}
          </summary>
          <form method="post" action={`/notes/${note.id}/update`} class="ml-2 grid gap-2">
            <input type="hidden" name="back" value={back} />
            <label class="sr-only" for={`text-${note.id}`}>{t("notes.text")}</label>
            <textarea
              id={`text-${note.id}`}
              name="text"
              class="area"
              rows={4}
              required
              maxLength={5000}
            >
              {note.text}
            </textarea>
            <div>
              <Button size="small">{t("notes.save")}</Button>
            </div>
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
