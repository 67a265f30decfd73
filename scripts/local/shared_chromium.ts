import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";
import { freePort } from "./processes.ts";

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

/**
 * Opens the shared Chromium, or one of its own without an address. Closing it leaves others be.
 *
 * @param url What `startChromium()` answered.
 */
export async function openChromium(url: string | undefined): Promise<Browser> {
  return url ? await chromium.connectOverCDP(url) : await launch([]);
}

async function launch(flags: readonly string[]): Promise<Browser> {
  return await chromium.launch({ executablePath: findChromium(), args: [...FLAGS, ...flags] });
}
