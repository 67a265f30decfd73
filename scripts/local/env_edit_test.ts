import assert from "node:assert/strict";
import { parseEnv } from "node:util";
import fc from "fast-check";
import { withSettings } from "./env_edit.ts";
import { SetupProblem } from "./problem.ts";

Deno.test("withSettings() replaces lines in their place, adds others, and leaves the rest", () => {
  const text = "# ours\nPORT=1\n  export SECRET_KEY=old # the first\nHOST=x";
  assert.equal(
    withSettings(text, { SECRET_KEY: "new", SIGNING_KEYS: '{"keys":[]}' }),
    "# ours\nPORT=1\nSECRET_KEY=new\nHOST=x\nSIGNING_KEYS='{\"keys\":[]}'\n",
  );
  assert.equal(withSettings("", { SECRET_KEY: "$&" }), "SECRET_KEY='$&'\n");
});

Deno.test("withSettings() writes what is read back, beside any other settings", () => {
  const name = fc.stringMatching(/^[A-Z]{1,6}$/);
  const value = fc.stringMatching(/^[\w,{}":.$-]{0,40}$/);
  fc.assert(
    fc.property(fc.dictionary(name, value), name, value, (others, changed, wanted) => {
      const text = withSettings("", others);
      const read = { ...parseEnv(withSettings(text, { [changed]: wanted })) };
      assert.deepEqual(read, { ...others, [changed]: wanted });
    }),
  );
});

Deno.test("withSettings() replaces all of a value over several lines", () => {
  const text = "SIGNING_KEYS='{\n\"keys\": []}' # old\nPORT=1\n";
  assert.equal(withSettings(text, { SIGNING_KEYS: "x" }), "SIGNING_KEYS=x\nPORT=1\n");
});

Deno.test("withSettings() writes nothing that would not be read back", () => {
  assert.throws(() => withSettings("PORT=1\n", { SECRET_KEY: "x'\nPORT=2" }), SetupProblem);
});
