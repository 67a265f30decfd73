import { useLayoutEffect, useRef } from "preact/hooks";
import type { Stage } from "../lib/hiring/stages.ts";
import { type SayMove, StageIcon, stageName } from "./StageWord.tsx";

/** Whose menu is open, and beside what. */
export interface MenuOf {
  readonly resumeId: string;
  readonly name: string;
  readonly stageId: string;
  readonly button: HTMLElement;
}

export interface MoveMenuProps {
  /** Null: closed. */
  menu: MenuOf | null;
  stages: readonly Stage[];
  /** "Move Sanne de Wit to". */
  label: string;
  t: SayMove;
  onClose: () => void;
  onChoose: (resumeId: string, stage: Stage) => void;
}

/** The stages to move somebody to; one for all cards. Escape and a press beside it close it. */
export function MoveMenu({ menu, stages, label, t, onClose, onChoose }: MoveMenuProps) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = panel.current;
    if (!element || !menu) return;
    element.showPopover();
    placeBeside(element, menu.button);
    menu.button.setAttribute("aria-expanded", "true");
    element.querySelector<HTMLElement>('[aria-checked="false"]')?.focus();
    const close = () => element.hidePopover();
    addEventListener("resize", close);
    addEventListener("scroll", close, { passive: true });
    return () => {
      menu.button.removeAttribute("aria-expanded");
      removeEventListener("resize", close);
      removeEventListener("scroll", close);
    };
  }, [menu]);

  return (
    <div
      class="board-menu"
      popover="auto"
      role="menu"
      ref={panel}
      aria-label={label}
      onKeyDown={(event) => walk(event, panel.current)}
      onToggle={(event) => {
        if (event.newState === "closed") onClose();
      }}
    >
      {menu && stages.map((stage) => (
        <button
          key={stage.id}
          type="button"
          class="menu-item"
          role="menuitemradio"
          tabIndex={-1}
          aria-checked={stage.id === menu.stageId ? "true" : "false"}
          onClick={() => {
            panel.current?.hidePopover();
            if (stage.id !== menu.stageId) onChoose(menu.resumeId, stage);
          }}
        >
          <StageIcon decision={stage.decision} />
          {stageName(stage, t)}
        </button>
      ))}
    </div>
  );
}

/** Arrows, Home and End within the menu; Tab leaves it. */
function walk(event: KeyboardEvent, panel: HTMLElement | null): void {
  if (!panel) return;
  if (event.key === "Tab") {
    panel.hidePopover();
    return;
  }
  const items = [...panel.querySelectorAll<HTMLElement>("[role=menuitemradio]")];
  const at = items.findIndex((item) => item === document.activeElement);
  const next = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  items[next]?.focus();
}

/** Under the button, or over it where there is no room; never beyond the window. */
function placeBeside(panel: HTMLElement, button: HTMLElement): void {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  const { width, height } = panel.getBoundingClientRect();
  const x = Math.min(Math.max(8, right - width), innerWidth - width - 8);
  const isBelow = bottom + height + 12 < innerHeight || top < height + 12;
  panel.style.left = `${Math.min(x, Math.max(8, left))}px`;
  panel.style.top = `${isBelow ? bottom + 4 : top - height - 4}px`;
}
