import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Stage } from "../lib/hiring/stages.ts";
import { nameOf, type RowElement, rowOf, ROWS_FORM } from "./ranking_rows.ts";
import { decisionWord, type SayMove, StageIcon } from "./StageWord.tsx";

export interface DecideMenuProps {
  stages: readonly Stage[];
  /** "Move Sanne de Wit to" */
  title: (name: string) => string;
  t: SayMove;
  onPick: (row: RowElement, stage: Stage) => void;
}

/** The stages to move one candidate to; opened by the word in their row. */
export function DecideMenu({ stages, title, t, onPick }: DecideMenuProps) {
  const row = useSignal<RowElement | null>(null);
  const menu = useRef<HTMLDivElement>(null);
  useOpening(row, menu);
  const pick = (stage: Stage) => {
    const chosen = row.value;
    menu.current?.hidePopover();
    if (chosen) onPick(chosen, stage);
  };
  return (
    <div
      class="menu-panel decide-menu"
      id="decide-menu"
      role="menu"
      popover="auto"
      ref={menu}
      aria-label={row.value ? title(nameOf(row.value)) : undefined}
      onKeyDown={moveFocus}
    >
      {stages.map((stage) => (
        <button
          key={stage.id}
          type="button"
          class="menu-item"
          role="menuitemradio"
          aria-checked={row.value?.dataset.stage === stage.id}
          tabIndex={-1}
          onClick={() => pick(stage)}
        >
          <StageIcon decision={stage.decision} />
          {decisionWord(stage, t)}
        </button>
      ))}
    </div>
  );
}

function useOpening(
  row: Signal<RowElement | null>,
  menu: { readonly current: HTMLDivElement | null },
): void {
  useEffect(() => {
    const form = document.getElementById(ROWS_FORM);
    const leaving = new AbortController();
    const { signal } = leaving;
    let opener: Element | null = null;
    let closedAt = 0;
    menu.current?.addEventListener("toggle", (event) => {
      const isOpen = (event as ToggleEvent).newState === "open";
      opener?.setAttribute("aria-expanded", String(isOpen));
      if (!isOpen) closedAt = event.timeStamp;
    }, { signal });
    form?.addEventListener("click", (event) => {
      const button = event.target instanceof Element && event.target.closest(".decide-button");
      if (!button) return;
      event.preventDefault();
      // The press that closed it is no press to open it.
      if (button === opener && event.timeStamp - closedAt < 300) return;
      opener = button;
      row.value = rowOf(button);
      requestAnimationFrame(() => open(menu.current, button));
    }, { signal });
    return () => leaving.abort();
  }, []);
}

function open(menu: HTMLElement | null, button: Element): void {
  if (!menu) return;
  menu.showPopover();
  const at = button.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - width - 8))}px`;
  const isLow = at.bottom + 4 + height > innerHeight;
  menu.style.top = `${isLow ? at.top - 4 - height : at.bottom + 4}px`;
  const items = itemsOf(menu);
  (items.find((item) => item.getAttribute("aria-checked") === "true") ?? items[0])?.focus();
}

function itemsOf(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitemradio"]')];
}

function moveFocus(event: KeyboardEvent): void {
  const items = itemsOf(event.currentTarget as Element);
  const at = items.findIndex((item) => item === document.activeElement);
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[(to + items.length) % items.length]?.focus();
}
