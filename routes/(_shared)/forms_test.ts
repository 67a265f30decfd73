import assert from "node:assert/strict";
import { acceptedLanguage } from "../(_middlewares)/know_visitor.ts";
import { preferenceCookie, readCookies, sessionCookie, sessionCookieName } from "./cookies.ts";
import { safePath } from "./forms.ts";

Deno.test("safePath() keeps to this site", () => {
  assert.equal(safePath("/jobs/1/ranking?sort=name"), "/jobs/1/ranking?sort=name");
  for (
    const path of ["//evil.example", "/\\evil.example", "https://evil.example", "jobs", "/a b", ""]
  ) {
    assert.equal(safePath(path), "/", path);
  }
});

Deno.test("readCookies() takes the first of a name and minds no blanks", () => {
  const headers = new Headers({ cookie: " theme=dark;session=abc=; session=other; =x" });
  assert.deepEqual([...readCookies(headers)], [["theme", "dark"], ["session", "abc="]]);
  assert.equal(readCookies(new Headers()).size, 0);
});

Deno.test("sessionCookie() is bound to HTTPS and the host elsewhere than here", () => {
  const until = new Date("2026-12-01T00:00:00Z");
  const local = sessionCookie({ environment: "local" }, "t", until);
  assert.equal(
    local,
    "session=t; Path=/; HttpOnly; SameSite=Lax; Expires=Tue, 01 Dec 2026 00:00:00 GMT",
  );
  assert.equal(sessionCookieName({ environment: "production" }), "__Host-session");
  assert.match(sessionCookie({ environment: "production" }, "t", until), /; Secure; /);
  assert.match(
    preferenceCookie({ environment: "staging" }, "theme", "dark"),
    /^theme=dark; .*Secure/,
  );
});

Deno.test("acceptedLanguage() takes the browser's best among ours", () => {
  assert.equal(acceptedLanguage("nl-NL,nl;q=0.9,en;q=0.8"), "nl");
  assert.equal(acceptedLanguage("de, en;q=0.7, nl;q=0.9"), "nl");
  assert.equal(acceptedLanguage("en-US,en;q=0.9,nl;q=0.8"), "en");
  assert.equal(acceptedLanguage("fr"), "en");
  assert.equal(acceptedLanguage(null), "en");
});
