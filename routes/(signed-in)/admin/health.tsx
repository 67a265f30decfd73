import { page } from "fresh";
import { AdminFrame } from "../../../components/AdminFrame.tsx";
import { HealthTable } from "../../../components/HealthTable.tsx";
import { define } from "../../../define.ts";
import { getSystemHealth } from "../../../lib/accounts/system_health.ts";
import { ENGINE_VERSION } from "../../../lib/talent/version.ts";
import { translator } from "../../../locales/translate.ts";

export const handler = define.handlers({
  GET: async ({ state }) => page({ health: await getSystemHealth(state.actor, state) }),
});

export default define.page<typeof handler>(({ data: { health }, state, url }) => {
  const t = translator(state.language);
  return (
    <AdminFrame tab="health" state={state} url={url} t={t}>
      <HealthTable health={health} engine={ENGINE_VERSION} language={state.language} t={t} />
    </AdminFrame>
  );
});
