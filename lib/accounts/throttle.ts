import { type Expression, type QueryCreator, sql } from "kysely";
import type { Db, Trx } from "../platform/database.ts";
import type { DB as Database } from "../platform/db_types.ts";
import { TooManyRequests } from "../platform/errors.ts";
import { networkOf } from "../platform/network.ts";
import { prepareLookup, prepareQuery } from "../platform/prepared_query.ts";
import { sha256 } from "./secrets.ts";

/** Whose wrong guesses are counted together. */
export interface Subject {
  /** SHA-256 of what it is, so that the table names nobody. */
  readonly key: Uint8Array;
  /** Wrong guesses that cost nothing but themselves. */
  readonly allowance: number;
}

const ACCOUNT_ALLOWANCE = 5;

/** An office or a campus shares one address. */
const ADDRESS_ALLOWANCE = 20;

const FIRST_PAUSE_SECONDS = 5;
const LONGEST_PAUSE_SECONDS = 900;
const FORGET_AFTER_SECONDS = 3600;

/** The account that is tried; `name` is the user's id or, for an unknown one, what was typed. */
export async function accountSubject(name: string): Promise<Subject> {
  return { key: await sha256(`account:${name.toLowerCase()}`), allowance: ACCOUNT_ALLOWANCE };
}

/** The key of `accountSubject()` for a row of `users`, in a query. */
export const ACCOUNT_KEY = sql<Uint8Array>`sha256(convert_to('account:' || users.id, 'UTF8'))`;

/** The address that it is tried from; of IPv6 the network, since a host has all of that. */
export async function addressSubject(address: string): Promise<Subject> {
  return { key: await sha256(`address:${networkOf(address)}`), allowance: ADDRESS_ALLOWANCE };
}

/** The account whose second factor is tried; apart from its password, which may be known. */
export async function codeSubject(userId: string): Promise<Subject> {
  return { key: await sha256(`second factor:${userId}`), allowance: ACCOUNT_ALLOWANCE };
}

/** The address that unknown API keys come from; apart from passwords, which people mistype. */
export async function keyGuessSubject(address: string): Promise<Subject> {
  return { key: await sha256(`key guesses:${networkOf(address)}`), allowance: ADDRESS_ALLOWANCE };
}

/** The address that unknown links to candidates' pages are opened from. */
export async function pageGuessSubject(address: string): Promise<Subject> {
  return { key: await sha256(`page guesses:${networkOf(address)}`), allowance: ADDRESS_ALLOWANCE };
}

const PAGE_ALLOWANCE = 60;

/** The link by which a candidate changes, asks or takes along something. */
export async function pageSubject(linkId: string): Promise<Subject> {
  return { key: await sha256(`page:${linkId}`), allowance: PAGE_ALLOWANCE };
}

/** What is asked for without signing in, and costs a mail or a row each time. */
export type OpenRequest = "registration" | "password reset";

const REQUEST_ALLOWANCE = 10;
const MAILBOX_ALLOWANCE = 3;

/** The address that registrations or resets are asked from. */
export async function requestSubject(what: OpenRequest, address: string): Promise<Subject> {
  return { key: await sha256(`${what}:${networkOf(address)}`), allowance: REQUEST_ALLOWANCE };
}

/** The mailbox that would get the mail, whether anybody has it or not. */
export async function mailboxSubject(email: string): Promise<Subject> {
  return { key: await sha256(`mailbox:${email.toLowerCase()}`), allowance: MAILBOX_ALLOWANCE };
}

/** Who has a mail sent that nobody at its address asked for. */
export type MailSender = { readonly workspaceId: string } | { readonly userId: string };

/** The sender had enough mails sent to one address for now. */
export class TooManyMails extends TooManyRequests {}

const SENDER_ALLOWANCE = 5;

/** More than one sender's, so that nobody meets it alone. */
const UNASKED_ALLOWANCE = 10;

/**
 * Counts a mail that nobody at the address has asked for: an invitation, or the question whether an
 * address is somebody's. The sender is told when it is too much by what they had sent themselves.
 * Whoever sends them, no mailbox is filled with them: beyond ten of all senders a mail is left out
 * without a word, since that others write to the address is not for this sender to know. Apart from
 * mails that set a password anew, which nobody can hold up by sending these.
 *
 * @returns Whether the mail may go.
 * @throws {TooManyMails} If the sender had five sent there and the pause after the last is not over.
 */
export async function spareMailbox(trx: Trx, email: string, sender: MailSender): Promise<boolean> {
  const address = email.toLowerCase();
  const from = "userId" in sender ? `user:${sender.userId}` : `workspace:${sender.workspaceId}`;
  const own = {
    key: await sha256(`unasked mails:${from}:${address}`),
    allowance: SENDER_ALLOWANCE,
  };
  const all = { key: await sha256(`unasked mails:${address}`), allowance: UNASKED_ALLOWANCE };
  const ownPause = await pauseOf(trx, [own]);
  if (ownPause > 0) throw new TooManyMails(...refusal(ownPause, "mails to this address"));
  await recordFailure(trx, [own]);
  if (await pauseOf(trx, [all]) > 0) return false;
  await recordFailure(trx, [all]);
  return true;
}

/**
 * @param what What there were too many of.
 * @throws {TooManyRequests} While one of them has to wait after too many wrong guesses.
 */
export async function requirePatience(
  db: Db,
  subjects: readonly Subject[],
  what = "wrong passwords",
): Promise<void> {
  refuseFor(await pauseOf(db, subjects), what);
}

/** How long the one has to wait that has to wait the longest, in seconds; 0: nobody has. */
async function pauseOf(db: Db, subjects: readonly Subject[]): Promise<number> {
  const found = await Promise.all(subjects.map(({ key }) => selectPause(db, { key })));
  return Math.max(0, ...found.flat().map(({ seconds }) => seconds ?? 0));
}

const SECONDS_LEFT = sql<number | null>`
  ceil(extract(epoch from blocked_until - now()))::integer`;

const selectPause = prepareLookup((db, { key }: Pick<Subject, "key">) =>
  db.selectFrom("signInFailures").select(SECONDS_LEFT.as("seconds"))
    .where("subject", "=", key).where("blockedUntil", ">", sql<Date>`now()`)
);

/** How long the one has to wait that has to wait the longest, for a query that has their keys. */
export function longestPause(
  db: QueryCreator<Database>,
  keys: readonly Expression<Uint8Array>[],
) {
  return db.selectFrom("signInFailures").select(sql<number | null>`max(${SECONDS_LEFT})`.as("left"))
    .where("blockedUntil", ">", sql<Date>`now()`)
    .where((eb) => eb.or(keys.map((key) => eb("subject", "=", key))));
}

/**
 * @param seconds How long somebody has to wait; 0 or null: not at all.
 * @throws {TooManyRequests} If they have to.
 */
export function refuseFor(seconds: number | null, what = "wrong passwords"): void {
  if (seconds !== null && seconds > 0) throw new TooManyRequests(...refusal(seconds, what));
}

function refusal(seconds: number, what: string): [message: string, seconds: number] {
  return [`Too many ${what}: wait ${seconds} seconds, then try again`, seconds];
}

/** Counts a wrong guess; beyond the allowance each one doubles the pause before the next. */
export async function recordFailure(db: Db, subjects: readonly Subject[]): Promise<void> {
  await Promise.all(subjects.map(({ key, allowance }) =>
    sql`
      insert into sign_in_failures as known (subject, failures, last_failed_at)
      values (${key}, 1, now())
      on conflict (subject) do update set
        failures = case when ${isForgotten} then 1 else known.failures + 1 end,
        last_failed_at = now(),
        blocked_until = case
          when ${isForgotten} or known.failures + 1 < ${allowance}::integer then null
          else now() + make_interval(secs => least(
            ${LONGEST_PAUSE_SECONDS}::double precision,
            ${FIRST_PAUSE_SECONDS} * power(2, least(30, known.failures + 1 - ${allowance}::integer))
          ))
        end`.execute(db)
  ));
}

const isForgotten = sql`(known.last_failed_at < now() - make_interval(secs => ${
  sql.lit(FORGET_AFTER_SECONDS)
}))`;

/**
 * Forgets the wrong guesses of an account whose owner has come, unless others have guessed so often
 * meanwhile that it has to wait.
 *
 * @throws {TooManyRequests} While it has to wait.
 */
export async function forgiveFailures(
  db: Db,
  { key }: Subject,
  what = "wrong passwords",
): Promise<void> {
  const [blocked] = await forgiveUnlessBlocked(db, { key });
  refuseFor(blocked?.seconds ?? 0, what);
}

const forgiveUnlessBlocked = prepareQuery((db, { key }: Pick<Subject, "key">) =>
  forgiving(db, key).selectFrom("blocked").select("seconds")
);

/**
 * Begins a statement that does what `forgiveFailures()` does: `blocked` has the seconds that the
 * account has to wait, and no row if it has not to.
 */
export function forgiving(db: Db, key: Uint8Array | null) {
  const subject = sql<Uint8Array>`${key}::bytea`;
  return db.with(
    "blocked",
    (eb) =>
      eb.selectFrom("signInFailures").select(SECONDS_LEFT.as("seconds"))
        .where("subject", "=", subject).where("blockedUntil", ">", sql<Date>`now()`),
  )
    .with("forgotten", (eb) =>
      eb.deleteFrom("signInFailures").where("subject", "=", subject)
        .where(({ not, exists, selectFrom }) =>
          not(exists(selectFrom("blocked").select("seconds")))
        ));
}

/** Forgets the wrong guesses of an account whose owner has come. */
export async function forgetFailures(db: Db, subject: Subject): Promise<void> {
  await db.deleteFrom("signInFailures").where("subject", "=", subject.key).execute();
}
