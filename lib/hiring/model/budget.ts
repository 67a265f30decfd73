import { sql } from "kysely";
import { z } from "zod";
import type { Principal } from "../../accounts/principal.ts";
import { requirePermission } from "../../accounts/permissions.ts";
import type { Db } from "../../platform/database.ts";
import { Day } from "../../platform/input.ts";
import type { Services } from "../../platform/services.ts";

/** What this workspace may ask of a language model in this month of UTC. */
export const ModelBudget = z.object({
  /** False: the operator has named none, and nothing is sent anywhere. */
  isOn: z.boolean(),
  /** The name of the model; null when it is off. */
  model: z.string().nullable(),
  /** The host that texts are sent to; null when it is off. */
  host: z.string().nullable(),
  monthlyTokens: z.int().nullable(),
  usedTokens: z.int(),
  calls: z.int(),
  /** The day on which the month begins anew. */
  renewsOn: Day,
}).meta({ id: "ModelBudget" });
export type ModelBudget = z.infer<typeof ModelBudget>;

const THIS_MONTH = sql<string>`date_trunc('month', now() at time zone 'utc')::date`;

/** Whether a language model is on, which, and what the workspace has used of it. */
export async function getModelBudget(
  actor: Principal,
  { db, config: { languageModel } }: Pick<Services, "db" | "config">,
): Promise<ModelBudget> {
  requirePermission(actor, "jobs:read");
  const { rows: [row] } = await sql<{ tokens: number; calls: number; renewsOn: string }>`
    select coalesce(sum(u.tokens), 0)::double precision as tokens,
      coalesce(sum(u.calls), 0)::integer as calls,
      to_char(${THIS_MONTH} + interval '1 month', 'YYYY-MM-DD') as renews_on
    from model_use u
    where u.workspace_id = ${actor.workspaceId} and u.month = ${THIS_MONTH}`.execute(db);
  if (!row) throw new RangeError("A sum always has a row");
  return {
    isOn: languageModel !== undefined,
    model: languageModel?.model ?? null,
    host: languageModel ? new URL(languageModel.url).host : null,
    monthlyTokens: languageModel?.monthlyTokens ?? null,
    usedTokens: row.tokens,
    calls: row.calls,
    renewsOn: row.renewsOn,
  };
}

/** Thrown before anything is asked, when the rest of the month's tokens may not do. */
export class OutOfBudget extends Error {
  override readonly name = "OutOfBudget";
}

/** Tokens set aside for a question before it is asked, so that two at once cannot use the same. */
export interface Reservation {
  readonly workspaceId: string;
  /** `YYYY-MM-DD`, the first of the month. */
  readonly month: string;
  readonly tokens: number;
}

/**
 * Sets tokens aside. A process that dies with them leaves them counted as used.
 *
 * @throws {OutOfBudget} If there are not as many left in this month.
 */
export async function reserveTokens(
  db: Db,
  workspaceId: string,
  tokens: number,
  monthlyTokens: number,
): Promise<Reservation> {
  const { rows: [row] } = await sql<{ month: string }>`
    insert into model_use as u (workspace_id, month, tokens, calls)
    select ${workspaceId}::uuid, ${THIS_MONTH}, ${tokens}::bigint, 1
    where ${tokens}::bigint <= ${monthlyTokens}::bigint
    on conflict (workspace_id, month) do update
      set tokens = u.tokens + excluded.tokens, calls = u.calls + 1
      where u.tokens + excluded.tokens <= ${monthlyTokens}::bigint
    returning to_char(u.month, 'YYYY-MM-DD') as month`.execute(db);
  if (!row) throw new OutOfBudget("The month's tokens of this workspace may not do for this");
  return { workspaceId, month: row.month, tokens };
}

/** Counts what a question really used in the place of what was set aside for it. */
export async function settleTokens(
  db: Db,
  { workspaceId, month, tokens }: Reservation,
  used: number,
): Promise<void> {
  await sql`
    update model_use set tokens = greatest(0, tokens + ${used - tokens}::bigint)
    where workspace_id = ${workspaceId} and month = ${month}::date`.execute(db);
}
