import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requireAccess, requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { keepFile } from "../accounts/stored_bytes.ts";
import { Refusal } from "../documents/refusal.ts";
import { crud } from "../platform/crud.ts";
import type { Db } from "../platform/database.ts";
import { NotFound, TooLarge, UnsupportedType } from "../platform/errors.ts";
import { Id, Instant, text } from "../platform/input.ts";
import { COUNT, openWalk, type OrderKey, reversed } from "../platform/cursor.ts";
import type { CursorPageOf, CursorQuery } from "../platform/page_of.ts";
import { type PictureType, pictureType } from "../platform/picture.ts";
import type { Services } from "../platform/services.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";
import { readSafe } from "./safe_files.ts";

/** The most that a screenshot may have. */
export const MAX_SCREENSHOT_BYTES = 5 * 1024 * 1024;

/** What somebody wants to tell the makers. */
export const FeedbackInput = z.strictObject({
  title: text(1, 255),
  text: text(1, 5000),
  /** The path of the page that they were on. */
  page: text(1, 2000).nullable().default(null),
}).meta({ id: "FeedbackInput" });
export type FeedbackInput = z.output<typeof FeedbackInput>;

/** A file as it came; its bytes are null when it is too large to be held. */
export interface Screenshot {
  readonly bytes: Uint8Array | null;
}

const ScreenshotType = z.enum(["image/png", "image/jpeg", "image/webp"]);

export const Feedback = z.object({
  id: Id,
  title: z.string(),
  text: z.string(),
  page: z.string().nullable(),
  /** Null: there is none. */
  screenshotType: ScreenshotType.nullable(),
  workspace: z.object({ id: Id, name: z.string() }),
  /** Null when the account is gone. */
  user: z.object({ id: Id, name: z.string() }).nullable(),
  createdAt: Instant,
}).meta({ id: "Feedback" });
export type Feedback = z.infer<typeof Feedback>;

/**
 * Keeps what somebody wants to tell, with a picture if they gave one.
 *
 * @throws {TooLarge} If the screenshot has more than 5 MiB.
 * @throws {UnsupportedType} If its bytes are no PNG, JPEG or WebP.
 * @throws {StorageFull} If the workspace has no room for the screenshot.
 */
export function sendFeedback(
  actor: Principal,
  services: Pick<Services, "db" | "storage" | "config">,
  input: FeedbackInput,
  screenshot: Screenshot | null = null,
): Promise<Feedback> {
  requirePermission(actor, "feedback:write");
  const picture = screenshot && checkScreenshot(screenshot);
  return services.db.transaction().execute(async (trx) => {
    const { workspaceId, userId } = actor;
    const sent = { ...input, workspaceId, userId, screenshotType: picture?.type ?? null };
    const { id } = await crud("feedback").create(trx, sent, { select: ["id"] });
    await audit(trx, actor, "feedback.sent", id, { screenshot: picture?.type ?? null });
    if (picture) {
      await keepFile(trx, services, { key: screenshotKey(id), workspaceId, bytes: picture.bytes });
    }
    const row = await selectFeedback(trx).where("feedback.id", "=", id).executeTakeFirstOrThrow();
    return toFeedback(row);
  });
}

function checkScreenshot({ bytes }: Screenshot): { type: PictureType; bytes: Uint8Array } {
  if (!bytes || bytes.length > MAX_SCREENSHOT_BYTES) {
    throw new TooLarge("The screenshot is larger than 5 MiB: send a smaller part of the screen");
  }
  const type = pictureType(bytes);
  if (type) return { type, bytes };
  throw new UnsupportedType("The screenshot is no PNG, JPEG or WebP picture: save it as one");
}

/**
 * What people of all workspaces wrote, the last first. For superusers, who run the product.
 *
 * @throws {Forbidden} If the actor is no superuser.
 */
export function listFeedback(
  actor: Principal,
  db: Db,
  query: FeedbackQuery,
): Promise<CursorPageOf<Feedback>> {
  return acrossWorkspaces("superusers read what people of all workspaces wrote", async () => {
    requireAccess(actor, "superuser");
    const { updatedSince } = query;
    const walk = openWalk(query, LAST_FIRST, ["feedback", updatedSince]);
    const since = updatedSince
      ? sql<boolean>`feedback.created_at >= ${new Date(updatedSince)}`
      : sql<boolean>`true`;
    const [rows, count] = await Promise.all([
      selectFeedback(db).select(walk.key.as("placeKey")).where(since)
        .where(walk.isBehind).orderBy(walk.order).limit(walk.limit).offset(walk.offset).execute(),
      walk.total(() =>
        db.selectFrom("feedback").where(since).select(COUNT).executeTakeFirstOrThrow()
      ),
    ]);
    return walk.page(rows, count, toFeedback);
  });
}

async function readPicture(
  services: Pick<Services, "db" | "storage" | "config">,
  id: string,
  workspaceId: string,
): Promise<Uint8Array | undefined> {
  const key = screenshotKey(id);
  try {
    return await readSafe(services, { key, workspaceId });
  } catch (error) {
    if (!(error instanceof Refusal && error.code === "infected")) throw error;
    await services.db.transaction().execute(async (trx) => {
      await trx.updateTable("feedback").set({ screenshotType: null }).where("id", "=", id)
        .execute();
      await services.storage.delete(trx, key, workspaceId);
    });
    throw new NotFound(
      `The screenshot held malware (${error.params.found}) and was deleted: tell whoever sent it`,
      { cause: error },
    );
  }
}

const LAST_FIRST: readonly OrderKey[] = reversed([{ sql: sql`feedback.id`, type: "uuid" }]);

export interface FeedbackQuery extends CursorQuery {
  /** Only what was written at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
}

/**
 * The picture of a feedback; who looked at it is written down, because it may show people. Where a
 * virus scanner is set up it has found nothing in it; an infected one is deleted.
 *
 * @throws {Forbidden} If the actor is no superuser.
 * @throws {NotFound} If there is no such feedback, it has no picture, or one that was infected.
 * @throws {Unavailable} If the storage or the virus scanner is away.
 */
export function readScreenshot(
  actor: Principal,
  services: Pick<Services, "db" | "storage" | "config">,
  id: string,
): Promise<{ type: PictureType; bytes: Uint8Array }> {
  return acrossWorkspaces("superusers read what people of all workspaces wrote", async () => {
    requireAccess(actor, "superuser");
    const { db } = services;
    const row = await db.selectFrom("feedback").select(["workspaceId", "screenshotType"])
      .where("id", "=", id).executeTakeFirst();
    const bytes = row?.screenshotType
      ? await readPicture(services, id, row.workspaceId)
      : undefined;
    if (!bytes) throw new NotFound("There is no such screenshot");
    await audit(db, actor, "feedback.screenshot_read", id);
    return { type: ScreenshotType.parse(row?.screenshotType), bytes };
  });
}

/** Where the bytes of a screenshot are kept. */
function screenshotKey(id: string): string {
  return `feedback/${id}`;
}

function selectFeedback(db: Db) {
  return db.selectFrom("feedback")
    .innerJoin("workspaces", "workspaces.id", "feedback.workspaceId")
    .leftJoin("users", "users.id", "feedback.userId")
    .select([
      "feedback.id",
      "feedback.title",
      "feedback.text",
      "feedback.page",
      "feedback.screenshotType",
      "feedback.createdAt",
      "feedback.workspaceId",
      "workspaces.name as workspaceName",
      "feedback.userId",
      "users.name as userName",
    ]);
}

type FeedbackRow = Awaited<
  ReturnType<ReturnType<typeof selectFeedback>["executeTakeFirstOrThrow"]>
>;

function toFeedback(row: FeedbackRow): Feedback {
  const { id, title, text, page, screenshotType, createdAt } = row;
  return {
    id,
    title,
    text,
    page,
    screenshotType: ScreenshotType.nullable().parse(screenshotType),
    workspace: { id: row.workspaceId, name: row.workspaceName },
    user: row.userId && row.userName ? { id: row.userId, name: row.userName } : null,
    createdAt: createdAt.toISOString(),
  };
}
