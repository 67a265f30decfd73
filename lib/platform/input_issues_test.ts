import assert from "node:assert/strict";
import { z } from "zod";
import { issuesOf, PARSING } from "./input_issues.ts";

function said(schema: z.ZodType, value: unknown): Record<string, string> {
  const { error } = schema.safeParse(value, PARSING);
  assert.ok(error, "it fits");
  return Object.fromEntries(issuesOf(error).map(({ pointer, detail }) => [pointer, detail]));
}

Deno.test("issuesOf() says in plain words what a schema says nothing of", () => {
  const schema = z.object({
    role: z.enum(["owner", "viewer"]),
    kind: z.literal("csv"),
    files: z.array(z.string()).min(1),
    name: z.string().max(3),
    count: z.int().min(2),
    share: z.number(),
    isOpen: z.boolean(),
    day: z.iso.date(),
    code: z.string().regex(/^b/),
    tags: z.array(z.string()),
    place: z.object({}),
    weights: z.record(z.string().regex(/^a/), z.number()),
    own: z.string("must be a name"),
  });
  assert.deepEqual(
    said(schema, {
      role: "king",
      kind: "pdf",
      files: [],
      name: "four",
      count: 1,
      share: "much",
      day: "yesterday",
      code: "a",
      tags: "x",
      place: [],
      weights: { b: 1 },
    }),
    {
      "/role": "must be one of owner, viewer",
      "/kind": "must be csv",
      "/files": "must have at least 1",
      "/name": "must have at most 3 characters",
      "/count": "must be at least 2",
      "/share": "must be a number",
      "/is_open": "must be given",
      "/day": "must be a day as 2026-03-01",
      "/code": "must be written in another way",
      "/tags": "must be a list",
      "/place": "must be an object",
      "/weights/b": "is a name that it may not have",
      "/own": "must be a name",
    },
  );
  assert.deepEqual(said(schema, []), { "": "must be an object" });
});

Deno.test("issuesOf() says of an input of several forms what keeps it from the closest one", () => {
  const to = z.union([
    z.strictObject({ decision: z.enum(["shortlisted", "rejected"]) }),
    z.strictObject({ stageId: z.string() }),
  ]);
  const schema = z.strictObject({ to });
  assert.deepEqual(said(schema, { to: { decision: "nope" } }), {
    "/to/decision": "must be one of shortlisted, rejected",
  });
  assert.deepEqual(said(schema, { to: { stageId: 5 } }), { "/to/stage_id": "must be a text" });
  assert.deepEqual(said(schema, { to: 5 }), { "/to": "has none of the forms that it may have" });
  assert.deepEqual(said(schema, { to: { decision: "rejected" }, more: 1 }), {
    "/more": "is not a field of this",
  });
});
