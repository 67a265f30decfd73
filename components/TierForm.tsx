import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";

export interface TierFormProps {
  action: string;
  tier?: { name: string; monthlyResumes: number | null; monthlyJobs: number | null };
  submit: string;
  t: Translate;
}

/** The fields of a tier; an empty quota is none. */
export function TierForm({ action, tier, submit, t }: TierFormProps) {
  const shown = (quota: number | null | undefined) => quota == null ? "" : String(quota);
  return (
    <form method="post" action={action} class="mt-3 flex flex-wrap items-end gap-3">
      <Field
        id="tier-name"
        name="name"
        label={t("tiers.name")}
        value={tier?.name ?? ""}
        required
        maxLength={40}
      />
      <Field
        id="tier-resumes"
        name="resumes"
        type="number"
        label={t("tiers.resumes")}
        value={shown(tier?.monthlyResumes)}
        placeholder={t("tiers.no_quota")}
        min={0}
        max={100_000_000}
      />
      <Field
        id="tier-jobs"
        name="jobs"
        type="number"
        label={t("tiers.jobs")}
        value={shown(tier?.monthlyJobs)}
        placeholder={t("tiers.no_quota")}
        min={0}
        max={100_000_000}
      />
      <Button kind="primary">{submit}</Button>
    </form>
  );
}
