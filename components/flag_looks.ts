import type { RankingFlag } from "../lib/hiring/states.ts";
import type { IconName } from "./Icon.tsx";

/** The icon of each remark, and whether it stops or warns. */
export const FLAG_LOOKS: Readonly<
  Record<RankingFlag, readonly [IconName, "stop" | "warn"]>
> = {
  gate_failed: ["stop", "stop"],
  gate_partial: ["lock", "warn"],
  near_line: ["scale", "warn"],
  hidden_text: ["eye-off", "warn"],
  keyword_list: ["list", "warn"],
  objection: ["stop", "stop"],
  opinion_differs: ["scale", "warn"],
};
