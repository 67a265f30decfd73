import assert from "node:assert/strict";
import { toPublicSchema } from "./openapi_schema.ts";

const NOTHING = { type: "null" };

Deno.test("toPublicSchema() says of a plain value in one word that it may be null", () => {
  const text = { anyOf: [{ type: "string", enum: ["a", "b"] }, NOTHING] };
  assert.deepEqual(toPublicSchema(text), { type: ["string", "null"], enum: ["a", "b", null] });
});

Deno.test("toPublicSchema() lets one of several shapes be null as well", () => {
  const shape = { type: "object", oneOf: [{ properties: { kind: { const: "a" } } }] };
  assert.deepEqual(toPublicSchema({ anyOf: [shape, NOTHING] }), { anyOf: [shape, NOTHING] });
});
