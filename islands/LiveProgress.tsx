import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { showFigures } from "../components/head_figures.ts";
import { useJobNews } from "../components/job_events.ts";
import { settledOf, usePace } from "../components/reading_pace.ts";
import { ProgressBanner } from "../components/ProgressBanner.tsx";
import { NEWS, RENEW, SHOWN } from "../components/ranking_events.ts";
import type { ResumeCounts } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import type { Texts } from "../locales/translate.ts";

export interface LiveProgressProps {
  jobId: string;
  counts: ResumeCounts;
  isStale: boolean;
  /** The newest requirements that what the page shows can be of. */
  rankedVersion: number;
  /** Where the news begins; see `currentChange()`. */
  since: number;
  /** The address of this page, to draw it anew. */
  here: string;
  language: Language;
  texts: Texts<"progress." | "ranking.stale">;
}

/**
 * The line above the ranking: how many are still being read, and what has come in since. The rows
 * stay as they are until they are asked for, so that none moves under the pointer.
 */
export function LiveProgress(props: LiveProgressProps) {
  const { jobId } = props;
  const counts = useSignal(props.counts);
  const isStale = useSignal(props.isStale);
  const rankedVersion = useSignal(props.rankedVersion);
  /** How many are among the rows on the page. */
  const shown = useSignal(props.counts.done);
  const pace = usePace();
  useJobNews({ jobId, since: props.since, follow: "resumes" }, (news) => {
    counts.value = news.counts;
    isStale.value = news.isStale;
    rankedVersion.value = news.rankedVersion;
    showFigures(news);
    pace.observe(settledOf(news.counts), news.counts.total);
    document.dispatchEvent(new CustomEvent(NEWS, { detail: news.resumes }));
  });

  useEffect(() => {
    const note = () => shown.value = counts.value.done;
    document.addEventListener(SHOWN, note);
    return () => document.removeEventListener(SHOWN, note);
  }, []);

  const fresh = counts.value.done - shown.value;
  const isRenewed = !isStale.value && rankedVersion.value > props.rankedVersion;
  const renew = (event: MouseEvent) => {
    if (!document.getElementById("ranking-filters")) return; // the first ones: the page is drawn anew
    event.preventDefault();
    if (isRenewed) return location.reload(); // filters and numbers are of the requirements too
    // The link goes away with what it announces.
    document.querySelector<HTMLElement>('[data-part="rows"]')?.focus({ preventScroll: true });
    document.dispatchEvent(new Event(RENEW));
  };
  return (
    <ProgressBanner
      jobId={jobId}
      counts={counts.value}
      fresh={fresh}
      isStale={isStale.value}
      isRenewed={isRenewed}
      secondsLeft={pace.secondsLeft.value}
      here={props.here}
      onRenew={renew}
      language={props.language}
      texts={props.texts}
    />
  );
}
