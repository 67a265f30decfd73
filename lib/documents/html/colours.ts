import { contrast, fromHex, MIN_CONTRAST, type Rgb } from "../contrast.ts";

/** Names of CSS, the common and the pale ones; a name that is not here counts as unknown. */
const NAMED: Readonly<Record<string, string>> = {
  aliceblue: "f0f8ff",
  antiquewhite: "faebd7",
  azure: "f0ffff",
  beige: "f5f5dc",
  black: "000000",
  blue: "0000ff",
  cornsilk: "fff8dc",
  darkblue: "00008b",
  darkgray: "a9a9a9",
  darkgrey: "a9a9a9",
  darkgreen: "006400",
  darkred: "8b0000",
  dimgray: "696969",
  floralwhite: "fffaf0",
  fuchsia: "ff00ff",
  gainsboro: "dcdcdc",
  ghostwhite: "f8f8ff",
  gray: "808080",
  green: "008000",
  grey: "808080",
  honeydew: "f0fff0",
  ivory: "fffff0",
  lavender: "e6e6fa",
  lavenderblush: "fff0f5",
  lightcyan: "e0ffff",
  lightgray: "d3d3d3",
  lightgrey: "d3d3d3",
  lightyellow: "ffffe0",
  linen: "faf0e6",
  maroon: "800000",
  midnightblue: "191970",
  mintcream: "f5fffa",
  navy: "000080",
  oldlace: "fdf5e6",
  olive: "808000",
  orange: "ffa500",
  purple: "800080",
  red: "ff0000",
  seashell: "fff5ee",
  silver: "c0c0c0",
  slategray: "708090",
  snow: "fffafa",
  steelblue: "4682b4",
  teal: "008080",
  white: "ffffff",
  whitesmoke: "f5f5f5",
  yellow: "ffff00",
};

/** A colour and how much of it is seen, 0 to 1. */
export interface Paint {
  readonly colour: Rgb;
  readonly alpha: number;
}

const NONE: Paint = { colour: [0, 0, 0], alpha: 0 };

/** A CSS colour; undefined where it can't be told, as with variables and wide colour spaces. */
export function parseColour(value: string): Paint | undefined {
  const word = value.trim().toLowerCase();
  if (word === "transparent") return NONE;
  const hex = word.startsWith("#") ? word.slice(1) : NAMED[word];
  if (hex !== undefined) return fromDigits(hex);
  const call = /^rgba?\(([^()]{1,80})\)$/.exec(word)?.[1];
  if (call === undefined) return undefined;
  const [red, green, blue, alpha = "1"] = call.split(/[\s,/]+/).filter((part) => part !== "");
  const colour = [red, green, blue].map((part) => share(part, 255));
  const seen = share(alpha, 1);
  if (!colour.every((channel) => channel !== undefined) || seen === undefined) return undefined;
  return { colour: [colour[0] ?? 0, colour[1] ?? 0, colour[2] ?? 0], alpha: seen };
}

function fromDigits(hex: string): Paint | undefined {
  const long = hex.length <= 4 ? hex.replaceAll(/./g, "$&$&") : hex;
  const colour = fromHex(long.slice(0, 6));
  if (!colour || (long.length !== 6 && long.length !== 8)) return undefined;
  const alpha = long.length === 8 ? parseInt(long.slice(6), 16) / 255 : 1;
  return Number.isNaN(alpha) ? undefined : { colour, alpha };
}

/** "50%" or a number, bounded by 0 and `most`. */
function share(part: string | undefined, most: number): number | undefined {
  const number = parseFloat(part ?? "");
  if (Number.isNaN(number)) return undefined;
  return Math.min(most, Math.max(0, part?.endsWith("%") ? number / 100 * most : number));
}

/** What is seen when `paint` lies on `behind`. */
export function laidOn({ colour, alpha }: Paint, behind: Rgb): Rgb {
  const mixed = (i: 0 | 1 | 2) => colour[i] * alpha + behind[i] * (1 - alpha);
  return [mixed(0), mixed(1), mixed(2)];
}

/** Whether nobody sees text of that colour; what lies behind is null where it can't be told. */
export function isLost(paint: Paint, behind: Rgb | null): boolean {
  if (behind === null) return paint.alpha < 0.05;
  return contrast(laidOn(paint, behind), behind) < MIN_CONTRAST;
}
