import type { Translate } from "../locales/translate.ts";
import { ButtonLink } from "./Button.tsx";

export interface PaginationProps {
  url: URL;
  page: number;
  itemsPerPage: number;
  totalCount: number;
  /** What the pages are of. */
  label: string;
  t: Translate;
}

/** Links to the page before and after; nothing when all fits on one. */
export function Pagination({ url, page, itemsPerPage, totalCount, label, t }: PaginationProps) {
  const pages = Math.ceil(totalCount / itemsPerPage);
  if (pages <= 1) return null;
  return (
    <nav class="mt-4 flex items-center gap-3" aria-label={label}>
      {page > 1 && (
        <ButtonLink href={withPage(url, page - 1)} size="small">{t("common.previous")}</ButtonLink>
      )}
      <span class="text-xs text-fg-3 tabular-nums">{t("common.page_of", { page, pages })}</span>
      {page < pages && (
        <ButtonLink href={withPage(url, page + 1)} size="small">{t("common.next")}</ButtonLink>
      )}
    </nav>
  );
}

function withPage(url: URL, page: number): string {
  const query = new URLSearchParams(url.search);
  query.set("page", String(page));
  return `?${query}`;
}
