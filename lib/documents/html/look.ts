import type { Rgb } from "../contrast.ts";
import type { HiddenText } from "../types.ts";
import type { Said } from "./cascade.ts";
import { isLost, laidOn, type Paint, parseColour } from "./colours.ts";

/** How an element is laid out, as far as it parts its text from that of others. */
export type Role = "inline" | "block" | "item" | "table" | "row" | "cell";

/** How the text of an element looks. */
export interface Look {
  readonly role: Role;
  /** Whether its children stand beside each other. */
  readonly isRow: boolean;
  readonly hasMarker: boolean;
  readonly keepsLines: boolean;
  /** Why nothing of it and in it is seen, whatever its children say. */
  readonly cause: HiddenText["cause"] | null;
  /** A child may be visible again. */
  readonly isVisible: boolean;
  /** Null where it can't be told. */
  readonly colour: Paint | null;
  /** What lies behind; null where it can't be told, as with a picture. */
  readonly behind: Rgb | null;
  readonly sizePx: number;
}

const ROOT_PX = 16;
/** Smaller than 2 points, as in other formats. */
const MIN_PX = 2 * 96 / 72;
/** No layout moves text by that much, but to lose it. */
const FAR_PX = -500;
const BLACK: Paint = { colour: [0, 0, 0], alpha: 1 };

/** A page of black text on white paper. */
export const PAGE_LOOK: Look = {
  role: "block",
  isRow: false,
  hasMarker: true,
  keepsLines: false,
  cause: null,
  isVisible: true,
  colour: BLACK,
  behind: [255, 255, 255],
  sizePx: ROOT_PX,
};

const ROLES: Readonly<Record<string, Role>> = {
  inline: "inline",
  contents: "inline",
  "inline-block": "inline",
  "inline-flex": "inline",
  block: "block",
  flex: "block",
  grid: "block",
  "flow-root": "block",
  "list-item": "item",
  table: "table",
  "table-row": "row",
  "table-cell": "cell",
};

const SIZES: Readonly<Record<string, number>> = {
  "xx-small": 9,
  "x-small": 10,
  small: 13,
  medium: 16,
  large: 18,
  "x-large": 24,
  "xx-large": 32,
};

/** A length in px; undefined for words, calculations and variables. */
function toPx(value: string | undefined, emPx: number): number | undefined {
  const match = /^([+-]?\d*\.?\d+)(px|pt|em|rem|%|)$/i.exec(value?.trim() ?? "");
  if (!match) return undefined;
  const number = Number(match[1]);
  const unit = match[2]?.toLowerCase();
  if (unit === "pt") return number * 96 / 72;
  if (unit === "em") return number * emPx;
  if (unit === "rem") return number * ROOT_PX;
  if (unit === "%") return number / 100 * emPx;
  return number;
}

/** How an element looks by what is said of it and how the one around it looks. */
export function lookOf(said: Said, usual: Role, outer: Look): Look {
  const sizePx = sizeOf(said.get("font-size"), outer.sizePx);
  const display = said.get("display")?.toLowerCase();
  const visibility = said.get("visibility")?.toLowerCase();
  const isRow = /flex/.test(display ?? "") && !/column/.test(said.get("flex-direction") ?? "");
  const list = said.get("list-style-type")?.toLowerCase();
  const whiteSpace = said.get("white-space")?.toLowerCase();
  return {
    role: ROLES[display ?? ""] ?? usual,
    isRow,
    hasMarker: list === undefined || list === "inherit" ? outer.hasMarker : list !== "none",
    keepsLines: whiteSpace === undefined ? outer.keepsLines : /^(?:pre|break)/.test(whiteSpace),
    cause: outer.cause ?? causeOf(said, sizePx),
    isVisible: visibility === undefined || visibility === "inherit"
      ? outer.isVisible
      : visibility === "visible",
    colour: colourOf(said, outer.colour),
    behind: behindOf(said, outer.behind),
    sizePx,
  };
}

/** Why text that looks like that is not seen, or null when it is. */
export function hiddenCause(look: Look): HiddenText["cause"] | null {
  if (look.cause) return look.cause;
  if (!look.isVisible) return "invisible";
  if (look.sizePx < MIN_PX) return "size";
  return look.colour && isLost(look.colour, look.behind) ? "colour" : null;
}

function sizeOf(value: string | undefined, outerPx: number): number {
  return toPx(value, outerPx) ?? SIZES[value?.toLowerCase() ?? ""] ?? outerPx;
}

function colourOf(said: Said, outer: Paint | null): Paint | null {
  const value = said.get("-webkit-text-fill-color") ?? said.get("color");
  if (value === undefined || /^(?:inherit|currentcolor)$/i.test(value)) return outer;
  return parseColour(value) ?? null;
}

function behindOf(said: Said, outer: Rgb | null): Rgb | null {
  const image = said.get("background-image")?.toLowerCase();
  if (image !== undefined && image !== "none") return null;
  const value = said.get("background-color")?.toLowerCase();
  if (value === undefined || /^(?:none|inherit|initial|unset)$/.test(value)) return outer;
  const paint = parseColour(value);
  if (!paint || (outer === null && paint.alpha < 1)) return paint?.alpha === 0 ? outer : null;
  return laidOn(paint, outer ?? paint.colour);
}

function causeOf(said: Said, sizePx: number): HiddenText["cause"] | null {
  const px = (property: string) => toPx(said.get(property), sizePx);
  const is = (property: string, pattern: RegExp) => pattern.test(said.get(property) ?? "");
  if (is("display", /^none$/i) || is("mso-hide", /^all$/i)) return "vanish";
  const isPlaced = is("position", /^(?:absolute|fixed|relative)$/i);
  const offsets = ["text-indent", "margin-left", "margin-top"]
    .concat(isPlaced ? ["left", "right", "top", "bottom"] : []);
  if (offsets.some((property) => (px(property) ?? 0) <= FAR_PX)) return "off_page";
  const moved = /translate[xy3d]*\(\s*(-\d+)px/i.exec(said.get("transform") ?? "")?.[1];
  if (moved !== undefined && Number(moved) <= FAR_PX) return "off_page";
  const opacity = parseFloat(said.get("opacity") ?? "1");
  const isClipped = is("clip", /^rect\((?:\s*[01](?:px)?[\s,]*){4}\)$/i) ||
    is("clip-path", /^(?:inset\((?:50|100)%\)|circle\(0)/i);
  const isClosed = is("overflow", /^(?:hidden|clip)/i) &&
    ["width", "height", "max-width", "max-height"].some((name) => (px(name) ?? 2) <= 1);
  if (opacity < 0.05 || isClipped || isClosed) return "invisible";
  return is("transform", /^scale[xy]?\(0[),]/i) ? "size" : null;
}
