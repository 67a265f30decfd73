import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluate } from "./evaluate.ts";
import { readRequirement } from "./requirements.ts";
import { DEFAULT_WEIGHTS } from "./score.ts";
import { isSlipOf } from "./spelling.ts";

function judge(asked: string, deed: string): string {
  const [match] = evaluate({
    text: `Jo Jansen\n\nExperience\nEngineer, Acme, Jan 2019 – Dec 2022\n- ${deed}\n`,
    requirements: [readRequirement(asked)],
    weights: DEFAULT_WEIGHTS,
    now: "2026-01-01",
    hiddenCharacters: 0,
  }).matches;
  return `${match?.verdict} ${match?.reason.code}`;
}

Deno.test("evaluate() takes a long word with one slip for half of what is asked", () => {
  assert.equal(judge("Kubernetes", "Moved services to Kuberntes"), "PARTIAL misspelt");
  assert.equal(judge("JavaScript", "Wrote forms in Javascirpt"), "PARTIAL misspelt");
  assert.equal(judge("Boekhouding", "Deed de boekhoudding"), "PARTIAL misspelt");
});

Deno.test("evaluate() prefers the word itself, and forgives no short word", () => {
  assert.equal(judge("Kubernetes", "Kuberntes, then Kubernetes").split(" ")[0], "YES");
  assert.equal(judge("Python", "Wrote it in Pyhton"), "NO absent");
  assert.equal(judge("Kubernetes", "No experience with Kuberntes").split(" ")[0], "NO");
});

Deno.test("isSlipOf() knows each single slip and nothing that is two away", () => {
  const letter = fc.constantFrom(..."abcdefghij");
  const words = fc.array(letter, { minLength: 10, maxLength: 16 }).map((all) => all.join(""));
  fc.assert(fc.property(words, fc.integer({ min: 1, max: 8 }), letter, (word, at, other) => {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    const swapped = before + word[at + 1] + word[at] + word.slice(at + 2);
    for (const slip of [before + after, before + other + word.slice(at), before + other + after]) {
      assert.equal(isSlipOf(slip, word), slip !== word, slip);
    }
    assert.equal(isSlipOf(swapped, word), swapped !== word, swapped);
    assert.equal(isSlipOf(`${word}xx`, word), false);
    assert.equal(isSlipOf(`x${word}`, word), false);
  }));
});
