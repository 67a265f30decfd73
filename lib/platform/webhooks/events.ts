import { sql } from "kysely";
import type { Trx } from "../database.ts";
import { enqueueAll } from "../queue.ts";
import { toSnakeKeys } from "../snake_case.ts";

/** What a workspace can be told of; `webhook.test` is sent on request alone. */
export const EVENT_TYPES = [
  "resume.evaluated",
  "resume.failed",
  "job.ranked",
  "job.created",
  "decision.made",
] as const;
export type EventType = typeof EVENT_TYPES[number];

/** The event that shows whether a webhook works. */
export const TEST_EVENT = "webhook.test";

/** Sends one delivery. */
export const DELIVER_TASK = "deliver_webhook";

/** What happened; `data` holds ids and figures, no names or texts of people. */
export interface NewEvent {
  readonly type: EventType;
  readonly data: Record<string, unknown>;
}

/** Whether any active webhook of the workspace wants to be told of that. */
export async function isWanted(trx: Trx, workspaceId: string, type: EventType): Promise<boolean> {
  return (await selectListeners(trx, workspaceId)).some(({ events }) => events.includes(type));
}

/**
 * Writes down what happened, in the transaction in which it does, and a delivery for each active
 * webhook that wants to know. Where none does, nothing is written.
 */
export async function recordEvents(
  trx: Trx,
  workspaceId: string,
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const listeners = await selectListeners(trx, workspaceId);
  const wanted = events.filter(({ type }) => listeners.some((one) => one.events.includes(type)));
  if (wanted.length === 0) return;
  const made = await trx.insertInto("webhookEvents")
    .values(wanted.map(({ type, data }) => ({ workspaceId, type, data: snake(data) })))
    .returning(["id", "type"]).execute();
  await addDeliveries(
    trx,
    workspaceId,
    made.flatMap((event) =>
      listeners.filter(({ events }) => events.includes(event.type))
        .map((webhook) => ({ webhookId: webhook.id, eventId: event.id, isReplay: false }))
    ),
  );
}

/** Keeps an event for one webhook alone; answers the delivery's id. */
export async function recordTest(
  trx: Trx,
  { id, workspaceId }: { readonly id: string; readonly workspaceId: string },
): Promise<string> {
  const event = await trx.insertInto("webhookEvents")
    .values({ workspaceId, type: TEST_EVENT, data: snake({ webhookId: id }) })
    .returning("id").executeTakeFirstOrThrow();
  return await addDelivery(trx, workspaceId, {
    webhookId: id,
    eventId: event.id,
    isReplay: false,
  });
}

interface NewDelivery {
  readonly webhookId: string;
  readonly eventId: string;
  /** A person asked for it again. */
  readonly isReplay: boolean;
}

/** Adds one delivery with its task; answers its id. */
export async function addDelivery(
  trx: Trx,
  workspaceId: string,
  delivery: NewDelivery,
): Promise<string> {
  const [id] = await addDeliveries(trx, workspaceId, [delivery]);
  if (id === undefined) throw new RangeError("The insert answered no id");
  return id;
}

async function addDeliveries(
  trx: Trx,
  workspaceId: string,
  deliveries: readonly NewDelivery[],
): Promise<string[]> {
  if (deliveries.length === 0) return [];
  const rows = await trx.insertInto("webhookDeliveries")
    .values(deliveries.map((one) => ({ workspaceId, ...one, nextAttemptAt: sql<Date>`now()` })))
    .returning("id").execute();
  const ids = rows.map(({ id }) => id);
  await enqueueAll(
    trx,
    ids.map((deliveryId) => ({
      name: DELIVER_TASK,
      payload: { deliveryId, attempts: 0 },
      workspaceId,
    })),
  );
  return ids;
}

function selectListeners(trx: Trx, workspaceId: string) {
  return trx.selectFrom("webhooks").select(["id", "events"])
    .where("workspaceId", "=", workspaceId).where("state", "=", "active").execute();
}

function snake(data: Record<string, unknown>): Record<string, unknown> {
  return toSnakeKeys(data) as Record<string, unknown>;
}
