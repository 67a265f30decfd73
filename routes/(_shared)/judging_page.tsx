import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { Button } from "../../components/Button.tsx";
import { Field } from "../../components/Field.tsx";
import { Frame } from "../../components/Frame.tsx";
import { Toast } from "../../components/Notice.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { SettingsNav } from "../../components/SettingsNav.tsx";
import type { State } from "../../define.ts";
import { can } from "../../lib/accounts/permissions.ts";
import { AGING_KINDS, getHalfLives } from "../../lib/hiring/half_lives.ts";
import type { AgingKind } from "../../lib/talent/types.ts";
import { formatNumber } from "../../locales/format.ts";
import { translator } from "../../locales/translate.ts";

export interface JudgingData {
  /** What stands in the fields, in years. */
  readonly years: Readonly<Record<AgingKind, string>>;
  readonly wrong: readonly AgingKind[];
  readonly isSaved: boolean;
}

/** What was typed, and which of it could not be taken. */
export type WrongYears = Pick<JudgingData, "years" | "wrong">;

/** The page of how long evidence counts whole; with what was typed when it could not be taken. */
export async function judgingPage(
  { state: { actor, db, language }, url }: Context<State>,
  wrong?: WrongYears,
): Promise<PageResponse<JudgingData>> {
  if (wrong) return page({ ...wrong, isSaved: false }, { status: 422 });
  const halfLives = await getHalfLives(actor, db);
  const years = (kind: AgingKind) => {
    const months = halfLives[kind];
    return months === null ? "" : formatNumber(language, Math.round(months / 1.2) / 10);
  };
  return page({
    years: { occupation: years("occupation"), tool: years("tool"), knowledge: years("knowledge") },
    wrong: [],
    isSaved: url.searchParams.get("done") === "saved",
  });
}

export function JudgingPage({ data, state, url }: PageProps<JudgingData, State>) {
  const t = translator(state.language);
  const { years, wrong, isSaved } = data;
  const isAllowed = can(state.actor, "jobs:write");
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={t("half_lives.title")} t={t} />
      <div class="page page-mid">
        <SettingsNav tab="judging" t={t} />
        <div class="max-w-[640px]">
          <h2 class="mt-4 mb-2 text-base font-semibold">{t("half_lives.title")}</h2>
          <p class="text-fg-2">{t("half_lives.intro")}</p>
          <form method="post" class="mt-4 grid gap-4">
            {AGING_KINDS.map((kind) => (
              <Field
                key={kind}
                id={kind}
                name={kind}
                label={t(`half_lives.${kind}`)}
                hint={t(`half_lives.${kind}_hint`)}
                value={years[kind]}
                maxLength={6}
                disabled={!isAllowed}
                error={wrong.includes(kind) ? t("half_lives.wrong") : undefined}
              />
            ))}
            {isAllowed
              ? (
                <div>
                  <Button kind="primary">{t("half_lives.save")}</Button>
                  <p class="hint">{t("half_lives.save_hint")}</p>
                </div>
              )
              : <p class="hint">{t("half_lives.read_only")}</p>}
          </form>
        </div>
      </div>
      {isSaved && <Toast>{t("half_lives.saved")}</Toast>}
    </Frame>
  );
}
