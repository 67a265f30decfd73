/**
 * The icons of the product: strokes on a grid of 24, drawn for it. Those that no island draws stand in
 * PageIcon.tsx, so that no browser loads them.
 */
export const STROKES = {
  plus: "M12 5v14M5 12h14",
  search: "M10.5 3.5a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM20.5 20.5l-5-5",
  eye:
    "M2 12c1.7-4 5.5-7 10-7s8.3 3 10 7c-1.7 4-5.5 7-10 7s-8.3-3-10-7zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
  minus: "M5 12h14",
  close: "M6 6l12 12M18 6L6 18",
  check: "M5 12.5l4.5 4.5L19.5 7",
  "arrow-left": "M19 12H5M11.5 5.5L5 12l6.5 6.5",
  "chevron-up": "M6 15l6-6 6 6",
  "chevron-down": "M6 9l6 6 6-6",
  menu: "M4 6h16M4 12h16M4 18h16",
  upload: "M12 16V4M7 8.5L12 4l5 4.5M4 16v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3",
  download: "M12 4v12M7 11.5l5 4.5 5-4.5M4 16v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3",
  folder:
    "M3 18V6a2 2 0 0 1 2-2h4l2.5 3H18a2 2 0 0 1 2 2v1.5M3 18.5l2.6-7A1.6 1.6 0 0 1 7.1 10.5H21l-2.7 8A2 2 0 0 1 16.4 20H4.5A1.5 1.5 0 0 1 3 18.5z",
  file:
    "M6 2.5h8L19.5 8v11.5a2 2 0 0 1-2 2h-11.5a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2zM13.5 2.7V8.5h5.7M8 13h8M8 17h6M8 9h1.5",
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
  clock: "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM12 6.5V12l3.5 2",
  retry: "M20.5 12a8.5 8.5 0 1 1-2.6-6.1L20.5 8.5M20.5 3.5v5h-5",
  copies:
    "M9 8.5h10A1.5 1.5 0 0 1 20.5 10v10a1.5 1.5 0 0 1-1.5 1.5H9A1.5 1.5 0 0 1 7.5 20V10A1.5 1.5 0 0 1 9 8.5zM4.5 16A1.5 1.5 0 0 1 3 14.5V4.5A2 2 0 0 1 5 2.5h9.5A1.5 1.5 0 0 1 16 4",
  person:
    "M12 12.5a4.75 4.75 0 1 0 0-9.5 4.75 4.75 0 0 0 0 9.5zM3.5 21c.6-4 4.1-6 8.5-6 1.3 0 2.5.2 3.6.5M16 20.5l4.5-4.5M18.5 14l2.5 2.5",
  "ring-dashed":
    "M21 10.1A9.25 9.25 0 0 1 21 13.9M19.8 17A9.25 9.25 0 0 1 17 19.8M13.9 21A9.25 9.25 0 0 1 10.1 21M7 19.8A9.25 9.25 0 0 1 4.2 17M3 13.9A9.25 9.25 0 0 1 3 10.1M4.2 7A9.25 9.25 0 0 1 7 4.2M10.1 3A9.25 9.25 0 0 1 13.9 3M17 4.2A9.25 9.25 0 0 1 19.8 7",
  "bookmark-check":
    "M7 3.5h10A1.5 1.5 0 0 1 18.5 5v15.5L12 17l-6.5 3.5V5A1.5 1.5 0 0 1 7 3.5zM9 10l2.2 2.2 4-4.2",
  ban: "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM9 15l6-6",
  columns:
    "M5 3.5h14A1.5 1.5 0 0 1 20.5 5v14a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V5A1.5 1.5 0 0 1 5 3.5zM9.2 3.5v17M14.8 3.5v17",
  swap: "M4 8.5h16l-4-4M20 15.5H4l4 4",
  sort: "M3 16.5L6.5 20l3.5-3.5M6.5 20V4M12 4.5h9M12 9h6.5M12 13.5h4",
  grip: "M9 5h.01M9 12h.01M9 19h.01M15 5h.01M15 12h.01M15 19h.01",
  ring: "M21 12a9 9 0 1 1-6.2-8.56",
  message: "M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7.5L7 20.5V17H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z",
  offline:
    "M3 3l18 18M12 19.5h.01M8.5 16a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 5-2.7M19 12.5a10 10 0 0 0-2.5-1.8M2 8.8a15 15 0 0 1 4.2-2.7M22 8.8A15 15 0 0 0 10.7 5",
} as const;

export type IconName = keyof typeof STROKES;

export interface IconProps {
  name: IconName;
  /** In pixels. */
  size?: number;
  class?: string;
}

/** An icon beside a word; hidden from screen readers, because the word says it. */
export function Icon({ name, ...look }: IconProps) {
  return <Drawn stroke={STROKES[name]} {...look} />;
}

export interface DrawnProps extends Omit<IconProps, "name"> {
  stroke: string;
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
export function IconSprite({ names }: { names: readonly IconName[] }) {
  return (
    <svg class="hidden" aria-hidden="true">
      {names.map((name) => (
        <symbol key={name} id={`icon-${name}`} viewBox="0 0 24 24">
          <path d={STROKES[name]} />
        </symbol>
      ))}
    </svg>
  );
}

/** The same as Icon by reference, a tenth of its size; IconSprite must stand on the page. */
export function SpriteIcon({ name, size = 15, class: extra }: IconProps) {
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
