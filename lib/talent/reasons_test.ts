import assert from "node:assert/strict";
import { sayReason } from "./reasons.ts";
import type { Language } from "./types.ts";

/** Found, asked, and how the sentence begins. */
const KINDS: readonly [string, string, Language, string][] = [
  ["fastify", "node-js", "en", "Fastify is a Node.js framework"],
  ["fastify", "node-js", "nl", "Fastify is een Node.js-framework"],
  ["salesforce", "crm", "en", "Salesforce is a CRM system"],
  ["salesforce", "crm", "nl", "Salesforce is een CRM-systeem"],
  ["postgresql", "relational-databases", "en", "PostgreSQL is a relational database"],
  [
    "teamcity",
    "continuous-integration",
    "en",
    "TeamCity is a CI/CD tool for continuous integration",
  ],
  ["playwright", "test-automation", "en", "Playwright is a test framework for test automation"],
  [
    "regression-testing",
    "software-testing",
    "en",
    "Regression testing falls under software testing",
  ],
];

Deno.test("sayReason() names how a narrower skill belongs to the one asked", () => {
  for (const [found, skill, language, beginning] of KINDS) {
    const said = sayReason({ code: "near_narrower", params: { skill, found } }, language);
    assert.ok(said.startsWith(beginning), `${said} does not begin with ${beginning}`);
  }
});
