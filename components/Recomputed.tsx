import type { Difference, Recomputation } from "../lib/hiring/recompute.ts";
import type { Translate } from "../locales/translate.ts";
import { Notice } from "./Notice.tsx";

const LOOKS = { equal: "info", different: "stop", other_engine: "warn" } as const;

/** What came of computing an evaluation again, in words and with every place that differs. */
export function Recomputed({ outcome, t }: { outcome: Recomputation; t: Translate }) {
  const { storedEngine, engine, storedSha256, computedSha256, differences } = outcome;
  return (
    <>
      <Notice kind={LOOKS[outcome.outcome]}>
        <b>{t(`recompute.${outcome.outcome}`, { stored: storedEngine, engine })}</b>{" "}
        {t(`recompute.${outcome.outcome}_more`)}
      </Notice>
      <dl class="receipt-facts">
        <Fact name={t("recompute.stored_engine")} value={storedEngine} />
        <Fact name={t("recompute.engine")} value={engine} />
        <Fact name={t("recompute.stored_sha256")} value={storedSha256} isCode />
        <Fact name={t("recompute.computed_sha256")} value={computedSha256} isCode />
      </dl>
      {differences.length > 0 && <Differences differences={differences} t={t} />}
    </>
  );
}

function Fact({ name, value, isCode = false }: { name: string; value: string; isCode?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{isCode ? <code>{value}</code> : value}</dd>
    </div>
  );
}

function Differences(
  { differences, t }: { differences: readonly Difference[]; t: Translate },
) {
  return (
    <table class="data-table as-blocks mt-4" role="table">
      <caption class="sr-only">{t("recompute.differences")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("recompute.col_place")}</th>
          <th role="columnheader" scope="col">{t("recompute.col_stored")}</th>
          <th role="columnheader" scope="col">{t("recompute.col_computed")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {differences.map(({ pointer, stored, computed }) => (
          <tr role="row" class="row" key={pointer}>
            <th role="rowheader" scope="row" class="break-all">{pointer}</th>
            <td role="cell" class="break-all">{stored ?? t("recompute.nothing")}</td>
            <td role="cell" class="break-all">{computed ?? t("recompute.nothing")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
