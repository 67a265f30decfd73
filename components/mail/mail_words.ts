import type { MailToSay } from "../../lib/accounts/mail_delivery.ts";
import { formatDay } from "../../locales/format.ts";
import type { Translate } from "../../locales/translate.ts";

/** What a mail says, before it is HTML or plain text. */
export interface MailWords {
  readonly subject: string;
  readonly lines: readonly string[];
  readonly action: { readonly word: string; readonly link: string } | null;
  /** Under the button: how long the link works, and what to do when it was not asked for. */
  readonly notes: readonly string[];
  readonly foot: string;
}

/** The words of each kind of mail; its texts begin with `mail.<kind>_`. */
export function mailWords(
  { kind, params, link, home, language }: MailToSay,
  t: Translate,
): MailWords {
  const said = {
    ...params,
    ...("request" in params
      ? { what: t(`request.kind_${params.request}`), day: formatDay(language, params.dueOn) }
      : {}),
  };
  return {
    subject: t(`mail.${kind}_subject`, said),
    lines: [t(`mail.${kind}_line`, said)],
    action: link === null || !isAction(kind) ? null : { word: t(`mail.${kind}_action`), link },
    notes: [t(`mail.${kind}_note`, said)],
    foot: t("mail.foot", { home }),
  };
}

const WITH_LINK = [
  "verify_email",
  "reset_password",
  "invitation",
  "candidate_page",
  "candidate_request",
] as const;

function isAction(kind: MailToSay["kind"]): kind is typeof WITH_LINK[number] {
  return (WITH_LINK as readonly string[]).includes(kind);
}
