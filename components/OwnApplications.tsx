import type { OwnApplication, OwnEvaluation, OwnMatch } from "../lib/hiring/privacy/own_page.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay, formatPercent } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Verdict } from "./Verdict.tsx";

interface Words {
  language: Language;
  t: Translate;
}

/** Each résumé of theirs: how it stands, as far as they were told, and how it was judged. */
export function OwnApplications(
  { applications, language, t }: { applications: readonly OwnApplication[] } & Words,
) {
  if (applications.length === 0) return <p class="text-fg-3">{t("own.applications_none")}</p>;
  return (
    <>
      {applications.map((one) => (
        <article key={one.resumeId} class="own-application">
          <h3>{one.job}</h3>
          <p class="text-fg-2">
            {t("own.received", { date: formatDay(language, one.receivedOn) })} {one.told
              ? t(`own.told_${one.told.decision}`, {
                date: formatDay(language, one.told.at.toISOString().slice(0, 10)),
              })
              : t("own.in_progress")}
          </p>
          {one.evaluation
            ? <Explained evaluation={one.evaluation} language={language} t={t} />
            : (
              <p class="text-fg-3">
                {t(one.isObjected ? "own.objected" : "own.not_judged")}
              </p>
            )}
        </article>
      ))}
    </>
  );
}

function Explained({ evaluation, language, t }: { evaluation: OwnEvaluation } & Words) {
  const { score, requiredMet, requiredTotal, matches } = evaluation;
  return (
    <>
      <p>
        {t("own.met", { count: requiredTotal, met: requiredMet })}
        {score !== null && ` ${t("own.score", { percent: formatPercent(language, score) })}`}
      </p>
      <details>
        <summary>{t("own.explained", { count: matches.length })}</summary>
        <ul class="own-matches">
          {matches.map((match) => <Explanation key={match.name} match={match} t={t} />)}
        </ul>
      </details>
    </>
  );
}

function Explanation({ match, t }: { match: OwnMatch; t: Translate }) {
  const { name, isRequired, verdict, sentence, quotes } = match;
  return (
    <li>
      <p>
        <Verdict verdict={verdict} word={t(`verdict.${verdict}`)} /> <b>{name}</b>{" "}
        <span class="text-fg-3">({t(isRequired ? "level.required" : "level.nice_to_have")})</span>
      </p>
      <p class="text-fg-2">{sentence ?? t("own.by_person")}</p>
      {quotes.map((quote) => (
        <blockquote key={quote} class="own-quote">
          “{quote}”
        </blockquote>
      ))}
    </li>
  );
}
