import assert from "node:assert/strict";
import { signIn } from "../lib/accounts/sessions.ts";
import { apiTest } from "./harness/api.ts";
import { PASSWORD } from "./harness/owner.ts";

for (
  const [environment, cookie, status] of [["local", "session", 200], [
    "staging",
    "__Host-session",
    404,
  ]] as const
) {
  Deno.test(`/components answers ${status} in ${environment}`, async () => {
    await using test = await apiTest({ worker: false, settings: { ENVIRONMENT: environment } });
    const { token } = await signIn(test.test.services, {
      login: "olga",
      password: PASSWORD,
      address: "192.0.2.7",
      userAgent: null,
    });
    const response = await fetch(`${test.url}/components`, {
      headers: { cookie: `${cookie}=${token}` },
      redirect: "manual",
    });
    const text = await response.text();
    assert.equal(response.status, status, text.slice(0, 300));
    assert.equal(text.includes("Components and states"), status === 200);
  });
}
