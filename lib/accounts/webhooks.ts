import { sql } from "kysely";
import { z } from "zod";
import { crud } from "../platform/crud.ts";
import type { Picked } from "../platform/crud_types.ts";
import type { Db, Trx } from "../platform/database.ts";
import { Conflict, InvalidInput, NotFound } from "../platform/errors.ts";
import { Id, Instant, text } from "../platform/input.ts";
import { seal } from "../platform/sealing.ts";
import type { Services } from "../platform/services.ts";
import { faultOfUrl } from "../platform/webhooks/address.ts";
import { addDelivery, EVENT_TYPES, recordTest } from "../platform/webhooks/events.ts";
import { newWebhookSecret } from "../platform/webhooks/signature.ts";
import { audit } from "./audit.ts";
import { requirePermission } from "./permissions.ts";
import type { Principal } from "./principal.ts";
import { type Delivery, getDelivery } from "./webhook_log.ts";

/** The most webhooks of one workspace. */
export const MAX_WEBHOOKS = 20;

/** How long the secret before counts beside a new one. */
export const ROTATION_HOURS = 24;

/** What the sealed secrets of webhooks are sealed for. */
export const SECRET_PURPOSE = "webhook secret";

const Events = z.array(z.enum(EVENT_TYPES)).min(1, "must name at least one event")
  .max(EVENT_TYPES.length).transform((events) => [...new Set(events)]);

const Description = text(1, 200).nullable();

/** A webhook as it is asked for. */
export const WebhookInput = z.strictObject({
  url: text(1, 2048),
  events: Events,
  description: Description.default(null),
});
export type WebhookInput = z.infer<typeof WebhookInput>;

/** A change of a webhook; what is left out stays. */
export const WebhookPatch = z.strictObject({
  url: text(1, 2048),
  events: Events,
  description: Description,
  state: z.enum(["active", "paused"]),
}).partial();
export type WebhookPatch = z.infer<typeof WebhookPatch>;

/** Where events of a workspace are sent; a disabled one failed for a day, or answered 410. */
export const Webhook = z.object({
  id: Id,
  url: z.string(),
  events: z.array(z.enum(EVENT_TYPES)),
  description: z.string().nullable(),
  state: z.enum(["active", "paused", "disabled"]),
  /** Since when no delivery has succeeded; null while they do. */
  failingSince: Instant.nullable(),
  /** Until when the secret before counts beside the present one; null for not any more. */
  previousSecretUntil: Instant.nullable(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type Webhook = z.infer<typeof Webhook>;

/** A webhook with its secret, which is told this once. */
export const WebhookWithSecret = Webhook.extend({ secret: z.string() });
export type WebhookWithSecret = z.infer<typeof WebhookWithSecret>;

type Reach = Pick<Services, "db" | "config">;

const webhooks = crud("webhooks");

/** All but the secrets. */
const COLUMNS = [
  "id",
  "url",
  "events",
  "description",
  "state",
  "failingSince",
  "previousUntil",
  "createdAt",
  "updatedAt",
] as const;

/** The webhooks of the workspace, the oldest first. */
export async function listWebhooks(actor: Principal, db: Db): Promise<Webhook[]> {
  requirePermission(actor, "webhooks:write");
  const { workspaceId } = actor;
  const { data } = await webhooks.getMulti(db, { where: { workspaceId }, select: COLUMNS });
  return data.map(toWebhook);
}

/**
 * One webhook.
 *
 * @throws {NotFound} If there is no such webhook in the workspace.
 */
export async function getWebhook(actor: Principal, db: Db | Trx, id: string): Promise<Webhook> {
  requirePermission(actor, "webhooks:write");
  const { workspaceId } = actor;
  const row = await webhooks.get(db, { id, workspaceId }, { select: COLUMNS });
  if (!row) throw noWebhook(id);
  return toWebhook(row);
}

/**
 * Adds a webhook; its secret is told in the answer and never again.
 *
 * @throws {InvalidInput} If nothing may be sent to the URL.
 * @throws {Conflict} If the workspace has as many as it may.
 */
export async function createWebhook(
  actor: Principal,
  { db, config }: Reach,
  input: WebhookInput,
): Promise<WebhookWithSecret> {
  requirePermission(actor, "webhooks:write");
  checkUrl(config, input.url);
  const secret = newWebhookSecret();
  const sealed = await sealSecret(config, secret);
  return await db.transaction().execute(async (trx) => {
    await sql`select id from workspaces where id = ${actor.workspaceId} for no key update`
      .execute(trx);
    if (await webhooks.count(trx, { workspaceId: actor.workspaceId }) >= MAX_WEBHOOKS) {
      throw new Conflict(`A workspace has at most ${MAX_WEBHOOKS} webhooks: remove one first`);
    }
    const row = await webhooks.create(trx, {
      workspaceId: actor.workspaceId,
      ...input,
      secret: sealed,
      createdBy: actor.userId,
    }, { select: COLUMNS });
    await audit(trx, actor, "webhook.created", row.id, { events: input.events });
    return { ...toWebhook(row), secret };
  });
}

/**
 * Changes a webhook. One that was disabled is made active again, or paused, by its state.
 *
 * @throws {NotFound} If there is no such webhook in the workspace.
 */
export async function updateWebhook(
  actor: Principal,
  { db, config }: Reach,
  id: string,
  patch: WebhookPatch,
): Promise<Webhook> {
  requirePermission(actor, "webhooks:write");
  if (patch.url !== undefined) checkUrl(config, patch.url);
  return await db.transaction().execute(async (trx) => {
    const { workspaceId } = actor;
    const change = { ...patch, ...(patch.state === undefined ? {} : { failingSince: null }) };
    const row = await webhooks.update(trx, { id, workspaceId }, change, { select: COLUMNS });
    await audit(trx, actor, "webhook.updated", id, { fields: Object.keys(patch) });
    return toWebhook(row);
  });
}

/** Removes a webhook with its log. */
export async function removeWebhook(actor: Principal, db: Db, id: string): Promise<void> {
  requirePermission(actor, "webhooks:write");
  await db.transaction().execute(async (trx) => {
    await webhooks.delete(trx, { id, workspaceId: actor.workspaceId });
    await audit(trx, actor, "webhook.removed", id);
  });
}

/**
 * Gives a webhook a new secret, told in the answer. For a day messages are signed with both, so
 * that the receiver can be changed without losing one.
 */
export async function rotateWebhook(
  actor: Principal,
  { db, config }: Reach,
  id: string,
): Promise<WebhookWithSecret> {
  requirePermission(actor, "webhooks:write");
  const secret = newWebhookSecret();
  const sealed = await sealSecret(config, secret);
  return await db.transaction().execute(async (trx) => {
    const row = await trx.updateTable("webhooks").set({
      previousSecret: sql<Uint8Array>`secret`,
      previousUntil: sql<Date>`now() + ${ROTATION_HOURS} * interval '1 hour'`,
      secret: sealed,
      updatedAt: new Date(),
    }).where("id", "=", id).where("workspaceId", "=", actor.workspaceId)
      .returning(COLUMNS).executeTakeFirst();
    if (!row) throw noWebhook(id);
    await audit(trx, actor, "webhook.rotated", id);
    return { ...toWebhook(row), secret };
  });
}

/**
 * Sends `webhook.test` to a webhook, whatever it listens to.
 *
 * @throws {Conflict} If it is paused or disabled.
 */
export function testWebhook(actor: Principal, db: Db, id: string): Promise<Delivery> {
  requirePermission(actor, "webhooks:write");
  return db.transaction().execute(async (trx) => {
    await requireActive(trx, actor, id);
    const deliveryId = await recordTest(trx, { id, workspaceId: actor.workspaceId });
    await audit(trx, actor, "webhook.tested", id);
    return await getDelivery(trx, actor.workspaceId, id, deliveryId);
  });
}

/**
 * Sends an event once more, under the same id.
 *
 * @throws {NotFound} If there is no such delivery of that webhook.
 * @throws {Conflict} If the webhook is paused or disabled.
 */
export function replayDelivery(
  actor: Principal,
  db: Db,
  id: string,
  deliveryId: string,
): Promise<Delivery> {
  requirePermission(actor, "webhooks:write");
  const { workspaceId } = actor;
  return db.transaction().execute(async (trx) => {
    await requireActive(trx, actor, id);
    const { eventId } = await getDelivery(trx, workspaceId, id, deliveryId);
    const again = await addDelivery(trx, workspaceId, { webhookId: id, eventId, isReplay: true });
    await audit(trx, actor, "webhook.replayed", id, { eventId });
    return await getDelivery(trx, workspaceId, id, again);
  });
}

async function requireActive(trx: Trx, actor: Principal, id: string): Promise<void> {
  const { state } = await getWebhook(actor, trx, id);
  if (state !== "active") throw new Conflict(`The webhook is ${state}: make it active first`);
}

function checkUrl({ environment }: Reach["config"], url: string): void {
  const fault = faultOfUrl(url, environment === "local");
  if (!fault) return;
  throw new InvalidInput("Nothing can be sent to this URL", [{ pointer: "/url", detail: fault }]);
}

function sealSecret(config: Reach["config"], secret: string): Promise<Uint8Array> {
  return seal(config, SECRET_PURPOSE, new TextEncoder().encode(secret));
}

function toWebhook(
  { previousUntil, ...row }: Picked<"webhooks", typeof COLUMNS>,
): Webhook {
  const isBoth = previousUntil !== null && previousUntil > new Date();
  return {
    ...row,
    events: Webhook.shape.events.parse(row.events),
    state: Webhook.shape.state.parse(row.state),
    failingSince: row.failingSince?.toISOString() ?? null,
    previousSecretUntil: isBoth ? previousUntil.toISOString() : null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

function noWebhook(id: string): NotFound {
  return new NotFound(`There is no webhook ${id}`);
}
