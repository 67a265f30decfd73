import assert from "node:assert/strict";
import { type Permission, PERMISSIONS, ROLE_PERMISSIONS } from "../lib/accounts/permissions.ts";
import type { Role } from "../lib/accounts/principal.ts";
import { PROBLEMS } from "../lib/platform/problem.ts";
import { allOperations } from "../scripts/local/api_operations.ts";

const docs = await Deno.readTextFile(new URL("../docs/api.md", import.meta.url));

/** The cells of the table rows that begin like this. */
function rowsOf(pattern: RegExp): string[][] {
  return docs.split("\n").filter((line) => pattern.test(line))
    .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
}

Deno.test("docs/api.md lists every operation with its permission and status", async () => {
  const listed = rowsOf(/^\| `(GET|POST|PUT|PATCH|DELETE) /).map(([name, permission, status]) => [
    name?.replaceAll("`", ""),
    permission === "–" ? "anyone" : permission?.replaceAll("`", ""),
    Number(status),
  ]);
  const known = (await allOperations()).map(({ method, path, operation }) => [
    `${method} ${path}`,
    operation.may,
    operation.status ?? (operation.answer ? 200 : 204),
  ]);
  assert.deepEqual(listed.toSorted(), known.toSorted());
});

Deno.test("docs/api.md lists every problem with its status", () => {
  const listed = rowsOf(/^\| `\/problems\//).map(([type, status]) => [type, Number(status)]);
  const known = Object.entries(PROBLEMS)
    .map(([code, { status }]) => [`\`/problems/${code}\``, status]);
  assert.deepEqual(listed.toSorted(), known.toSorted());
});

Deno.test("docs/api.md gives each role what the table of permissions gives it", () => {
  const roles: Role[] = ["owner", "recruiter", "hiring_manager", "viewer"];
  const listed = new Map<string, Role[]>();
  for (const [names = "", ...cells] of rowsOf(/^\| `\w+:\w+`[ ,]/)) {
    for (const name of names.replaceAll("`", "").split(", ")) {
      listed.set(name, roles.filter((_, at) => cells[at] === "yes"));
    }
  }
  const mayDo = (permission: Permission) =>
    roles.filter((role) => ROLE_PERMISSIONS[role].includes(permission));
  assert.deepEqual(
    Object.fromEntries(listed),
    Object.fromEntries(PERMISSIONS.map((permission) => [permission, mayDo(permission)])),
  );
});
