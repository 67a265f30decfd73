import type { Translate } from "../locales/translate.ts";
import { ButtonLink } from "./Button.tsx";

export interface WalkLinksProps {
  url: URL;
  page: number;
  itemsPerPage: number;
  totalCount: number;
  /** What asks for the next part; null behind the last one. */
  nextCursor: string | null;
  /** What the parts are of. */
  label: string;
  t: Translate;
}

/** Links on through a list that is walked by cursors, and back to its start. */
export function WalkLinks(
  { url, page, itemsPerPage, totalCount, nextCursor, label, t }: WalkLinksProps,
) {
  if (page === 1 && nextCursor === null) return null;
  const pages = Math.max(page, Math.ceil(totalCount / itemsPerPage));
  return (
    <nav class="mt-4 flex flex-wrap items-center gap-3" aria-label={label}>
      {page > 1 && (
        <ButtonLink href={withCursor(url, null)} size="small">{t("common.first_page")}</ButtonLink>
      )}
      <span class="text-xs text-fg-3 tabular-nums">{t("common.page_of", { page, pages })}</span>
      {nextCursor !== null && (
        <ButtonLink href={withCursor(url, nextCursor)} size="small">{t("common.next")}</ButtonLink>
      )}
    </nav>
  );
}

function withCursor(url: URL, cursor: string | null): string {
  const query = new URLSearchParams(url.search);
  if (cursor === null) query.delete("cursor");
  else query.set("cursor", cursor);
  return `?${query}`;
}
