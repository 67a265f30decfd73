import assert from "node:assert/strict";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { copyFixture } from "./fixture_app.ts";

interface Server {
  url: string;
  root: string;
  get(path: string, init?: RequestInit): Promise<Response>;
}

async function run(args: string[], cwd: string): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args,
    cwd,
    stdout: "null",
    stderr: "piped",
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
}

/** Builds the fixture as `dev.ts build` does and serves it as `deno serve` does. */
async function withBuild(
  check: (server: Server) => Promise<void>,
): Promise<void> {
  await using copy = await copyFixture();
  await run(["run", "-A", "dev.ts", "build"], copy.root);
  await using child = new Deno.Command(Deno.execPath(), {
    args: [
      "serve",
      "-A",
      "--host",
      "127.0.0.1",
      "--port",
      "0",
      "_fresh/server.js",
    ],
    cwd: copy.root,
    env: { NO_COLOR: "1" },
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const url = await addressIn(child.stderr);
  const get = (path: string, init?: RequestInit) => fetch(url + path, init);
  await check({ url, root: copy.root, get });
}

/** Reads the address from what the server says when it is ready. */
async function addressIn(stderr: ReadableStream<Uint8Array>): Promise<string> {
  let said = "";
  const reader = stderr.getReader();
  const decoder = new TextDecoder();
  while (true) {
    const { value, done } = await reader.read();
    said += decoder.decode(value, { stream: true });
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (address !== undefined) {
      await reader.cancel();
      return address;
    }
    assert.ok(!done, said);
  }
}

Deno.test("a build serves pages, handlers, layouts and errors", () =>
  withBuild(async ({ get }) => {
    const job = await get("/jobs/7");
    assert.equal(job.status, 200);
    assert.equal(job.headers.get("x-job"), "yes");
    assert.match(
      await job.text(),
      /<div class="team"><h1>Job 7 \(7\) is open<\/h1><\/div>/,
    );

    const posted = await get("/jobs/7", { method: "POST", redirect: "manual" });
    assert.equal(posted.status, 303);
    await posted.body?.cancel();

    const missing = await get("/jobs/none");
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), /<h1 id="error">404<\/h1>/);

    const boom = await get("/boom");
    assert.equal(boom.status, 500);
    assert.doesNotMatch(await boom.text(), /secret/);

    const api = await get("/api/a/b");
    assert.equal(api.headers.get("x-api"), "1");
    assert.deepEqual(await api.json(), { path: "a/b" });
  }));

Deno.test("a built page loads only the scripts that its islands need", () =>
  withBuild(async ({ get }) => {
    const plain = await get("/plain");
    assert.equal(plain.headers.get("link"), null);
    assert.doesNotMatch(await plain.text(), /<script|modulepreload|\.js/);

    const page = await get("/clock");
    const html = await page.text();
    assert.match(
      html,
      /<!--frsh:island:Clock:0--><time id="clock">server<\/time>/,
    );
    assert.match(html, /<title>Still<\/title>/);
    const link = page.headers.get("link") ?? "";
    assert.match(link, /Clock-\w{8}\.js/);
    assert.doesNotMatch(link + html, /Counter|CardBox/);

    let sizeBytes = 0;
    for (const [, path = ""] of link.matchAll(/<([^>]+)>/g)) {
      const script = await get(path);
      assert.equal(script.status, 200, path);
      assert.equal(
        script.headers.get("content-type"),
        "text/javascript; charset=utf-8",
      );
      assert.equal(
        script.headers.get("cache-control"),
        "public, max-age=31536000, immutable",
      );
      sizeBytes += gzipSync(await script.bytes()).length;
    }
    assert.ok(
      sizeBytes < 15_000,
      `${sizeBytes} bytes of script for one island`,
    );
  }));

Deno.test("what several islands need is in shared scripts", () =>
  withBuild(async ({ root }) => {
    const folder = join(root, "_fresh/static/_fresh/js");
    const scripts = await Array.fromAsync(Deno.readDir(folder), async ({ name }) => ({
      name,
      source: await Deno.readTextFile(join(folder, name)),
    }));
    const preact = scripts.filter(({ source }) => source.includes("__k")).map(({ name }) => name);
    assert.notEqual(preact.length, 0);
    assert.ok(preact.every((name) => /^shared-\w{8}\.js$/.test(name)), preact.join());
  }));

Deno.test("two builds of the same source name their scripts alike", async () => {
  await using copy = await copyFixture();
  const names: string[] = [];
  for (let i = 0; i < 2; i++) {
    await run(["run", "-A", "dev.ts", "build"], copy.root);
    const folder = join(copy.root, "_fresh/static/_fresh/js");
    names.push(
      Array.from(Deno.readDirSync(folder), ({ name }) => name).sort().join(),
    );
  }
  assert.equal(names[0], names[1]);
});

Deno.test("static files are known by their tag, and for good under the build's id", () =>
  withBuild(async ({ get }) => {
    const first = await get("/shout.txt");
    assert.equal(await first.text(), "QUIET\n");
    assert.equal(
      first.headers.get("content-type"),
      "text/plain; charset=utf-8",
    );
    assert.equal(first.headers.get("cache-control"), "no-cache");
    const etag = first.headers.get("etag") ?? "";
    assert.match(etag, /^W\/"\w+"$/);

    for (const tag of [etag, `"other", ${etag}`, etag.slice(2)]) {
      const again = await get("/shout.txt", {
        headers: { "if-none-match": tag },
      });
      assert.equal(again.status, 304, tag);
      assert.equal(await again.text(), "");
    }
    const changed = await get("/shout.txt", {
      headers: { "if-none-match": '"other"' },
    });
    assert.equal(changed.status, 200);
    await changed.body?.cancel();

    const html = await (await get("/plain")).text();
    const href = /href="(\/site\.css\?__frsh_c=[^"]+)"/.exec(html)?.[1] ?? "";
    const css = await get(href);
    assert.equal(
      css.headers.get("cache-control"),
      "public, max-age=31536000, immutable",
    );
    assert.match(await css.text(), /url\("\/dot\.svg\?__frsh_c=[\w-]+"\)/);

    const stale = await get("/site.css?__frsh_c=stale&x=1", {
      redirect: "manual",
    });
    assert.equal(stale.status, 307);
    assert.equal(stale.headers.get("location"), "/site.css?x=1");
    await stale.body?.cancel();
  }));

Deno.test("static files answer HEAD, refuse POST and keep within their folder", () =>
  withBuild(async ({ get, url }) => {
    const head = await get("/shout.txt", { method: "HEAD" });
    assert.equal(head.headers.get("content-length"), "6");
    const posted = await get("/shout.txt", { method: "POST" });
    assert.equal(posted.status, 405);
    await posted.body?.cancel();
    for (
      const path of [
        "/..%2fmain.ts",
        "/%2e%2e/main.ts",
        "/main.ts",
        "/.hidden",
        "/%E0%A4%A",
      ]
    ) {
      const response = await fetch(url + path);
      assert.equal(response.status, 404, path);
      await response.body?.cancel();
    }
    const icon = await get("/favicon.ico");
    assert.equal(icon.status, 404);
    assert.equal(await icon.text(), "");
  }));
