import type { Translate } from "../../locales/translate.ts";
import { Button } from "../Button.tsx";
import { EmptyState } from "../EmptyState.tsx";
import { Icon, type IconName } from "../Icon.tsx";
import { JobTabs } from "../JobHead.tsx";
import { LoadError } from "../LoadError.tsx";
import { Notice, ToastLine } from "../Notice.tsx";
import { RejectDialog } from "../RejectDialog.tsx";
import { Skeleton } from "../Skeleton.tsx";
import { Verdict } from "../Verdict.tsx";
import { REQUIREMENTS } from "./examples.ts";
import { Columns, Line, Specimen } from "./Specimen.tsx";
import { PageIcon } from "../PageIcon.tsx";

const ITEMS: readonly (readonly [IconName, word: string, key: string])[] = [
  ["bookmark-check", "Shortlist", "S"],
  ["ring-dashed", "Undecided", "U"],
  ["ban", "Reject", "R"],
];

/** What opens beside something. */
export function Menus({ t }: { t: Translate }) {
  return (
    <Specimen title="Menu, tooltip" note="Opens below its button; arrow keys move, Esc closes.">
      <div class="specimen-line items-start">
        <ul class="menu-panel" role="menu" aria-label="Decision">
          {ITEMS.map(([icon, word, key]) => (
            <li
              key={key}
              role="menuitem"
              class={word === "Undecided" ? "menu-item is-hover" : "menu-item"}
            >
              <Icon name={icon} />
              {word}
              <kbd class="ml-auto">{key}</kbd>
            </li>
          ))}
        </ul>
        <div class="tip">
          <p class="flex gap-2">
            5 Message queues <Verdict verdict="PARTIAL" word={t("verdict.PARTIAL")} />
          </p>
          <p>“published events to the platform team’s Kafka”</p>
        </div>
      </div>
    </Specimen>
  );
}

/** The pages of one thing, which are links. */
export function Tabs({ t }: { t: Translate }) {
  const resumes = { total: 12, waiting: 0, reading: 0, judging: 0, done: 10, failed: 2 };
  return (
    <Specimen title="Tabs" note="Links; the one that is here is said to be the current page.">
      <JobTabs
        job={{ id: "guide", resumes, requirements: [...REQUIREMENTS] }}
        tab="ranking"
        t={t}
      />
    </Specimen>
  );
}

/** What is under way, and what was done. */
export function Messages() {
  return (
    <Specimen title="Progress, toast" note="Says what is done of how much. Toasts carry the undo.">
      <Line>
        <Icon name="ring" class="spinner" />
        <span class="tabular-nums">12 of 200 still being read</span>
        <progress class="progress" max={200} value={188} aria-label="Résumés read" />
      </Line>
      <Line>
        <ToastLine>
          <Icon name="bookmark-check" />
          3 candidates shortlisted <button type="button">Undo</button>
        </ToastLine>
        <ToastLine>
          <PageIcon name="offline" />
          Not saved: no connection. <button type="button">Try again</button>
        </ToastLine>
      </Line>
      <Notice>The requirements have changed. 12 résumés are judged anew.</Notice>
      <Notice kind="warn">The engine found hidden text in this résumé.</Notice>
      <Notice kind="stop">This job is closed. Open it again to add résumés.</Notice>
    </Specimen>
  );
}

/** What asks before it is done. */
export function Dialogs({ t }: { t: Translate }) {
  return (
    <Specimen title="Dialog" note="Only for what cannot be undone, or needs a reason.">
      <RejectDialog
        names={["Sanne de Wit", "Lena Berg", "Otto Klein"]}
        problem={null}
        t={t}
        onCancel={() => {}}
        onReject={() => {}}
      />
    </Specimen>
  );
}

/** What stands in the place of content. */
export function States() {
  return (
    <Specimen title="Empty, loading, error" note="In the place of the content, same left edge.">
      <Columns of={3}>
        <EmptyState
          title="No candidate matches these filters"
          advice="67 match without “Flags: hidden text”."
        >
          <Button size="small">Clear filters</Button>
        </EmptyState>
        <Skeleton label="Loading" bars={["half", "long", "short"]} />
        <LoadError
          title="The ranking could not be loaded"
          more="Nothing is lost. Reference req_01JD8Q."
        >
          <Button size="small">Try again</Button>
        </LoadError>
      </Columns>
    </Specimen>
  );
}
