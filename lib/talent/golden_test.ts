import assert from "node:assert/strict";
import { evaluate } from "./evaluate.ts";
import { readJob } from "./requirements.ts";
import { sayReason } from "./reasons.ts";
import { DEFAULT_WEIGHTS } from "./score.ts";

/**
 * What the engine says of one job and two résumés, byte for byte. It changes only on purpose: after
 * a change of rules or lexicon, read the difference that
 * `deno test -A lib/talent/golden_test.ts -- --write` makes, and raise ENGINE_VERSION.
 */
const GOLDEN = new URL("./golden.json", import.meta.url);

const JOB = `Backend engineer

What we ask
- At least 3 years of experience with TypeScript
- Node.js or Deno in production
- A bachelor's degree in computer science or a related field
- Fluent English
- A valid driving licence is mandatory

Nice to have
- Kubernetes
- Teamwork`;

const ENGLISH = `Robin Field
robin@example.com | +31 6 1234 5678 | Utrecht

Experience

Backend engineer, Northwind, March 2021 – present
- Payments API in TypeScript with Fastify, four million calls a day
- Worked closely with two designers and the operations team

Junior developer, Parcel Lab, 2019 – 2021
- Shop pages in PHP

Education
BSc Computer Science, University of Leeds, 2016 – 2019

Languages
English (native), Dutch (B1)

I would like to learn Kubernetes. Driving licence: B`;

const DUTCH = `Noor Bakker
noor@example.com

Profiel
Teamspeler, leergierig.

Werkervaring
2018 – heden: Kok, Eetcafé De Brug
Bereidt met drie collega's de lunch.

Opleiding
mbo niveau 3 Kok, 2017

Vaardigheden
TypeScript, HTML

Talen: Nederlands (moedertaal), Engels (redelijk)
Rijbewijs B verlopen in 2022. Geen ervaring met Kubernetes.`;

function judgeAll() {
  const { language, requirements } = readJob(JOB);
  return {
    requirements,
    evaluations: [ENGLISH, DUTCH].map((text) => {
      const evaluation = evaluate({
        text,
        requirements,
        weights: DEFAULT_WEIGHTS,
        now: "2026-01-01",
        hiddenCharacters: 0,
        language,
      });
      const said = evaluation.matches.map(({ reason }) => [
        sayReason(reason, "en"),
        sayReason(reason, "nl"),
      ]);
      return { ...evaluation, said };
    }),
  };
}

Deno.test("evaluate() gives the bytes of the golden file", async () => {
  const actual = `${JSON.stringify(judgeAll(), null, 2)}\n`;
  if (Deno.args.includes("--write")) await Deno.writeTextFile(GOLDEN, actual);
  assert.equal(actual, await Deno.readTextFile(GOLDEN));
});
