import { strToU8, zipSync } from "fflate";
import assert from "node:assert/strict";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { waitFor } from "../harness/wait.ts";
import { findings } from "./axe.ts";
import { browserApp, file, isAtRest, JOB, LOGIN, makeJob, PASSWORD, RESUMES, sees } from "./app.ts";

const options = { sanitizeOps: false, sanitizeResources: false };
const ZIP = "application/zip";

/** A row of the files of a job. */
function row(page: Page, fileName: string) {
  return page.locator("tr.row", { hasText: fileName });
}

function choose(page: Page) {
  return page.locator("label.file-field input");
}

/** Drops files on the page as a hand would, over its middle. */
async function drop(page: Page, names: readonly string[], end: "drop" | "dragleave") {
  await page.evaluate(([names, end]) => {
    const dataTransfer = new DataTransfer();
    for (const name of names as string[]) {
      dataTransfer.items.add(
        new File([`${name.replace(".txt", "")}\nSales, Acme, 2016 - present`], name),
      );
    }
    const fire = (type: string) =>
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }),
      );
    fire("dragenter");
    fire("dragover");
    if (end === "drop") fire("drop");
  }, [names, end] as const);
}

Deno.test({ name: "files, folders, ZIPs and texts become résumés", ...options }, async (t) => {
  await using app = await browserApp();
  const page = await app.signIn();
  const job = await makeJob(page, JOB.title, JOB.description);
  await page.goto(`${job}/resumes`);

  await t.step("words and buttons of the drop zone are whole at any width", async () => {
    for (const [width, highest] of [[1440, 120], [1100, 160], [800, 160], [390, 340]] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto("/components");
      const zones = await page.locator(".drop").all();
      assert.equal(zones.length, 5);
      for (const zone of zones) {
        const { height = 0 } = await zone.boundingBox() ?? {};
        assert.ok(height > 50 && height <= highest, `${height} px high at ${width}`);
        const cut = await zone.evaluate((one) => one.scrollWidth - one.clientWidth);
        assert.ok(cut <= 0, `${cut} px cut at ${width}`);
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${job}/resumes`);
  });

  await t.step("the page is the target of what is dragged", async () => {
    await drop(page, ["a.txt", "b.txt"], "dragleave");
    await page.getByText("Let go to add 2 files").waitFor();
    await drop(page, ["Ada Dale.txt", ".DS_Store", "Nora Hart.txt"], "drop");
    await row(page, "Ada Dale.txt").getByRole("link", { name: "Ada Dale" }).waitFor();
    await row(page, "Nora Hart.txt").getByRole("link", { name: "Nora Hart" }).waitFor();
    await sees(page.locator("tr.row"), 2);
    await page.getByRole("heading", { name: JOB.title }).waitFor();
    await page.locator('.tabs [data-live="resumes"]', { hasText: "2" }).waitFor();
    await page.locator('.tabs [data-live="ranking"]', { hasText: "2" }).waitFor();
  });

  await t.step("what holds no file is refused in place", async () => {
    await drop(page, ["desktop.ini"], "drop");
    await page.getByText("There is no file in it").waitFor();
  });

  await t.step("a ZIP becomes its files, each with what is wrong with it", async () => {
    const zip = zipSync({
      "people/lena.txt": strToU8(RESUMES.strong.text),
      "__MACOSX/people/._lena.txt": strToU8("x"),
      "people/inner.zip": zipSync({ "a.txt": strToU8("x") }),
    });
    await choose(page).setInputFiles([
      file("people.zip", zip, ZIP),
      file("none.zip", zipSync({}), ZIP),
    ]);
    await row(page, "lena.txt").getByRole("link", { name: "Lena Berg" }).waitFor();
    await row(page, "inner.zip").getByText("A ZIP inside a ZIP.").waitFor();
    await row(page, "none.zip").getByText("There is no file in the ZIP.").waitFor();
    await sees(page.locator("tr.row"), 5);
    await choose(page).setInputFiles([file("again.zip", zip, ZIP)]);
    await row(page, "again.zip").getByText("Already in this job").waitFor();
  });

  await t.step(
    "an answer that comes after the news of what it is about changes nothing",
    async () => {
      await page.route("**/resumes/upload", async (route) => {
        const response = await route.fetch();
        await row(page, "late.txt").getByRole("link", { name: "Lotte Laat" }).waitFor();
        await route.fulfill({ response });
      });
      const answer = page.waitForResponse("**/resumes/upload");
      await choose(page).setInputFiles([file("late.txt", "Lotte Laat\nSales, Acme")]);
      await answer;
      await isAtRest(page);
      await sees(row(page, "late.txt"), 1);
      await row(page, "late.txt").getByRole("link", { name: "Lotte Laat" }).waitFor();
      await page.unroute("**/resumes/upload");
    },
  );

  await t.step("a folder is taken with what lies in it", async () => {
    const folder = await Deno.makeTempDir();
    await Deno.mkdir(join(folder, "deep"));
    await Deno.writeTextFile(join(folder, "deep", "Cleo.txt"), "Cleo Dahl\nSales, Acme");
    await Deno.writeTextFile(join(folder, ".hidden"), "x");
    await page.locator("label.folder-field input").setInputFiles(folder);
    await row(page, "Cleo.txt").getByRole("link").waitFor();
    assert.equal(await row(page, ".hidden").count(), 0);
    await Deno.remove(folder, { recursive: true });
  });

  await t.step("who is in the job already can be compared with the text before", async () => {
    const text = `${RESUMES.strong.text}\nRuns a choir`;
    await choose(page).setInputFiles([file("lena-2026.txt", text)]);
    await row(page, "lena-2026.txt").getByText("Same person, newer text. In this job since")
      .waitFor();
    assert.equal(await row(page, "lena.txt").getByText("Same person").count(), 0);
    await page.reload();
    assert.deepEqual(await findings(page), []);
    await row(page, "lena-2026.txt").getByRole("link", { name: "Compare" }).click();
    await page.waitForURL("**/compare?*");
    await page.goto(`${job}/resumes`);
  });

  await t.step("a text is pasted", async () => {
    await page.getByRole("button", { name: "Paste text" }).click();
    await page.getByLabel("Text of the résumé").fill(RESUMES.weak.text);
    await page.getByLabel("Name (optional)").fill("From the mail");
    await page.getByRole("button", { name: "Add résumé" }).click();
    await page.getByRole("dialog").waitFor({ state: "hidden" });
    await row(page, "From the mail.txt").getByRole("link", { name: "Otto Klein" }).waitFor();
    const kept = await page.evaluate(() => Object.keys(sessionStorage));
    assert.deepEqual(kept.filter((key) => key.startsWith("draft:paste:")), []);
  });
});

Deno.test({ name: "a file that needs somebody has one thing to do", ...options }, async (t) => {
  await using app = await browserApp();
  const page = await app.signIn();
  const job = await makeJob(page, JOB.title, JOB.description);
  await page.goto(`${job}/resumes`);
  await choose(page).setInputFiles([
    file("empty.txt", "  "),
    file(RESUMES.strong.name, RESUMES.strong.text),
  ]);
  await row(page, "empty.txt").getByText("There is no text in it.").waitFor();
  await row(page, RESUMES.strong.name).getByRole("link", { name: "Lena Berg" }).waitFor();

  await t.step("nobody counts as read who could not be", async () => {
    const summary = page.getByRole("region", { name: "State of the résumés" });
    await summary.getByText("1 of 2 read, 1 needs you").first().waitFor();
    await summary.locator("progress").waitFor({ state: "hidden" });
    await page.goto(`${job}/ranking`);
    await page.getByRole("status").getByText("1 of 2 read, 1 needs you").waitFor({
      state: "attached",
    });
    await page.goto(`${job}/resumes`);
  });

  await t.step("they are filtered by state and by name, in the address", async () => {
    await page.getByRole("link", { name: /^Need you 1$/ }).click();
    await page.waitForURL("**/resumes?show=need");
    await sees(page.locator("tr.row"), 1);
    await page.getByRole("searchbox", { name: "File or name" }).fill("lena");
    await page.keyboard.press("Enter");
    await page.getByText("No file in this state").waitFor();
    await page.getByRole("link", { name: "All" }).first().click();
    await page.waitForURL("**/resumes?q=lena");
    await sees(page.locator("tr.row"), 1);
    await page.goBack();
    await page.getByText("No file in this state").waitFor();
  });

  await t.step("a better file takes its place", async () => {
    await page.goto(`${job}/resumes?show=need`);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Replace file empty.txt" }).click();
    await (await chooser).setFiles([file(RESUMES.weak.name, RESUMES.weak.text)]);
    await row(page, RESUMES.weak.name).getByRole("link", { name: "Otto Klein" }).waitFor();
    await sees(page.locator("tr.row"), 1);
  });

  await t.step("one that is here already does not", async () => {
    await page.goto(`${job}/resumes`);
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: `Replace file ${RESUMES.weak.name}` }).click();
    await (await chooser).setFiles([file("copy.txt", RESUMES.strong.text)]);
    await page.getByRole("status").getByText("Not saved.").waitFor();
    await row(page, RESUMES.weak.name).getByRole("link", { name: "Otto Klein" }).waitFor();
  });

  await t.step("who may only read sees no controls", async () => {
    const { db } = app.test.services;
    await db.updateTable("memberships").set({ role: "viewer" }).execute();
    await page.goto(`${job}/resumes`);
    await sees(page.locator("tr.row"), 2);
    for (const name of [/Paste/, /Replace/, /Remove/, /Retry/]) {
      assert.equal(await page.getByRole("button", { name }).count(), 0, String(name));
    }
    assert.equal(await page.locator(".drop").count(), 0);
    await page.goto(`${job}/settings`);
    await page.getByText("Only read").waitFor();
    for (const path of ["resumes/paste", "settings/archive", "confirm"]) {
      const answer = await page.request.post(`${job}/${path}`, {
        form: { text: "A text that is long enough" },
      });
      assert.equal(answer.status(), 403, path);
    }
  });
});

/** As if nobody had been there for days. */
async function endSessions(app: Awaited<ReturnType<typeof browserApp>>): Promise<void> {
  await app.test.services.db.updateTable("sessions").set({ expiresAt: new Date(0) }).execute();
}

async function signInHere(page: Page): Promise<void> {
  await page.fill("#login", LOGIN);
  await page.fill("#password", PASSWORD);
  await page.click("button.btn-primary");
}

Deno.test({ name: "a session that ends costs nothing that was typed", ...options }, async (t) => {
  await using app = await browserApp();
  const page = await app.signIn();

  await t.step("the text of a job is there again after signing in", async () => {
    await page.goto("/jobs/new");
    await page.fill("#title", JOB.title);
    await page.fill("#place", "Utrecht");
    await page.fill("#description", JOB.description);
    await endSessions(app);
    await page.getByRole("button", { name: "Find the requirements" }).click();
    await page.getByText("Your session has ended").waitFor();
    await signInHere(page);
    await page.waitForURL("**/jobs/new");
    await page.waitForFunction(() =>
      document.querySelector<HTMLTextAreaElement>("#description")?.value.includes("TypeScript")
    );
    assert.equal(await page.inputValue("#title"), JOB.title);
    assert.equal(await page.inputValue("#place"), "Utrecht");
  });

  let job = "";
  await t.step("once it is saved, nothing of it stays", async () => {
    await page.getByRole("button", { name: "Find the requirements" }).click();
    await page.waitForURL("**/requirements?new=1");
    job = new URL(page.url()).pathname.replace("/requirements", "");
    await page.waitForFunction(() => sessionStorage.length === 0);
  });

  await t.step("a file waits for signing in elsewhere, and goes on by itself", async () => {
    await page.goto(`${job}/resumes`);
    await endSessions(app);
    await choose(page).setInputFiles([file(RESUMES.strong.name, RESUMES.strong.text)]);
    await row(page, RESUMES.strong.name).getByText("You are signed out.").waitFor();
    const opened = page.waitForEvent("popup");
    await row(page, RESUMES.strong.name).getByRole("link", { name: "Sign in" }).click();
    const other = await opened;
    await signInHere(other);
    await other.waitForURL((url) => url.pathname === "/");
    await other.close();
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    await row(page, RESUMES.strong.name).getByRole("link", { name: "Lena Berg" }).waitFor();
  });

  await t.step("a pasted text is there again, in its open dialog", async () => {
    await page.getByRole("button", { name: "Paste text" }).click();
    await page.getByLabel("Text of the résumé").fill(RESUMES.weak.text);
    await endSessions(app);
    await page.getByRole("button", { name: "Add résumé" }).click();
    await page.getByText("You are signed out. Sign in again to go on.").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Sign in" }).click();
    await signInHere(page);
    await page.waitForURL("**/resumes");
    await page.getByRole("dialog").waitFor();
    assert.equal(await page.getByLabel("Text of the résumé").inputValue(), RESUMES.weak.text);
  });

  await t.step("so are a job's text, a letter, its template and feedback", async () => {
    const { id } = await app.test.services.db.selectFrom("resumes").select("id")
      .where("status", "=", "done").limit(1).executeTakeFirstOrThrow();
    for (
      const [path, field, button] of [
        [`${job}/settings`, "#description", "Save the text"],
        [`/resumes/${id}/letter`, "#text", "Preview"],
        ["/settings/letters/rejection-en", "#text", "Save"],
        ["/feedback/new", "#feedback-text", "Send"],
      ] as const
    ) {
      await page.goto(path);
      if (path.startsWith("/feedback")) await page.fill("#feedback-title", "Dots");
      const typed = `${await page.inputValue(field)}\nTyped while the session ended`;
      await page.fill(field, typed);
      await endSessions(app);
      await page.locator("main").getByRole("button", { name: button }).first().click();
      await page.getByText("Your session has ended").waitFor();
      await signInHere(page);
      await page.waitForURL(`**${path}**`);
      await waitFor(`${path} to be as it was`, async () => await page.inputValue(field) === typed);
    }
  });

  await t.step("signing out leaves nothing behind", async () => {
    await page.goto("/jobs/new");
    await page.fill("#description", "Something that nobody else should see");
    await page.goto("/");
    await page.locator("details.menu summary").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText("You are signed out.").waitFor();
    await page.waitForFunction(() => sessionStorage.length === 0);
  });

  await t.step("the password is shown on request", async () => {
    await page.fill("#password", "secret");
    await page.getByRole("button", { name: "Show the password" }).click();
    assert.equal(await page.getAttribute("#password", "type"), "text");
  });
});
