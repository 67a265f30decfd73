import type { Resume } from "../lib/hiring/resumes.ts";
import type { Translate } from "../locales/translate.ts";
import { Icon } from "./Icon.tsx";

export interface RecognitionNoteProps {
  recognition: NonNullable<Resume["recognition"]>;
  pageCount: number;
  /** Whether a person should look at the file itself. */
  isDoubtful: boolean;
  t: Translate;
}

/** Above a text that was made out in pictures: that it was, and how surely. */
export function RecognitionNote({ recognition, pageCount, isDoubtful, t }: RecognitionNoteProps) {
  return (
    <p class="recognition-note">
      <Icon name={isDoubtful ? "alert" : "info"} size={14} />
      <span>
        {wordsOf(recognition, pageCount, t)}
        {isDoubtful && ` ${t("evaluation.recognised_doubtful")}`}
      </span>
    </p>
  );
}

function wordsOf(
  { pages, confidence }: RecognitionNoteProps["recognition"],
  pageCount: number,
  t: Translate,
): string {
  if (confidence === null) return t("evaluation.recognised_before");
  const share = Math.round(confidence * 100);
  return pages.length === pageCount
    ? t("evaluation.recognised", { share })
    : t("evaluation.recognised_pages", { pages: pages.join(", "), share });
}
