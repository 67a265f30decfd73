import type { PersonKeeping } from "../lib/hiring/privacy/retention.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { ErrorLine } from "./Field.tsx";
import type { RefusedEdit } from "./refused_edit.ts";
import { sayDeletion } from "./RetentionTables.tsx";

export interface CandidateKeepingProps {
  keeping: PersonKeeping;
  mayWrite: boolean;
  refused: RefusedEdit | null;
  language: Language;
  t: Translate;
}

/** How long the data of a person is kept, what holds it, and all of it to be taken along. */
export function CandidateKeeping(props: CandidateKeepingProps) {
  const { keeping, mayWrite, language, t } = props;
  const { candidateId, keptUntil } = keeping;
  return (
    <section aria-labelledby="keeping-title" id="keeping">
      <h2 id="keeping-title">{t("keeping.title")}</h2>
      <p class="hint mt-0! mb-1">
        {keptUntil === null ? t("keeping.no_end") : t(
          keeping.isByConsent ? "keeping.until_consent" : "keeping.until",
          { date: formatDay(language, keptUntil.slice(0, 10)) },
        )}
        {keptUntil !== null && keeping.deletedAt !== null && !keeping.isHeld &&
          ` ${t("keeping.deleted_on", { date: sayDeletion(keeping, language, t) })}`}
      </p>
      <Holds {...props} />
      {mayWrite && (
        <p class="mt-2">
          <a class="link" href={`/candidates/${candidateId}/export.zip`} download>
            {t("keeping.export")}
          </a>
        </p>
      )}
    </section>
  );
}

function Holds({ keeping: { candidateId, holds }, mayWrite, refused, t }: CandidateKeepingProps) {
  const isOwn = holds.some(({ job }) => job === null);
  return (
    <>
      {holds.map(({ id, job, reason, placedBy }) => (
        <p key={id} class="mt-1 wrap-anywhere">
          <b>{job ? t("keeping.held_by_job", { job: job.title }) : t("keeping.held")}</b> {reason}
          {placedBy !== null && ` (${placedBy})`}
        </p>
      ))}
      {mayWrite && (isOwn
        ? (
          <form method="post" action={`/candidates/${candidateId}/hold/release`} class="mt-2">
            <Button size="small">{t("keeping.release")}</Button>
          </form>
        )
        : <HoldForm action={`/candidates/${candidateId}/hold`} refused={refused} t={t} />)}
    </>
  );
}

/** Asks why something must not be deleted. */
export function HoldForm(
  { action, refused, t }: { action: string; refused: RefusedEdit | null; t: Translate },
) {
  const wrong = refused?.form === "hold" ? refused : null;
  return (
    <details class="mt-2" open={wrong !== null}>
      <summary class="link">{t("keeping.hold")}</summary>
      <form method="post" action={action} class="mt-2 grid gap-2">
        <label>
          <span class="label">{t("keeping.hold_reason")}</span>
          <input
            class="input"
            name="reason"
            maxLength={500}
            required
            value={wrong?.typed.reason ?? ""}
            aria-describedby={wrong ? "wrong-hold" : undefined}
          />
        </label>
        {wrong && <ErrorLine id="wrong-hold">{t("keeping.hold_wrong")}</ErrorLine>}
        <p class="hint">{t("keeping.hold_hint")}</p>
        <div>
          <Button size="small">{t("keeping.hold_save")}</Button>
        </div>
      </form>
    </details>
  );
}
