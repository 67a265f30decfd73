import assert from "node:assert/strict";
import { type BrowserApp, browserApp, LOGIN, PASSWORD } from "./app.ts";

/** Asks as a browser of the same site would, without following. */
async function ask(
  app: BrowserApp,
  path: string,
  init: RequestInit & { cookie?: string } = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const headers = new Headers(init.headers);
  if (init.cookie) headers.set("cookie", init.cookie);
  const answer = await fetch(app.url + path, { redirect: "manual", ...init, headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

function form(fields: Record<string, string>): RequestInit {
  return { method: "POST", body: new URLSearchParams(fields) };
}

async function signIn(app: BrowserApp): Promise<string> {
  const answer = await ask(app, "/sign-in", form({ login: LOGIN, password: PASSWORD, next: "/" }));
  assert.equal(answer.status, 303);
  const cookie = answer.headers.getSetCookie()[0] ?? "";
  assert.match(cookie, /^session=[\w-]{40,}; Path=\/; HttpOnly; SameSite=Lax; Expires=/);
  return cookie.split(";")[0] ?? "";
}

const options = { sanitizeOps: false, sanitizeResources: false };

Deno.test({ name: "pages answer with the headers that keep them safe", ...options }, async (t) => {
  await using app = await browserApp({ worker: false });
  const cookie = await signIn(app);

  await t.step("a nonce for every answer, and nothing inline beyond it", async () => {
    const [one, two] = [await ask(app, "/", { cookie }), await ask(app, "/", { cookie })];
    const policy = one.headers.get("content-security-policy") ?? "";
    assert.match(policy, /script-src 'self' 'nonce-\w+'/);
    assert.match(policy, /frame-ancestors 'none'/);
    assert.ok(!policy.includes("unsafe"), policy);
    assert.notEqual(policy, two.headers.get("content-security-policy"));
    assert.doesNotMatch(one.text, /\sstyle=/);
    assert.doesNotMatch(one.text, /\son\w+=/);
  });

  await t.step("signed-in pages are kept by no cache; every answer has an id", async () => {
    const { headers } = await ask(app, "/", { cookie });
    assert.equal(headers.get("cache-control"), "private, no-store");
    assert.match(headers.get("x-request-id") ?? "", /^req_[0-9A-Z]{12}$/);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("referrer-policy"), "same-origin");
  });

  await t.step("an error page is as safe as the others, and has the id that it shows", async () => {
    const { status, headers, text } = await ask(app, "/nowhere", { cookie });
    assert.equal(status, 404);
    const policy = headers.get("content-security-policy") ?? "";
    assert.match(policy, /default-src 'self'.*frame-ancestors 'none'/);
    assert.ok(!policy.includes("unsafe"), policy);
    assert.equal(headers.get("x-content-type-options"), "nosniff");
    assert.equal(headers.get("x-frame-options"), "DENY");
    assert.ok(text.includes(headers.get("x-request-id") ?? "no id"));
  });

  await t.step("fonts and hashed files are kept for a year", async () => {
    const { text } = await ask(app, "/sign-in");
    const font = /href="(\/fonts\/[^"]+)"/.exec(text)?.[1] ?? "";
    const style = /href="(\/styles\.css[^"]+)"/.exec(text)?.[1] ?? "";
    for (const path of [font, style]) {
      const { status, headers } = await ask(app, path);
      assert.equal(status, 200, path);
      assert.match(headers.get("cache-control") ?? "", /max-age=31536000, immutable/, path);
    }
  });

  await t.step("every script has the nonce of its answer", async () => {
    for (const path of ["/sign-in", "/nowhere", "/", "/jobs/new"]) {
      const { headers, text } = await ask(app, path, path === "/sign-in" ? {} : { cookie });
      const nonce = /'nonce-(\w+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
      for (const [script] of text.matchAll(/<script[^>]*>/g)) {
        assert.ok(nonce && script.includes(`nonce="${nonce}"`), `${path}: ${script}`);
      }
    }
  });

  await t.step("a form of another site is refused, and nothing is done", async () => {
    const headers = { "sec-fetch-site": "cross-site", origin: "https://evil.example" };
    const answer = await ask(app, "/sign-out", { method: "POST", cookie, headers });
    assert.equal(answer.status, 403);
    assert.match(answer.text, /You may not do this/);
    assert.equal((await ask(app, "/", { cookie })).status, 200);
  });
});

Deno.test(
  { name: "errors answer with their status, in words, with a reference", ...options },
  async (t) => {
    await using app = await browserApp({ worker: false });
    const cookie = await signIn(app);

    await t.step("404 for a job that is not there, and for no id at all", async () => {
      for (const path of [`/jobs/${crypto.randomUUID()}/ranking`, "/jobs/12/ranking", "/nowhere"]) {
        const { status, headers, text } = await ask(app, path, { cookie });
        assert.equal(status, 404, path);
        assert.match(headers.get("content-type") ?? "", /^text\/html/);
        assert.match(text, /This page does not exist/);
        assert.ok(
          text.includes(headers.get("x-request-id") ?? "?"),
          "the reference is on the page",
        );
        const nonce = /'nonce-(\w+)'/.exec(headers.get("content-security-policy") ?? "")?.[1];
        assert.ok(nonce && text.includes(`nonce="${nonce}"`), "the page's style has the nonce");
        assert.equal(headers.get("x-content-type-options"), "nosniff");
      }
    });

    await t.step("in Dutch for who reads Dutch", async () => {
      const { text } = await ask(app, "/nowhere", {
        headers: { "accept-language": "nl-BE, en;q=0.5" },
      });
      assert.match(text, /<html lang="nl"/);
      assert.match(text, /Deze pagina bestaat niet/);
    });

    await t.step("405 for a method that an address does not take", async () => {
      assert.equal((await ask(app, "/preferences", { cookie })).status, 405);
    });

    await t.step("422 for a form that no page of ours sends", async () => {
      const { status } = await ask(app, "/preferences", { ...form({ theme: "pink" }), cookie });
      assert.equal(status, 422);
    });

    await t.step("a file is answered without words that only pages need", async () => {
      const { status, headers } = await ask(app, "/favicon.svg");
      assert.equal(status, 200);
      assert.doesNotMatch(headers.get("content-security-policy") ?? "", /unsafe/);
    });

    await t.step("500 without a word about why", async () => {
      const { services } = app.test;
      const { text, status } = await withBrokenDatabase(services, () => ask(app, "/", { cookie }));
      assert.equal(status, 500);
      assert.match(text, /Something broke on our side/);
      assert.doesNotMatch(text, /relation|select|sessions/i);
    });
  },
);

Deno.test({ name: "a session ends, and the way back is kept", ...options }, async (t) => {
  await using app = await browserApp({ worker: false });

  await t.step("without one, a page leads to signing in and back", async () => {
    const { status, headers } = await ask(app, "/jobs/new");
    assert.equal(status, 303);
    assert.equal(headers.get("location"), "/sign-in?next=%2Fjobs%2Fnew");
  });

  await t.step("one that has ended says so", async () => {
    const cookie = await signIn(app);
    await app.test.services.db.updateTable("sessions").set({ expiresAt: new Date(0) }).execute();
    const { headers } = await ask(app, "/jobs/new", { cookie });
    const location = headers.get("location") ?? "";
    assert.match(location, /next=%2Fjobs%2Fnew&ended=1/);
    assert.match((await ask(app, location)).text, /Your session has ended/);
  });

  await t.step("an island is told by status and data", async () => {
    const { status, text } = await ask(app, "/sample", {
      method: "POST",
      headers: { accept: "application/json" },
    });
    assert.equal(status, 401);
    assert.equal(JSON.parse(text).code, "unauthenticated");
  });

  await t.step("it leads back to this site only", async () => {
    for (const next of ["//evil.example", "https://evil.example", "/\\evil.example", ""]) {
      const { headers } = await ask(
        app,
        "/sign-in",
        form({ login: LOGIN, password: PASSWORD, next }),
      );
      assert.equal(headers.get("location"), "/", next);
    }
  });

  await t.step("five wrong tries are slowed down", async () => {
    const wrong = form({ login: LOGIN, password: "wrong", next: "/" });
    const statuses: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      statuses.push((await ask(app, "/sign-in", wrong)).status);
    }
    assert.deepEqual(statuses.slice(0, 5), [401, 401, 401, 401, 401]);
    assert.equal(statuses.at(-1), 429);
  });
});

/** Takes a table away while `run` runs. */
async function withBrokenDatabase<T>(
  { db }: BrowserApp["test"]["services"],
  run: () => Promise<T>,
): Promise<T> {
  await db.schema.alterTable("jobs").renameTo("jobs_away").execute();
  try {
    return await run();
  } finally {
    await db.schema.alterTable("jobs_away").renameTo("jobs").execute();
  }
}
