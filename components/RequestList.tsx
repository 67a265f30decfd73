import type { CandidateRequest } from "../lib/hiring/privacy/candidate_requests.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Area } from "./Field.tsx";
import { Notice } from "./Notice.tsx";

/** A settlement that could not be taken. */
export interface RefusedSettlement {
  readonly id: string;
  readonly answer: string;
  /** What was wrong, by `request.wrong_…`. */
  readonly fault: "reason" | "held" | "settled";
}

export interface RequestListProps {
  requests: readonly CandidateRequest[];
  mayWrite: boolean;
  refused: RefusedSettlement | null;
  language: Language;
  t: Translate;
}

/** What candidates ask for on their own pages, with an answer to be given to those that wait. */
export function RequestList({ requests, ...rest }: RequestListProps) {
  return (
    <ul>
      {requests.map((one) => (
        <li key={one.id} id={`r-${one.id}`} class="grid gap-1 border-b border-line-faint py-4">
          <OneRequest request={one} {...rest} />
        </li>
      ))}
    </ul>
  );
}

type OneProps = Omit<RequestListProps, "requests"> & { request: CandidateRequest };

function OneRequest({ request, mayWrite, refused, language, t }: OneProps) {
  const { candidate, kind, text, state, answer, createdAt, dueOn, settledAt, settledBy } = request;
  const day = (at: string) => formatDay(language, at.slice(0, 10));
  const name = candidate.name ?? t("candidate.no_name");
  return (
    <>
      <p>
        <a class="link" href={`/candidates/${candidate.id}`}>{name}</a> ·{" "}
        <b>{t(`request.kind_${kind}`)}</b>
      </p>
      <p class="text-fg-2">
        {t("request.asked", { date: day(createdAt) })}{" "}
        {state === "open" ? t("request.due", { date: day(dueOn) }) : t(`request.settled_${state}`, {
          date: day(settledAt ?? createdAt),
          name: settledBy ?? t("request.somebody"),
        })}
      </p>
      {text !== "" && <p class="max-w-[640px] whitespace-pre-line wrap-anywhere">{text}</p>}
      {answer !== null && (
        <p class="max-w-[640px] whitespace-pre-line text-fg-2 wrap-anywhere">
          {t("request.answered", { answer })}
        </p>
      )}
      {state === "open" && mayWrite && (
        <Settle request={request} refused={refused} name={name} t={t} />
      )}
    </>
  );
}

function Settle(
  { request: { id, kind }, refused, name, t }: Pick<OneProps, "request" | "refused" | "t"> & {
    name: string;
  },
) {
  const wrong = refused?.id === id ? refused : null;
  return (
    <details open={wrong !== null}>
      <summary class="link" aria-label={`${t("request.settle")}: ${name}`}>
        {t("request.settle")}
      </summary>
      <form
        method="post"
        action={`/candidates/requests/${id}`}
        class="mt-2 grid max-w-[640px] gap-3"
      >
        <p class="text-fg-2">{t(`request.how_${kind}`)}</p>
        {wrong?.fault === "held" && <Notice kind="stop">{t("request.wrong_held")}</Notice>}
        {wrong?.fault === "settled" && <Notice kind="stop">{t("request.wrong_settled")}</Notice>}
        <Area
          id={`answer-${id}`}
          name="answer"
          rows={3}
          maxLength={2000}
          label={t("request.answer")}
          hint={t("request.answer_hint")}
          value={wrong?.answer}
          error={wrong?.fault === "reason" ? t("request.wrong_reason") : undefined}
        />
        <div class="flex flex-wrap gap-2">
          <Button kind={kind === "erasure" ? "danger" : "primary"} name="outcome" value="done">
            {t(kind === "erasure" ? "request.erase" : "request.done")}
          </Button>
          <Button name="outcome" value="declined">{t("request.decline")}</Button>
        </div>
      </form>
    </details>
  );
}

/** Says that requests of candidates wait, and leads to them; nothing when none does. */
export function RequestsNotice(
  { count, href, t }: { count: number; href: string; t: Translate },
) {
  if (count === 0) return null;
  return (
    <Notice kind="warn">
      {t("request.waiting", { count })} <a class="link" href={href}>{t("request.look")}</a>
    </Notice>
  );
}
