import assert from "node:assert/strict";
import fc from "fast-check";
import { doubtAt, findDoubts } from "./denial.ts";
import { sentences } from "./text.ts";

/** The doubt over `word` in a text, or "none". */
function doubtOf(text: string, word: string): string {
  const start = text.indexOf(word);
  assert.ok(start >= 0, `${word} stands in ${text}`);
  const found = doubtAt(findDoubts(text, sentences(text)), { start, end: start + word.length });
  return found?.doubt ?? "none";
}

const CASES: readonly [text: string, word: string, doubt: string][] = [
  ["No experience with Java, Kotlin or Scala.", "Java", "denied"],
  ["No experience with Java, Kotlin or Scala.", "Scala", "denied"],
  ["No experience with Java, but five years of Kotlin.", "Kotlin", "none"],
  ["No experience with Java, I did use Kotlin.", "Kotlin", "none"],
  ["I have never worked with Docker.", "Docker", "denied"],
  ["I have not yet used Terraform in production.", "Terraform", "denied"],
  ["I do not have a driving licence.", "driving licence", "denied"],
  ["No driving licence; I come by e-bike.", "driving licence", "denied"],
  ["Kubernetes: none", "Kubernetes", "denied"],
  ["Kubernetes (no experience), Docker (five years)", "Kubernetes", "denied"],
  ["Kubernetes (no experience), Docker (five years)", "Docker", "none"],
  ["Python, Kubernetes not yet", "Python", "none"],
  ["Python, Kubernetes not yet", "Kubernetes", "denied"],
  ["Geen ervaring met Java, wel met Kotlin.", "Java", "denied"],
  ["Geen ervaring met Java, wel met Kotlin.", "Kotlin", "none"],
  ["Met Java heb ik geen ervaring.", "Java", "denied"],
  ["Java ken ik niet, Python wel.", "Java", "denied"],
  ["Java ken ik niet, Python wel.", "Python", "none"],
  ["Ik heb nog geen ervaring met Kubernetes, maar wil dat graag leren.", "Kubernetes", "denied"],
  ["Praktijkexamen gepland, nog geen rijbewijs", "rijbewijs", "denied"],
  ["Rijbewijs: nee", "Rijbewijs", "denied"],
  ["Ik spreek geen Duits.", "Duits", "denied"],
  ["Not only Java but also Kotlin.", "Java", "none"],
  ["Tools including but not limited to Java and SQL", "Java", "none"],
  ["Niet alleen Java, ook Kotlin gebruikt", "Java", "none"],
  ["Migrated without downtime to Kubernetes", "Kubernetes", "none"],
  ["Interested in learning Rust.", "Rust", "wished"],
  ["I would like to learn Go next year.", "Go", "wished"],
  ["Seeking a position as sous chef", "sous chef", "wished"],
  ["Ik wil graag leren programmeren in Python", "Python", "wished"],
  ["Geïnteresseerd in machine learning", "machine learning", "wished"],
  ["Carer who would like to become a nurse.", "nurse", "wished"],
  ["Aspiring data scientist", "data scientist", "wished"],
  ["Managed a team of Java developers", "Java", "others"],
  ["Led the data team and wrote Python myself", "data", "others"],
  ["Led the data team and wrote Python myself", "Python", "none"],
  ["Supported the data team", "data", "others"],
  ["Managed Java projects and a team of 5 developers", "Java", "none"],
  ["Recruited React and Java developers for banks", "React", "others"],
  ["Leidinggegeven aan vier Java-ontwikkelaars", "Java", "others"],
  ["Ondersteunde het marketingteam en de afdeling inkoop", "marketingteam", "none"],
  ["Samengewerkt met de Python ontwikkelaars", "Python", "others"],
  ["Worked in the Java team", "Java", "none"],
  ["Used to code in Scala a long time ago.", "Scala", "weak"],
  ["I used to write PHP", "PHP", "weak"],
  ["SQL used to report on sales", "SQL", "none"],
  ["Lang geleden met Cobol gewerkt", "Cobol", "weak"],
  ["my colleague built the Spark jobs", "Spark", "others"],
  ["My colleague and I built the Spark jobs", "Spark", "none"],
  ["Our manager asked me to build it in Java", "Java", "none"],
  ["Mijn collega deed de loonadministratie", "loonadministratie", "others"],
  ["The data team ran PostgreSQL and Kafka for us.", "Kafka", "others"],
  ["Books visits for the sales executives, who negotiate and close", "negotiate", "others"],
  ["Plan the month; controllers close the books in SAP", "SAP", "others"],
  ["One of the engineers who built the Kafka cluster", "Kafka", "none"],
  ["The team of which I was part ran Kafka.", "Kafka", "none"],
  ["Taking an online course in Python; no professional experience with it.", "Python", "denied"],
  ["Niet beschikbaar voor ploegendienst.", "ploegendienst", "denied"],
  ["Basic knowledge of SQL", "SQL", "weak"],
  ["Basiskennis SQL", "SQL", "weak"],
  ["SQL (basic), Python (expert)", "SQL", "weak"],
  ["SQL (basic), Python (expert)", "Python", "none"],
  ["Currently learning Rust", "Rust", "weak"],
  ["Built services in Java and SQL", "Java", "none"],
  ["Ontwikkelde koppelingen in Java", "Java", "none"],
];

Deno.test("findDoubts() tells denial, wish, others and weak words, EN and NL", () => {
  const wrong = CASES.filter(([text, word, doubt]) => doubtOf(text, word) !== doubt)
    .map(([text, word, doubt]) => `${text} / ${word}: ${doubtOf(text, word)}, not ${doubt}`);
  assert.deepEqual(wrong, []);
});

Deno.test("findDoubts() keeps every span inside its sentence", () => {
  const words = fc.constantFrom(
    "no",
    "geen",
    "experience",
    "Java",
    ",",
    ".",
    "but",
    "team",
    "managed",
    "of",
    "(",
    ")",
    "niet",
    ":",
    "basic",
  );
  fc.assert(fc.property(fc.array(words, { maxLength: 40 }).map((w) => w.join(" ")), (text) => {
    const all = sentences(text);
    for (const { start, end } of findDoubts(text, all)) {
      assert.ok(start < end);
      assert.ok(all.some((one) => one.start <= start && end <= one.end));
    }
  }));
});
