import type { ToolIconName } from "./ToolIcon.tsx";

/**
 * The icons of the product: strokes on a grid of 24, drawn for it. Those that no island draws stand in
 * PageIcon.tsx, so that no browser loads them; those of some islands alone in ToolIcon.tsx.
 */
export const STROKES = {
  plus: "M12 5v14M5 12h14",
  search: "M10.5 3.5a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM20.5 20.5l-5-5",
  minus: "M5 12h14",
  close: "M6 6l12 12M18 6L6 18",
  check: "M5 12.5l4.5 4.5L19.5 7",
  "arrow-left": "M19 12H5M11.5 5.5L5 12l6.5 6.5",
  "chevron-up": "M6 15l6-6 6 6",
  "chevron-down": "M6 9l6 6 6-6",
  pencil:
    "M4 20l1.2-4.6L16.6 4a2.1 2.1 0 0 1 3 0l.4.4a2.1 2.1 0 0 1 0 3L8.6 18.8zM14.5 6.2l3.3 3.3",
  quote:
    "M10 4H5.5A1.5 1.5 0 0 0 4 5.5V11a1.5 1.5 0 0 0 1.5 1.5H10zM10 4v10c0 3.3-1.7 5.4-4.5 6M20 4h-4.5A1.5 1.5 0 0 0 14 5.5V11a1.5 1.5 0 0 0 1.5 1.5H20zM20 4v10c0 3.3-1.7 5.4-4.5 6",
  lock:
    "M5.5 10.5h13a1.5 1.5 0 0 1 1.5 1.5v8a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 20v-8a1.5 1.5 0 0 1 1.5-1.5zM7.5 10.5V7.5a4.5 4.5 0 0 1 9 0v3M12 15v2",
  scale:
    "M12 3v18M8 21h8M4.5 6.5c3 0 5.5-.8 7.5-2 2 1.2 4.5 2 7.5 2M6 7l3 7.5a5 5 0 0 1-6 0zM18 7l3 7.5a5 5 0 0 1-6 0z",
  "eye-off":
    "M3 3l18 18M10.5 5.2A10.4 10.4 0 0 1 22 12a12.5 12.5 0 0 1-2.2 3.2M6.5 6.7A12 12 0 0 0 2 12c1.7 4 5.5 7 10 7a9.8 9.8 0 0 0 5.2-1.5M10 10a3 3 0 0 0 4.1 4.2",
  list: "M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01",
  alert: "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM12 7.5V13M12 16.5h.01",
  stop: "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM9 9l6 6M15 9l-6 6",
  info: "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM12 11v5.5M12 7.5h.01",
  person:
    "M12 12.5a4.75 4.75 0 1 0 0-9.5 4.75 4.75 0 0 0 0 9.5zM3.5 21c.6-4 4.1-6 8.5-6 1.3 0 2.5.2 3.6.5M16 20.5l4.5-4.5M18.5 14l2.5 2.5",
  "ring-dashed":
    "M21 10.1A9.25 9.25 0 0 1 21 13.9M19.8 17A9.25 9.25 0 0 1 17 19.8M13.9 21A9.25 9.25 0 0 1 10.1 21M7 19.8A9.25 9.25 0 0 1 4.2 17M3 13.9A9.25 9.25 0 0 1 3 10.1M4.2 7A9.25 9.25 0 0 1 7 4.2M10.1 3A9.25 9.25 0 0 1 13.9 3M17 4.2A9.25 9.25 0 0 1 19.8 7",
  "bookmark-check":
    "M7 3.5h10A1.5 1.5 0 0 1 18.5 5v15.5L12 17l-6.5 3.5V5A1.5 1.5 0 0 1 7 3.5zM9 10l2.2 2.2 4-4.2",
  ban: "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM9 15l6-6",
  ring: "M21 12a9 9 0 1 1-6.2-8.56",
} as const;

export type IconName = keyof typeof STROKES;

export interface DrawnProps {
  stroke: string;
  /** In pixels. */
  size?: number | undefined;
  class?: string | undefined;
}

export interface IconProps extends Omit<DrawnProps, "stroke"> {
  name: IconName;
}

/** An icon beside a word; hidden from screen readers, because the word says it. */
export function Icon({ name, size, class: extra }: IconProps) {
  // Called, and no component of its own: that would cost as much as the icon.
  return Drawn({ stroke: STROKES[name], size, class: extra });
}

/** An icon by its stroke. */
export function Drawn({ stroke, size = 15, class: className }: DrawnProps) {
  return (
    <svg
      class={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={size < 15 ? 2 : 1.75}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={stroke} />
    </svg>
  );
}

/** Icons that a long list repeats, drawn once for SpriteIcon. */
export function IconSprite({ strokes }: { strokes: Readonly<Record<string, string>> }) {
  return (
    <svg class="hidden" aria-hidden="true">
      {Object.entries(strokes).map(([name, stroke]) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
          <path d={stroke} />
        </symbol>
      ))}
    </svg>
  );
}

export interface SpriteIconProps extends Omit<IconProps, "name"> {
  name: IconName | ToolIconName;
}

/** The same as Icon by reference, a tenth of its size; IconSprite must stand on the page. */
export function SpriteIcon({ name, size = 15, class: extra }: SpriteIconProps) {
  const look = size < 15 ? "icon icon-bold" : "icon";
  return (
    <svg
      class={extra ? `${look} ${extra}` : look}
      width={size}
      height={size}
      aria-hidden="true"
    >
      <use href={`#icon-${name}`} />
    </svg>
  );
}
