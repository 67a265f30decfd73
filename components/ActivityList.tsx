import type { ActivityEntry } from "../lib/hiring/activity.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDateTime, formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { activityWords, NAME_PLACE } from "./activity_words.ts";

export interface ActivityListProps {
  entries: readonly ActivityEntry[];
  language: Language;
  t: Translate;
}

/** What was done, the latest first: a sentence a line, and when. */
export function ActivityList({ entries, language, t }: ActivityListProps) {
  const now = new Date();
  return (
    <ol class="activity">
      {entries.map((entry) => {
        const at = new Date(entry.createdAt);
        return (
          <li key={entry.id}>
            <p class="sentence">
              <Sentence entry={entry} t={t} />
            </p>
            <time dateTime={entry.createdAt} title={formatDateTime(language, at)}>
              {formatWhen(language, at, now)}
            </time>
          </li>
        );
      })}
    </ol>
  );
}

function Sentence({ entry, t }: { entry: ActivityEntry; t: Translate }) {
  const [before = "", after] = activityWords(entry, t).split(NAME_PLACE);
  const { subject } = entry;
  if (after === undefined || !subject) return <>{before}</>;
  const href = subject.resumeId
    ? `/resumes/${subject.resumeId}`
    : `/candidates/${subject.personId}`;
  return (
    <>
      {before}
      <a class="link" href={href}>{subject.name}</a>
      {after}
    </>
  );
}
