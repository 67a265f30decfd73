import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { AdminFrame } from "../../components/AdminFrame.tsx";
import { ErrorLine } from "../../components/Field.tsx";
import { TierForm } from "../../components/TierForm.tsx";
import { TiersTable } from "../../components/TiersTable.tsx";
import { WorkspaceTiers } from "../../components/WorkspaceTiers.tsx";
import type { State } from "../../define.ts";
import {
  listTiersInUse,
  listWorkspaceTiers,
  type TierInUse,
  type WorkspaceTier,
} from "../../lib/accounts/tier_overview.ts";
import { formatSize } from "../../locales/format_size.ts";
import { translator } from "../../locales/translate.ts";
import type { TierProblem } from "./tier_forms.ts";

export interface TiersData {
  readonly tiers: readonly TierInUse[];
  readonly workspaces: readonly WorkspaceTier[];
  readonly problem: TierProblem | undefined;
}

/** The page of all tiers; with what was wrong with a form. */
export async function tiersPage(
  { state: { actor, db } }: Context<State>,
  problem?: TierProblem,
): Promise<PageResponse<TiersData>> {
  const [tiers, workspaces] = await Promise.all([
    listTiersInUse(actor, db),
    listWorkspaceTiers(actor, db),
  ]);
  return page({ tiers, workspaces, problem }, { status: problem ? 422 : 200 });
}

export function TiersPage({ data, state, url }: PageProps<TiersData, State>) {
  const t = translator(state.language);
  const { tiers, workspaces, problem } = data;
  const { rateLimit: { limit, periodSeconds }, storageQuotaBytes } = state.config;
  const storage = storageQuotaBytes === 0
    ? t("tiers.no_quota")
    : formatSize(state.language, storageQuotaBytes);
  return (
    <AdminFrame tab="tiers" state={state} url={url} t={t}>
      <p class="mt-4 max-w-[640px] text-fg-2 text-pretty">
        {t("tiers.intro", { limit, seconds: periodSeconds, storage })}
      </p>
      {problem && <ErrorLine>{t(`tiers.problem_${problem}`)}</ErrorLine>}
      {tiers.length > 0 && <TiersTable tiers={tiers} language={state.language} t={t} />}
      <section class="mt-8 border-t border-line pt-4">
        <h2 class="text-sm font-semibold">{t("tiers.add_title")}</h2>
        <TierForm action="/admin/tiers/add" submit={t("tiers.add")} t={t} />
      </section>
      <WorkspaceTiers workspaces={workspaces} tiers={tiers} t={t} />
    </AdminFrame>
  );
}
