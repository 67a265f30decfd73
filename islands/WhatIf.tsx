import { useSignal } from "@preact/signals";
import { Grade } from "../components/Grade.tsx";
import type { Numbered } from "../components/numbering.ts";
import { shareOf } from "../lib/talent/shares.ts";
import { rankCandidates, type RankedCandidate } from "../lib/talent/what_if.ts";
import type { Kind, Language, Level, Verdict, Weights } from "../lib/talent/types.ts";
import { formatPart, formatPercent } from "../locales/format.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";

/** A requirement as far as it weighs. */
export interface WhatIfRequirement {
  readonly id: string;
  readonly name: string;
  readonly level: Level;
  readonly kind: Kind;
  readonly importance: number;
  readonly gate: boolean;
}

export interface WhatIfCandidate {
  readonly id: string;
  readonly name: string;
  readonly tie: number;
  /** A letter each, in the order of the requirements: Y, P or N. */
  readonly verdicts: string;
  /** To the posting's words, in percent; null where it does not count. */
  readonly likeness: number | null;
}

export interface WhatIfProps {
  jobId: string;
  /** Of the requirements, so that nobody's edit is overwritten. */
  version: number;
  requirements: Numbered<WhatIfRequirement>[];
  weights: Weights;
  /** All that are ranked. */
  candidates: WhatIfCandidate[];
  maySave: boolean;
  language: Language;
  texts: Texts<"whatif." | "level." | "grade.">;
}

/** How many of the best are listed. */
const LISTED = 20;

const VERDICTS: Readonly<Record<string, Verdict>> = { Y: "YES", P: "PARTIAL", N: "NO" };

/**
 * Sliders for what each requirement counts, and the ranking that follows them. Nothing is judged
 * here: verdicts stay, their weights do not. Without JavaScript it is a form that saves them.
 */
export function WhatIf(props: WhatIfProps) {
  const { requirements, weights, language, texts, maySave } = props;
  const t = speaker(language, texts);
  const chosen = useSignal(requirements.map(({ importance }) => importance));
  const weighed = requirements.map((one, at) => ({
    ...one,
    importance: chosen.value[at] ?? one.importance,
  }));
  const isChanged = weighed.some((one, at) => one.importance !== requirements[at]?.importance);
  const people = props.candidates.map((one) => ({ ...one, verdicts: verdictsOf(one) }));
  const before = rankCandidates(people, requirements, weights);
  const after = isChanged ? rankCandidates(people, weighed, weights) : before;
  return (
    <div class="what-if">
      <form
        method="post"
        action={`/jobs/${props.jobId}/ranking/importances`}
        onReset={() => chosen.value = requirements.map(({ importance }) => importance)}
      >
        <input type="hidden" name="version" value={props.version} />
        {(["required", "nice_to_have"] as const).map((level) => {
          const own = weighed.filter((one) => one.level === level);
          if (own.length === 0) return null;
          return (
            <fieldset key={level}>
              <legend>{t(level === "required" ? "level.required" : "level.nice_to_haves")}</legend>
              {own.map((one) => (
                <Slider
                  key={one.id}
                  requirement={one}
                  was={requirements.find(({ id }) => id === one.id)?.importance ?? 3}
                  share={formatPart(language, shareOf(one, weighed, weights))}
                  isDisabled={!maySave}
                  onChange={(importance) => {
                    const at = requirements.findIndex(({ id }) => id === one.id);
                    chosen.value = chosen.value.with(at, importance);
                  }}
                  t={t}
                />
              ))}
            </fieldset>
          );
        })}
        {maySave
          ? (
            <div class="what-if-ways">
              <button type="submit" class="btn btn-primary">{t("whatif.save")}</button>
              <button type="reset" class="btn btn-quiet with-script" disabled={!isChanged}>
                {t("whatif.reset")}
              </button>
            </div>
          )
          : <p class="text-fg-3">{t("whatif.may_not")}</p>}
        <p class="text-xs text-fg-3">{t("whatif.save_about")}</p>
      </form>
      <Outcome
        before={before}
        after={after}
        isChanged={isChanged}
        names={namesOf(props)}
        language={language}
        t={t}
      />
    </div>
  );
}

type Say = ReturnType<typeof speaker<keyof WhatIfProps["texts"]>>;

function Slider(
  { requirement: { id, number, name, importance }, was, share, isDisabled, onChange, t }: {
    requirement: Numbered<WhatIfRequirement>;
    was: number;
    share: string;
    isDisabled: boolean;
    onChange: (importance: number) => void;
    t: Say;
  },
) {
  return (
    <label class="slider">
      <span class="slider-name">
        <span class="text-fg-3">{number}</span> {name}
      </span>
      <input
        type="range"
        name={`importance.${id}`}
        min={1}
        max={5}
        step={1}
        defaultValue={String(was)}
        disabled={isDisabled}
        aria-label={t("whatif.importance_of", { name })}
        autocomplete="off"
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output class="tabular-nums" data-changed={importance === was ? undefined : ""}>
        {importance}
        <small>{share}</small>
      </output>
    </label>
  );
}

interface OutcomeProps {
  before: readonly RankedCandidate[];
  after: readonly RankedCandidate[];
  isChanged: boolean;
  names: ReadonlyMap<string, string>;
  language: Language;
  t: Say;
}

function Outcome({ before, after, isChanged, names, language, t }: OutcomeProps) {
  const was = new Map(before.map((one) => [one.id, one]));
  const moved = after.filter(({ id, rank }) => was.get(id)?.rank !== rank).length;
  const regraded = after.filter(({ id, grade }) => was.get(id)?.grade !== grade).length;
  return (
    <section class="what-if-ranking" aria-label={t("whatif.ranking")}>
      <p role="status" class="text-fg-2">
        {isChanged
          ? t("whatif.result", { moved, total: after.length, regraded })
          : t("whatif.same")}
      </p>
      <ol>
        {after.slice(0, LISTED).map(({ id, rank, score, grade }) => (
          <li key={id}>
            <span class="end text-fg-3 tabular-nums">{rank}</span>
            <Grade grade={grade} label={t("grade.label", { grade: grade ?? "–" })} size="small" />
            <a class="link truncate" href={`/resumes/${id}`}>{names.get(id)}</a>
            <span class="tabular-nums text-fg-2">{formatPercent(language, score ?? 0)}</span>
            <Move by={(was.get(id)?.rank ?? rank) - rank} t={t} />
          </li>
        ))}
      </ol>
      {after.length > LISTED && (
        <p class="text-xs text-fg-3">{t("whatif.listed", { count: LISTED })}</p>
      )}
    </section>
  );
}

/** Places won or lost: an arrow with its figure, said in words to screen readers. */
function Move({ by, t }: { by: number; t: Say }) {
  if (by === 0) return <span class="move" />;
  const words = t(by > 0 ? "whatif.up" : "whatif.down", { count: Math.abs(by) });
  return (
    <span class={by > 0 ? "move move-up" : "move move-down"} title={words}>
      <span aria-hidden="true">{by > 0 ? "▲" : "▼"} {Math.abs(by)}</span>
      <span class="sr-only">{words}</span>
    </span>
  );
}

function verdictsOf({ verdicts }: WhatIfCandidate): Verdict[] {
  return [...verdicts].map((letter) => VERDICTS[letter] ?? "NO");
}

function namesOf({ candidates }: WhatIfProps): ReadonlyMap<string, string> {
  return new Map(candidates.map(({ id, name }) => [id, name]));
}
