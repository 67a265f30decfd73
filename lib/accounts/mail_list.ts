import type { Services } from "../platform/services.ts";
import { NotFound } from "../platform/errors.ts";
import { offsetOf, type PageOf, type PageQuery, toPage } from "../platform/page_of.ts";
import { HIDDEN_TOKEN, linkOf, type MailToSay, toSay } from "./mail_delivery.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";

/** How a mail stands: dropped, because its link worked no more when it could be sent. */
export type MailState = "waiting" | "sent" | "refused" | "dropped";

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

/**
 * The mails of the last month, the last first.
 *
 * @throws {Forbidden} If the actor is no superuser.
 */
export async function listMails(
  actor: Principal,
  services: Reach,
  query: PageQuery,
): Promise<PageOf<ListedMail>> {
  requireAccess(actor, "superuser");
  const { db } = services;
  const [rows, { count }] = await Promise.all([
    selectMails(services).orderBy("id", "desc")
      .limit(query.itemsPerPage).offset(offsetOf(query)).execute(),
    db.selectFrom("mails").select((eb) => eb.fn.countAll<string>().as("count"))
      .executeTakeFirstOrThrow(),
  ]);
  const mails = await Promise.all(rows.map((row) => toListed(services, row)));
  return toPage(mails, Number(count), query);
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
  const row = await selectMails(services).where("id", "=", mailId).executeTakeFirst();
  if (!row) throw new NotFound("There is no such mail");
  return await toListed(services, row);
}

function selectMails({ db }: Reach) {
  return db.selectFrom("mails").select([
    "id",
    "kind",
    "recipient",
    "language",
    "params",
    "linkId",
    "state",
    "error",
    "createdAt",
  ]);
}

type MailRow = Awaited<ReturnType<ReturnType<typeof selectMails>["executeTakeFirstOrThrow"]>>;

async function toListed({ config }: Reach, row: MailRow): Promise<ListedMail> {
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
