import assert from "node:assert/strict";
import { join } from "node:path";
import en from "../locales/en.json" with { type: "json" };
import nl from "../locales/nl.json" with { type: "json" };
import { LOCALE, type Message } from "../locales/say.ts";

const LANGUAGES: Record<"en" | "nl", Record<string, Message>> = { en, nl };
const ROOT = join(import.meta.dirname ?? ".", "..");

/** The forms of a message, by plural category; "" for one without. */
function formsOf(message: Message): Map<string, string> {
  return new Map(typeof message === "string" ? [["", message]] : Object.entries(message));
}

function placesOf(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();
}

Deno.test("locales/en.json and locales/nl.json have the same texts, in the same order", () => {
  assert.deepEqual(Object.keys(nl), Object.keys(en));
});

Deno.test("every text has the plural forms that its language asks for", () => {
  for (const [language, messages] of Object.entries(LANGUAGES)) {
    const locale = LOCALE[language as "en" | "nl"];
    const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    for (const [key, message] of Object.entries(messages)) {
      if (typeof message === "string") continue;
      assert.deepEqual(Object.keys(message).toSorted(), wanted, `${key} in ${language}`);
      for (const [form, text] of formsOf(message)) {
        assert.ok(
          placesOf(text).includes("count"),
          `${key} (${form}) in ${language} has no {count}`,
        );
      }
    }
  }
});

Deno.test("a text has the same places in both languages and all its forms", () => {
  for (const [key, message] of Object.entries(LANGUAGES.en)) {
    const [first = "", ...others] = [
      ...formsOf(message).values(),
      ...formsOf(LANGUAGES.nl[key] ?? "").values(),
    ];
    for (const other of others) assert.deepEqual(placesOf(other), placesOf(first), key);
  }
});

Deno.test("no text is empty, ends in a blank, or has a straight apostrophe", () => {
  for (const [language, messages] of Object.entries(LANGUAGES)) {
    for (const [key, message] of Object.entries(messages)) {
      for (const text of formsOf(message).values()) {
        assert.match(text, /\S/, `${key} in ${language}`);
        assert.ok(!text.includes("'") && !text.includes("!"), `${key} in ${language}: ${text}`);
        // The proof on the sign-in page is one sentence in three parts.
        if (!key.startsWith("sign_in.proof")) assert.equal(text.trim(), text, key);
      }
    }
  }
});

Deno.test("every refusal of a file has its reason and its advice", async () => {
  const source = await Deno.readTextFile(join(ROOT, "lib/documents/types.ts"));
  const union = /RefusalCode =([^;]+);/.exec(source)?.[1] ?? "";
  const codes = [...union.matchAll(/"(\w+)"/g)].map(([, code]) => code);
  assert.ok(codes.length >= 8, "the codes could not be read from lib/documents/types.ts");
  for (const code of [...codes, "internal"]) {
    assert.ok(`refusal.${code}.title` in en, `refusal.${code}.title`);
    assert.ok(`refusal.${code}.advice` in en, `refusal.${code}.advice`);
  }
});

Deno.test("every text is said somewhere", async () => {
  let source = "";
  for (const folder of ["components", "islands", "locales", "routes", "scripts"]) {
    for await (const text of sourcesIn(join(ROOT, folder))) source += text;
  }
  // Names that are put together: t(`verdict.${verdict}`), textsFor(language, "progress.").
  const built = [...source.matchAll(/`([\w.]*[._])\$\{/g)].map(([, start]) => start ?? "");
  const starts = built.filter((start) => start.includes("."));
  for (const key of Object.keys(en)) {
    const isNamed = source.includes(`"${key}"`) || source.includes(`\`${key}\``);
    assert.ok(isNamed || starts.some((start) => key.startsWith(start)), `${key} is never said`);
  }
});

async function* sourcesIn(folder: string): AsyncGenerator<string> {
  for await (const entry of Deno.readDir(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory) yield* sourcesIn(path);
    else if (/\.tsx?$/.test(entry.name)) yield await Deno.readTextFile(path);
  }
}
