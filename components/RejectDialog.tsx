import { useEffect, useRef } from "preact/hooks";
import type { ReasonCode } from "../lib/hiring/states.ts";
import { ReasonFields } from "./ReasonFields.tsx";
import type { SayMove } from "./StageWord.tsx";

export interface RejectDialogProps {
  /** Who is to be rejected, by name; null or empty: closed. */
  names: readonly string[] | null;
  t: SayMove;
  onCancel: () => void;
  onReject: (reasonCode: ReasonCode, reason: string) => void;
}

/** A refusal needs a reason; Escape closes, and the focus returns by itself. */
export function RejectDialog({ names, t, onCancel, onReject }: RejectDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = names !== null && names.length > 0;
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    // The list offers nothing else.
    const code = form.get("reason_code") as ReasonCode | "";
    if (code) onReject(code, String(form.get("reason") ?? "").trim());
  };
  return (
    <dialog class="dialog" ref={dialog} onClose={onCancel} aria-labelledby="reject-title">
      {isOpen && (
        <form class="grid gap-3" onSubmit={submit}>
          <h2 id="reject-title">{rejectTitle(names, t)}</h2>
          <ReasonFields t={t} />
          <div class="flex justify-end gap-2">
            <button type="button" class="btn" onClick={onCancel}>{t("move.cancel")}</button>
            <button type="submit" class="btn btn-danger">{t("move.reject")}</button>
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
