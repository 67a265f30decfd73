import type { OwnSession } from "../lib/accounts/own_sessions.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay, formatWhen } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { browserName } from "./browser_name.ts";
import { Button } from "./Button.tsx";

export interface OwnSessionsProps {
  sessions: readonly OwnSession[];
  language: Language;
  t: Translate;
}

/** Where a person is signed in, each with the way to end it. */
export function OwnSessions({ sessions, language, t }: OwnSessionsProps) {
  const now = new Date();
  return (
    <>
      <ul class="border-t border-line">
        {sessions.map((one) => (
          <Session key={one.id} session={one} language={language} now={now} t={t} />
        ))}
      </ul>
      {sessions.some(({ isCurrent }) => !isCurrent) && (
        <form method="post" action="/settings/end-others" class="mt-4">
          <Button>{t("account.end_others")}</Button>
        </form>
      )}
    </>
  );
}

interface SessionProps {
  session: OwnSession;
  language: Language;
  now: Date;
  t: Translate;
}

function Session({ session, language, now, t }: SessionProps) {
  const name = nameOf(session, t);
  const when = (instant: string) => formatWhen(language, new Date(instant), now);
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line-faint py-2">
      <span class="min-w-0 flex-1 basis-48 break-words">
        {name}
        <span class="block text-xs text-fg-2 tabular-nums">
          {t("account.signed_in", { when: when(session.signedInAt) })}
          {!session.isCurrent && <>, {t("account.last_used", { when: when(session.lastUsedAt) })}
          </>}
        </span>
        <span class="block text-xs text-fg-2 tabular-nums">
          {t("account.ends_by", { day: formatDay(language, session.endsAt.slice(0, 10)) })}
        </span>
      </span>
      {session.isCurrent
        ? <span class="text-fg-2">{t("account.this_one")}</span>
        : (
          <form method="post" action={`/settings/sessions/${session.id}/end`}>
            <Button size="small" label={t("account.end_one_of", { name })}>
              {t("account.end_one")}
            </Button>
          </form>
        )}
    </li>
  );
}

/** The most that is shown of what a program says it is. */
const NAME_LENGTH = 60;

function nameOf({ kind, userAgent }: OwnSession, t: Translate): string {
  const browser = browserName(userAgent);
  if (kind === "browser") return browser ?? t("account.unknown");
  const name = browser ?? userAgent?.slice(0, NAME_LENGTH);
  return name ? t("account.api_of", { name }) : t("account.api_unknown");
}
