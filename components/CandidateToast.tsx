import type { Translate } from "../locales/translate.ts";
import { Toast } from "./Notice.tsx";

export interface CandidateToastProps {
  done: "saved" | "merged" | "undone" | "letter" | "link" | undefined;
  /** The merge that was just made, to be undone from here. */
  mergeId: string | undefined;
  name: string;
  mayWrite: boolean;
  /** This page. */
  back: string;
  t: Translate;
}

/** What was just done to a person. */
export function CandidateToast({ done, mergeId, name, mayWrite, back, t }: CandidateToastProps) {
  if (!done) return null;
  if (done === "saved") return <Toast>{t("candidate.saved")}</Toast>;
  if (done === "letter") return <Toast>{t("letter.on_its_way")}</Toast>;
  if (done === "link") return <Toast>{t("page_link.on_its_way")}</Toast>;
  if (done === "undone") return <Toast>{t("duplicates.undone")}</Toast>;
  return (
    <Toast>
      <span>{t("duplicates.merged", { name })}</span>
      {mergeId && mayWrite && (
        <form method="post" action={`/merges/${mergeId}/undo`}>
          <input type="hidden" name="back" value={back} />
          <button type="submit">{t("common.undo")}</button>
        </form>
      )}
    </Toast>
  );
}
