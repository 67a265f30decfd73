import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { DecideMenu } from "../components/DecideMenu.tsx";
import type { KeyLine } from "../components/KeyList.tsx";
import { useKeys } from "../components/keys.ts";
import { LiveToast, type ToastMessage } from "../components/LiveToast.tsx";
import { SHOWN } from "../components/ranking_events.ts";
import {
  allRows,
  boxOf,
  currentRow,
  goTo,
  linkOf,
  resumeIdOf,
  type RowElement,
  ROWS_FORM,
  select,
  selectedRows,
  step,
} from "../components/ranking_rows.ts";
import { RejectDialog } from "../components/RejectDialog.tsx";
import { rowsState } from "../components/rows_state.ts";
import { SelectionBar } from "../components/SelectionBar.tsx";
import { StripTip, type StripTipProps } from "../components/StripTip.tsx";
import { useLater } from "../components/use_later.ts";
import { namesOf, useDecisions } from "../components/use_decisions.ts";
import { useFilters } from "../components/use_filters.ts";
import type { Stage } from "../lib/hiring/stages.ts";
import type { Decision } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";

export interface RankingDeskProps {
  jobId: string;
  requirements: StripTipProps["requirements"];
  stages: readonly Stage[];
  canDecide: boolean;
  singleKeys: boolean;
  language: Language;
  texts: Texts<"desk." | "move." | "keys." | "verdict." | "common.retry">;
}

const KEYS: readonly KeyLine[] = [
  [["J", "K"], "keys.move"],
  [["Enter"], "keys.open"],
  [["E"], "keys.change"],
  [["X"], "keys.select"],
  [["S"], "keys.shortlist"],
  [["U"], "keys.undecided"],
  [["R"], "keys.reject"],
  [["C"], "keys.compare"],
  [["/"], "keys.search"],
  [["?"], "keys.list"],
  [["Esc"], "keys.escape"],
];
const DECIDING = new Set(["keys.shortlist", "keys.undecided", "keys.reject"]);

/** All that makes the drawn ranking act: selection, decisions, keys, filters and tooltips. */
export function RankingDesk(props: RankingDeskProps) {
  const { jobId, stages, canDecide, language, texts } = props;
  const t = speaker(language, texts);
  const toast = useSignal<ToastMessage | null>(null);
  const said = useSignal("");
  const selected = useSelection();
  const isListOpen = useSignal(false);
  const KeyList = useLater(
    isListOpen,
    async () => (await import("../components/KeyList.tsx")).KeyList,
  );
  const decisions = useDecisions({ stages, toast, language, t });
  useFilters({
    onShown: () => {
      selected.refresh();
      document.dispatchEvent(new Event(SHOWN));
      said.value = t("desk.shown", { count: allRows().length });
    },
    state: rowsState({
      loading: t("desk.loading"),
      title: t("desk.not_loaded"),
      more: t("desk.not_loaded_more"),
      again: t("common.retry"),
    }),
  });

  const targets = (): RowElement[] => {
    const rows = selectedRows();
    const current = currentRow();
    return rows.length > 0 ? rows : current ? [current] : [];
  };
  const clear = () => {
    const isInBar = document.activeElement?.closest(".selection");
    const row = selectedRows()[0];
    select(selectedRows(), false);
    if (isInBar && row) goTo(row); // the bar goes away with what was selected
  };
  const decide = (to: Decision) => {
    if (!canDecide) return;
    decisions.decide({ rows: targets(), to });
    if (to !== "rejected") clear();
  };
  const compare = () => {
    const rows = selectedRows();
    if (rows.length < 2 || rows.length > 4) return toast.value = { text: t("desk.compare_limit") };
    const query = new URLSearchParams(rows.map((row) => ["resume", resumeIdOf(row)]));
    location.assign(`/jobs/${jobId}/compare?${query}`);
  };
  const openChange = () => {
    const row = currentRow();
    const link = row && linkOf(row);
    if (!link) return;
    const url = new URL(link.href);
    if (row.dataset.open) url.searchParams.set("change", row.dataset.open);
    location.assign(url);
  };
  useKeys(props.singleKeys, {
    j: () => step(1),
    k: () => step(-1),
    Enter: () => {
      const row = currentRow();
      if (row) linkOf(row)?.click();
    },
    e: openChange,
    x: () => {
      const row = currentRow();
      if (row) select([row], !boxOf(row)?.checked);
    },
    s: () => decide("shortlisted"),
    u: () => decide("undecided"),
    r: () => decide("rejected"),
    c: compare,
    "?": () => isListOpen.value = true,
    Escape: clear,
  });

  return (
    <>
      <SelectionBar
        jobId={jobId}
        count={selected.count.value}
        canDecide={canDecide}
        t={t}
        onCompare={compare}
        onDecide={decide}
        onClear={clear}
      />
      <span class="sr-only" role="status">{said.value}</span>
      <StripTip jobId={jobId} requirements={props.requirements} texts={texts} />
      {canDecide && (
        <>
          <DecideMenu
            stages={stages}
            title={(name) => t("desk.move", { name })}
            t={t}
            onPick={(row, to) => decisions.decide({ rows: [row], to })}
          />
          <RejectDialog
            names={namesOf(decisions.asked.value)}
            problem={toast.value}
            t={t}
            onCancel={() => decisions.asked.value = null}
            onReject={async (code, reason) => {
              if (await decisions.reject(code, reason)) clear();
            }}
          />
        </>
      )}
      <LiveToast message={toast} />
      {KeyList && (
        <KeyList
          isOpen={isListOpen}
          lines={canDecide ? KEYS : KEYS.filter(([, does]) => !DECIDING.has(does))}
          language={language}
          texts={texts}
        />
      )}
    </>
  );
}

/** How many boxes are checked; the one in the head checks them all. */
function useSelection() {
  const count = useSignal(0);
  const refresh = () => {
    count.value = selectedRows().length;
    const all = document.getElementById("select-all");
    if (!(all instanceof HTMLInputElement)) return;
    const total = allRows().length;
    all.disabled = total === 0;
    all.checked = total > 0 && count.value === total;
    all.indeterminate = count.value > 0 && count.value < total;
  };
  useEffect(() => {
    const form = document.getElementById(ROWS_FORM);
    const leaving = new AbortController();
    form?.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.id === "select-all") {
        select(allRows(), target.checked);
      }
      refresh();
    }, { signal: leaving.signal });
    refresh();
    return () => leaving.abort();
  }, []);
  return { count, refresh };
}
