import type { Page } from "playwright-core";
import type { Figure, Part } from "./figure.ts";

/** What axe finds on the pages and states that the tests visit. */
export const accessibility: Part = {
  name: "accessibility",
  title: "Accessibility",
  how:
    "axe-core with its rules of WCAG 2.2 A and AA and of best practice, on every page and state " +
    "that the tests of all pages visit signed in: light at 1440 pixels, dark for its colours, and " +
    "at 390 pixels for all else.",
  measure,
};

async function measure(): Promise<Figure[]> {
  const { browserApp } = await import("../tests/browser/app.ts");
  const { fill } = await import("../tests/browser/places.ts");
  await using app = await browserApp();
  const page = await app.signIn({ reducedMotion: "reduce" });
  const places = Object.values(await fill(app));
  const found = { light: 0, dark: 0, phone: 0 };
  for (const path of places) await look(page, path, found);
  const figure = (name: string, value: number): Figure => ({ name, value, unit: "", limit: 0 });
  return [
    { name: "Pages and states", value: places.length, unit: "" },
    figure("Findings, light at 1440 pixels", found.light),
    figure("Findings, colours in the dark", found.dark),
    figure("Findings, at 390 pixels", found.phone),
  ];
}

async function look(
  page: Page,
  path: string,
  found: { light: number; dark: number; phone: number },
) {
  const axe = await import("../tests/browser/axe.ts");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  found.light += (await axe.findings(page)).length;
  await page.emulateMedia({ colorScheme: "dark" });
  found.dark += (await axe.colourFindings(page)).length;
  await page.setViewportSize({ width: 390, height: 900 });
  found.phone += (await axe.colourlessFindings(page)).length;
}
