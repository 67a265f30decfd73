import { useEffect, useRef } from "preact/hooks";
import type { JobProgress } from "../lib/hiring/progress.ts";

/** Which news of a job a page follows. */
export interface Follow {
  readonly jobId: string;
  /** The `change` from before the page was read. */
  readonly since: number;
  /** The résumés themselves, those with what a list of files says of them, or counts only. */
  readonly follow: "resumes" | "files" | "counts";
}

/** When to look again after a refusal, as when the session has ended; then half as often. */
const COME_BACK_MS = 5000;

/**
 * Follows a job as long as the page is open. The browser comes back by itself when the connection
 * breaks, and says where it was.
 *
 * @param onNews Called at once with how things stand, then with what changed.
 */
export function useJobNews(
  { jobId, since, follow }: Follow,
  onNews: (news: JobProgress) => void,
): void {
  const take = useRef(onNews);
  take.current = onNews;
  useEffect(() => {
    let change = since;
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waitMs = COME_BACK_MS;
    const open = () => {
      clearTimeout(timer);
      source = new EventSource(`/jobs/${jobId}/events?since=${change}&${follow}`);
      source.addEventListener("news", (event) => {
        const news: JobProgress = JSON.parse(event.data);
        change = news.change;
        waitMs = COME_BACK_MS;
        take.current(news);
      });
      source.addEventListener("error", () => {
        if (source.readyState !== EventSource.CLOSED) return; // it comes back by itself
        timer = setTimeout(open, waitMs);
        waitMs = Math.min(2 * waitMs, 60_000);
      });
    };
    // Somebody who signed in again in another tab should not have to wait.
    const look = () => {
      if (document.visibilityState === "visible" && source.readyState === EventSource.CLOSED) {
        open();
      }
    };
    open();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      clearTimeout(timer);
      source.close();
    };
  }, [jobId]);
}
