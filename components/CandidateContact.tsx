import type { Person } from "../lib/hiring/candidates.ts";
import { KeptDraft } from "../islands/KeptDraft.tsx";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { ErrorLine } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import type { RefusedEdit } from "./refused_edit.ts";

export const CONTACT_FIELDS = ["name", "email", "phone", "place"] as const;

export type ContactField = typeof CONTACT_FIELDS[number];

export interface CandidateContactProps {
  person: Person;
  /** What a telephone dials; null where the number is none. */
  dial: string | null;
  mayWrite: boolean;
  refused: RefusedEdit | null;
  /** Whose drafts are kept in the browser. */
  userId: string;
  t: Translate;
}

const MOST: Readonly<Record<ContactField, number>> = {
  name: 255,
  email: 254,
  phone: 50,
  place: 255,
};

/** What was found of how to reach a person; each value is changed where it stands. */
export function CandidateContact(props: CandidateContactProps) {
  const { t } = props;
  return (
    <section aria-labelledby="contact-title">
      <h2 id="contact-title" class="mb-1">{t("candidate.contact")}</h2>
      <dl class="facts">
        {CONTACT_FIELDS.map((field) => (
          <div key={field}>
            <dt>{t(`candidate.${field}`)}</dt>
            <dd>
              <Value {...props} field={field} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Value(props: CandidateContactProps & { field: ContactField }) {
  const { person, field, dial, mayWrite, refused, t } = props;
  const shown = <Shown field={field} value={person[field]} dial={dial} t={t} />;
  if (!mayWrite) return shown;
  const label = t(`candidate.${field}`);
  return (
    <div class="in-place">
      <div class="in-place-value">{shown}</div>
      <details open={refused?.form === field} data-in-place>
        <summary aria-label={t("candidate.edit", { field: label.toLowerCase() })}>
          <Icon name="pencil" size={13} />
        </summary>
        <Edit {...props} label={label} />
      </details>
    </div>
  );
}

function Shown(
  { field, value, dial, t }:
    & { field: ContactField; value: string | null }
    & Pick<
      CandidateContactProps,
      "dial" | "t"
    >,
) {
  if (value === null) return <span class="text-fg-3">{t("candidate.none")}</span>;
  if (field === "email") return <a class="link break-all" href={`mailto:${value}`}>{value}</a>;
  if (field === "phone" && dial) return <a class="link" href={`tel:${dial}`}>{value}</a>;
  return <span class="wrap-anywhere">{value}</span>;
}

function Edit(
  { person, field, refused, userId, label, t }: CandidateContactProps & {
    field: ContactField;
    label: string;
  },
) {
  const stands = person[field] ?? "";
  const wrong = refused?.form === field ? refused : null;
  return (
    <form method="post" action={`/candidates/${person.id}`} id={`edit-${field}`}>
      <input type="hidden" name="was" value={stands} />
      <input
        class="input"
        name={field}
        value={wrong ? wrong.typed[field] ?? "" : stands}
        maxLength={MOST[field]}
        aria-label={label}
        aria-invalid={wrong ? "true" : undefined}
        aria-describedby={wrong ? `wrong-${field}` : undefined}
        data-stands={wrong ? stands : undefined}
        autofocus={wrong !== null}
        autocomplete="off"
      />
      {wrong && (
        <ErrorLine id={`wrong-${field}`}>
          {wrong.isLate ? sayChanged(stands, t) : t(`candidate.wrong_${field}`)}
        </ErrorLine>
      )}
      <EditButtons personId={person.id} t={t} />
      <KeptDraft name={`person:${userId}:${person.id}:${field}`} formId={`edit-${field}`} />
    </form>
  );
}

/** The end of a form that opens where a value stands. */
export function EditButtons({ personId, t }: { personId: string; t: Translate }) {
  return (
    <div class="mt-2 flex gap-2">
      <Button>{t("candidate.save")}</Button>
      <a class="btn btn-quiet" href={`/candidates/${personId}`} data-cancel>
        {t("candidate.cancel")}
      </a>
    </div>
  );
}

/** What stands now where somebody wanted to change something else. */
export function sayChanged(now: string, t: Translate): string {
  return now === "" ? t("candidate.emptied") : t("candidate.changed", { value: now });
}
