import { configure, type LogRecord, reset } from "@logtape/logtape";
import assert from "node:assert/strict";
import { sql } from "kysely";
import { formatterOf } from "../lib/platform/log_format.ts";
import { apiTest } from "./harness/api.ts";
import { testServices } from "./harness/services.ts";
import { visitor } from "./harness/visitor.ts";

/** Keeps what a part of the product logs until it is disposed of. */
async function listenTo(part: string) {
  const records: LogRecord[] = [];
  await configure({
    reset: true,
    sinks: { kept: (record) => void records.push(record) },
    loggers: [
      { category: ["talent", part], sinks: ["kept"], lowestLevel: "info" },
      { category: ["logtape", "meta"], lowestLevel: "error" },
    ],
  });
  return { records, [Symbol.asyncDispose]: reset };
}

Deno.test("a line of the log stays one line, whatever is in it, and its time is in UTC", () => {
  const forged = 'olga\n{"level":"INFO","message":"let in"}\r\u2028';
  const line = formatterOf("json")({
    category: ["talent", "http"],
    level: "warning",
    message: ["Refused ", forged, ""],
    rawMessage: "Refused {name}",
    properties: { name: forged },
    timestamp: Date.UTC(2026, 2, 12, 10),
  });
  assert.match(line, /^[^\n\r]+\n$/);
  const { message, properties, "@timestamp": at } = JSON.parse(line);
  assert.ok(message.includes("olga"));
  assert.equal(properties.name, forged);
  assert.equal(at, "2026-03-12T10:00:00.000Z");
});

Deno.test("PostgreSQL tells times in UTC", async () => {
  await using test = await testServices();
  const { rows } = await sql<{ zone: string }>`select current_setting('TimeZone') as zone`
    .execute(test.services.db);
  assert.equal(rows[0]?.zone, "UTC");
});

Deno.test("who is not let in is written down, by the API and by pages, and who is let in is not", async () => {
  await using test = await apiTest({ worker: false });
  const viewer = await test.addPerson("viewer", "same");
  const { username } = await test.test.services.db.selectFrom("users").select("username")
    .where("id", "=", viewer.actor.userId).executeTakeFirstOrThrow();
  const browser = await visitor(test, username);
  await using log = await listenTo("access");
  const headers = (id: string) => ({ headers: { "x-request-id": id } });
  assert.equal((await viewer.call("GET", "/jobs", headers("let-in"))).status, 200);
  assert.equal((await viewer.call("GET", "/audit_log", headers("no-role"))).status, 403);
  assert.equal((await viewer.call("GET", "/users", headers("no-superuser"))).status, 403);
  assert.equal((await test.as("nonsense").call("GET", "/jobs", headers("no-token"))).status, 401);
  const page = await browser.open("/admin/users");
  await page.body?.cancel();
  assert.equal(page.status, 403);
  const pageId = page.headers.get("x-request-id");
  const told = log.records.map(({ properties: { requestId, code } }) => [requestId, code]);
  assert.deepEqual(told, [
    ["no-role", "forbidden"],
    ["no-superuser", "forbidden"],
    ["no-token", "unauthenticated"],
    [pageId, "forbidden"],
  ]);
});
