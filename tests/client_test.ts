import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildClient } from "../scripts/client.ts";
import { runProgram } from "../scripts/local/processes.ts";
import { ROOT } from "../scripts/local/web_build.ts";
import { generateSync } from "otplib";
import { beginTwoFactor, getTwoFactor, turnOnTwoFactor } from "../lib/accounts/two_factor.ts";
import { ApiProblem, createClient, type Tokens } from "../packages/client/src/mod.ts";
import { type ApiTest, apiTest } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";

const MODULE = pathToFileURL(join(ROOT, "packages/client/src/mod.ts")).href;

/** A key that may do what the examples do. */
async function keyOf({ api }: ApiTest): Promise<string> {
  const { status, body } = await api.call("POST", "/api_keys", {
    json: {
      name: "Examples",
      scopes: ["jobs:write", "resumes:write", "evaluations:write", "decisions:write"],
    },
  });
  assert.equal(status, 201);
  return body.key;
}

/** The examples of a text, for this server. */
async function examplesFor({ url }: ApiTest, key: string, path: string): Promise<string[]> {
  const text = await Deno.readTextFile(join(ROOT, path));
  return [...text.matchAll(/```ts\n(.*?)```/gs)].map(([, code = ""]) =>
    code.replaceAll('"@talent-copilot/client"', JSON.stringify(MODULE))
      .replaceAll("https://talent.example.com", url).replaceAll("tc_live_…", key)
  );
}

for (const path of ["packages/client/README.md", "docs/integrating.md"]) {
  Deno.test(`the examples of ${path} compile and run under Deno`, (t) => runExamples(t, path));
}

async function runExamples(t: Deno.TestContext, path: string): Promise<void> {
  await using test = await apiTest();
  const folder = await Deno.makeTempDir();
  try {
    const examples = await examplesFor(test, await keyOf(test), path);
    assert.ok(examples.length >= 5, `${examples.length} examples`);
    const files = await Promise.all(examples.map(async (code, index) => {
      const file = join(folder, `example_${index}.ts`);
      await Deno.writeTextFile(file, code);
      return file;
    }));
    const config = ["--config", join(ROOT, "deno.json")];
    const checked = await runProgram([Deno.execPath(), "check", ...config, ...files]);
    assert.ok(checked.success, checked.output);
    for (const [index, file] of files.entries()) {
      await t.step(`example ${index + 1}`, async () => {
        const ran = await runProgram([Deno.execPath(), "run", "-A", "--no-check", ...config, file]);
        assert.ok(ran.success, `${examples[index]}\n${ran.output}`);
      });
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("the client signs in by two factors, comes back, and signs out", async () => {
  await using test = await apiTest({ worker: false, settings: { REFRESH_TOKEN_IN_BODY: "true" } });
  const { services } = test.test;
  await beginTwoFactor(test.owner, services);
  const begun = await getTwoFactor(test.owner, services);
  assert.ok(begun.state === "begun");
  const code = generateSync({ secret: begun.secret });
  const browser = { sessionId: crypto.randomUUID(), address: "192.0.2.7" };
  const proof = { password: PASSWORD, code };
  const [recovery = ""] = await turnOnTwoFactor(test.owner, services, proof, browser);

  let kept: Tokens | undefined;
  const onTokens = (tokens: Tokens | undefined) => kept = tokens;
  const client = createClient({ baseUrl: test.url, onTokens });
  await assert.rejects(
    client.signIn("olga", PASSWORD),
    (error) => error instanceof ApiProblem && error.type === "/problems/second_factor_required",
  );
  await client.signIn("olga", PASSWORD, { totp: recovery });
  assert.equal((await client.GET("/user/me")).data?.username, "olga");

  const refreshToken = kept?.refreshToken;
  assert.ok(refreshToken);
  const again = createClient({ baseUrl: test.url, tokens: { refreshToken }, onTokens });
  assert.equal(await again.resume(), true);
  assert.equal((await again.GET("/user/me")).response.status, 200);
  const { accessToken = "" } = kept ?? {};
  await again.signOut();
  assert.equal(kept, undefined);
  assert.equal((await test.as(accessToken).call("GET", "/user/me")).status, 401);
  assert.equal(await again.resume(), false);
});

Deno.test("the client moves to another workspace and stays signed in there", async () => {
  await using test = await apiTest({ worker: false, settings: { REFRESH_TOKEN_IN_BODY: "true" } });
  const { db } = test.test.services;
  const other = await test.addPerson("owner", "own");
  const { workspaceId } = other.actor;
  await db.insertInto("memberships")
    .values({ workspaceId, userId: test.owner.userId, role: "viewer" }).execute();
  let kept: Tokens | undefined;
  const client = createClient({ baseUrl: test.url, onTokens: (tokens) => kept = tokens });
  await client.signIn("olga", PASSWORD);
  const before = kept;
  await client.switchWorkspace(workspaceId);
  const here = async () => (await client.GET("/workspace")).data?.id;
  assert.equal(await here(), workspaceId);
  assert.equal(kept?.refreshToken, before?.refreshToken);
  assert.equal((await test.as(before?.accessToken).call("GET", "/workspace")).status, 401);
  const { refreshToken = "" } = kept ?? {};
  const later = createClient({ baseUrl: test.url, tokens: { refreshToken } });
  assert.equal(await later.resume(), true);
  assert.equal((await later.GET("/workspace")).data?.id, workspaceId, "after a reload too");
  const stranger = (await test.addPerson("owner", "own")).actor.workspaceId;
  await assert.rejects(
    client.switchWorkspace(stranger),
    (error) => error instanceof ApiProblem && error.type === "/problems/not_found",
  );
});

Deno.test("the built package runs under Node", async () => {
  await using test = await apiTest({ worker: false });
  const folder = await Deno.makeTempDir();
  try {
    await buildClient(folder);
    const script = join(folder, "try.mjs");
    await Deno.writeTextFile(
      script,
      `
      import { createClient, dataOf, itemsOf } from "./mod.js";
      const client = createClient({ baseUrl: "${test.url}", apiKey: "${await keyOf(test)}" });
      for (const title of ["Cook", "Baker", "Waiter"]) {
        dataOf(await client.POST("/jobs", { body: { title, description: "A kitchen asks for HACCP" } }));
      }
      const titles = [];
      const ask = (page) => client.GET("/jobs", { params: { query: { items_per_page: 2, ...page } } });
      for await (const job of itemsOf(ask)) titles.push(job.title);
      console.log(titles.sort().join());
      `,
    );
    const { success, output } = await runProgram(["node", script]);
    assert.ok(success, output);
    assert.equal(output.trim(), "Baker,Cook,Waiter");
    const types = await Deno.readTextFile(join(folder, "mod.d.ts"));
    assert.match(types, /createClient/);
    assert.match(await Deno.readTextFile(join(folder, "schema.d.ts")), /"\/jobs\/\{id\}"/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
