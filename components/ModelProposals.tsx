import type { Proposals } from "../lib/hiring/model/proposals.ts";
import type { Translate } from "../locales/translate.ts";
import { PageIcon } from "./PageIcon.tsx";
import { ModelState } from "./ModelState.tsx";

export interface ModelProposalsProps {
  jobId: string;
  /** Whether a language model may be asked. */
  isOn: boolean;
  proposals: Proposals;
  t: Translate;
}

/** What a language model read in the posting beside the rules; nothing where there is no model. */
export function ModelProposals({ jobId, isOn, proposals, t }: ModelProposalsProps) {
  const { request, data } = proposals;
  if (!isOn && data.length === 0) return null;
  return (
    <section class="mt-5" aria-labelledby="proposals-title" id="proposals">
      <div class="pane-tools">
        <h2 id="proposals-title">{t("model.proposals")}</h2>
        {data.length > 0 && <span>{t("model.proposals_count", { count: data.length })}</span>}
      </div>
      <p class="text-fg-2">{t("model.proposals_about")}</p>
      {request && (
        <ModelState
          request={request}
          what={t("model.of_proposals")}
          again={`/jobs/${jobId}/requirements#proposals`}
          t={t}
        />
      )}
      {data.length > 0 && (
        <ul class="advice mt-2">
          {data.map(({ id, name, level, quote }) => (
            <li key={id}>
              <PageIcon name="bulb" size={15} />
              <p class="min-w-0 wrap-anywhere">
                {name} <span class="tag">{t(`level.${level}`)}</span>{" "}
                <span class="text-fg-2">“{quote}”</span>
              </p>
              <span class="flex gap-1.5">
                {(["take", "drop"] as const).map((act) => (
                  <form key={act} method="post" action={`/proposals/${id}/${act}`}>
                    <button
                      type="submit"
                      class="btn btn-sm"
                      aria-label={t(`model.${act}_of`, { name })}
                    >
                      {t(`model.${act}`)}
                    </button>
                  </form>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {isOn && request?.status !== "waiting" && (
        <form class="mt-2" method="post" action={`/jobs/${jobId}/requirements/propose`}>
          <button type="submit" class="btn btn-sm">{t("model.ask_proposals")}</button>
        </form>
      )}
    </section>
  );
}
