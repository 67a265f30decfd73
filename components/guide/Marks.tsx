import type { Verdict as VerdictValue } from "../../lib/talent/types.ts";
import type { Translate } from "../../locales/translate.ts";
import { DotStrip, DotStripKey, type StripRequirement } from "../DotStrip.tsx";
import { FlagTag } from "../FlagTag.tsx";
import { Grade } from "../Grade.tsx";
import { numberRequirements } from "../numbering.ts";
import { Score } from "../Score.tsx";
import { StageWord } from "../StageWord.tsx";
import { Verdict, verdictClass } from "../Verdict.tsx";
import { Columns, Line, Specimen } from "./Specimen.tsx";

const VERDICTS = ["YES", "PARTIAL", "NO"] as const;
const GRADES = ["A", "B", "C", "D"] as const;

/** The verdicts in both languages, and their marks in a text. */
export function Verdicts({ english, dutch }: { english: Translate; dutch: Translate }) {
  return (
    <Specimen title="Verdict" note="Icon, word and colour. The icons differ in shape.">
      <Line>
        {VERDICTS.map((one) => (
          <Verdict
            key={one}
            verdict={one}
            word={english(`verdict.${one}`)}
          />
        ))}
        <span class="specimen-rule" />
        <span lang="nl" class="contents">
          {VERDICTS.map((one) => (
            <Verdict
              key={one}
              verdict={one}
              word={dutch(`verdict.${one}`)}
            />
          ))}
        </span>
      </Line>
      <p class="text-md">
        <Mark verdict="YES" number="5">ran Kafka for three years</Mark> <small>solid,</small>{" "}
        <Mark verdict="PARTIAL" number="5">used a queue once</Mark> <small>dashed,</small>{" "}
        <Mark verdict="NO" number="5">no experience with queues</Mark> <small>dotted,</small>{" "}
        <Mark verdict="YES" number="1" isOn>selected</Mark>
      </p>
    </Specimen>
  );
}

function Mark(
  { verdict, number, isOn, children }: {
    verdict: VerdictValue;
    number: string;
    isOn?: boolean;
    children: string;
  },
) {
  return (
    <mark class={`mark-${verdictClass(verdict)}`} data-on={isOn ? "" : undefined}>
      {children}
      <sup>{number}</sup>
    </mark>
  );
}

const REQUIREMENTS:
  readonly (readonly [name: string, verdict: VerdictValue, mark?: "gate" | "nice"])[] = [
    ["TypeScript, 4+ years", "YES"],
    ["Node.js or Deno in production", "YES"],
    ["PostgreSQL, 3+ years", "YES"],
    ["HTTP API design", "YES"],
    ["Message queues", "PARTIAL"],
    ["Automated tests and CI", "YES"],
    ["Clear written communication", "NO"],
    ["English, professional", "YES", "gate"],
    ["Right to work in the EU", "YES", "gate"],
    ["Kubernetes", "YES", "nice"],
    ["OpenTelemetry", "NO", "nice"],
    ["Mentoring", "PARTIAL", "nice"],
    ["Dutch, B1", "YES", "nice"],
  ];

const STRIP = numberRequirements(REQUIREMENTS.map(([name, , mark]): StripRequirement => ({
  id: name,
  name,
  level: mark === "nice" ? "nice_to_have" : "required",
  gate: mark === "gate",
})));

/** Grades in their sizes, scores with what is said of them, and the strip. */
export function Scores({ t }: { t: Translate }) {
  const verdicts = new Map(REQUIREMENTS.map(([name, verdict]) => [name, verdict]));
  const grades = (size: "small" | "normal" | "large") =>
    GRADES.map((grade) => (
      <Grade key={grade} grade={grade} size={size} label={t("grade.label", { grade })} />
    ));
  return (
    <Specimen
      title="Grade, score, strip"
      note="A failed gate cuts the score: the bar keeps the old mark."
    >
      <Line>
        {grades("large")}
        <span class="w-2" />
        {grades("normal")}
        <span class="w-2" />
        {grades("small")}
        <Grade grade={null} label={t("grade.none")} />
        <small>Not judged yet</small>
      </Line>
      <Columns of={3}>
        <Score score={0.94} rawScore={0.94} t={t} />
        <Score score={0.78} rawScore={0.78} t={t} />
        <Score score={0.64} rawScore={0.85} t={t} />
      </Columns>
      <Line>
        <span class="grid gap-1">
          <DotStripKey requirements={STRIP} />
          <DotStrip requirements={STRIP} verdicts={verdicts} t={t} />
        </span>
        <small>
          square: required, round: nice to have, line below: gate; full: YES, half: PARTIAL, open:
          NO
        </small>
      </Line>
    </Specimen>
  );
}

const FLAGS = ["near_line", "hidden_text", "gate_failed", "gate_partial", "keyword_list"] as const;
const STATES = ["open", "draft", "archived"] as const;
const DECISIONS = ["shortlisted", "undecided", "rejected"] as const;

/** Remarks, states of a job, and decisions. */
export function Tags({ t }: { t: Translate }) {
  return (
    <Specimen title="Tags and decisions" note="Flags are words with an icon, never a bare dot.">
      <Line>
        {FLAGS.map((flag) => <FlagTag key={flag} flag={flag} t={t} />)}
      </Line>
      <Line>
        {STATES.map((state) => (
          <span key={state} class={`chip chip-${state}`}>{t(`jobs.${state}`)}</span>
        ))}
        {STATES.map((state) => (
          <span key={state} class={`state state-${state}`}>{t(`jobs.${state}`)}</span>
        ))}
      </Line>
      <Line>
        {DECISIONS.map((decision) => (
          <StageWord
            key={decision}
            stage={{
              key: decision === "undecided" ? "new" : decision,
              name: null,
              decision,
            }}
            t={t}
          />
        ))}
      </Line>
    </Specimen>
  );
}
