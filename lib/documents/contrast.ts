/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** Below this nobody sees the difference; pale grey (#ddd) on white has 1.36. */
export const MIN_CONTRAST = 1.15;

function luminance(colour: Rgb): number {
  const [r = 0, g = 0, b = 0] = colour.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * The contrast of two colours, 1 (the same) to 21 (black on white).
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrast(a: Rgb, b: Rgb): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

/** "FFEE00" or "#ffee00" as a colour; undefined for anything else ("auto"). */
export function fromHex(hex: string | undefined): Rgb | undefined {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex ?? "");
  if (!match) return undefined;
  const [, r = "0", g = "0", b = "0"] = match;
  return [parseInt(r, 16), parseInt(g, 16), parseInt(b, 16)];
}
