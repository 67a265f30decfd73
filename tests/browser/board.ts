import type { Page } from "playwright-core";
import { makeJudged } from "../harness/judged.ts";
import type { BrowserApp } from "./app.ts";
import { findOwner } from "./places.ts";

/** A board with three people in its first column. */
export async function fillBoard(app: BrowserApp, more = 0) {
  const { services } = app.test;
  const owner = await findOwner(services);
  const extra = Array.from({ length: more }, (_, n) => ({
    name: `Extra ${String(n).padStart(2, "0")}`,
    verdicts: ["NO", "NO", "NO", "NO"] as const,
  }));
  const { job, of } = await makeJudged(owner, services.db, [
    { name: "Sanne de Wit", verdicts: ["YES", "YES", "YES", "YES"], headline: "Engineer" },
    { name: "Tomás Herrera", verdicts: ["YES", "YES", "PARTIAL", "NO"], flags: ["near_line"] },
    { name: "Jia-Hui Tan", verdicts: ["YES", "NO", "NO", "NO"] },
    ...extra,
  ]);
  return { path: `/jobs/${job.id}/board`, of, owner, services };
}

export const column = (page: Page, name: string) => page.getByRole("region", { name });
export const cardsOf = (page: Page, name: string) => column(page, name).locator(".board-card");
export const cardIn = (page: Page, stage: string, name: string) =>
  cardsOf(page, stage).filter({ hasText: name });

/** Opens a board and waits until it answers. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator(".board[data-ready]").waitFor();
}

export async function moveByMenu(page: Page, name: string, stage: string): Promise<void> {
  await page.getByRole("button", { name: `Move ${name}` }).click();
  await page.getByRole("menuitemradio", { name: stage }).click();
}
