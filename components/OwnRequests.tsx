import type { CandidateRequest } from "../lib/hiring/privacy/candidate_requests.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Area } from "./Field.tsx";

export interface OwnRequestsProps {
  requests: readonly CandidateRequest[];
  base: string;
  refused: { readonly kind: string; readonly text: string; readonly isTwice: boolean } | null;
  language: Language;
  t: Translate;
}

const KINDS = ["correction", "objection", "access", "erasure"] as const;

/** What a candidate has asked for with its answers, and a form for what they have not. */
export function OwnRequests({ requests, base, refused, language, t }: OwnRequestsProps) {
  // An objection that was granted still stands.
  const open = new Set(
    requests.filter(({ kind, state }) =>
      state === "open" || (kind === "objection" && state === "done")
    ).map(({ kind }) => kind),
  );
  return (
    <>
      {requests.length > 0 && (
        <ul class="own-requests">
          {requests.map((one) => (
            <Asked key={one.id} request={one} base={base} language={language} t={t} />
          ))}
        </ul>
      )}
      {KINDS.filter((kind) => !open.has(kind)).map((kind) => {
        const wrong = refused?.kind === kind ? refused : null;
        return (
          <details key={kind} open={wrong !== null}>
            <summary>{t(`own.ask_${kind}`)}</summary>
            <form method="post" action={`${base}/requests`} class="mt-2 grid gap-3">
              <input type="hidden" name="kind" value={kind} />
              <p class="text-fg-2">{t(`own.ask_${kind}_more`)}</p>
              <Area
                id={`text-${kind}`}
                name="text"
                rows={4}
                maxLength={2000}
                required={kind === "correction"}
                label={t(kind === "correction" ? "own.ask_what" : "own.ask_words")}
                value={wrong?.text}
                error={wrong ? t("own.ask_wrong") : undefined}
              />
              <div>
                <Button kind={kind === "erasure" ? "danger" : "plain"}>{t("own.ask_send")}</Button>
              </div>
            </form>
          </details>
        );
      })}
    </>
  );
}

function Asked(
  { request, base, language, t }:
    & { request: CandidateRequest }
    & Pick<OwnRequestsProps, "base" | "language" | "t">,
) {
  const { id, kind, text, state, answer, createdAt, dueOn } = request;
  return (
    <li>
      <p>
        <b>{t(`request.kind_${kind}`)}</b> · {formatDay(language, createdAt.slice(0, 10))} ·{" "}
        {t(`request.state_${state}`)}
      </p>
      {text !== "" && <p class="text-fg-2 whitespace-pre-line wrap-anywhere">{text}</p>}
      {answer !== null && (
        <p class="whitespace-pre-line wrap-anywhere">{t("own.answer")} {answer}</p>
      )}
      {(state === "open" || (kind === "objection" && state === "done")) && (
        <form method="post" action={`${base}/requests/${id}/withdraw`}>
          <p class="hint">
            {state === "open"
              ? t("own.due", { date: formatDay(language, dueOn) })
              : t("own.objection_stands")}
          </p>
          <Button size="small">{t("own.take_back")}</Button>
        </form>
      )}
    </li>
  );
}
