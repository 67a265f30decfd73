import assert from "node:assert/strict";
import { findSecrets } from "./secrets.ts";

const letters = (count: number) => "aB3".repeat(count).slice(0, count);

Deno.test("findSecrets() names the line and what it looks like", () => {
  const secrets = [
    ["-----BEGIN " + "OPENSSH PRIVATE KEY-----", "a private key"],
    ["aws_access_key_id = AKIA" + "ABCDEFGHIJKLMNOP", "an access key of AWS"],
    [`token: ghp_${letters(36)}`, "a token of GitHub"],
    [`xoxb-${letters(24)}`, "a token of Slack"],
    [`LLM_API_KEY=sk-${letters(40)}`, "a key of a language model"],
    [`//registry/:_authToken=npm_${letters(36)}`, "a token of npm"],
    [`SECRET_KEY=${letters(43)}`, "a value of SECRET_KEY"],
  ];
  for (const [text = "", kind] of secrets) {
    assert.deepEqual(findSecrets(`one\n${text}\n`), [{ line: 2, kind }], text);
    assert.deepEqual(findSecrets(`${text} // not a secret`), []);
  }
});

Deno.test("findSecrets() leaves names, examples and hashes alone", () => {
  const harmless = [
    "SECRET_KEY=",
    "#SECRET_KEY=made and kept in DATA_DIR",
    "SECRET_KEY: ${SECRET_KEY:-}",
    "SECRET_KEY_FILE=/run/secrets/secret_key_of_this_installation",
    `integrity: sha512-${letters(86)}==`,
    "-----BEGIN PUBLIC KEY-----",
    "the task-based asks-and-answers-of-a-recruiter-on-the-phone",
  ];
  for (const text of harmless) assert.deepEqual(findSecrets(text), [], text);
});
