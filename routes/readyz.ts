import { define } from "../define.ts";
import { answerReadyz } from "../lib/platform/probes.ts";

/** For load balancers; anybody may ask. */
export const handler = define.handlers({ GET: ({ state }) => answerReadyz(state) });
