import { z } from "zod";
import type { Db } from "../platform/database.ts";
import { AppError, Unauthenticated } from "../platform/errors.ts";
import { logger } from "../platform/log.ts";
import { prepareLookup } from "../platform/prepared_query.ts";
import { unseal } from "../platform/sealing.ts";
import type { Services } from "../platform/services.ts";
import { spendRecoveryCode } from "./recovery_codes.ts";
import type { Member } from "./sign_in.ts";
import { tellOfSignIn } from "./sign_in_notice.ts";
import { noteRefusal } from "./sign_in_refusals.ts";
import {
  addressSubject,
  codeSubject,
  forgetFailures,
  recordFailure,
  requirePatience,
} from "./throttle.ts";
import { totpStepOf } from "./totp.ts";

const log = logger("accounts");

/** What the secrets of second factors are sealed for. */
export const SECOND_FACTOR_PURPOSE = "second factor";

/** A code as it is typed: six digits of the app, or a recovery code; blanks do not matter. */
export const SecondFactorCode = z.string("must be a text").trim().min(1, "must not be empty")
  .max(40, "is too long");

/** The password is right; a code of the user's app, or a recovery code, is asked for as well. */
export class SecondFactorRequired extends AppError {
  readonly code = "second_factor_required";

  constructor(readonly member: Member) {
    super("The password is right, and this user has two-factor sign-in: send `totp` as well");
  }
}

type Reach = Pick<Services, "db" | "config">;

/**
 * Asks for the second factor of who has one; for others it does nothing.
 *
 * @param code What was given; undefined: nothing yet.
 * @param address The address of the client, as the server sees it.
 * @throws {SecondFactorRequired} If a code is needed and none was given.
 * @throws {Unauthenticated} If the code is wrong or was used before.
 * @throws {TooManyRequests} After too many wrong codes.
 */
export async function requireSecondFactor(
  services: Reach,
  member: Member,
  { code, address }: { readonly code: string | undefined; readonly address: string },
): Promise<void> {
  const [factor] = await selectConfirmed(services.db, { userId: member.userId });
  if (!factor) return;
  if (code === undefined) throw new SecondFactorRequired(member);
  if (await takeCode(services, member.userId, { code, address })) return;
  await noteRefusal(services.db, member.userId, "code");
  throw new Unauthenticated("The code is wrong or was used before: wait for the next one");
}

const selectConfirmed = prepareLookup((db, { userId }: Pick<Member, "userId">) =>
  db.selectFrom("secondFactors").select("userId")
    .where("userId", "=", userId).where("confirmedAt", "is not", null)
);

/**
 * Takes a code, once. Wrong ones are counted apart from wrong passwords: a right password forgets
 * those, and who has it must not guess on for ever.
 *
 * @returns False if it is wrong or was used before.
 * @throws {TooManyRequests} After too many wrong codes; a right one waits as well.
 */
export async function takeCode(
  { db, config }: Reach,
  userId: string,
  { code, address }: { readonly code: string; readonly address: string },
): Promise<boolean> {
  const own = await codeSubject(userId);
  const subjects = [own, await addressSubject(address)];
  await requirePatience(db, subjects, "wrong codes");
  const typed = code.replaceAll(/[\s-]/g, "");
  const step = /^\d{6}$/.test(typed) ? await stepOf({ db, config }, userId, typed) : undefined;
  const isRight = step === undefined
    ? await spendRecoveryCode(db, userId, code)
    : await spendStep(db, userId, step);
  if (!isRight) {
    await recordFailure(db, subjects);
    if (step !== undefined) await tellOfReuse(db, userId);
    return false;
  }
  await requirePatience(db, [own], "wrong codes");
  await forgetFailures(db, own);
  return true;
}

/**
 * Writes down that a right code came again, and tells its owner: who looked over their shoulder has
 * their password as well (OWASP ASVS 4.0.3, 2.8.5).
 */
async function tellOfReuse(db: Db, userId: string): Promise<void> {
  log.warning("A code of the second factor came again and was refused: user {userId}", { userId });
  await db.transaction().execute((trx) => tellOfSignIn(trx, userId, "code_reused"));
}

async function stepOf({ db, config }: Reach, userId: string, code: string) {
  const secret = await readSecret({ db, config }, userId);
  return secret === undefined ? undefined : totpStepOf(secret, code, new Date());
}

/** The secret of a user, confirmed or not; undefined when there is none that can be read. */
export async function readSecret({ db, config }: Reach, userId: string) {
  const row = await db.selectFrom("secondFactors").select("secret")
    .where("userId", "=", userId).executeTakeFirst();
  return row && await openSecret(config, row.secret);
}

/** A secret as it stands in a row, in base32. */
export async function openSecret(
  config: Reach["config"],
  sealed: Uint8Array,
): Promise<string> {
  return new TextDecoder().decode(await unseal(config, SECOND_FACTOR_PURPOSE, sealed));
}

/** Uses a time step up, and those before it; false when another was as quick. */
async function spendStep(db: Db, userId: string, step: number): Promise<boolean> {
  const used = await db.updateTable("secondFactors").set({ lastStep: step })
    .where("userId", "=", userId).where("confirmedAt", "is not", null)
    .where((eb) => eb.or([eb("lastStep", "is", null), eb("lastStep", "<", step)]))
    .returning("userId").executeTakeFirst();
  return used !== undefined;
}
