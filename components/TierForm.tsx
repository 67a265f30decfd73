import type { Tier } from "../lib/accounts/tiers.ts";
import type { Translate } from "../locales/translate.ts";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";

/** As sizes are told everywhere, in steps of 1024. */
const GIGABYTE = 1024 ** 3;

export interface TierFormProps {
  action: string;
  tier?: Pick<Tier, "name" | "monthlyResumes" | "monthlyJobs" | "storageBytes">;
  submit: string;
  t: Translate;
}

/** The fields of a tier; an empty quota is none, or for its files the installation's own. */
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
      <Field
        id="tier-storage"
        name="storage"
        type="number"
        label={t("tiers.storage")}
        value={tier?.storageBytes == null ? "" : String(tier.storageBytes / GIGABYTE)}
        placeholder={t("tiers.default_quota")}
        min={0}
        max={1_000_000}
        step="any"
      />
      <Button kind="primary">{submit}</Button>
    </form>
  );
}
