import type { Feedback } from "../lib/hiring/feedback.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDateTime } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { ButtonLink } from "./Button.tsx";
import { ToolIcon } from "./ToolIcon.tsx";

export interface FeedbackListProps {
  items: readonly Feedback[];
  language: Language;
  t: Translate;
}

/** What people wrote, each with who, where and when. */
export function FeedbackList({ items, language, t }: FeedbackListProps) {
  return (
    <ul class="border-t border-line">
      {items.map((one) => (
        <li key={one.id} class="border-b border-line-faint py-4">
          <article class="grid max-w-[720px] gap-1.5">
            <h2>{one.title}</h2>
            <p class="text-xs text-fg-3 tabular-nums">
              {t("feedback.by", {
                name: one.user?.name ?? t("feedback.nobody"),
                workspace: one.workspace.name,
                when: formatDateTime(language, new Date(one.createdAt)),
              })}
            </p>
            <p class="text-fg-2 whitespace-pre-line">{one.text}</p>
            <div class="flex flex-wrap items-center gap-3">
              {one.screenshotType && (
                <ButtonLink
                  href={`/feedback/${one.id}/screenshot`}
                  size="small"
                  icon={<ToolIcon name="download" />}
                  download
                >
                  {t("feedback.screenshot")}
                </ButtonLink>
              )}
              {one.page && <code class="min-w-0 text-xs break-all text-fg-3">{one.page}</code>}
            </div>
          </article>
        </li>
      ))}
    </ul>
  );
}
