import type { Signal } from "@preact/signals";
import type { SavedState } from "../components/use_requirements.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatTime } from "../locales/format.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";

export interface SavedAtProps {
  saved: Signal<SavedState>;
  language: Language;
  texts: Texts<"saved.">;
}

/** When what was changed on the page was stored; nothing as long as nothing was. */
export function SavedAt({ saved, language, texts }: SavedAtProps) {
  const t = speaker(language, texts);
  const at = saved.value;
  return (
    <span role="status">
      {at === "saving"
        ? t("saved.saving")
        : at && t("saved.at", { time: formatTime(language, new Date(at)) })}
    </span>
  );
}
