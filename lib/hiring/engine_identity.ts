import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "../platform/canonical_json.ts";
import { toSnakeKeys } from "../platform/snake_case.ts";
import { CRAFTS } from "../talent/craft_data.ts";
import { LEXICON } from "../talent/lexicon_data.ts";
import { BM25 } from "../talent/likeness.ts";
import {
  FAILED_GATE_CAP,
  GRADE_LINES,
  MAX_TEXT_PERCENT,
  PARTIAL_GATE_CAP,
} from "../talent/score.ts";
import { SHARES } from "../talent/terms.ts";
import { ENGINE_VERSION } from "../talent/version.ts";

/** In hex. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/).meta({
  // Of the empty text.
  examples: ["e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
});

/** Which engine judged: its rules, what it knows of words, and the figures that it scores by. */
export const EngineIdentity = z.object({
  version: z.string(),
  lexiconSha256: Sha256,
  settingsSha256: Sha256,
  /** The figures themselves: what a verdict counts, where grades begin, what gates allow. */
  settings: z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())])),
});
export type EngineIdentity = z.infer<typeof EngineIdentity>;

let identity: EngineIdentity | undefined;

/** The engine of this process. The lexicon is hashed at the first call. */
export function engineIdentity(): EngineIdentity {
  return identity ??= readIdentity();
}

function readIdentity(): EngineIdentity {
  const settings = {
    shares: { yes: SHARES.YES, partial: SHARES.PARTIAL, no: SHARES.NO },
    gradesFrom: Object.fromEntries(
      GRADE_LINES.map(([grade, line]) => [grade.toLowerCase(), line]),
    ),
    text: {
      k1: BM25.k1,
      b: BM25.b,
      usualLength: BM25.usualLength,
      wholeFrom: BM25.wholeFrom,
      percentAtMost: MAX_TEXT_PERCENT,
    },
    gateFailedAtMost: FAILED_GATE_CAP,
    gatePartialAtMost: PARTIAL_GATE_CAP,
  };
  return {
    version: ENGINE_VERSION,
    lexiconSha256: sha256(canonicalJson({ files: LEXICON, crafts: CRAFTS })),
    settingsSha256: sha256(canonicalJson(toSnakeKeys(settings))),
    settings,
  };
}

/** SHA-256 of a text in UTF-8, in hex. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
