import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Drawn, Icon } from "../components/Icon.tsx";
import { fetchPart, type PartFailure } from "../components/page_part.ts";

export interface MenuDialogsProps {
  /** Pages that are links of the menu, and dialogs where there is JavaScript. */
  entries: readonly { readonly href: string; readonly stroke: string; readonly word: string }[];
  words: Readonly<Record<PartFailure | "close", string>>;
}

/**
 * Opens pages of the menu as dialogs over the one that somebody is on. What the dialog shows is the
 * part `#in-dialog` of that page, and what its form is answered with takes its place.
 */
export function MenuDialogs({ entries, words }: MenuDialogsProps) {
  const title = useSignal("");
  const failure = useSignal<PartFailure | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const summary = useRef<HTMLElement | null>(null);

  const show = async (url: string, body?: FormData): Promise<boolean> => {
    const part = await fetchPart(url, body);
    failure.value = typeof part === "string" ? part : null;
    if (typeof part === "string") return false;
    place.current?.replaceChildren(part);
    return true;
  };

  const open = async (event: MouseEvent, { href, word }: MenuDialogsProps["entries"][number]) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    title.value = word;
    const menu = (event.currentTarget as Element).closest("details");
    summary.current = menu?.querySelector("summary") ?? null;
    if (!await show(href)) return location.assign(href);
    menu?.removeAttribute("open");
    dialog.current?.showModal();
    place.current?.querySelector<HTMLElement>("input:not([type=hidden])")?.focus();
  };

  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const button = form.querySelector<HTMLButtonElement>('button[type="submit"]');
    button?.setAttribute("aria-busy", "true");
    const isShown = await show(form.action, new FormData(form));
    button?.removeAttribute("aria-busy");
    if (!isShown) return;
    const next = place.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (next ?? dialog.current?.querySelector<HTMLElement>("[data-close]"))?.focus();
  };

  useEffect(() => {
    const one = dialog.current;
    // Inside of a closed menu nothing is drawn.
    if (one) document.body.append(one);
    // What is fetched stands outside of what Preact knows, so its form is heard here.
    const listen = (event: SubmitEvent) => void send(event);
    one?.addEventListener("submit", listen);
    return () => one?.removeEventListener("submit", listen);
  }, []);

  return (
    <>
      {entries.map((entry) => (
        <a
          key={entry.href}
          class="menu-item"
          href={entry.href}
          onClick={(event) => void open(event, entry)}
        >
          <Drawn stroke={entry.stroke} />
          {entry.word}
        </a>
      ))}
      <dialog
        class="dialog"
        ref={dialog}
        aria-labelledby="menu-dialog"
        onClose={() => summary.current?.focus()}
      >
        <div class="mb-3 flex items-center gap-3">
          <h2 id="menu-dialog" class="flex-1">{title}</h2>
          <button
            type="button"
            class="btn btn-quiet btn-icon"
            aria-label={words.close}
            data-close
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" />
          </button>
        </div>
        {failure.value && <p class="error-line mb-3" role="alert">{words[failure.value]}</p>}
        <div ref={place} />
      </dialog>
    </>
  );
}
