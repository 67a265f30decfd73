import type { Level, Verdict } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";
import type { Numbered } from "./numbering.ts";
import { verdictClass } from "./Verdict.tsx";

export interface StripRequirement {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly gate: boolean;
}

export interface DotStripProps {
  /** In the order of numberRequirements(). */
  requirements: readonly Numbered<StripRequirement>[];
  /** By requirement id. */
  verdicts: ReadonlyMap<string, Verdict>;
  t: Translate;
}

/**
 * The verdicts of one résumé as a row of marks: square required, round nice to have. The marks have
 * no words of their own, because a long list draws thousands of them; see StripTip.tsx.
 */
export function DotStrip({ requirements, verdicts, t }: DotStripProps) {
  const judged = requirements.filter(({ id }) => verdicts.has(id));
  return (
    <span class="strip" role="img" aria-label={stripSentence(judged, verdicts, t)}>
      {judged.map((one, index) => (
        <>
          {isFirstNice(judged, index) && <span class="strip-gap" />}
          <i class={dotClass(one, verdicts)} data-number={one.number} />
        </>
      ))}
    </span>
  );
}

/** The numbers above the marks, each with the requirement's name on hovering. */
export function DotStripKey({ requirements }: Pick<DotStripProps, "requirements">) {
  return (
    <span class="strip strip-key" aria-hidden="true">
      {requirements.map((one, index) => (
        <>
          {isFirstNice(requirements, index) && <span class="strip-gap" />}
          <b class={one.number.length > 1 ? "two" : undefined} title={one.name}>{one.number}</b>
        </>
      ))}
    </span>
  );
}

function isFirstNice(requirements: readonly StripRequirement[], index: number): boolean {
  return index > 0 && requirements[index]?.level === "nice_to_have" &&
    requirements[index - 1]?.level === "required";
}

function dotClass(one: Numbered<StripRequirement>, verdicts: ReadonlyMap<string, Verdict>): string {
  const nice = one.level === "nice_to_have" ? " dot-nice" : "";
  const gate = one.gate ? " dot-gate" : "";
  const two = one.number.length > 1 ? " two" : "";
  return `dot dot-${verdictClass(verdicts.get(one.id) ?? "NO")}${nice}${gate}${two}`;
}

function stripSentence(
  requirements: readonly StripRequirement[],
  verdicts: ReadonlyMap<string, Verdict>,
  t: Translate,
): string {
  const count = (level: Level, verdict?: Verdict) =>
    requirements.filter((one) =>
      one.level === level && (!verdict || verdicts.get(one.id) === verdict)
    ).length;
  const parts: string[] = [];
  if (count("required") > 0) {
    parts.push(t("ranking.strip_required", {
      met: count("required", "YES"),
      total: count("required"),
      partly: count("required", "PARTIAL"),
    }));
  }
  if (count("nice_to_have") > 0) {
    parts.push(t("ranking.strip_nice", {
      niceMet: count("nice_to_have", "YES"),
      niceTotal: count("nice_to_have"),
    }));
  }
  return parts.join(" ");
}
