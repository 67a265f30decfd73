import { useEffect, useMemo, useRef } from "preact/hooks";
import type { ReasonCode } from "../lib/hiring/states.ts";
import { dropDraft, keepDraft, readDraft } from "./drafts.ts";
import type { ToastMessage } from "./LiveToast.tsx";
import { ReasonFields } from "./ReasonFields.tsx";
import type { SayMove } from "./StageWord.tsx";

export interface RejectDialogProps {
  /** Who is to be rejected, by name; null or empty: closed. */
  names: readonly string[] | null;
  /** The page's message: an error that comes while it is open is said in it. */
  problem: ToastMessage | null;
  t: SayMove;
  onCancel: () => void;
  onReject: (reasonCode: ReasonCode, reason: string) => void;
}

/**
 * A refusal needs a reason; Escape closes, and the focus returns by itself. It stays open until the
 * server has taken it, and what was given comes back after signing in again.
 */
export function RejectDialog({ names, problem, t, onCancel, onReject }: RejectDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = names !== null && names.length > 0;
  const draft = `reject:${names}`;
  const [kept, before] = useMemo(() => [isOpen ? readDraft(draft) : null, problem], [isOpen]);
  const error = problem?.isError && problem !== before ? problem : null;
  // The event of an end comes late: by then the dialog may be open again.
  const ends = useRef(0);
  const close = () => {
    ends.current++;
    dialog.current?.close();
  };
  useEffect(() => {
    if (isOpen === dialog.current?.open) return;
    if (isOpen) dialog.current?.showModal();
    else close();
  });
  useEffect(() => isOpen ? () => dropDraft(draft) : undefined, [isOpen]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    // The list offers nothing else.
    const code = form.get("reason_code") as ReasonCode | "";
    const reason = String(form.get("reason") ?? "").trim();
    if (!code) return;
    keepDraft(draft, { code, reason });
    onReject(code, reason);
  };
  return (
    <dialog
      class="dialog"
      ref={dialog}
      onCancel={(event) => {
        event.preventDefault();
        close();
        onCancel();
      }}
      onClose={() => ends.current > 0 ? ends.current-- : onCancel()}
      aria-labelledby="reject-title"
    >
      {isOpen && (
        <form class="grid gap-3" onSubmit={submit}>
          <h2 id="reject-title">{rejectTitle(names, t)}</h2>
          <p class="text-fg-2">
            {t(names.length === 1 ? "move.reject_stays" : "move.reject_stay")}
          </p>
          <ReasonFields t={t} {...kept} />
          {error && (
            <p class="error-line" role="alert">
              {error.text}
              {error.action && (
                <button type="button" class="link" onClick={error.action.run}>
                  {error.action.word}
                </button>
              )}
            </p>
          )}
          <div class="flex justify-end gap-2">
            <button type="button" class="btn" onClick={onCancel}>{t("move.cancel")}</button>
            <button type="submit" class="btn btn-danger">{rejectWord(names, t)}</button>
          </div>
        </form>
      )}
    </dialog>
  );
}

/** "Reject Sanne de Wit", "Reject 3 candidates". */
export function rejectTitle(names: readonly string[], t: SayMove): string {
  const [name] = names;
  return names.length === 1 && name
    ? t("move.reject_one", { name })
    : t("move.reject_many", { count: names.length });
}

/** "Reject", "Reject 3". */
export function rejectWord(names: readonly string[], t: SayMove): string {
  return names.length > 1 ? t("move.reject_count", { count: names.length }) : t("move.reject");
}
