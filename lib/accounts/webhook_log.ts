import { z } from "zod";
import type { Db, Trx } from "../platform/database.ts";
import { NotFound } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
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

/**
 * The deliveries of a webhook, the latest first.
 *
 * @throws {NotFound} If there is no such webhook in the workspace.
 */
export async function listDeliveries(
  actor: Principal,
  db: Db,
  webhookId: string,
  query: PageQuery & { readonly state?: Delivery["state"] | undefined },
): Promise<PageOf<Delivery>> {
  requirePermission(actor, "webhooks:write");
  const webhook = await db.selectFrom("webhooks").select("id").where("id", "=", webhookId)
    .where("workspaceId", "=", actor.workspaceId).executeTakeFirst();
  if (!webhook) throw new NotFound(`There is no webhook ${webhookId}`);
  const { state } = query;
  const [rows, { count }] = await Promise.all([
    selectDeliveries(db, webhookId)
      .$if(
        state !== undefined,
        (one) => one.where("webhookDeliveries.state", "=", state ?? "failed"),
      )
      .orderBy("webhookDeliveries.id", "desc")
      .limit(query.itemsPerPage).offset(offsetOf(query)).execute(),
    db.selectFrom("webhookDeliveries").where("webhookId", "=", webhookId)
      .$if(state !== undefined, (one) => one.where("state", "=", state ?? "failed"))
      .select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow(),
  ]);
  return toPage(await withAttempts(db, rows), count, query);
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
  if (!delivery) throw new NotFound(`There is no delivery ${deliveryId} of this webhook`);
  return delivery;
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
