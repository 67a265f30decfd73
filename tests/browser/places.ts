import type { Page } from "playwright-core";
import { file, JOB, makeJob, RESUMES } from "./app.ts";

/** Paths of what `fill()` made; `job` without a tab behind it. */
export interface Made {
  readonly job: string;
  /** The evaluation of the best résumé, and that of one with an override. */
  readonly strong: string;
  readonly weak: string;
  /** Where a file that could not be read is removed. */
  readonly remove: string;
}

/** Every page and state that the tests of all pages visit signed in: one line for one more. */
const PLACES: Readonly<Record<string, (made: Made) => string>> = {
  dashboard: () => "/",
  "new job": () => "/jobs/new",
  requirements: ({ job }) => `${job}/requirements`,
  "a deleted requirement": ({ job }) =>
    `${job}/requirements?removed=${crypto.randomUUID()}&name=Java`,
  files: ({ job }) => `${job}/resumes`,
  "no such files": ({ job }) => `${job}/resumes?show=busy`,
  ranking: ({ job }) => `${job}/ranking`,
  "ranking by name": ({ job }) => `${job}/ranking?sort=name`,
  settings: ({ job }) => `${job}/settings`,
  "settings that are wrong": ({ job }) => `${job}/settings?wrong=confirm`,
  evaluation: ({ strong }) => strong,
  "evaluation with an override": ({ weak }) => weak,
  "removing a résumé": ({ remove }) => remove,
  "not found": () => "/jobs/4f1c/ranking",
};

/** Makes a job with two résumés read and one refused; answers each place's path by its name. */
export async function fill(page: Page): Promise<Record<string, string>> {
  const made = await makeRows(page);
  return Object.fromEntries(Object.entries(PLACES).map(([name, path]) => [name, path(made)]));
}

async function makeRows(page: Page): Promise<Made> {
  const job = await makeJob(page, JOB.title, JOB.description);
  await page.goto(`${job}/resumes`);
  await page.locator("label.file-field input").setInputFiles([
    file(RESUMES.strong.name, RESUMES.strong.text),
    file(RESUMES.weak.name, RESUMES.weak.text),
    file("empty.txt", "   "),
  ]);
  await page.getByText("3 of 3 read").first().waitFor();
  await page.goto(`${job}/ranking`);
  const [strong = "", weak = ""] = await page.locator("a.row-link").evaluateAll((links) =>
    links.map((link) => link.getAttribute("href") ?? "")
  );
  await page.goto(`${job}/resumes?show=need`);
  const remove = await page.locator('form[action$="/remove"]').first().getAttribute("action");
  await page.goto(weak);
  const row = page.locator(".verdict-row", { hasText: "PostgreSQL" });
  await row.locator("details.change summary").click();
  await row.getByRole("radio", { name: "PARTIAL" }).check({ force: true });
  await row.locator("textarea").fill("He sent a sample of his queries.");
  await row.getByRole("button", { name: "Save verdict" }).click();
  await row.getByText("You changed this").waitFor();
  return { job, strong, weak, remove: remove ?? "" };
}
