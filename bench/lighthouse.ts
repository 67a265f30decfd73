import { chromium } from "playwright-core";
import { findChromium } from "../scripts/local/chromium.ts";
import { freePort } from "../scripts/local/processes.ts";
import type { Figure, Part } from "./figure.ts";

const PAGES = ["Dashboard", "Ranking", "Board", "Evaluation", "Requirements", "Candidates"];
/** Points of each category that a page is to reach. */
const FLOOR = 98;
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

/** The pages as Lighthouse judges them. */
export const lighthouse: Part = {
  name: "lighthouse",
  title: "Lighthouse",
  how: "Lighthouse in its desktop configuration against our server and the system's Chromium, " +
    "without the network; the same job of 200 candidates. Points out of 100. It needs a machine " +
    "that does nothing else: its figure for performance falls with every other program.",
  measure,
};

async function measure(): Promise<Figure[]> {
  const { browserApp } = await import("../tests/browser/app.ts");
  const { fillApp } = await import("./filled_app.ts");
  await using app = await browserApp();
  const list = await fillApp(app);
  const cookies = await (await app.signIn()).context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const port = freePort();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--headless", "--no-sandbox", "--disable-gpu", `--remote-debugging-port=${port}`],
  });
  try {
    const figures = await judge(port, "Sign in", `${app.url}/sign-in`);
    for (const [name, path] of list.filter(([name]) => PAGES.includes(name))) {
      figures.push(...await judge(port, name, `${app.url}${path}`, cookie));
    }
    return figures;
  } finally {
    await browser.close();
  }
}

async function judge(port: number, name: string, url: string, cookie?: string): Promise<Figure[]> {
  const { default: run, desktopConfig } = await import("lighthouse");
  const result = await run(url, {
    port,
    logLevel: "error",
    disableStorageReset: true,
    onlyCategories: [...CATEGORIES],
    ...(cookie ? { extraHeaders: { Cookie: cookie } } : {}),
  }, desktopConfig);
  const { categories = {}, runtimeError } = result?.lhr ?? {};
  if (runtimeError) throw new Error(`${url}: ${runtimeError.message}`);
  return CATEGORIES.map((category) => ({
    name: `${name}: ${category.replace("-", " ")}`,
    value: Math.round((categories[category]?.score ?? 0) * 100),
    unit: "",
    goal: FLOOR,
  }));
}
