import { Drawn, type DrawnProps } from "./Icon.tsx";

/** Of icons that are drawn on the server alone. */
export const PAGE_STROKES = {
  "arrow-down": "M12 5v14M5.5 12.5L12 19l6.5-6.5",
  "arrow-up": "M12 19V5M5.5 11.5L12 5l6.5 6.5",
  keyboard:
    "M4 6h16a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 20 18H4a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 4 6zM6.5 10h.01M10 10h.01M14 10h.01M17.5 10h.01M8 14h8",
  printer:
    "M7 8.5V3.5h10v5M7 17H5a1.5 1.5 0 0 1-1.5-1.5v-5.5A1.5 1.5 0 0 1 5 8.5h14a1.5 1.5 0 0 1 1.5 1.5v5.5A1.5 1.5 0 0 1 19 17h-2M7 14h10v6.5H7z",
  bulb:
    "M9 18h6M10 21.5h4M8.5 15c-.3-1.2-1-1.9-1.8-2.8A6.5 6.5 0 0 1 5.5 8.5a6.5 6.5 0 0 1 13 0c0 1.4-.4 2.7-1.2 3.7-.8.9-1.5 1.6-1.8 2.8",
  sun:
    "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4",
  moon: "M20 14.5A8.5 8.5 0 1 1 9.5 4a7 7 0 0 0 10.5 10.5z",
  screen:
    "M4.5 4h15A1.5 1.5 0 0 1 21 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 14.5v-9A1.5 1.5 0 0 1 4.5 4zM8.5 20h7M12 16v4",
  sliders: "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5",
  leave: "M15 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h9M10 12h11M17 8l4 4-4 4",
  menu: "M4 6h16M4 12h16M4 18h16",
  message: "M5 4h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-7.5L7 20.5V17H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z",
  offline:
    "M3 3l18 18M12 19.5h.01M8.5 16a5 5 0 0 1 7 0M5 12.5a10 10 0 0 1 5-2.7M19 12.5a10 10 0 0 0-2.5-1.8M2 8.8a15 15 0 0 1 4.2-2.7M22 8.8A15 15 0 0 0 10.7 5",
} as const;

export type PageIconName = keyof typeof PAGE_STROKES;

export interface PageIconProps extends Omit<DrawnProps, "stroke"> {
  name: PageIconName;
}

/** As `Icon`; an island that draws one makes its strokes a part of the script. */
export function PageIcon({ name, size, class: extra }: PageIconProps) {
  return Drawn({ stroke: PAGE_STROKES[name], size, class: extra });
}
