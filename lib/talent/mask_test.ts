import assert from "node:assert/strict";
import fc from "fast-check";
import { MASK, maskResume, maskWords, secretsOf } from "./mask.ts";

const TODAY = "2026-11-01";

const ENGLISH = [
  "Fatima El Amrani",
  "fatima.elamrani@example.org | +31 6 1234 5678 | Utrecht",
  "Date of birth: 12 May 1985",
  "Nationality: Moroccan",
  "Marital status: married",
  "Address: Dorpsstraat 12",
  "",
  "Profile",
  "Fatima is a 41 year old nurse. She led her own ward.",
  "",
  "Experience",
  "2015 - 2024 Nurse, Hospital North",
  "- Cared for 30 patients and trained the waitress staff in Python",
].join("\n");

const DUTCH = [
  "Jan de Vries",
  "jan.devries@example.org",
  "Geboren op 3 maart 1990 te Breda",
  "Nationaliteit: Nederlandse",
  "Burgerlijke staat: gehuwd",
  "",
  "Werkervaring",
  "2015 - 2024 Verpleegkundige, Ziekenhuis Noord",
  "- Hij gaf leiding aan 12 mensen; Jan was 34 jaar oud",
].join("\n");

function masked(text: string) {
  return maskResume(text, secretsOf(text, TODAY), TODAY);
}

Deno.test("maskResume() leaves nothing that tells who an English résumé is of", () => {
  const { text } = masked(ENGLISH);
  for (
    const word of ["Fatima", "Amrani", "example.org", "1234", "1985", "Moroccan", "Dorpsstraat"]
  ) {
    assert.ok(!text.includes(word), `${word} in:\n${text}`);
  }
  assert.doesNotMatch(text, /\b(?:she|her|married|41|waitress|Utrecht)\b/i);
  assert.match(text, /2015 - 2024 Nurse, Hospital North/);
  assert.match(text, /Cared for 30 patients and trained the waiter staff in Python/);
});

Deno.test("maskResume() leaves nothing that tells who a Dutch résumé is of", () => {
  const { text } = masked(DUTCH);
  for (const word of ["Jan", "Vries", "example.org", "1990", "Breda", "Nederlandse", "gehuwd"]) {
    assert.ok(!text.includes(word), `${word} in:\n${text}`);
  }
  assert.doesNotMatch(text, /\bhij\b|34 jaar/i);
  assert.match(text, /2015 - 2024 Verpleegkundige, Ziekenhuis Noord/);
});

Deno.test("a mask does not tell how long what it covers is", () => {
  const [short, long] = ["He", "She"].map((word) => masked(`Profile\n${word} leads a team.`).text);
  assert.equal(short, long);
});

Deno.test("a quote stands in the masked text where its span is moved to", () => {
  const mask = masked(ENGLISH);
  for (const quote of ["Nurse, Hospital North", "Cared for 30 patients", "led her own ward"]) {
    const start = ENGLISH.indexOf(quote);
    const span = mask.moved({ start, end: start + quote.length });
    assert.equal(mask.text.slice(span.start, span.end), maskWords(quote, mask.secrets));
  }
});

const nameArb = fc.constantFrom(
  "Fatima El Amrani",
  "Jan de Vries",
  "Mary-Ann O'Neil",
  "Ünal Çelik",
);
const wordArb = fc.constantFrom(
  "he",
  "Zij",
  "Python",
  "led",
  "team",
  "in",
  "2019",
  "Mw",
  "ward",
  "\n",
);

Deno.test("spans keep their order, and what lies between masks stays", () => {
  fc.assert(fc.property(nameArb, fc.array(wordArb, { maxLength: 60 }), (name, words) => {
    const text = `${name}\n\nExperience\n${words.join(" ")} ${name} Kubernetes`;
    const mask = masked(text);
    let last = 0;
    for (let at = 0; at <= text.length; at++) {
      const { start, end } = mask.moved({ start: at, end: at });
      assert.ok(start >= last, `${at} moves to ${start}, behind ${last}`);
      assert.ok(start <= mask.text.length && end <= mask.text.length);
      last = start;
    }
    const kept = text.indexOf("Kubernetes");
    const span = mask.moved({ start: kept, end: kept + 10 });
    assert.equal(mask.text.slice(span.start, span.end), "Kubernetes");
    assert.ok(!mask.text.includes(name));
  }));
});

Deno.test("what is masked stays as it is when it is masked again", () => {
  fc.assert(fc.property(fc.array(wordArb, { maxLength: 40 }), (words) => {
    const once = maskWords(words.join(" "), ["Fatima"]);
    assert.equal(maskWords(once, ["Fatima"]), once);
  }));
  assert.equal(maskWords("FATIMA and Fatima's team", ["Fatima"]), `${MASK} and ${MASK}'s team`);
});
