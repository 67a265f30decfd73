import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../scripts/local/chromium.ts";
import { freePort } from "../../scripts/local/processes.ts";
import { TEST_SERVICES } from "./environment.ts";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Letters drawn alike on every machine.
  "--font-render-hinting=none",
  "--disable-lcd-text",
  "--force-color-profile=srgb",
];

/** A Chromium that several test files share: starting one costs more than most tests. */
export interface SharedChromium {
  /** Where it speaks the DevTools protocol. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts one on a free port. */
export async function startChromium(): Promise<SharedChromium> {
  const port = freePort();
  const browser = await launch([`--remote-debugging-port=${port}`]);
  return { url: `http://127.0.0.1:${port}`, stop: () => browser.close() };
}

/** The shared Chromium, or one of its own for a test that runs alone. Closing it leaves others be. */
export async function openChromium(): Promise<Browser> {
  const told = Deno.env.get(TEST_SERVICES);
  const url = told && JSON.parse(told).chromiumUrl;
  return url ? await chromium.connectOverCDP(url) : await launch([]);
}

async function launch(flags: readonly string[]): Promise<Browser> {
  return await chromium.launch({ executablePath: findChromium(), args: [...FLAGS, ...flags] });
}
