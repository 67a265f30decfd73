import { define } from "../define.ts";
import { answerLivez } from "../lib/platform/probes.ts";

/** For whoever restarts what hangs; anybody may ask. */
export const handler = define.handlers({ GET: () => answerLivez() });
