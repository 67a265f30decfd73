import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";

export interface MaskedNoteProps {
  resumeId: string;
  mayDecide: boolean;
  t: Translate;
}

/** Above a masked résumé: why nothing tells whose it is, and the deliberate way to see it. */
export function MaskedNote({ resumeId, mayDecide, t }: MaskedNoteProps) {
  return (
    <section class="masked-note" aria-label={t("masked.title")}>
      <p>
        <strong>{t("masked.title")}</strong> {t("masked.more")}
      </p>
      <form method="post" action={`/resumes/${resumeId}/unmask`}>
        <Button
          disabled={!mayDecide}
          title={mayDecide ? undefined : t("masked.may_not")}
        >
          {t("masked.show")}
        </Button>
      </form>
    </section>
  );
}
