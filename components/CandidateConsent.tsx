import type { Person } from "../lib/hiring/candidates.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { EditButtons, sayChanged } from "./CandidateContact.tsx";
import { ErrorLine } from "./Field.tsx";
import { Icon } from "./Icon.tsx";
import type { RefusedEdit } from "./refused_edit.ts";

export interface CandidateConsentProps {
  person: Person;
  mayWrite: boolean;
  refused: RefusedEdit | null;
  language: Language;
  t: Translate;
}

const STATES = ["", "given", "withdrawn"] as const;

/** Whether the data of a person may be kept, since when and until when. */
export function CandidateConsent(props: CandidateConsentProps) {
  const { mayWrite, refused, t } = props;
  return (
    <section aria-labelledby="consent-title" id="consent">
      <h2 id="consent-title">{t("candidate.consent")}</h2>
      <p class="hint mt-0! mb-1">{t("candidate.consent_hint")}</p>
      {mayWrite
        ? (
          <div class="in-place">
            <div class="in-place-value">
              <Shown {...props} />
            </div>
            <details open={refused?.form === "consent"} data-in-place>
              <summary
                aria-label={t("candidate.edit", { field: t("candidate.consent").toLowerCase() })}
              >
                <Icon name="pencil" size={13} />
              </summary>
              <Edit {...props} />
            </details>
          </div>
        )
        : <Shown {...props} />}
    </section>
  );
}

function Shown({ person, language, t }: CandidateConsentProps) {
  if (person.consent === null) return <span class="text-fg-3">{t("candidate.consent_none")}</span>;
  return (
    <span class={person.consent === "given" ? "state state-open" : "state"}>
      {sayConsent(person, language, t)}
    </span>
  );
}

/** "Given on 5 January 2026 until 5 January 2027". */
export function sayConsent(
  { consent, consentOn, consentUntil }: Pick<Person, "consent" | "consentOn" | "consentUntil">,
  language: Language,
  t: Translate,
): string {
  if (consent === null) return t("candidate.consent_none");
  const words = [
    t(`candidate.consent_${consent}`),
    consentOn && t("candidate.consent_given_on", { date: formatDay(language, consentOn) }),
    consentUntil && t("candidate.consent_valid_until", { date: formatDay(language, consentUntil) }),
  ];
  return words.filter(Boolean).join(" ");
}

function Edit({ person, refused, language, t }: CandidateConsentProps) {
  const days = [["consentOn", t("candidate.consent_on")], [
    "consentUntil",
    t("candidate.consent_until"),
  ]] as const;
  const wrong = refused?.form === "consent" ? refused : null;
  const { consent, consentOn, consentUntil } = person;
  const stands = {
    consent: consent ?? "",
    consentOn: consentOn ?? "",
    consentUntil: consentUntil ?? "",
  };
  const drawn = { ...stands, ...wrong?.typed };
  return (
    <form method="post" action={`/candidates/${person.id}/consent`}>
      <input type="hidden" name="wasConsent" value={stands.consent} />
      <input type="hidden" name="wasConsentOn" value={stands.consentOn} />
      <input type="hidden" name="wasConsentUntil" value={stands.consentUntil} />
      <div class="grid gap-3">
        <select
          class="input"
          name="consent"
          aria-label={t("candidate.consent")}
          aria-describedby={wrong ? "wrong-consent" : undefined}
          data-stands={wrong ? stands.consent : undefined}
          autofocus={wrong !== null}
        >
          {STATES.map((state) => (
            <option key={state} value={state} selected={state === drawn.consent}>
              {t(`candidate.consent_${state || "none"}`)}
            </option>
          ))}
        </select>
        <div class="grid grid-cols-2 gap-2">
          {days.map(([name, word]) => (
            <label key={name}>
              <span class="label">{word}</span>
              <input
                class="input"
                type="date"
                name={name}
                value={drawn[name]}
                aria-invalid={wrong && !wrong.isLate ? "true" : undefined}
                data-stands={wrong ? stands[name] : undefined}
              />
            </label>
          ))}
        </div>
        {wrong && (
          <ErrorLine id="wrong-consent">
            {wrong.isLate
              ? sayChanged(sayConsent(person, language, t), t)
              : t("candidate.wrong_consent")}
          </ErrorLine>
        )}
      </div>
      <EditButtons personId={person.id} t={t} />
    </form>
  );
}
