import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Icon } from "../components/Icon.tsx";
import type { PoolSearch } from "../lib/hiring/talent_pool.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";
import type { Texts } from "../locales/translate.ts";

export interface PoolProgressProps {
  jobId: string;
  search: Pick<PoolSearch, "status" | "found" | "judged">;
  /** The address of this page, to draw it with what was found. */
  here: string;
  language: Language;
  texts: Texts<"pool_progress.">;
}

const LOOK_EVERY_MS = 500;

/** How far a search is; the page is drawn anew when it is over. */
export function PoolProgress({ jobId, here, language, texts, ...props }: PoolProgressProps) {
  const t = speaker(language, texts);
  const search = useSignal(props.search);
  const isOffline = useSignal(false);
  useEffect(() => {
    const ended = new AbortController();
    const look = async () => {
      const response = await fetch(`/jobs/${jobId}/pool/progress`, {
        headers: { accept: "application/json" },
        signal: ended.signal,
      }).catch(() => undefined);
      if (ended.signal.aborted) return;
      if (response?.status === 401) return location.replace(here); // over signing in and back
      isOffline.value = !response?.ok;
      if (response?.ok) search.value = await response.json() ?? search.value;
      const { status } = search.value;
      if (status === "done" || status === "failed") return location.replace(here);
      timer = setTimeout(look, LOOK_EVERY_MS);
    };
    let timer = setTimeout(look, LOOK_EVERY_MS);
    return () => {
      ended.abort();
      clearTimeout(timer);
    };
  }, [jobId]);
  const { status, found, judged } = search.value;
  const words = status === "waiting"
    ? t("pool_progress.waiting")
    : t("pool_progress.judging", { judged, found });
  return (
    <div class="banner">
      <Icon name="ring" class="spinner" size={14} />
      <b role="status">{isOffline.value ? t("pool_progress.offline") : words}</b>
      {status === "judging" && (
        <progress
          class="progress"
          value={judged}
          max={Math.max(found, 1)}
          aria-label={t("pool_progress.label")}
        />
      )}
    </div>
  );
}
