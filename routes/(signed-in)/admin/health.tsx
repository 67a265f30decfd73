import { page } from "fresh";
import { AdminFrame } from "../../../components/AdminFrame.tsx";
import { BackupsTable } from "../../../components/BackupsTable.tsx";
import { HealthTable } from "../../../components/HealthTable.tsx";
import { RecentFigures } from "../../../components/RecentFigures.tsx";
import { define } from "../../../define.ts";
import { getRecentFigures } from "../../../lib/accounts/recent_figures.ts";
import { getSystemHealth } from "../../../lib/accounts/system_health.ts";
import { ENGINE_VERSION } from "../../../lib/talent/version.ts";
import { translator } from "../../../locales/translate.ts";

export const handler = define.handlers({
  async GET({ state }) {
    const [health, quarters] = await Promise.all([
      getSystemHealth(state.actor, state),
      getRecentFigures(state.actor, state.db),
    ]);
    return page({ health, quarters });
  },
});

export default define.page<typeof handler>(({ data: { health, quarters }, state, url }) => {
  const t = translator(state.language);
  return (
    <AdminFrame tab="health" state={state} url={url} t={t}>
      <HealthTable health={health} engine={ENGINE_VERSION} language={state.language} t={t} />
      <BackupsTable backups={health.backups} language={state.language} t={t} />
      <RecentFigures quarters={quarters} language={state.language} t={t} />
    </AdminFrame>
  );
});
