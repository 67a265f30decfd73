import type { Person } from "../lib/hiring/candidates.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { ErrorLine } from "./Field.tsx";
import { Icon } from "./Icon.tsx";

export const CONTACT_FIELDS = ["name", "email", "phone", "place"] as const;

export type ContactField = typeof CONTACT_FIELDS[number];

export interface CandidateContactProps {
  person: Person;
  mayWrite: boolean;
  /** The field whose new value could not be taken, and what was typed. */
  wrong: { readonly field: ContactField; readonly typed: string } | null;
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
  const { person, field, mayWrite, wrong, t } = props;
  const value = person[field];
  if (!mayWrite) return <Shown field={field} value={value} t={t} />;
  const label = t(`candidate.${field}`);
  return (
    <div class="in-place">
      <div class="in-place-value">
        <Shown field={field} value={value} t={t} />
      </div>
      <details open={wrong?.field === field}>
        <summary aria-label={t("candidate.edit", { field: label.toLowerCase() })}>
          <Icon name="pencil" size={13} />
        </summary>
        <Edit {...props} label={label} />
      </details>
    </div>
  );
}

function Shown({ field, value, t }: { field: ContactField; value: string | null; t: Translate }) {
  if (value === null) return <span class="text-fg-3">{t("candidate.none")}</span>;
  if (field === "email") return <a class="link break-all" href={`mailto:${value}`}>{value}</a>;
  if (field === "phone") {
    return <a class="link" href={`tel:${value.replaceAll(/[^\d+]/g, "")}`}>{value}</a>;
  }
  return <span>{value}</span>;
}

function Edit(
  { person, field, wrong, label, t }: CandidateContactProps & {
    field: ContactField;
    label: string;
  },
) {
  const isWrong = wrong?.field === field;
  return (
    <form method="post" action={`/candidates/${person.id}`}>
      <div class="flex gap-2">
        <input
          class="input"
          name={field}
          value={isWrong ? wrong.typed : person[field] ?? ""}
          maxLength={MOST[field]}
          aria-label={label}
          aria-invalid={isWrong ? "true" : undefined}
          aria-describedby={isWrong ? `wrong-${field}` : undefined}
          autocomplete="off"
        />
        <Button>{t("candidate.save")}</Button>
      </div>
      {isWrong && <ErrorLine id={`wrong-${field}`}>{t(`candidate.wrong_${field}`)}</ErrorLine>}
    </form>
  );
}
