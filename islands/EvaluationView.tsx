import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { CandidateBar } from "../components/CandidateBar.tsx";
import type { EvaluationNow, ResumeFacts } from "../components/evaluation_state.ts";
import type { EvaluationTexts } from "../components/evaluation_texts.ts";
import { useJobNews } from "../components/job_events.ts";
import { useKeys } from "../components/keys.ts";
import { LiveToast } from "../components/LiveToast.tsx";
import { moveFailure } from "../components/moving.ts";
import { type Evaluation, useEvaluation } from "../components/use_evaluation.ts";
import { type Pane, useEvidence } from "../components/use_evidence.ts";
import { useLater } from "../components/use_later.ts";
import { VerdictList } from "../components/VerdictList.tsx";
import type { Stage } from "../lib/hiring/stages.ts";
import type { Decision } from "../lib/hiring/states.ts";
import type { Language } from "../lib/talent/types.ts";
import { speaker } from "../locales/say.ts";

export interface EvaluationViewProps {
  resume: ResumeFacts;
  name: string;
  personId: string | null;
  job: { readonly id: string; readonly title: string };
  now: EvaluationNow;
  targets: Readonly<Record<Decision, Stage>>;
  search: string;
  openChange: string | null;
  mayChange: boolean;
  mayDecide: boolean;
  user: { readonly id: string | null; readonly name: string };
  singleKeys: boolean;
  /** Where the news begins; see `currentChange()`. */
  since: number;
  language: Language;
  texts: EvaluationTexts;
  /** In the place of the verdicts while there are none. */
  waiting: ComponentChildren;
  /** How the score is made. */
  sum: ComponentChildren;
  /** What it is made by; the sum has it too. */
  receipt: ComponentChildren;
  /** The résumé's text. */
  document: ComponentChildren;
  /** Notes and history, below the verdicts. */
  below: ComponentChildren;
}

/** A résumé's verdicts beside the text that proves them; what a person does shows at once. */
export function EvaluationView(props: EvaluationViewProps) {
  const { resume, name, job, language, texts, search, singleKeys } = props;
  const t = speaker(language, texts);
  const page = useEvaluation({
    resumeId: resume.id,
    name,
    now: props.now,
    targets: props.targets,
    openChange: props.openChange,
    search,
    user: props.user,
    language,
    t,
  });
  const pane = useSignal<Pane>("verdicts");
  const isListOpen = useSignal(false);
  const KeyList = useLater(
    isListOpen,
    async () => (await import("../components/EvaluationKeys.tsx")).EvaluationKeys,
  );
  const RejectDialog = useRejectDialog(page);
  const { evaluation } = page.now.value;
  const mayDecide = props.mayDecide && evaluation !== null;

  useEvidence({
    selected: page.selected.value,
    select: (number) => page.select(number),
    show: (wanted) => pane.value = wanted,
  });
  useFollow(props, page);
  useKeys(singleKeys, {
    j: () => stepTo("J"),
    k: () => stepTo("K"),
    e: () => openChange(page.selected.value),
    ...(mayDecide
      ? {
        s: () => void page.decide("shortlisted"),
        u: () => void page.decide("undecided"),
        r: () => void page.decide("rejected"),
      }
      : {}),
    "?": () => isListOpen.value = true,
  });

  return (
    <div class="evaluation-page" data-pane={pane.value}>
      <div class="evaluation-head">
        <CandidateBar
          name={name}
          personId={props.personId}
          resumeId={resume.id}
          job={job}
          now={page.now.value}
          search={search}
          onDecide={mayDecide ? (decision) => void page.decide(decision) : null}
          language={language}
          t={t}
        />
        <nav class="panes" aria-label={t("evaluation.parts")}>
          {(["verdicts", "resume"] as const).map((one) => (
            <a
              key={one}
              href={`#${one}`}
              aria-current={pane.value === one ? "true" : undefined}
              onClick={(event) => {
                event.preventDefault();
                pane.value = one;
              }}
            >
              {t(`evaluation.${one}`)}{" "}
              <span>
                {one === "verdicts"
                  ? evaluation?.matches.length ?? 0
                  : t("evaluation.pages", { count: resume.pageCount })}
              </span>
            </a>
          ))}
        </nav>
      </div>
      <main class="split" id="main">
        <section class="verdicts" id="verdicts" tabIndex={-1} aria-label={t("evaluation.verdicts")}>
          {evaluation
            ? (
              <VerdictList
                page={page}
                evaluation={evaluation}
                resume={resume}
                mayChange={props.mayChange}
                userId={props.user.id}
                missingReason={props.openChange}
                sum={props.sum}
                receipt={props.receipt}
              />
            )
            : props.waiting}
          {props.below}
        </section>
        <section class="document" id="resume" tabIndex={-1} aria-label={t("evaluation.resume")}>
          {props.document}
        </section>
      </main>
      {RejectDialog && (
        <RejectDialog
          names={page.rejecting.value ? [name] : null}
          problem={page.toast.value}
          t={t}
          onCancel={() => page.rejecting.value = false}
          onReject={(code, reason) => void page.decide("rejected", code, reason)}
        />
      )}
      {KeyList && <KeyList isOpen={isListOpen} language={language} texts={texts} />}
      <LiveToast message={page.toast} />
    </div>
  );
}

/** The dialog that asks why somebody is rejected. */
function useRejectDialog({ rejecting, toast, t }: Evaluation) {
  return useLater(rejecting, async () => {
    try {
      return (await import("../components/RejectDialog.tsx")).RejectDialog;
    } catch (error) {
      toast.value = moveFailure("offline", t, () => rejecting.value = true);
      throw error;
    }
  });
}

/** Looks again when others change something, or when the verdicts are there at last. */
function useFollow({ job, resume, since }: EvaluationViewProps, page: Evaluation): void {
  const wasStale = useRef(false);
  useJobNews({ jobId: job.id, since, follow: "resumes" }, (news) => {
    const own = news.resumes.find(({ id }) => id === resume.id);
    if (!page.now.value.evaluation) {
      const isSettled = own?.status === "done" || own?.status === "failed";
      if (isSettled && own.status !== resume.status) location.reload();
      return;
    }
    const isNowStale = news.isStale && !wasStale.current;
    wasStale.current = news.isStale;
    if (own || isNowStale) void page.refresh();
  });
}

function stepTo(letter: "J" | "K"): void {
  document.querySelector<HTMLAnchorElement>(`[data-step="${letter}"]`)?.click();
}

/** Opens the form of a row, with the focus in it. */
function openChange(number: string): void {
  const change = document.querySelector<HTMLDetailsElement>(`[id="v-${number}"] .change`);
  if (!change) return;
  change.open = true;
  // It takes the focus when it is drawn.
  requestAnimationFrame(() => {
    const checked = change.querySelector<HTMLElement>('input[type="radio"]:checked');
    checked?.focus();
    change.scrollIntoView({ block: "nearest" });
  });
}
