import assert from "node:assert/strict";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { copyFixture, fixtureApp } from "./fixture_app.ts";

/** Opens a page in a real browser; fails when the page reports an error. */
async function onPage(
  url: string,
  check: (page: Page) => Promise<void>,
): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on(
      "console",
      (message) => message.type() === "error" && errors.push(message.text()),
    );
    await page.goto(url);
    await check(page);
    assert.deepEqual(errors, []);
  } finally {
    await browser.close();
  }
}

/** The same for a page of the fixture. */
async function onFixture(
  path: string,
  check: (page: Page) => Promise<void>,
): Promise<void> {
  const app = await fixtureApp();
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    app.handler(),
  );
  try {
    await onPage(`http://127.0.0.1:${server.addr.port}${path}`, check);
  } finally {
    await server.shutdown();
  }
}

const text = (page: Page, id: string) => page.locator(`#${id}`).textContent();

Deno.test("islands hydrate and share a signal", () =>
  onFixture("/", async (page) => {
    await page.locator("#first[data-live=true]").click();
    await page.locator("#second[data-live=true]").click();
    await page.locator("#nested[data-live=true]").click();
    for (const id of ["first", "second", "nested"]) {
      assert.equal(await text(page, id), "Count: 6");
    }
    assert.equal(await text(page, "doubled"), "12");
    assert.equal(await text(page, "own"), "Count: 10");
  }));

Deno.test("an island keeps the JSX that the server drew for it", () =>
  onFixture("/", async (page) => {
    await page.locator("#own[data-live=true]").click();
    assert.equal(await text(page, "own"), "Count: 11");
    assert.equal(await text(page, "title"), "Title");
    assert.equal(
      await page.locator("#card").getAttribute("data-born"),
      "1970-01-01T00:00:00.000Z",
    );
    assert.match(
      await text(page, "inside") ?? "",
      /^Drawn by the server, with Count: 3$/,
    );

    await page.locator("#toggle").click();
    assert.equal(await page.locator("#inside").count(), 0);
    await page.locator("#toggle").click();
    await page.locator("#nested[data-live=true]").click();
    assert.equal(await text(page, "nested"), "Count: 4");
    assert.equal(await page.locator("#card svg circle").count(), 1);
  }));

Deno.test("an island shows JSX later that it did not show at first", () =>
  onFixture("/closed", async (page) => {
    assert.equal(await page.locator("#hidden").count(), 0);
    await page.locator("#own[data-live=true]").waitFor();
    await page.locator("#toggle").click();
    await page.locator("#hidden #nested[data-live=true]").click();
    assert.equal(await text(page, "nested"), "Count: 8");
  }));

Deno.test("IS_BROWSER is true in the browser, and Head in an island changes the title", () =>
  onFixture("/clock", async (page) => {
    await page.getByText("browser", { exact: true }).waitFor();
    await page.waitForFunction(() => document.title === "Ticking");
    const description = page.locator("head meta[name=description]");
    assert.equal(await description.getAttribute("content"), "A clock");
  }));

Deno.test("Builder.listen() has the page load itself again after a change", async () => {
  await using copy = await copyFixture();
  const route = join(copy.root, "routes", "plain.tsx");
  const port = freePort();
  const server = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--watch", join(copy.root, "dev.ts")],
    env: { PORT: String(port), NO_COLOR: "1" },
    stdout: "null",
    stderr: "null",
  }).spawn();
  try {
    const url = `http://127.0.0.1:${port}/plain`;
    await answered(url);
    const browser = await openBrowser();
    try {
      const page = await browser.newPage();
      const isAlive = page.waitForResponse((response) => response.url().endsWith("/_frsh/alive"));
      await page.goto(url);
      await isAlive;
      await page.getByRole("heading", { name: "No island here" }).waitFor();
      const source = await Deno.readTextFile(route);
      await Deno.writeTextFile(
        route,
        source.replace("No island", "Something else"),
      );
      await page.getByRole("heading", { name: "Something else here" })
        .waitFor();
    } finally {
      await browser.close();
    }
  } finally {
    server.kill("SIGTERM");
    await server.status;
  }
});

function freePort(): number {
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  return listener.addr.port;
}

/** Waits until a server answers. */
async function answered(url: string): Promise<void> {
  const deadline = AbortSignal.timeout(30_000);
  while (true) {
    try {
      const response = await fetch(url);
      await response.body?.cancel();
      return;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error; // anything but a refused connection
      deadline.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
