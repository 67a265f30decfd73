import { leaningOf } from "./language.ts";
import { lexicon } from "./lexicon.ts";
import type { SkillType } from "./lexicon_types.ts";
import { findMentions, type Mention } from "./mentions.ts";
import { type Token, tokenize } from "./text.ts";
import type { Language } from "./types.ts";

/** A sentence (or the name of a requirement) with all that is read from it more than once. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** By the token at which each starts; longest first where two start together. */
  readonly mentions: readonly PlacedMention[];
  /** The language that its function words lean to; null when they don't tell. */
  readonly language: Language | null;
}

export interface PlacedMention extends Mention {
  readonly type: SkillType;
  /** Tokens `from` up to and without `to`. */
  readonly from: number;
  readonly to: number;
}

/** A run of tokens. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Reads tokens and mentions of a piece of text. */
export function readPiece(text: string, within = { start: 0, end: text.length }): Reading {
  const tokens = tokenize(text, within);
  const mentions = placeMentions(tokens, findMentions(text, within));
  return { text, tokens, mentions, language: leaningOf(tokens) };
}

function placeMentions(tokens: readonly Token[], mentions: readonly Mention[]): PlacedMention[] {
  const placed: PlacedMention[] = [];
  let at = 0;
  for (const mention of mentions) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= mention.start) at++;
    let to = at;
    while (to < tokens.length && (tokens[to]?.start ?? mention.end) < mention.end) to++;
    const type = lexicon().skillById(mention.skill)?.type ?? "knowledge";
    placed.push({ ...mention, type, from: at, to });
  }
  return placed;
}

/** What a range says, as written. */
export function textOf({ text, tokens }: Reading, { from, to }: Range): string {
  return text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).replace(/\s+/g, " ");
}
