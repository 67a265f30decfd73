import { sql } from "kysely";
import { z } from "zod";
import { COUNT, openWalk, type OrderKey, orderOf } from "../platform/cursor.ts";
import type { Db, Trx } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import type { CursorPageOf, CursorQuery } from "../platform/page_of.ts";
import { messageOf } from "../platform/webhooks/message.ts";
import { requirePermission } from "./permissions.ts";
import type { Principal } from "./principal.ts";

/** One try of a delivery. */
export const DeliveryAttempt = z.object({
  startedAt: Instant,
  durationMs: z.int(),
  /** Null when no answer came. */
  status: z.int().nullable(),
  /** The beginning of the answer. */
  response: z.string().nullable(),
  /** Why it failed, where that is not what was answered. */
  error: z.string().nullable(),
});
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

/** An event on its way to one webhook. */
export const Delivery = z.object({
  id: Id,
  /** The header `webhook-id`; the same for each delivery of the event. */
  eventId: Id,
  event: z.string(),
  state: z.enum(["waiting", "delivered", "failed"]),
  /** Whether a person asked for it again. */
  isReplay: z.boolean(),
  createdAt: Instant,
  /** Null when there will be none. */
  nextAttemptAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** The body that is sent. */
  request: z.record(z.string(), z.unknown()),
  /** The first one first. */
  attempts: z.array(DeliveryAttempt),
});
export type Delivery = z.infer<typeof Delivery>;

const ORDERS = {
  created_at: [{ sql: sql`webhook_deliveries.id`, type: "uuid" }],
} as const satisfies Record<string, readonly OrderKey[]>;

/** What deliveries can be sorted by. */
export const DELIVERY_SORTS = ["created_at"] as const;

/** When a delivery was made, last tried or ended, whichever was last. */
const CHANGED_AT = sql<Date>`greatest(
  webhook_deliveries.created_at,
  webhook_deliveries.finished_at,
  (select max(started_at + duration_ms * interval '1 millisecond') from webhook_attempts
    where delivery_id = webhook_deliveries.id)
)`;

export interface DeliveryQuery extends CursorQuery {
  readonly state?: Delivery["state"] | undefined;
  /** Default: the latest first. */
  readonly sort?: "created_at" | "-created_at" | undefined;
  /** Only what was made, tried or ended at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
}

/**
 * The deliveries of a webhook, part by part.
 *
 * @throws {NotFound} If there is no such webhook in the workspace.
 */
export async function listDeliveries(
  actor: Principal,
  db: Db,
  webhookId: string,
  query: DeliveryQuery,
): Promise<CursorPageOf<Delivery>> {
  requirePermission(actor, "webhooks:write");
  const webhook = await db.selectFrom("webhooks").select("id").where("id", "=", webhookId)
    .where("workspaceId", "=", actor.workspaceId).executeTakeFirst();
  if (!webhook) throw new NotFound(`There is no webhook ${webhookId}`);
  const { state, sort = "-created_at", updatedSince } = query;
  const scope = ["deliveries", webhookId, state, sort, updatedSince];
  const walk = openWalk(query, orderOf(ORDERS, sort), scope);
  const isOfState = state ? sql`webhook_deliveries.state = ${state}` : sql`true`;
  const isSince = updatedSince ? sql`${CHANGED_AT} >= ${new Date(updatedSince)}` : sql`true`;
  const fits = sql<boolean>`${isOfState} and ${isSince}`;
  const [rows, count] = await Promise.all([
    selectDeliveries(db, webhookId).select(walk.key.as("placeKey")).where(fits)
      .where(walk.isBehind).orderBy(walk.order).limit(walk.limit).offset(walk.offset).execute(),
    // Without the events, of which each has one: to join them reads those of every workspace.
    walk.total(() =>
      db.selectFrom("webhookDeliveries").select(COUNT).where("webhookId", "=", webhookId)
        .where(fits).executeTakeFirstOrThrow()
    ),
  ]);
  const deliveries = new Map((await withAttempts(db, rows)).map((one) => [one.id, one]));
  return walk.page(rows, count, ({ id }) => deliveries.get(id) ?? noDelivery(id));
}

/**
 * One delivery of a webhook of that workspace.
 *
 * @throws {NotFound} If there is no such one.
 */
export async function getDelivery(
  db: Db | Trx,
  workspaceId: string,
  webhookId: string,
  deliveryId: string,
): Promise<Delivery> {
  const rows = await selectDeliveries(db, webhookId)
    .where("webhookDeliveries.workspaceId", "=", workspaceId)
    .where("webhookDeliveries.id", "=", deliveryId).execute();
  const [delivery] = await withAttempts(db, rows);
  return delivery ?? noDelivery(deliveryId);
}

function noDelivery(id: string): never {
  throw new NotFound(`There is no delivery ${id} of this webhook`);
}

function selectDeliveries(db: Db | Trx, webhookId: string) {
  return db.selectFrom("webhookDeliveries")
    .innerJoin("webhookEvents", "webhookEvents.id", "webhookDeliveries.eventId")
    .select(["webhookDeliveries.id", "eventId", "state", "isReplay", "nextAttemptAt"])
    .select(["webhookDeliveries.createdAt", "finishedAt"])
    .select(["type", "data", "webhookEvents.createdAt as recordedAt"])
    .select("webhookEvents.workspaceId")
    .where("webhookId", "=", webhookId);
}

type DeliveryRow = NonNullable<
  Awaited<ReturnType<ReturnType<typeof selectDeliveries>["executeTakeFirst"]>>
>;

async function withAttempts(db: Db | Trx, rows: readonly DeliveryRow[]): Promise<Delivery[]> {
  const attempts = rows.length === 0 ? [] : await db.selectFrom("webhookAttempts").selectAll()
    .where("deliveryId", "in", rows.map(({ id }) => id)).orderBy("number").execute();
  return rows.map((row) => ({
    id: row.id,
    eventId: row.eventId,
    event: row.type,
    state: Delivery.shape.state.parse(row.state),
    isReplay: row.isReplay,
    createdAt: row.createdAt.toISOString(),
    nextAttemptAt: row.nextAttemptAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    request: messageOf({ ...row, id: row.eventId }),
    attempts: attempts.filter(({ deliveryId }) => deliveryId === row.id).map((one) => ({
      startedAt: one.startedAt.toISOString(),
      durationMs: one.durationMs,
      status: one.status,
      response: one.response,
      error: one.error,
    })),
  }));
}
