/** One declaration that can change what is seen. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly isImportant: boolean;
}

/** `div#id.class`: what one element must be. */
export interface Compound {
  readonly tag?: string;
  readonly id?: string;
  readonly classes: readonly string[];
  /** Whether the compound before it must be the parent, and not any element around. */
  readonly isChild: boolean;
}

export interface Rule {
  /** From the outermost to the element itself. */
  readonly selector: readonly Compound[];
  /** Ids, classes and tags, a thousand of one below one of the next. */
  readonly specificity: number;
  readonly declarations: readonly Declaration[];
}

/** The properties that are looked at; a rule that has none of them is passed over. */
const PROPERTIES = new Set([
  "display",
  "visibility",
  "opacity",
  "color",
  "-webkit-text-fill-color",
  "background-color",
  "background-image",
  "font-size",
  "position",
  "left",
  "right",
  "top",
  "bottom",
  "text-indent",
  "margin-left",
  "margin-top",
  "transform",
  "clip",
  "clip-path",
  "overflow",
  "width",
  "height",
  "max-width",
  "max-height",
  "white-space",
  "list-style-type",
  "flex-direction",
  "mso-hide",
]);

/** The width of the window that a page is read for, in px. */
const WINDOW_PX = 1280;
const MAX_RULES = 20_000;
const MAX_COMPOUNDS = 12;
const MAX_SELECTOR = 500;
/** No value that is looked at is longer. */
const MAX_VALUE = 200;
/** At-rules whose blocks hold rules; the blocks of others (fonts, animations) hold none. */
const GROUPS = /^@(?:media|supports|layer|container|scope|-moz-document)\b/i;

/** The declarations of a style attribute or of a rule's block. */
export function parseDeclarations(block: string): Declaration[] {
  const declarations: Declaration[] = [];
  for (const part of splitOutside(block, ";")) {
    const colon = part.indexOf(":");
    if (colon < 0) continue;
    const property = part.slice(0, colon).trim().toLowerCase();
    const isImportant = /!\s*important\s*$/i.test(part.slice(-40));
    const value = part.slice(colon + 1).split("!", 1)[0]?.trim().slice(0, MAX_VALUE) ?? "";
    for (const [name, said] of longhands(property, value)) {
      if (PROPERTIES.has(name)) declarations.push({ property: name, value: said, isImportant });
    }
  }
  return declarations;
}

function longhands(property: string, value: string): [string, string][] {
  if (property === "background") {
    const colour = /#[0-9a-f]{3,8}\b|\brgba?\([^()]*\)|\b[a-z]+\b/gi;
    const image = /url\(|gradient\(|var\(/i.test(value) ? "url()" : "none";
    const words = image === "none" ? [...value.matchAll(colour)] : [];
    return [
      ["background-image", image],
      ...words.slice(0, 1).map(([word]): [string, string] => ["background-color", word]),
    ];
  }
  if (property === "font") {
    const size = /(?:^|\s)(\d*\.?\d+(?:px|pt|em|rem|%))/i.exec(value)?.[1];
    return size ? [["font-size", size]] : [];
  }
  if (property === "list-style") {
    return /\bnone\b/i.test(value) ? [["list-style-type", "none"]] : [];
  }
  return [[property, value]];
}

/**
 * The rules of a style sheet that can hide text or lay it out, for a wide screen. What is not
 * understood (attributes, states, neighbours) matches nothing, so that no text is hidden by guess.
 */
export function parseStyleSheet(css: string): Rule[] {
  const rules: Rule[] = [];
  const groups: boolean[] = [];
  const text = css.replaceAll("<!--", "").replaceAll("-->", "");
  let at = 0;
  while (at < text.length && rules.length < MAX_RULES) {
    const { end, sign } = nextSign(text, at);
    const prelude = withoutComments(text.slice(at, end)).trim();
    at = end + 1;
    if (sign === "}") groups.pop();
    if (sign !== "{") continue;
    if (GROUPS.test(prelude)) {
      groups.push(groups.at(-1) !== false && appliesTo(prelude));
      continue;
    }
    const blockEnd = endOfBlock(text, at);
    if (!prelude.startsWith("@") && groups.at(-1) !== false) {
      rules.push(...rulesOf(prelude, withoutComments(text.slice(at, blockEnd))));
    }
    at = blockEnd + 1;
  }
  return rules;
}

function rulesOf(prelude: string, block: string): Rule[] {
  const declarations = parseDeclarations(block);
  if (declarations.length === 0) return [];
  return splitOutside(prelude, ",").flatMap((written) => {
    const selector = parseSelector(written.trim());
    return selector ? [{ selector, specificity: specificityOf(selector), declarations }] : [];
  });
}

function specificityOf(selector: readonly Compound[]): number {
  let sum = 0;
  for (const { tag, id, classes } of selector) {
    sum += (id ? 1_000_000 : 0) + classes.length * 1000 + (tag ? 1 : 0);
  }
  return sum;
}

function parseSelector(written: string): Compound[] | undefined {
  if (written.length > MAX_SELECTOR) return undefined;
  const part = /\s*(>)?\s*(?:(\*|[a-z][\w-]*)|([#.])((?:[\w-]|[^\0-\x7f]|\\.)+))/giy;
  const selector: { tag?: string; id?: string; classes: string[]; isChild: boolean }[] = [];
  while (part.lastIndex < written.length) {
    const isApart = /[\s>]/.test(written[part.lastIndex] ?? "");
    const match = part.exec(written);
    if (!match || selector.length > MAX_COMPOUNDS) return undefined;
    const [, child, tag, sign, escaped = ""] = match;
    if (selector.length === 0 || isApart) selector.push({ classes: [], isChild: child === ">" });
    const compound = selector.at(-1);
    const name = escaped.replaceAll(/\\(.)/g, "$1");
    if (!compound) return undefined;
    if (tag && tag !== "*") compound.tag = tag.toLowerCase();
    else if (sign === "#") compound.id = name;
    else if (sign === ".") compound.classes.push(name);
  }
  return selector.length > 0 ? selector : undefined;
}

/** Whether a group of rules holds on a wide screen; a condition that is not known does not. */
function appliesTo(prelude: string): boolean {
  if (/^@(?:layer|scope)\b/i.test(prelude)) return true;
  if (!/^@media\b/i.test(prelude)) return false;
  return prelude.slice("@media".length, 500).split(",").some((query) => {
    const rest = query.replaceAll(
      /\(\s*(min|max)-width\s*:\s*([\d.]+)(px|r?em)\s*\)/gi,
      (_, bound: string, number: string, unit: string) => {
        const px = Number(number) * (unit.toLowerCase() === "px" ? 1 : 16);
        return (bound.toLowerCase() === "min" ? px <= WINDOW_PX : px >= WINDOW_PX) ? "all" : "no";
      },
    );
    const words = rest.trim().toLowerCase().split(/\s+/);
    return words.every((word) => ["", "all", "screen", "only", "and"].includes(word));
  });
}

/** Where the next brace or semicolon outside of strings, brackets and comments is. */
function nextSign(text: string, from: number): { end: number; sign: string } {
  const sign = /\/\*|["'()[\]{};\\]/g;
  sign.lastIndex = from;
  let depth = 0;
  for (let match = sign.exec(text); match; match = sign.exec(text)) {
    const found = match[0];
    if (found === "\\") sign.lastIndex++;
    else if (found === "/*") sign.lastIndex = after(text, "*/", match.index + 2);
    else if (found === '"' || found === "'") {
      sign.lastIndex = afterString(text, found, match.index + 1);
    } else if (found === "(" || found === "[") depth++;
    else if (found === ")" || found === "]") depth = Math.max(0, depth - 1);
    else if (found !== ";" || depth === 0) return { end: match.index, sign: found };
  }
  return { end: text.length, sign: "" };
}

function endOfBlock(text: string, from: number): number {
  let depth = 0;
  for (let at = from;;) {
    const { end, sign } = nextSign(text, at);
    if (sign === "" || (sign === "}" && depth === 0)) return end;
    if (sign === "{") depth++;
    if (sign === "}") depth--;
    at = end + 1;
  }
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/** A string ends at its line when it is not closed. */
function afterString(text: string, quote: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === quote || text[at] === "\n") return at + 1;
  }
  return text.length;
}

function withoutComments(text: string): string {
  if (!text.includes("/*")) return text;
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const start = text.indexOf("/*", at);
    if (start < 0) return parts.join("") + text.slice(at);
    parts.push(text.slice(at, start));
    at = after(text, "*/", start + 2);
  }
  return parts.join("");
}

/** Splits at a sign that stands in no brackets. */
function splitOutside(text: string, sign: ";" | ","): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char === "(" || char === "[") depth++;
    else if (char === ")" || char === "]") depth = Math.max(0, depth - 1);
    else if (char === sign && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
