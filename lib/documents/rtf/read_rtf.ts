import { Flow, layOut, revealed, withoutRepeats } from "../docx/flow.ts";
import { Refusal } from "../refusal.ts";
import type { DocumentText, ReadLimits } from "../types.ts";
import { RtfBody } from "./body.ts";
import { tokensOf } from "./tokens.ts";

/**
 * Reads a Rich Text file: headers first, then the text with its tables and text boxes, notes and
 * footers last. Hidden, white and tiny runs are reported in `hidden`; deleted text is not read.
 *
 * @throws {Refusal} `corrupt` (cut short), `empty`, `too_many_pages` or `too_much_text`.
 * @see Rich Text Format Specification 1.9.1 for the words
 */
export function readRtf(bytes: Uint8Array, limits: ReadLimits): DocumentText {
  const body = new RtfBody(limits.maxCharacters);
  for (const token of tokensOf(bytes)) {
    body.read(token);
    // Some programs put rubbish behind the end.
    if (token.type === "close" && body.depth === 0) break;
  }
  if (body.depth > 0) throw new Refusal("corrupt");
  const text = body.finish();
  const whole = new Flow();
  for (
    const flow of [...withoutRepeats(body.headers), text, ...withoutRepeats(body.footers)]
  ) {
    whole.append(flow);
    whole.endLine();
    whole.endLine();
  }
  const laidOut = layOut(body.hasBackdrop ? revealed(whole) : whole);
  if (laidOut.text === "") throw new Refusal("empty");
  if (laidOut.pages.length > limits.maxPages) {
    const params = { actual: laidOut.pages.length, limit: limits.maxPages };
    throw new Refusal("too_many_pages", params);
  }
  return { kind: "rtf", ...laidOut, recognition: null, hasPhoto: null };
}
