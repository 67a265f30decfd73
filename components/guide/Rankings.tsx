import type { Language } from "../../lib/talent/types.ts";
import { textsFor, type Translate } from "../../locales/translate.ts";
import { BoardCard } from "../BoardCard.tsx";
import { ProgressBanner } from "../ProgressBanner.tsx";
import { RankingFilters } from "../RankingFilters.tsx";
import { RankingTable } from "../RankingTable.tsx";
import { SelectionBar } from "../SelectionBar.tsx";
import { PEOPLE, REQUIREMENTS } from "./examples.ts";
import { Columns, Specimen } from "./Specimen.tsx";

const nothing = () => {};

interface GuideProps {
  language: Language;
  t: Translate;
}

/** Rows of a ranking: at rest, current, selected, decided, not judged yet; and what narrows them. */
export function RankingRows({ language, t }: GuideProps) {
  const grades = { A: 1, B: 1, C: 1, D: 0 };
  const [first, second] = PEOPLE;
  return (
    <Specimen
      title="Ranking row"
      note="The first is current (J, K), the second selected, the last not judged yet."
      isWide
    >
      <RankingFilters
        view={{}}
        grades={grades}
        shown={3}
        total={3}
        requirements={REQUIREMENTS}
        stages={[]}
        t={t}
      />
      <RankingTable
        rows={PEOPLE}
        requirements={REQUIREMENTS}
        grades={grades}
        view={{}}
        canDecide
        shown={{ [first?.resumeId ?? ""]: "current", [second?.resumeId ?? ""]: "selected" }}
        language={language}
        t={t}
      />
    </Specimen>
  );
}

/** What is said above the rows, and what can be done with those that are selected. */
export function RankingBars({ language, t }: GuideProps) {
  const banner = {
    jobId: "guide",
    here: "/components",
    fresh: 0,
    isStale: false,
    isRenewed: false,
    secondsLeft: null,
    onRenew: nothing,
    language,
    texts: textsFor(language, "progress.", "ranking.stale"),
  };
  const counts = { total: 200, waiting: 0, reading: 0, judging: 0, done: 195, failed: 5 };
  return (
    <Specimen
      title="Ranking bars"
      note="Still being read, stale, new results waiting; rows are selected."
    >
      <ProgressBanner
        {...banner}
        counts={{ ...counts, waiting: 8, reading: 4, done: 183 }}
        fresh={4}
        secondsLeft={40}
      />
      <ProgressBanner {...banner} counts={counts} isStale />
      <ProgressBanner {...banner} counts={counts} isRenewed />
      <SelectionBar
        jobId="guide"
        count={3}
        canDecide
        t={t}
        onCompare={nothing}
        onDecide={nothing}
        onClear={nothing}
      />
    </Specimen>
  );
}

/** People on the board, as one who may move them sees them. */
export function BoardCards({ language }: { language: Language }) {
  const texts = textsFor(language, "board.", "move.", "flag.", "grade.");
  return (
    <Specimen title="Board card" note="Who, how good, for how long, and the way to another stage.">
      <Columns of={3}>
        {PEOPLE.filter(({ rank }) =>
          rank !== null
        ).map((row) => (
          <ul key={row.resumeId}>
            <BoardCard
              card={{
                resumeId: `card-of-${row.resumeId}`,
                name: row.candidate.name ?? row.fileName,
                headline: row.headline,
                score: row.score,
                grade: row.grade,
                flags: row.flags.filter((flag) => flag !== "opinion_differs"),
                stageSince: row.receivedAt,
                stageVersion: row.stageVersion,
              }}
              now={Date.parse("2026-03-12T10:00:00Z")}
              canMove
              form="guide-board"
              language={language}
              texts={texts}
              onMenu={nothing}
              onDrag={nothing}
            />
          </ul>
        ))}
      </Columns>
    </Specimen>
  );
}
