import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { AdminFrame } from "../../components/AdminFrame.tsx";
import { Button } from "../../components/Button.tsx";
import { ErrorLine } from "../../components/Field.tsx";
import { TierForm } from "../../components/TierForm.tsx";
import { TierLimits } from "../../components/TierLimits.tsx";
import { TierUsers } from "../../components/TierUsers.tsx";
import type { State } from "../../define.ts";
import { getWholeTier, type WholeTier } from "../../lib/accounts/tier_overview.ts";
import { translator } from "../../locales/translate.ts";
import { type TierProblem, tierProblemOf } from "./tier_forms.ts";

export interface TierData extends WholeTier {
  readonly problem: TierProblem | undefined;
}

/** The page of one tier; with what was wrong with a form. */
export async function tierPage(
  { state: { actor, db }, params }: Context<State>,
  problem?: TierProblem,
): Promise<PageResponse<TierData>> {
  const whole = await getWholeTier(actor, db, params.name ?? "");
  return page({ ...whole, problem }, { status: problem ? 422 : 200 });
}

/** Does what a form on the page asks, and goes back to the page; with what was wrong with it. */
export async function changeTier(
  ctx: Context<State>,
  change: (name: string) => Promise<unknown>,
): Promise<Response | PageResponse<TierData>> {
  const name = ctx.params.name ?? "";
  try {
    await change(name);
    return ctx.redirect(`/admin/tiers/${name}`, 303);
  } catch (error) {
    return await tierPage(ctx, tierProblemOf(error));
  }
}

export function TierPage({ data, state, url }: PageProps<TierData, State>) {
  const t = translator(state.language);
  const { tier, limits, users, problem } = data;
  const path = `/admin/tiers/${tier.name}`;
  return (
    <AdminFrame tab="tiers" state={state} url={url} t={t}>
      <div class="crumb pt-4">
        <a href="/admin/tiers">{t("admin.tab_tiers")}</a>
      </div>
      <h2 class="text-lg">{tier.name}</h2>
      {problem && <ErrorLine>{t(`tiers.problem_${problem}`)}</ErrorLine>}
      <TierForm action={`${path}/update`} tier={tier} submit={t("tiers.save")} t={t} />
      <TierLimits path={path} limits={limits} t={t} />
      <TierUsers path={path} users={users} t={t} />
      <section class="mt-8 border-t border-line pt-4">
        <h2 class="text-sm font-semibold">{t("tiers.remove_title")}</h2>
        <p class="mt-1 mb-3 max-w-[640px] text-xs text-fg-3">{t("tiers.remove_more")}</p>
        <form method="post" action={`${path}/delete`}>
          <Button kind="danger">{t("tiers.remove_tier")}</Button>
        </form>
      </section>
    </AdminFrame>
  );
}
