import type { PageLink } from "../lib/hiring/privacy/page_links.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { ErrorLine } from "./Field.tsx";

/** Why a link was not sent. */
export type PageLinkFault = "often" | "no_address";

export interface CandidatePageLinkProps {
  candidateId: string;
  email: string | null;
  /** The last link that was sent; null when none was. */
  link: PageLink | null;
  fault: PageLinkFault | null;
  mayWrite: boolean;
  language: Language;
  t: Translate;
}

/** The page that a candidate has of their own: whether they have a link to it, and sending one. */
export function CandidatePageLink(props: CandidatePageLinkProps) {
  const { candidateId, email, link, fault, mayWrite, language, t } = props;
  const action = `/candidates/${candidateId}/page-link`;
  return (
    <section aria-labelledby="page-link-title" id="page-link">
      <h2 id="page-link-title">{t("page_link.title")}</h2>
      <p class="hint mt-0! mb-1">{t("page_link.hint")}</p>
      {link && <p class="wrap-anywhere">{sayLink(link, language, t)}</p>}
      {fault && <ErrorLine>{t(`page_link.${fault}`)}</ErrorLine>}
      {mayWrite && (email === null
        ? <p class="text-fg-3">{t("page_link.no_address")}</p>
        : (
          <div class="mt-2 flex flex-wrap gap-2">
            {(["en", "nl"] as const).map((one) => (
              <form key={one} method="post" action={action}>
                <input type="hidden" name="language" value={one} />
                <Button size="small">{t(`page_link.send_${one}`)}</Button>
              </form>
            ))}
            {link?.isUsable && (
              <form method="post" action={`${action}/${link.id}/revoke`}>
                <Button size="small">{t("page_link.revoke")}</Button>
              </form>
            )}
          </div>
        ))}
    </section>
  );
}

function sayLink(link: PageLink, language: Language, t: Translate): string {
  const day = (at: string) => formatDay(language, at.slice(0, 10));
  const words = [
    t("page_link.sent", { date: day(link.createdAt), recipient: link.recipient }),
    link.openedAt === null
      ? t("page_link.unopened")
      : t("page_link.opened", { date: day(link.openedAt) }),
    link.isUsable ? t("page_link.works", { date: day(link.expiresAt) }) : t("page_link.ended"),
  ];
  return words.join(" ");
}
