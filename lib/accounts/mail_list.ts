import { z } from "zod";
import { crud } from "../platform/crud.ts";
import type { Picked } from "../platform/crud_types.ts";
import type { Services } from "../platform/services.ts";
import { NotFound } from "../platform/errors.ts";
import { type CursorPageOf, type CursorQuery, offsetOf } from "../platform/page_of.ts";
import { HIDDEN_TOKEN, linkOf, type MailToSay, toSay } from "./mail_delivery.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";

/** How a mail stands: dropped, because its link worked no more when it could be sent. */
export const MailState = z.enum(["waiting", "sent", "refused", "dropped"]);
export type MailState = z.infer<typeof MailState>;

/** Which mails are listed. */
export interface MailQuery extends CursorQuery {
  readonly state?: MailState | undefined;
  /** Only those that were written at that moment or since, RFC 3339. */
  readonly updatedSince?: string | undefined;
}

/** A mail of the installation. */
export interface ListedMail {
  readonly id: string;
  readonly to: string;
  readonly state: MailState;
  /** Why the last try failed; null when none did. */
  readonly error: string | null;
  readonly createdAt: Date;
  /** What its words are made from; outside `local` without the secret of its link. */
  readonly said: MailToSay;
}

type Reach = Pick<Services, "db" | "config">;

const mails = crud("mails");

const COLUMNS = [
  "id",
  "kind",
  "recipient",
  "language",
  "params",
  "linkId",
  "candidateId",
  "state",
  "error",
  "createdAt",
] as const;

/**
 * The mails of the last month, the last first.
 *
 * @throws {Forbidden} If the actor is no superuser.
 */
export async function listMails(
  actor: Principal,
  services: Reach,
  { state, updatedSince, itemsPerPage, cursor, ...query }: MailQuery,
): Promise<CursorPageOf<ListedMail>> {
  requireAccess(actor, "superuser");
  const { data, ...part } = await mails.getMulti(services.db, {
    where: {
      ...(state ? { state } : {}),
      ...(updatedSince ? { createdAt: { gte: new Date(updatedSince) } } : {}),
    },
    select: COLUMNS,
    sort: ["-id"],
    offset: offsetOf({ ...query, itemsPerPage }),
    limit: itemsPerPage,
    cursor,
  });
  const listed = await Promise.all(data.map((row) => toListed(services, row)));
  return { ...part, itemsPerPage, data: listed };
}

/**
 * One mail.
 *
 * @throws {Forbidden} If the actor is no superuser.
 * @throws {NotFound} If there is no such mail.
 */
export async function getMail(
  actor: Principal,
  services: Reach,
  mailId: string,
): Promise<ListedMail> {
  requireAccess(actor, "superuser");
  const row = await mails.get(services.db, { id: mailId }, { select: COLUMNS });
  if (!row) throw new NotFound("There is no such mail");
  return await toListed(services, row);
}

async function toListed(
  { config }: Pick<Reach, "config">,
  row: Picked<"mails", typeof COLUMNS>,
): Promise<ListedMail> {
  const said = await toSay(config, row);
  const isShown = config.environment === "local" || said.link === null;
  return {
    id: row.id,
    to: row.recipient,
    state: row.state as MailState,
    error: row.error,
    createdAt: row.createdAt,
    said: isShown ? said : { ...said, link: linkOf(config, said.kind, HIDDEN_TOKEN) },
  };
}
