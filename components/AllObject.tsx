import type { Translate } from "../locales/translate.ts";
import { Notice } from "./Notice.tsx";

/** Says why nobody is ranked where everybody objects to that; nothing where nobody does. */
export function AllObject({ count, t }: { count: number; t: Translate }) {
  if (count === 0) return null;
  return (
    <div class="mt-4">
      <Notice>{t("ranking.all_object", { count })}</Notice>
    </div>
  );
}
