import assert from "node:assert/strict";
import { apiTest } from "./harness/api.ts";
import { visitor } from "./harness/visitor.ts";

Deno.test("the pages of administration are for superusers alone", async () => {
  await using test = await apiTest({ worker: false });
  const { actor } = await test.addPerson("owner", "own");
  const [{ username = "" } = {}] = await test.test.services.db.selectFrom("users")
    .select("username").where("id", "=", actor.userId).execute();
  const [superuser, other] = [await visitor(test, "olga"), await visitor(test, username)];
  assert.equal((await other.open("/admin/users")).status, 403);
  const answer = await superuser.open("/admin/users?q=OLGA");
  assert.equal(answer.status, 200);
  const page = await answer.text();
  assert.ok(page.includes("olga@example.com") && !page.includes(`${username}@example.com`));
});
