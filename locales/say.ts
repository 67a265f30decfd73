import type { Language } from "../lib/talent/types.ts";

/** A text with `{places}`, or one for each plural form, chosen by the parameter `count`. */
export type Message = string | { readonly [form in Intl.LDMLPluralRule]?: string };

/** What is put in the places; numbers are written in the language's way. */
export type Params = Readonly<Record<string, string | number>>;

/** The locale whose figures and dates the language is written with. */
export const LOCALE: Readonly<Record<Language, string>> = { en: "en-GB", nl: "nl-NL" };

/**
 * Says a message in a language.
 *
 * @param message Its text in that language.
 * @throws {RangeError} If a place has no parameter, or the plural form that `count` asks for is missing.
 */
export function say(language: Language, message: Message, params: Params = {}): string {
  const text = typeof message === "string" ? message : pluralForm(language, message, params);
  if (!text.includes("{")) return text;
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new RangeError(`"${text}" needs a value for {${name}}`);
    return typeof value === "number" ? number(language, value) : value;
  });
}

/** A speaker for the texts that an island was given; see textsFor() in translate.ts. */
export function speaker<K extends string>(
  language: Language,
  texts: Readonly<Record<K, Message>>,
): (key: K, params?: Params) => string {
  return (key, params) => say(language, texts[key], params);
}

function pluralForm(language: Language, message: Exclude<Message, string>, params: Params): string {
  const count = params.count;
  if (typeof count !== "number") throw new RangeError("A message with plural forms needs a count");
  const text = message[plurals(language).select(count)] ?? message.other;
  if (text === undefined) throw new RangeError(`No plural form for ${count} in ${language}`);
  return text;
}

function number(language: Language, value: number): string {
  // Most are small counts, which both languages write alike; Intl takes a hundred times as long.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  return numbers(language).format(value);
}

const plurals = once((language) => new Intl.PluralRules(LOCALE[language]));
const numbers = once((language) =>
  new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 1 })
);

/** Intl's formatters are slow to make and quick to use, so each is made once a language. */
export function once<T>(make: (language: Language) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    let one = made.get(language);
    if (one === undefined) made.set(language, one = make(language));
    return one;
  };
}
