import type { EngineState } from "../lib/hiring/engine_comparisons.ts";
import type { Translate } from "../locales/translate.ts";
import { Notice } from "./Notice.tsx";

/** Says that another version of the engine judged; nothing where the present one judged it all. */
export function EngineNotice(
  { jobId, engine, t }: { jobId: string; engine: EngineState; t: Translate },
) {
  if (!engine.isMixed) return null;
  const isAccepted = engine.comparison === "accepted";
  return (
    <div class="mt-4">
      <Notice>
        {t(isAccepted ? "engine.being_made" : "engine.notice")}{" "}
        {!isAccepted && (
          <a class="link" href={`/jobs/${jobId}/ranking/engine`}>{t("engine.link")}</a>
        )}
      </Notice>
    </div>
  );
}
