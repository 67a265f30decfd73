import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createJob } from "../../lib/hiring/jobs.ts";
import { addResume } from "../../lib/hiring/resume_upload.ts";
import { makeManyResumes } from "../harness/many_resumes.ts";
import { waitFor } from "../harness/wait.ts";
import { browserApp } from "./app.ts";
import { findOwner } from "./places.ts";

const LOOSE = { sanitizeOps: false, sanitizeResources: false } as const;

const RESUMES = ["Sanne de Wit", "Tomás Herrera", "Amara Okafor"].map((name, at) =>
  `${name}
person${at}@a-rather-long-domain.example.com
+31 6 1234 567${at}
Weesperzijde 12${at}, 1091 EH Amsterdam

Work experience
Nurse, Isala, January 2015 - present
- Cared for patients of the intensive care ward, by day and by night`
);

Deno.test(
  { name: "what is found on a phone shows the words it was found by", ...LOOSE },
  async () => {
    await using app = await browserApp();
    const { services } = app.test;
    const owner = await findOwner(services);
    const job = await createJob(owner, services.db, {
      title: "Nurse",
      description: "Requirements:\n- BIG registration",
    });
    for (const [at, text] of RESUMES.entries()) {
      const bytes = new TextEncoder().encode(text);
      const hash = new Uint8Array(createHash("sha256").update(bytes).digest());
      const file = { fileName: `${at}.txt`, bytes, sizeBytes: bytes.length, hash };
      await addResume(owner, services, job.id, file);
    }
    await waitFor("the files to be read", async () => {
      const rows = await services.db.selectFrom("resumes").select("status").execute();
      return rows.every(({ status }) => status === "done");
    });
    const page = await app.signIn({ viewport: { width: 390, height: 844 } });
    await page.goto("/");
    await page.getByRole("button", { name: "Menu", exact: true }).click();
    await page.getByRole("combobox", { name: "Find a person or job" }).fill("intensive");
    const options = page.locator(".find").getByRole("option", { name: /intensive/ });
    await waitFor("three people", async () => await options.count() === RESUMES.length);
    const hidden = await options.evaluateAll((all) =>
      all.filter((one) => {
        const mark = one.querySelector("mark")?.getBoundingClientRect();
        const box = one.querySelector("mark")?.parentElement?.getBoundingClientRect();
        return !mark || !box || mark.bottom > box.bottom + 1;
      }).map((one) => one.textContent)
    );
    assert.deepEqual(hidden, []);
  },
);

Deno.test({ name: "the field's own words fit into it", ...LOOSE }, async () => {
  await using app = await browserApp({ worker: false });
  const page = await app.signIn();
  await page.goto("/");
  const cut: string[] = [];
  for (const language of ["EN", "NL"]) {
    await page.getByRole("button", { name: new RegExp(language) }).click();
    await page.locator(`html[lang=${language.toLowerCase()}]`).waitFor();
    for (const width of [1440, 1180, 1000, 760]) {
      await page.setViewportSize({ width, height: 900 });
      const [words = "", needs = 0, has = 0] = await page.locator(".find input").evaluate((one) => {
        const field = one as HTMLInputElement;
        const style = getComputedStyle(field);
        const pen = new OffscreenCanvas(1, 1).getContext("2d");
        if (pen) pen.font = style.font;
        const room = field.clientWidth - parseFloat(style.paddingLeft) -
          parseFloat(style.paddingRight);
        return [field.placeholder, pen?.measureText(field.placeholder).width ?? 0, room] as const;
      });
      if (needs > has) cut.push(`${words} at ${width}: ${needs} of ${has}`);
      const tooWide = await page.evaluate(() =>
        document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      if (tooWide > 0) cut.push(`${language} at ${width}: ${tooWide} px too wide`);
    }
  }
  assert.deepEqual(cut, []);
});

Deno.test({ name: "what was looked for in a part of the résumés says so", ...LOOSE }, async () => {
  await using app = await browserApp({ worker: false });
  const { db } = app.test.services;
  const { workspaceId } = await findOwner(app.test.services);
  await makeManyResumes(db, { workspaceId, resumes: 2000, words: 150 });
  const page = await app.signIn();
  const open = (path: string, words: string) =>
    page.goto(`${path}?${new URLSearchParams({ q: `"${words}"` })}`);
  const part = page.getByText("not all of those were read");

  for (const path of ["/find", "/candidates"]) {
    await open(path, "manager development manager");
    await part.waitFor();
    await page.getByRole("heading", { name: /^No(body|thing) found/ }).waitFor();
  }
  await open("/find", "manager development");
  await page.getByRole("link", { name: /^Show more than \d+/ }).click();
  await page.getByText(/^More than \d+ people$/).waitFor();
});
