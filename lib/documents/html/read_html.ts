import { Parser } from "htmlparser2";
import { layOut } from "../docx/flow.ts";
import { Refusal } from "../refusal.ts";
import type { DocumentText, ReadLimits } from "../types.ts";
import { HtmlBody } from "./body.ts";
import { Cascade } from "./cascade.ts";
import { decodeHtml } from "./decode_html.ts";
import { parseStyleSheet, type Rule } from "./style_sheet.ts";

/** A long page goes to the parser in pieces, so that a bound ends it where it is passed. */
const PIECE = 65_536;

interface Handler {
  open(tag: string, attributes: Readonly<Record<string, string>>): void;
  close(tag: string): void;
  text(text: string): void;
}

function parse(html: string, handler: Handler): void {
  const parser = new Parser({
    onopentag: (tag, attributes) => handler.open(tag, attributes),
    onclosetag: (tag) => handler.close(tag),
    ontext: (text) => handler.text(text),
  }, { decodeEntities: true });
  for (let at = 0; at < html.length; at += PIECE) parser.write(html.slice(at, at + PIECE));
  parser.end();
}

/** The page's own style sheets; those of other files are never fetched. */
function rulesOf(html: string): Rule[] {
  const sheets: string[][] = [];
  let depth = 0;
  let isSheet = false;
  parse(html, {
    open(tag, { media = "" }) {
      if (++depth > 2000) throw new Refusal("corrupt");
      isSheet = tag === "style" && !/print/i.test(media);
      if (isSheet) sheets.push([]);
    },
    close() {
      depth--;
      isSheet = false;
    },
    text(text) {
      if (isSheet) sheets.at(-1)?.push(text);
    },
  });
  return sheets.flatMap((pieces) => parseStyleSheet(pieces.join("")));
}

/**
 * Reads a web page or an e-mail as a browser shows it on a wide screen: without scripts, and with
 * no style sheet or picture but what the file itself holds. Text that its styles hide, paint in the
 * colour of what lies behind, shrink or move off the page is reported in `hidden`.
 *
 * @throws {Refusal} `empty`, `corrupt` (elements nested beyond reason) or `too_much_text`.
 */
export function readHtml(bytes: Uint8Array, limits: ReadLimits): DocumentText {
  const html = decodeHtml(bytes);
  const body = new HtmlBody(new Cascade(rulesOf(html)), limits.maxCharacters);
  parse(html, body);
  body.end();
  const { text, pages, hidden } = layOut(body.flow);
  if (text === "") throw new Refusal("empty");
  return { kind: "html", text, pages, hidden, recognition: null, hasPhoto: null };
}
