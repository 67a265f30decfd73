import assert from "node:assert/strict";
import { join } from "node:path";

/** Each colour token with its value in the light and in the dark theme. */
async function readTokens(): Promise<Map<string, readonly [light: string, dark: string]>> {
  const path = join(import.meta.dirname ?? ".", "../styles/tokens.css");
  const css = await Deno.readTextFile(path);
  const pattern = /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g;
  return new Map([...css.matchAll(pattern)].map(([, name = "", light = "", dark = ""]) => [
    name,
    [light, dark],
  ]));
}

const GROUNDS = [
  "canvas",
  "surface",
  "surface-sunken",
  "surface-hover",
  "surface-selected",
  "fill",
];
const VERDICTS = ["yes", "partial", "no"];

/** What stands on what, and how much they must differ: text 4.5, marks and edges 3. */
const PAIRS: readonly (readonly [on: string, ground: string, least: number])[] = [
  ...GROUNDS.flatMap((ground) =>
    ["fg", "fg-2", "fg-3", "accent-fg", ...VERDICTS.map((one) => `${one}-fg`)]
      .map((text) => [text, ground, 4.5] as const)
  ),
  ...["fg", "fg-2", "fg-3"].map((text) => [text, "surface-raised", 4.5] as const),
  ...VERDICTS.flatMap((verdict) => [
    [`${verdict}-fg`, `${verdict}-soft`, 4.5] as const,
    ["fg", `${verdict}-mark`, 4.5] as const,
    ["fg-2", `${verdict}-mark`, 4.5] as const,
    ...["canvas", "surface", "surface-hover", "surface-selected"].map((ground) =>
      [verdict, ground, 3] as const
    ),
    [verdict, `${verdict}-mark`, 3] as const,
  ]),
  ...["a", "b", "c", "d"].map((grade) => [`grade-${grade}-fg`, `grade-${grade}`, 4.5] as const),
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-hover", 4.5],
  ["on-danger", "danger", 4.5],
  ["on-danger", "danger-hover", 4.5],
  ["on-ink", "ink", 4.5],
  ["accent-fg", "accent-soft", 4.5],
  ["fg", "accent-soft", 4.5],
  ...["canvas", "surface", "surface-hover", "surface-selected"].flatMap((ground) => [
    ["control", ground, 3] as const,
    ["focus", ground, 3] as const,
    ["accent", ground, 3] as const,
    ["bar", ground, 3] as const,
  ]),
];

Deno.test("text and marks stand out from their ground in both themes", async () => {
  const tokens = await readTokens();
  assert.ok(tokens.size >= 50, "the tokens could not be read from styles/tokens.css");
  for (const [on, ground, least] of PAIRS) {
    for (const theme of [0, 1] as const) {
      const ratio = contrast(colour(tokens, on)[theme], colour(tokens, ground)[theme]);
      const where = theme === 0 ? "light" : "dark";
      assert.ok(ratio >= least, `${on} on ${ground}, ${where}: ${ratio.toFixed(2)} < ${least}`);
    }
  }
});

Deno.test("verdict colours stay apart for eyes that see two of three primaries", async () => {
  const tokens = await readTokens();
  for (const theme of [0, 1] as const) {
    for (const [name, matrix] of Object.entries(DICHROMACY)) {
      const seen = VERDICTS.map((verdict) =>
        oklab(simulate(colour(tokens, verdict)[theme], matrix))
      );
      for (const [a, b] of [[0, 1], [0, 2], [1, 2]] as const) {
        const distance = Math.hypot(
          ...(seen[a] ?? []).map((value, i) => value - (seen[b]?.[i] ?? 0)),
        );
        assert.ok(distance >= 0.1, `${VERDICTS[a]} and ${VERDICTS[b]}, ${name}: ${distance}`);
      }
    }
  }
});

function colour(tokens: Awaited<ReturnType<typeof readTokens>>, name: string) {
  const values = tokens.get(name);
  assert.ok(values, `styles/tokens.css has no --${name}`);
  return values;
}

/** WCAG 2's ratio, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function linear(hex: string): number[] {
  return [1, 3, 5].map((at) => {
    const value = parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
}

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
const DICHROMACY: Readonly<Record<string, readonly (readonly number[])[]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

function simulate(hex: string, matrix: readonly (readonly number[])[]): number[] {
  const rgb = linear(hex);
  return matrix.map((row) =>
    Math.min(1, Math.max(0, row.reduce((sum, weight, i) => sum + weight * (rgb[i] ?? 0), 0)))
  );
}

/** Linear RGB as Ottosson's OKLab. */
function oklab([r = 0, g = 0, b = 0]: number[]): number[] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
