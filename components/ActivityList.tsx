import type { ActivityEntry, ActivitySubject } from "../lib/hiring/activity_entries.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDateTime, formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import {
  activityWords,
  NAME_PLACE,
  OTHER_PLACE,
  reasonWords,
  restWords,
} from "./activity_words.ts";

export interface ActivityListProps {
  entries: readonly ActivityEntry[];
  language: Language;
  t: Translate;
}

/** What was done, the latest first: a sentence a line, why, of whom, and when. */
export function ActivityList({ entries, language, t }: ActivityListProps) {
  const now = new Date();
  return (
    <ol class="activity">
      {entries.map((entry) => {
        const at = new Date(entry.createdAt);
        const reason = reasonWords(entry, t);
        return (
          <li key={entry.id}>
            <div>
              <p class="sentence">
                <Sentence entry={entry} t={t} />
              </p>
              {reason && <p class="text-fg-2">{reason}</p>}
              {entry.people.length > 0 && <Names entry={entry} t={t} />}
            </div>
            <time dateTime={entry.createdAt} title={formatDateTime(language, at)}>
              {formatWhen(language, at, now)}
            </time>
          </li>
        );
      })}
    </ol>
  );
}

const PLACES = new RegExp(`([${NAME_PLACE}${OTHER_PLACE}])`);

function Sentence({ entry, t }: { entry: ActivityEntry; t: Translate }) {
  return (
    <>
      {activityWords(entry, t).split(PLACES).map((part, index) => {
        const one = part === NAME_PLACE ? entry.subject : part === OTHER_PLACE ? entry.other : null;
        return one ? <Name key={index} one={one} t={t} /> : <span key={index}>{part}</span>;
      })}
    </>
  );
}

function Name({ one: { resumeId, personId, name }, t }: { one: ActivitySubject; t: Translate }) {
  return (
    <a class="link" href={resumeId ? `/resumes/${resumeId}` : `/candidates/${personId}`}>
      {name || t("candidate.no_name")}
    </a>
  );
}

/** Whom a line about several is about. */
function Names({ entry, t }: { entry: ActivityEntry; t: Translate }) {
  const rest = restWords(entry, t);
  return (
    <details>
      <summary class="link">{t("activity.names")}</summary>
      <ul>
        {entry.people.map((one) => (
          <li key={one.resumeId ?? one.personId} class="sentence">
            <Name one={one} t={t} />
          </li>
        ))}
        {rest && <li class="text-fg-3">{rest}</li>}
      </ul>
    </details>
  );
}
