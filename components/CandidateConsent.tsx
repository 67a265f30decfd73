import type { Person } from "../lib/hiring/candidates.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { ErrorLine } from "./Field.tsx";
import { Icon } from "./Icon.tsx";

export interface CandidateConsentProps {
  person: Person;
  mayWrite: boolean;
  isWrong: boolean;
  language: Language;
  t: Translate;
}

const STATES = ["", "given", "withdrawn"] as const;

/** Whether the data of a person may be kept, since when and until when. */
export function CandidateConsent(props: CandidateConsentProps) {
  const { mayWrite, isWrong, t } = props;
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
            <details open={isWrong}>
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
  const { consent, consentOn, consentUntil } = person;
  if (consent === null) return <span class="text-fg-3">{t("candidate.consent_none")}</span>;
  const words = [
    t(`candidate.consent_${consent}`),
    consentOn && t("candidate.consent_given_on", { date: formatDay(language, consentOn) }),
    consentUntil && t("candidate.consent_valid_until", { date: formatDay(language, consentUntil) }),
  ];
  return (
    <span class={consent === "given" ? "state state-open" : "state"}>
      {words.filter(Boolean).join(" ")}
    </span>
  );
}

function Edit({ person, isWrong, t }: CandidateConsentProps) {
  const days = [["consentOn", t("candidate.consent_on")], [
    "consentUntil",
    t("candidate.consent_until"),
  ]] as const;
  return (
    <form method="post" action={`/candidates/${person.id}/consent`}>
      <div class="grid gap-3">
        <select class="input" name="consent" aria-label={t("candidate.consent")}>
          {STATES.map((state) => (
            <option key={state} value={state} selected={state === (person.consent ?? "")}>
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
                value={person[name] ?? ""}
                aria-invalid={isWrong ? "true" : undefined}
              />
            </label>
          ))}
        </div>
        {isWrong && <ErrorLine>{t("candidate.wrong_consent")}</ErrorLine>}
        <div>
          <Button>{t("candidate.save")}</Button>
        </div>
      </div>
    </form>
  );
}
