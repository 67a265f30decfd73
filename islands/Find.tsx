import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { FindItem } from "../components/find_items.ts";
import { Icon } from "../components/Icon.tsx";
import { useFinding } from "../components/use_finding.ts";
import { useKeys } from "../components/keys.ts";
import { useLater } from "../components/use_later.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";

export interface FindProps {
  singleKeys: boolean;
  language: Language;
  texts: Texts<"find.">;
}

/** The field in the bar: people, jobs and actions while somebody types; a search page without. */
export function Find({ singleKeys, language, texts }: FindProps) {
  const t = speaker(language, texts);
  const typed = useSignal("");
  const isOpen = useSignal(false);
  const current = useSignal(-1);
  const field = useRef<HTMLInputElement>(null);
  const { items, state, look } = useFinding();
  const Options = useLater(
    isOpen,
    async () => (await import("../components/FindOptions.tsx")).FindOptions,
  );

  const focus = () => {
    showFolded(field.current);
    field.current?.focus();
    field.current?.select();
  };
  useKeys(singleKeys, { "/": focus });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      focus();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);

  const open = () => {
    if (isOpen.value) return;
    isOpen.value = true;
    look(typed.value);
  };
  const close = () => {
    isOpen.value = false;
    current.value = -1;
  };
  const type = (text: string) => {
    typed.value = text;
    current.value = -1;
    isOpen.value = true;
    look(text);
  };
  const move = (by: number) => {
    open();
    const count = items.value.length;
    // One place more than there are: the field itself, between the last and the first.
    if (count > 0) current.value = (current.value + 1 + by + count + 1) % (count + 1) - 1;
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const chosen = items.value[current.value];
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && isOpen.value && chosen) choose(chosen);
    else if (event.key === "Escape" && isOpen.value) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      class="find"
      action="/find"
      role="search"
      aria-label={t("find.label")}
      onFocusOut={(event) => {
        const next = event.relatedTarget;
        if (!(next instanceof Node && event.currentTarget.contains(next))) close();
      }}
    >
      <Icon name="search" size={14} />
      <input
        ref={field}
        type="search"
        name="q"
        maxLength={200}
        autocomplete="off"
        placeholder={t("find.label")}
        aria-label={t("find.label")}
        aria-keyshortcuts={singleKeys ? "/ Control+K" : "Control+K"}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen.value && Options ? "true" : "false"}
        aria-controls="find-list"
        aria-activedescendant={current.value >= 0 ? `find-${current.value}` : undefined}
        value={typed.value}
        onInput={(event) => type(event.currentTarget.value)}
        onFocus={open}
        onClick={open}
        onKeyDown={press}
      />
      <kbd class="with-script" aria-hidden="true">{singleKeys ? "/" : "Ctrl K"}</kbd>
      {Options && (
        <Options
          isOpen={isOpen.value}
          items={items.value}
          state={state.value}
          typed={typed.value.trim()}
          current={current.value}
          onChoose={choose}
          onRetry={() => {
            field.current?.focus(); // the button goes
            look(typed.value);
          }}
          t={t}
        />
      )}
    </form>
  );
}

/** Goes there; what changes something is posted, as its form would be. */
function choose({ href, fields }: FindItem): void {
  if (!fields) return location.assign(href);
  const form = document.createElement("form");
  form.method = "post";
  form.action = href;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}

/** On a narrow page the field is in the folded menu. */
function showFolded(field: HTMLInputElement | null): void {
  if (field && field.offsetParent === null) {
    field.closest<HTMLElement>("[popover]")?.showPopover();
  }
}
