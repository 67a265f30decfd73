import type { Language } from "../lib/talent/types.ts";
import en from "./en.json" with { type: "json" };
import nl from "./nl.json" with { type: "json" };
import { type Message, type Params, say } from "./say.ts";

/** The name of a text in locales/en.json and locales/nl.json. */
export type MessageKey = keyof typeof en;

/** The texts whose names begin with one of the prefixes. */
export type Texts<P extends string> = Readonly<
  { [K in MessageKey as K extends `${P}${string}` ? K : never]: Message }
>;

/** Says the text of that name; never for an island, which would carry both files along. */
export type Translate = (key: MessageKey, params?: Params) => string;

// `satisfies`: a text that Dutch lacks, or has too many, does not compile.
const MESSAGES = {
  en: en satisfies Record<keyof typeof nl, Message>,
  nl: nl satisfies Record<MessageKey, Message>,
} as Record<Language, Record<MessageKey, Message>>;

/**
 * A text in a language.
 *
 * @param params What its `{places}` stand for; `count` chooses the plural form.
 * @throws {RangeError} If a place has no parameter.
 */
export function translate(language: Language, key: MessageKey, params?: Params): string {
  return say(language, MESSAGES[language][key], params);
}

/** translate() with the language filled in. */
export function translator(language: Language): Translate {
  return (key, params) => translate(language, key, params);
}

/** The texts that an island needs, as plain data; it says them with speaker(). */
export function textsFor<P extends string>(
  language: Language,
  ...prefixes: readonly P[]
): Texts<P> {
  const name = `${language} ${prefixes.join(" ")}`;
  let texts = chosen.get(name);
  if (!texts) {
    const entries = Object.entries(MESSAGES[language])
      .filter(([key]) => prefixes.some((prefix) => key.startsWith(prefix)));
    chosen.set(name, texts = Object.freeze(Object.fromEntries(entries)));
  }
  // The names were filtered by the prefixes that the type is made of.
  return texts as Texts<P>;
}

/** What each island was given before: there are few, and to look through all texts takes 1 ms. */
const chosen = new Map<string, Readonly<Record<string, Message>>>();

/** Whether a text of that name exists; for names that are put together from a stored code. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
