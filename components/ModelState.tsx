import type { ModelRequest } from "../lib/hiring/model/states.ts";
import type { Translate } from "../locales/translate.ts";

export interface ModelStateProps {
  request: ModelRequest;
  isOutdated?: boolean;
  /** What was asked for, as the sentence begins: "Second opinion". */
  what: string;
  /** Where one looks again. */
  again: string;
  t: Translate;
}

/** Where a question to a language model stands: under way, done, or why not. */
export function ModelState({ request, isOutdated = false, what, again, t }: ModelStateProps) {
  const { status, error, model } = request;
  return (
    <p class="mt-1 text-fg-2" role="status">
      {what}: {status === "waiting" && (
        <>
          {t("model.waiting")} <a class="link" href={again}>{t("model.look_again")}</a>
        </>
      )}
      {status === "failed" && t(`model.error_${error ?? "internal"}`)}
      {status === "done" && t(isOutdated ? "model.outdated" : "model.by", { model })}
    </p>
  );
}
