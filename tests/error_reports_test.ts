import assert from "node:assert/strict";
import { openErrorReports } from "../lib/platform/telemetry/error_reports.ts";

class ReadingFailed extends Error {
  override readonly name = "ReadingFailed";
}

Deno.test("errors are reported by kind, place and ids, never by their words", async () => {
  const envelopes: string[] = [];
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      envelopes.push(await request.text());
      return Response.json({});
    },
  );
  const { port } = server.addr as Deno.NetAddr;
  const reports = await openErrorReports(`http://key@127.0.0.1:${port}/1`, "staging");
  const record = {
    category: ["talent", "worker"],
    level: "error" as const,
    rawMessage: "Task {name} {id} of {email} failed: {error}",
    message: ["Task of canary@example.test failed"],
    timestamp: Date.now(),
    properties: {
      name: "read_resume",
      id: "01a228f5",
      requestId: "req_ABC",
      email: "canary@example.test",
      error: new ReadingFailed("Cannot read canary@example.test"),
    },
  };
  reports({ ...record, level: "warning" });
  reports(record);
  await reports[Symbol.asyncDispose]();

  assert.equal(envelopes.length, 1);
  const [, , event = "{}"] = envelopes[0]?.split("\n") ?? [];
  const { exception: { values: [error] }, tags, extra, environment } = JSON.parse(event);
  assert.equal(error.type, "ReadingFailed");
  assert.ok(error.stacktrace.frames.length > 0);
  assert.deepEqual(tags, {
    part: "worker",
    name: "read_resume",
    id: "01a228f5",
    requestId: "req_ABC",
  });
  assert.equal(extra.logged, "Task {name} {id} of {email} failed: {error}");
  assert.equal(environment, "staging");
  assert.doesNotMatch(envelopes.join(), /canary/);
});
