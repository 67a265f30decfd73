import { sql } from "kysely";
import { z } from "zod";
import type { Trx } from "../platform/database.ts";
import { logger } from "../platform/log.ts";
import { enqueue } from "../platform/queue.ts";
import { unseal } from "../platform/sealing.ts";
import type { Services } from "../platform/services.ts";
import { DELIVER_TASK } from "../platform/webhooks/events.ts";
import type { SendOptions, Sent } from "../platform/webhooks/exchange.ts";
import { messageOf } from "../platform/webhooks/message.ts";
import { pauseBefore } from "../platform/webhooks/retry.ts";
import { postTo } from "../platform/webhooks/send.ts";
import { signMessage } from "../platform/webhooks/signature.ts";
import type { Language } from "../talent/types.ts";
import { queueMail } from "./mails.ts";
import { SECRET_PURPOSE } from "./webhooks.ts";

/** Sends one delivery, which had that many attempts when this was asked for; left out: any. */
export const DeliverWebhookTask = z.object({
  deliveryId: z.string(),
  attempts: z.number().optional(),
});
export type DeliverWebhookTask = z.infer<typeof DeliverWebhookTask>;

/** Nothing succeeded for that long: then a webhook is disabled. */
const DISABLE_AFTER_HOURS = 23;

/** The receiver says that it is gone for good. */
const GONE = 410;

/** How long what found no room waits. */
const AGAIN_MS = 1000;

type Reach = Pick<Services, "db" | "config">;

/** How deliveries are sent; without it, as the product does. */
export type Sending = Partial<Omit<SendOptions, "signal">>;

let sendingNow = 0;

/**
 * Sends a delivery that waits, writes down what was answered, and asks for the next attempt when
 * that was no success (2xx). Run twice it may send twice, under the same id; a receiver that is
 * slow keeps at most half of the worker from other work.
 */
export async function deliverWebhook(
  { db, config }: Reach,
  { deliveryId, attempts }: DeliverWebhookTask,
  signal: AbortSignal,
  sending: Sending = {},
): Promise<void> {
  const delivery = await selectDelivery({ db, config }, deliveryId);
  if (!delivery || delivery.state !== "waiting") return;
  // A task that runs twice finds the next attempt to come, and leaves it to its own task.
  if (attempts !== undefined && attempts !== delivery.attempts) return;
  const { webhookState, workspaceId } = delivery;
  if (webhookState !== "active") {
    return await giveUp({ db, config }, deliveryId, `The webhook is ${webhookState}`);
  }
  if (sendingNow >= Math.max(1, Math.floor(config.worker.concurrency / 2))) {
    return await db.transaction().execute((trx) =>
      sendLater(trx, { deliveryId, workspaceId, attempts: delivery.attempts }, AGAIN_MS)
    );
  }
  sendingNow += 1;
  try {
    const sent = await send(config, delivery, signal, sending);
    signal.throwIfAborted();
    await writeDown({ db, config }, delivery, sent);
  } finally {
    sendingNow -= 1;
  }
}

type LoadedDelivery = NonNullable<Awaited<ReturnType<typeof selectDelivery>>>;

async function selectDelivery({ db }: Reach, deliveryId: string) {
  return await db.selectFrom("webhookDeliveries")
    .innerJoin("webhooks", "webhooks.id", "webhookDeliveries.webhookId")
    .innerJoin("webhookEvents", "webhookEvents.id", "webhookDeliveries.eventId")
    .select(["webhookDeliveries.id", "webhookDeliveries.workspaceId", "webhookId", "eventId"])
    .select(["webhookDeliveries.state", "webhookDeliveries.attempts", "type", "data"])
    .select(["webhookEvents.createdAt as recordedAt", "webhookDeliveries.createdAt"])
    .select(["webhooks.state as webhookState", "url", "secret", "previousSecret"])
    .select("previousUntil")
    .where("webhookDeliveries.id", "=", deliveryId).executeTakeFirst();
}

async function send(
  config: Reach["config"],
  delivery: LoadedDelivery,
  signal: AbortSignal,
  sending: Sending,
): Promise<Sent> {
  const { eventId: id } = delivery;
  const body = JSON.stringify(messageOf({ ...delivery, id }));
  const timestampSeconds = Math.floor(Date.now() / 1000);
  const secrets = await secretsOf(config, delivery);
  if (secrets.length === 0) return unsigned();
  const headers = {
    "content-type": "application/json",
    "user-agent": "Talent-Copilot-Webhooks/1",
    "webhook-id": id,
    "webhook-timestamp": String(timestampSeconds),
    "webhook-signature": await signMessage({ id, timestampSeconds, body }, secrets),
  };
  const allowPrivate = config.environment === "local";
  return await postTo(delivery.url, headers, body, { allowPrivate, ...sending, signal });
}

/** The present secret, and the one before it as long as that counts. */
async function secretsOf(
  config: Reach["config"],
  { secret, previousSecret, previousUntil }: LoadedDelivery,
): Promise<string[]> {
  const isBoth = previousSecret && previousUntil && previousUntil > new Date();
  const sealed = isBoth ? [secret, previousSecret] : [secret];
  const opened = await Promise.all(sealed.map((one) => unseal(config, SECRET_PURPOSE, one)));
  return opened.flatMap((bytes) => bytes ? [new TextDecoder().decode(bytes)] : []);
}

function unsigned(): Sent {
  const error = "The secret cannot be read: SECRET_KEY has changed. Rotate the webhook's secret";
  return { status: undefined, response: "", error, retryAfter: undefined, durationMs: 0 };
}

async function writeDown(
  reach: Reach,
  { id: deliveryId, webhookId, workspaceId, attempts, createdAt }: LoadedDelivery,
  sent: Sent,
): Promise<void> {
  await reach.db.transaction().execute(async (trx) => {
    // Before its deliveries, as who removes it does.
    const webhook = await trx.selectFrom("webhooks").select("id").where("id", "=", webhookId)
      .forNoKeyUpdate().executeTakeFirst();
    if (!webhook) return;
    const own = await trx.updateTable("webhookDeliveries").set({ attempts: attempts + 1 })
      .where("id", "=", deliveryId).where("state", "=", "waiting")
      .where("attempts", "=", attempts).returning("id").executeTakeFirst();
    if (!own) return; // another worker was faster
    await insertAttempt(trx, deliveryId, attempts + 1, sent);
    const isDelivered = sent.status !== undefined && sent.status >= 200 && sent.status < 300;
    await setFailing(trx, webhookId, isDelivered);
    if (isDelivered) return await finish(trx, deliveryId, "delivered");
    const now = new Date();
    const waitMs = sent.status === GONE ? undefined : pauseBefore({
      attempts: attempts + 1,
      ageMs: now.getTime() - createdAt.getTime(),
      retryAfter: sent.retryAfter,
      random: Math.random(),
      now,
    });
    if (sent.status === GONE || await hasFailedLong(trx, webhookId)) {
      await finish(trx, deliveryId, "failed");
      return await disable(trx, { webhookId, workspaceId });
    }
    if (waitMs === undefined) return await finish(trx, deliveryId, "failed");
    await sendLater(trx, { deliveryId, workspaceId, attempts: attempts + 1 }, waitMs);
  });
}

async function insertAttempt(
  trx: Trx,
  deliveryId: string,
  number: number,
  { durationMs, status, response, error }: Sent,
): Promise<void> {
  await trx.insertInto("webhookAttempts").values({
    deliveryId,
    number,
    startedAt: sql<Date>`clock_timestamp() - ${durationMs} * interval '1 ms'`,
    durationMs,
    status: status ?? null,
    response: status === undefined ? null : response,
    error: error ?? null,
  }).execute();
}

async function setFailing(trx: Trx, webhookId: string, isDelivered: boolean): Promise<void> {
  const failingSince = isDelivered ? null : sql<Date>`coalesce(failing_since, now())`;
  await trx.updateTable("webhooks").set({ failingSince }).where("id", "=", webhookId).execute();
}

async function hasFailedLong(trx: Trx, webhookId: string): Promise<boolean> {
  const row = await trx.selectFrom("webhooks").select("id").where("id", "=", webhookId)
    .where("failingSince", "<", sql<Date>`now() - ${DISABLE_AFTER_HOURS} * interval '1 hour'`)
    .executeTakeFirst();
  return row !== undefined;
}

async function finish(
  trx: Trx,
  deliveryId: string,
  state: "delivered" | "failed",
): Promise<void> {
  await trx.updateTable("webhookDeliveries")
    .set({ state, finishedAt: sql<Date>`now()`, nextAttemptAt: null })
    .where("id", "=", deliveryId).execute();
}

/** Marks a delivery whose task failed on our side again and again; a person can replay it. */
export async function giveUpDelivery(
  reach: Reach,
  { deliveryId }: DeliverWebhookTask,
): Promise<void> {
  await giveUp(reach, deliveryId, "Something broke on our side");
}

async function giveUp({ db }: Reach, deliveryId: string, error: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const row = await trx.updateTable("webhookDeliveries")
      .set({ attempts: sql<number>`attempts + 1` }).where("id", "=", deliveryId)
      .where("state", "=", "waiting").returning("attempts").executeTakeFirst();
    if (!row) return;
    await insertAttempt(trx, deliveryId, row.attempts, {
      status: undefined,
      response: "",
      error,
      retryAfter: undefined,
      durationMs: 0,
    });
    await finish(trx, deliveryId, "failed");
  });
}

async function sendLater(
  trx: Trx,
  { workspaceId, ...payload }: Required<DeliverWebhookTask> & { readonly workspaceId: string },
  delayMs: number,
): Promise<void> {
  const nextAttemptAt = sql<Date>`now() + ${delayMs} * interval '1 ms'`;
  await trx.updateTable("webhookDeliveries").set({ nextAttemptAt })
    .where("id", "=", payload.deliveryId).execute();
  await enqueue(trx, { name: DELIVER_TASK, payload, workspaceId, delayMs });
}

/** Sends nothing more to a webhook, and tells the owners of its workspace. */
async function disable(
  trx: Trx,
  { webhookId, workspaceId }: { readonly webhookId: string; readonly workspaceId: string },
): Promise<void> {
  const row = await trx.updateTable("webhooks").set({ state: "disabled", updatedAt: new Date() })
    .where("id", "=", webhookId).where("state", "=", "active").returning("url").executeTakeFirst();
  if (!row) return;
  logger("webhooks").info("Webhook {webhookId} is disabled", { webhookId });
  const owners = await trx.selectFrom("memberships")
    .innerJoin("users", "users.id", "memberships.userId")
    .select(["users.id", "users.name", "users.email", "users.language"])
    .where("workspaceId", "=", workspaceId).where("role", "=", "owner").execute();
  for (const { id: userId, name, email, language } of owners) {
    await queueMail(trx, {
      kind: "webhook_disabled",
      to: email,
      language: (language ?? "en") as Language,
      params: { name, host: new URL(row.url).host },
      userId,
      workspaceId,
    });
  }
}

const KEEP_DAYS = 30;

/** Removes events, with their deliveries, that are older than a month; at most `limit` at once. */
export async function removeOldEvents({ db }: Reach, limit: number): Promise<void> {
  await sql`
    delete from webhook_events where id in (
      select id from webhook_events where created_at < now() - ${KEEP_DAYS} * interval '1 day'
      order by created_at limit ${limit})`.execute(db);
}
