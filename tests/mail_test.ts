import assert from "node:assert/strict";
import { join } from "node:path";
import { removeOldMails } from "../lib/accounts/mail_delivery.ts";
import { createLink, findLink, linkToken, takeLink } from "../lib/accounts/mail_links.ts";
import { type NewMail, queueMail } from "../lib/accounts/mails.ts";
import { ensureSuperuser } from "../lib/accounts/superuser.ts";
import { registry } from "../worker/registry.ts";
import { runWorker } from "../worker/run_worker.ts";
import { type TestServices, testServices } from "./harness/services.ts";
import { startSmtp } from "./harness/smtp.ts";
import { waitFor } from "./harness/wait.ts";

/** Runs the worker while the test goes on. */
function working({ services }: TestServices): AsyncDisposable {
  const stopping = new AbortController();
  const ended = runWorker(services, { signal: stopping.signal, registry });
  return {
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await ended;
    },
  };
}

const INVITATION = {
  kind: "invitation",
  to: "eva@example.com",
  language: "en",
  params: { workspace: "Bakker & Zn <b>", inviter: "Olga" },
  userId: null,
  workspaceId: null,
} as const;

function queue({ services: { db } }: TestServices, mail: Partial<NewMail> = {}): Promise<string> {
  return db.transaction().execute((trx) => queueMail(trx, { ...INVITATION, ...mail } as NewMail));
}

function mailOf({ services: { db } }: TestServices, id: string) {
  return db.selectFrom("mails").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}

/** Waits until the mail has ended, and says how. */
function ended(test: TestServices, id: string) {
  return waitFor(`mail ${id}`, async () => {
    const { state, error } = await mailOf(test, id);
    return state !== "waiting" && { state, error };
  });
}

const smtpSettings = (port: number, retrySeconds = "0") => ({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: "Talent <mail@talent.test>",
  TASK_RETRY_SECONDS: retrySeconds,
});

Deno.test("a mail is delivered once, in HTML and plain text", async () => {
  await using smtp = await startSmtp();
  await using test = await testServices(smtpSettings(smtp.port));
  await using _worker = working(test);
  const id = await queue(test);
  assert.deepEqual(await ended(test, id), { state: "sent", error: null });
  await ended(test, await queue(test, { language: "nl" }));
  const [mail, dutch] = smtp.taken;
  assert.equal(smtp.taken.length, 2);
  assert.deepEqual([mail?.from, mail?.to], ["mail@talent.test", ["eva@example.com"]]);
  const source = mail?.source ?? "";
  assert.match(source, new RegExp(`^Message-ID: <${id}@talent.test>`, "m"));
  assert.match(source, /^Subject: Olga invites you to Bakker & Zn <b>/m);
  assert.match(source, /^Auto-Submitted: auto-generated/m);
  assert.match(source, /Content-Type: text\/plain/);
  assert.match(source, /<html lang=3D"en">|<html lang="en">/);
  assert.ok(source.includes("Bakker &amp; Zn &lt;b"), "a name is no markup");
  assert.match(dutch?.source ?? "", /^Subject: Olga nodigt je uit/m);
});

Deno.test("a mail that the server refuses for good is given up at once", async () => {
  await using smtp = await startSmtp(() => 550);
  await using test = await testServices(smtpSettings(smtp.port));
  await using _worker = working(test);
  const id = await queue(test);
  assert.deepEqual(await ended(test, id), {
    state: "refused",
    error: "The mail server answered 550",
  });
  const tasks = await test.services.db.selectFrom("tasks").select(["payload", "error"]).execute();
  assert.ok(!JSON.stringify(tasks).includes("eva@"), "the address is in the mail's row alone");
});

Deno.test("a mail that the server refuses for now is sent later", async () => {
  let calls = 0;
  await using smtp = await startSmtp(() => ++calls < 3 ? 451 : 250);
  await using test = await testServices(smtpSettings(smtp.port));
  await using _worker = working(test);
  const id = await queue(test);
  assert.equal((await ended(test, id)).state, "sent");
  assert.equal((await mailOf(test, id)).failures, 2);
});

Deno.test("a mail waits for a server that is away, and gives up in the end", async (t) => {
  await t.step("away, then back", async () => {
    const first = await startSmtp();
    await first[Symbol.asyncDispose]();
    await using test = await testServices(smtpSettings(first.port, "1"));
    await using _worker = working(test);
    const id = await queue(test);
    await waitFor("a failure", async () => (await mailOf(test, id)).failures > 0);
    assert.match((await mailOf(test, id)).error ?? "", /^The mail server cannot be reached/);
    await using smtp = await startSmtp(() => 250, first.port);
    assert.equal((await ended(test, id)).state, "sent");
    assert.equal(smtp.taken.length, 1);
  });
  await t.step("away for good", async () => {
    const gone = await startSmtp();
    await gone[Symbol.asyncDispose]();
    await using test = await testServices(smtpSettings(gone.port));
    await using _worker = working(test);
    const id = await queue(test);
    assert.equal((await ended(test, id)).state, "refused");
    assert.equal((await mailOf(test, id)).failures, 9);
  });
});

Deno.test("without a server, mails are files for this user alone, and go with their rows", async () => {
  await using test = await testServices();
  await using _worker = working(test);
  const { services, config } = test;
  const id = await queue(test);
  await ended(test, id);
  const path = join(config.mail.folder, `${id}.eml`);
  assert.match(await Deno.readTextFile(path), /^To: eva@example.com/m);
  if (Deno.build.os !== "windows") {
    assert.equal(((await Deno.stat(path)).mode ?? 0) & 0o777, 0o600);
  }
  await removeOldMails(services);
  assert.ok(await Deno.stat(path), "a young one stays");
  await services.db.updateTable("mails").set({ finishedAt: new Date("2020-01-01") }).execute();
  await removeOldMails(services);
  assert.deepEqual(await services.db.selectFrom("mails").selectAll().execute(), []);
  await assert.rejects(Deno.stat(path), Deno.errors.NotFound);
});

Deno.test("a link works once, until it expires or another one takes its place", async () => {
  await using test = await testServices();
  const { services: { db }, config } = test;
  const { userId } = await ensureSuperuser(db, {
    name: "Olga",
    username: "olga",
    email: "olga@example.com",
    password: "a long enough password",
  });
  const link = { purpose: "reset_password", userId, email: "olga@example.com" } as const;
  const make = () => db.transaction().execute((trx) => createLink(trx, config, link));
  const first = await linkToken(config, await make());
  const second = await linkToken(config, await make());
  assert.match(second, /^[A-Za-z0-9_-]{43}$/);
  assert.equal(await findLink(db, "reset_password", first), undefined, "replaced");
  assert.equal(await findLink(db, "verify_email", second), undefined, "for something else");
  const rows = JSON.stringify(await db.selectFrom("mailLinks").selectAll().execute());
  assert.ok(!rows.includes(second), "no table holds it");
  const use = () => db.transaction().execute((trx) => takeLink(trx, "reset_password", second));
  const used = await Promise.all([use(), use(), use()]);
  assert.deepEqual(used.filter(Boolean).map((one) => one?.userId), [userId], "one of three");
  const third = await linkToken(config, await make());
  await db.updateTable("mailLinks").set({ expiresAt: new Date(0) }).execute();
  assert.equal(await findLink(db, "reset_password", third), undefined, "expired");
});

Deno.test("a mail whose link works no more is dropped", async () => {
  await using smtp = await startSmtp();
  await using test = await testServices(smtpSettings(smtp.port));
  const { services: { db }, config } = test;
  const { userId } = await ensureSuperuser(db, {
    name: "Olga",
    username: "olga",
    email: "olga@example.com",
    password: "a long enough password",
  });
  const email = "olga@example.com";
  const mail = { kind: "reset_password", to: email, params: { name: "Olga" }, userId } as const;
  const ids: string[] = [];
  for (let made = 0; made < 2; made += 1) {
    await db.transaction().execute(async (trx) => {
      const linkId = await createLink(trx, config, { purpose: "reset_password", userId, email });
      const base = { ...mail, linkId, language: "en", workspaceId: null } as const;
      ids.push(await queueMail(trx, base));
    });
  }
  await using _worker = working(test);
  const states = await Promise.all(ids.map(async (id) => (await ended(test, id)).state));
  assert.deepEqual(states, ["dropped", "sent"]);
});
