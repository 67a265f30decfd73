import assert from "node:assert/strict";
import fc from "fast-check";
import { TAKEN_OUT, withoutContacts, withoutPerson } from "./without_person.ts";

const RESUME = `Sanne de Wit
Backend engineer
sanne.dewit@mail.example · 06-12345678 · linkedin.com/in/sannedewit
Kerkstraat 12, 1017 GA Amsterdam
Geboortedatum: 3 maart 1991
Nationality: Dutch

Experience
Backend engineer, Polderpay
2019 - present
- Sanne built a ledger in TypeScript and PostgreSQL
- Led a team of 4; SANNE wrote the on-call handbook
`;

Deno.test("withoutPerson() takes out who it is, and leaves what they did", () => {
  const sent = withoutPerson(RESUME, "2026-01-01", []);
  for (
    const gone of [/sanne/i, /de wit/i, /@/, /12345678/, /linkedin/, /Kerkstraat/, /1017/, /1991/]
  ) {
    assert.doesNotMatch(sent, gone);
  }
  for (const kept of ["built a ledger in TypeScript and PostgreSQL", "2019 - present"]) {
    assert.ok(sent.includes(kept), kept);
  }
});

Deno.test("withoutPerson() takes out a name that only a person knew", () => {
  const sent = withoutPerson("Cook, Acme\n- JANSEN cooked; Jansen baked", "2026-01-01", [
    "Piet Jansen",
  ]);
  assert.equal(sent, `Cook, Acme\n- ${TAKEN_OUT} cooked; ${TAKEN_OUT} baked`);
});

Deno.test("withoutContacts() takes the ways to reach people out of a posting", () => {
  assert.equal(
    withoutContacts(
      "3 years of Go. Mail jobs@acme.example, or call +31 20 123 4567.",
      "2026-01-01",
    ),
    `3 years of Go. Mail ${TAKEN_OUT}, or call ${TAKEN_OUT}.`,
  );
});

Deno.test("withoutPerson() leaves nothing of an address, wherever it stands", () => {
  const user = fc.stringMatching(/^[a-z]{3,12}$/);
  fc.assert(fc.property(user, user, fc.lorem(), (name, host, words) => {
    const sent = withoutPerson(`${words}\n${words} ${name}@${host}.nl ${words}`, "2026-01-01", []);
    assert.ok(!sent.includes("@"));
  }));
});
