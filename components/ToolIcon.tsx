import { Drawn, type DrawnProps } from "./Icon.tsx";

/** Of islands that take files, edit and sort: apart, so that a page that shows loads none of them. */
export const TOOL_STROKES = {
  upload: "M12 16V4M7 8.5L12 4l5 4.5M4 16v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3",
  download: "M12 4v12M7 11.5l5 4.5 5-4.5M4 16v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3",
  folder:
    "M3 18V6a2 2 0 0 1 2-2h4l2.5 3H18a2 2 0 0 1 2 2v1.5M3 18.5l2.6-7A1.6 1.6 0 0 1 7.1 10.5H21l-2.7 8A2 2 0 0 1 16.4 20H4.5A1.5 1.5 0 0 1 3 18.5z",
  file:
    "M6 2.5h8L19.5 8v11.5a2 2 0 0 1-2 2h-11.5a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2zM13.5 2.7V8.5h5.7M8 13h8M8 17h6M8 9h1.5",
  clock: "M12 2.5a9.5 9.5 0 1 1 0 19 9.5 9.5 0 0 1 0-19zM12 6.5V12l3.5 2",
  retry: "M20.5 12a8.5 8.5 0 1 1-2.6-6.1L20.5 8.5M20.5 3.5v5h-5",
  copies:
    "M9 8.5h10A1.5 1.5 0 0 1 20.5 10v10a1.5 1.5 0 0 1-1.5 1.5H9A1.5 1.5 0 0 1 7.5 20V10A1.5 1.5 0 0 1 9 8.5zM4.5 16A1.5 1.5 0 0 1 3 14.5V4.5A2 2 0 0 1 5 2.5h9.5A1.5 1.5 0 0 1 16 4",
  swap: "M4 8.5h16l-4-4M20 15.5H4l4 4",
  grip: "M9 5h.01M9 12h.01M9 19h.01M15 5h.01M15 12h.01M15 19h.01",
  columns:
    "M5 3.5h14A1.5 1.5 0 0 1 20.5 5v14a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 19V5A1.5 1.5 0 0 1 5 3.5zM9.2 3.5v17M14.8 3.5v17",
  sort: "M3 16.5L6.5 20l3.5-3.5M6.5 20V4M12 4.5h9M12 9h6.5M12 13.5h4",
  eye:
    "M2 12c1.7-4 5.5-7 10-7s8.3 3 10 7c-1.7 4-5.5 7-10 7s-8.3-3-10-7zM12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6z",
} as const;

export type ToolIconName = keyof typeof TOOL_STROKES;

export interface ToolIconProps extends Omit<DrawnProps, "stroke"> {
  name: ToolIconName;
}

/** As `Icon`; an island that draws one makes these strokes a part of the script. */
export function ToolIcon({ name, size, class: extra }: ToolIconProps) {
  return Drawn({ stroke: TOOL_STROKES[name], size, class: extra });
}
