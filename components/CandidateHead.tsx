import type { CandidateDeletion } from "../lib/hiring/candidate_changes.ts";
import type { Person } from "../lib/hiring/candidates.ts";
import type { Translate } from "../locales/translate.ts";
import { AskDialog } from "./AskDialog.tsx";

export interface CandidateHeadProps {
  person: Person;
  /** What goes with the person. */
  deletion: CandidateDeletion;
  mayWrite: boolean;
  t: Translate;
}

/** Who it is, and the way to delete them. */
export function CandidateHead({ person, deletion, mayWrite, t }: CandidateHeadProps) {
  const name = person.name ?? t("candidate.no_name");
  return (
    <div class="head head-plain">
      <div class="grow-1">
        <div class="crumb">
          <a href="/candidates">{t("candidates.title")}</a>
        </div>
        <h1>{name}</h1>
        {person.headline && <p class="meta">{person.headline}</p>}
      </div>
      <div class="actions">
        <button
          type="button"
          class="btn"
          popovertarget="delete-person"
          disabled={!mayWrite}
          title={mayWrite ? undefined : t("candidate.may_not_delete")}
        >
          {t("candidate.delete")}
        </button>
      </div>
      {mayWrite && (
        <AskDialog
          id="delete-person"
          title={t("candidate.delete_title", { name })}
          action={`/candidates/${person.id}/remove`}
          yes={t("candidate.delete_yes")}
          cancel={t("common.cancel")}
        >
          <p>{t("candidate.delete_more")}</p>
          <ul class="mt-1 list-disc pl-5">
            <li>{t("candidate.delete_resumes", { count: deletion.resumes })}</li>
            <li>{t("candidate.delete_evaluations", { count: deletion.evaluations })}</li>
            <li>{t("candidate.delete_notes", { count: deletion.notes })}</li>
          </ul>
        </AskDialog>
      )}
    </div>
  );
}
