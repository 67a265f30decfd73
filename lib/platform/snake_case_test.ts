import fc from "fast-check";
import assert from "node:assert/strict";
import { toCamel, toCamelKeys, toSnake, toSnakeKeys } from "./snake_case.ts";

const word = fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/);
const name = fc.tuple(word, fc.array(fc.stringMatching(/^[a-z][a-z0-9]{0,5}$/), { maxLength: 3 }))
  .map(([first, rest]) => [first, ...rest].join("_"));

Deno.test("toCamel() and toSnake() undo each other on names of fields", () => {
  fc.assert(fc.property(name, (snake) => toSnake(toCamel(snake)) === snake));
});

Deno.test("toCamelKeys() keeps every value and takes only names as the API writes them", () => {
  const tree = fc.letrec((tie) => ({
    value: fc.oneof(fc.string(), fc.integer(), fc.constant(null), tie("list"), tie("object")),
    list: fc.array(tie("value"), { maxLength: 3 }),
    object: fc.dictionary(name, tie("value"), { maxKeys: 3, noNullPrototype: true }),
  })).value;
  fc.assert(fc.property(tree, (given) => {
    const { value, issues } = toCamelKeys(given);
    assert.deepEqual(issues, []);
    assert.deepEqual(toSnakeKeys(value), given);
  }));
});

Deno.test("toCamelKeys() points at names that are not the API's, and leaves them out", () => {
  const given = JSON.parse('{"ok": [{"notOk": 1, "__proto__": 2, "a/b": 3}], "": 4}');
  const { value, issues } = toCamelKeys(given);
  assert.deepEqual(value, { ok: [{}] });
  assert.deepEqual(issues.map(({ pointer }) => pointer), [
    "/ok/0/notOk",
    "/ok/0/__proto__",
    "/ok/0/a~1b",
    "/",
  ]);
});

Deno.test("toSnakeKeys() leaves keys that are data alone", () => {
  assert.deepEqual(toSnakeKeys({ grades: { A: 1, D: 2 }, itemsPerPage: 3 }), {
    grades: { A: 1, D: 2 },
    items_per_page: 3,
  });
});
