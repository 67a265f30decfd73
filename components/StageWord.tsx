import type { Stage } from "../lib/hiring/stages.ts";
import type { Params } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";
import { Icon, type IconName } from "./Icon.tsx";

/** Says the texts about moving: translator() on the server, speaker() in an island. */
export type SayMove = (key: keyof Texts<"move.">, params?: Params) => string;

/** What a stage needs to be named. */
export type NamedStage = Pick<Stage, "key" | "name" | "decision">;

/** The name of a stage: a person's own, or the built-in one in the reader's language. */
export function stageName(stage: Omit<NamedStage, "decision">, t: SayMove): string {
  return stage.name ?? t(`move.stage_${stage.key ?? "new"}`);
}

/** The same as a decision: who stands in the first stage is undecided. */
export function decisionWord(stage: NamedStage, t: SayMove): string {
  return stage.key === "new" && stage.name === null ? t("move.undecided") : stageName(stage, t);
}

/** The icon of what standing in a stage means. */
export const STAGE_ICONS: Readonly<Record<Stage["decision"], IconName>> = {
  undecided: "ring-dashed",
  shortlisted: "bookmark-check",
  rejected: "ban",
};

// Drawn once for all, because a table repeats them in each of its rows. Each knows the page that it
// was drawn in last, until it is drawn again.
const DRAWN = {
  undecided: Icon({ name: STAGE_ICONS.undecided }),
  shortlisted: Icon({ name: STAGE_ICONS.shortlisted }),
  rejected: Icon({ name: STAGE_ICONS.rejected }),
};

/** Where somebody stands, as a decision: icon, word and colour. */
export function StageWord({ stage, t }: { stage: NamedStage; t: SayMove }) {
  return (
    <span class={`decide decide-${stage.decision}`}>
      {DRAWN[stage.decision]}
      {decisionWord(stage, t)}
    </span>
  );
}

/** What standing in a stage means, as an icon beside its name. */
export function StageIcon({ decision, size }: { decision: Stage["decision"]; size?: number }) {
  return Icon({ name: STAGE_ICONS[decision], size });
}
