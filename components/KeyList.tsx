import type { Signal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";

/** Keys and what they do: `[["J", "K"], "keys.move"]`. */
export type KeyLine = readonly [keys: readonly string[], does: keyof Texts<"keys.">];

export interface KeyListProps {
  isOpen: Signal<boolean>;
  lines: readonly KeyLine[];
  language: Language;
  texts: Texts<"keys.">;
}

/** The keys of a page in a dialog, opened by "?". */
export function KeyList({ isOpen, lines, language, texts }: KeyListProps) {
  const t = speaker(language, texts);
  const dialog = useRef<HTMLDialogElement>(null);
  const shown = isOpen.value;
  useEffect(() => {
    if (shown) dialog.current?.showModal();
    else dialog.current?.close();
  }, [shown]);
  return (
    <dialog
      class="dialog"
      ref={dialog}
      onClose={() => isOpen.value = false}
      aria-labelledby="keys-title"
    >
      <div class="grid gap-3">
        <h2 id="keys-title">{t("keys.title")}</h2>
        <dl class="key-list">
          {lines.map(([keys, does]) => (
            <div key={does}>
              <dt>{keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
              <dd>{t(does)}</dd>
            </div>
          ))}
        </dl>
        <p class="text-xs text-fg-3">{t("keys.settings")}</p>
        <div class="flex justify-end">
          <button type="button" class="btn" onClick={() => isOpen.value = false}>
            {t("keys.close")}
          </button>
        </div>
      </div>
    </dialog>
  );
}
