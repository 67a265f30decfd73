import { sql } from "kysely";
import { z } from "zod";
import { type Db, isForeignKeyViolation, type Trx } from "../platform/database.ts";
import { Conflict, Forbidden, InvalidInput, NotFound } from "../platform/errors.ts";
import { seal } from "../platform/sealing.ts";
import type { Services } from "../platform/services.ts";
import { audit } from "./audit.ts";
import { endAccess, type StaysSignedIn } from "./end_access.ts";
import { requireOwnPassword } from "./own_password.ts";
import { requireAccess } from "./permissions.ts";
import { type Person, type Principal, requirePerson } from "./principal.ts";
import { countRecoveryCodes, replaceRecoveryCodes } from "./recovery_codes.ts";
import {
  openSecret,
  readSecret,
  SECOND_FACTOR_PURPOSE,
  SecondFactorCode,
  takeCode,
} from "./second_factor.ts";
import { tellOfSignIn } from "./sign_in_notice.ts";
import { addressSubject, codeSubject, recordFailure, requirePatience } from "./throttle.ts";
import { newTotpSecret, totpStepOf, totpUri } from "./totp.ts";

type Reach = Pick<Services, "db" | "config">;

/** What an app is given to make codes by. */
export const NewSecret = z.object({
  /** In base32, to be typed. */
  secret: z.string(),
  /** The same as an `otpauth://` address, to be drawn as a QR code. */
  uri: z.string(),
});
export type NewSecret = z.infer<typeof NewSecret>;

/** How two-factor sign-in stands for somebody. */
export type TwoFactor =
  | { readonly state: "off" }
  /** The secret waits for the first code of the app that was shown it. */
  | { readonly state: "begun" } & NewSecret
  | { readonly state: "on"; readonly since: Date; readonly codesLeft: number };

/** What is asked for before the second factor may be changed. */
export const TwoFactorProof = z.strictObject({
  password: z.string().min(1, "must not be empty").max(1024),
  code: SecondFactorCode,
});
export type TwoFactorProof = z.infer<typeof TwoFactorProof>;

/** How the actor's own stands. */
export async function getTwoFactor(actor: Principal, { db, config }: Reach): Promise<TwoFactor> {
  requirePerson(actor);
  const row = await db.selectFrom("secondFactors")
    .innerJoin("users", "users.id", "secondFactors.userId")
    .select(["confirmedAt", "username"]).where("userId", "=", actor.userId).executeTakeFirst();
  if (!row) return { state: "off" };
  if (row.confirmedAt) {
    const codesLeft = await countRecoveryCodes(db, actor.userId);
    return { state: "on", since: row.confirmedAt, codesLeft };
  }
  const secret = await readSecret({ db, config }, actor.userId);
  if (secret === undefined) return { state: "off" };
  return { state: "begun", secret, uri: totpUri(secret, row.username) };
}

/**
 * Makes a secret to show to an app; one that was shown before and not confirmed is forgotten. It
 * opens nothing before it is confirmed, by the password.
 *
 * @throws {Conflict} If it is on already.
 */
export async function beginTwoFactor(
  actor: Principal,
  { db, config }: Reach,
): Promise<NewSecret> {
  requirePerson(actor);
  const secret = newTotpSecret();
  const sealed = await seal(config, SECOND_FACTOR_PURPOSE, new TextEncoder().encode(secret));
  const made = await db.insertInto("secondFactors")
    .values({ userId: actor.userId, secret: sealed })
    .onConflict((conflict) =>
      conflict.column("userId").doUpdateSet({ secret: sealed })
        .where("secondFactors.confirmedAt", "is", null)
    )
    .returning("userId").executeTakeFirst();
  if (!made) throw isOn();
  const { username } = await db.selectFrom("users").select("username")
    .where("id", "=", actor.userId).executeTakeFirstOrThrow();
  return { secret, uri: totpUri(secret, username) };
}

/**
 * Turns two-factor sign-in on by the password and the first code of the app, and ends what was
 * signed in without, but for where it is done. Who found a browser open must not lock its owner
 * out.
 *
 * @returns The recovery codes, which are told this once.
 * @throws {InvalidInput} If password or code is wrong; the issue points to it.
 * @throws {Conflict} If it is on already, or was not begun.
 * @throws {TooManyRequests} After too many wrong ones.
 */
export async function turnOnTwoFactor(
  actor: Principal,
  { db, config }: Reach,
  { password, code }: TwoFactorProof,
  { address, ...stays }: StaysSignedIn & { readonly address: string },
): Promise<string[]> {
  requirePerson(actor);
  await requireOwnPassword(actor, db, password, passwordCheck(address));
  const subjects = [await codeSubject(actor.userId), await addressSubject(address)];
  await requirePatience(db, subjects, "wrong codes");
  const secret = await readSecret({ db, config }, actor.userId);
  if (secret === undefined) throw new Conflict("Two-factor sign-in was not begun: begin it anew");
  const lastStep = totpStepOf(secret, code.replaceAll(/\s/g, ""), new Date());
  if (lastStep === undefined) {
    await recordFailure(db, subjects);
    throw wrongCode();
  }
  return await db.transaction().execute(async (trx) => {
    const done = await trx.updateTable("secondFactors")
      .set({ confirmedAt: sql<Date>`now()`, lastStep })
      .where("userId", "=", actor.userId).where("confirmedAt", "is", null)
      .returning("secret").executeTakeFirst();
    if (!done) throw isOn();
    if (await openSecret(config, done.secret) !== secret) {
      throw new Conflict("Two-factor sign-in was begun anew meanwhile: use the new secret's code");
    }
    await endAccess(trx, actor.userId, stays);
    await tellOfSignIn(trx, actor.userId, "two_factor_on");
    await audit(trx, actor, "user.two_factor_on", actor.userId);
    return await replaceRecoveryCodes(trx, actor.userId);
  });
}

/**
 * Turns two-factor sign-in off.
 *
 * @throws {InvalidInput} If password or code is wrong; the issue points to it.
 * @throws {Conflict} If it is off already.
 * @throws {TooManyRequests} After too many wrong ones.
 */
export async function turnOffTwoFactor(
  actor: Principal,
  services: Reach,
  proof: TwoFactorProof,
  address: string,
): Promise<void> {
  requirePerson(actor);
  await requireProof(actor, services, proof, address);
  await services.db.transaction().execute(async (trx) => {
    if (!await removeFactor(trx, actor.userId)) throw isOff();
    await tellOfSignIn(trx, actor.userId, "two_factor_off");
    await audit(trx, actor, "user.two_factor_off", actor.userId);
  });
}

/**
 * Makes new recovery codes; those before count no more.
 *
 * @returns The codes, which are told this once.
 * @throws {InvalidInput} If password or code is wrong; the issue points to it.
 * @throws {Conflict} If two-factor sign-in is off.
 * @throws {TooManyRequests} After too many wrong ones.
 */
export async function renewRecoveryCodes(
  actor: Principal,
  services: Reach,
  proof: TwoFactorProof,
  address: string,
): Promise<string[]> {
  requirePerson(actor);
  await requireProof(actor, services, proof, address);
  try {
    return await services.db.transaction().execute(async (trx) => {
      await tellOfSignIn(trx, actor.userId, "recovery_codes_renewed");
      await audit(trx, actor, "user.recovery_codes_renewed", actor.userId);
      return await replaceRecoveryCodes(trx, actor.userId);
    });
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    throw isOff({ cause: error });
  }
}

/**
 * Takes a user's second factor away, for who has lost it and the recovery codes, and signs them
 * out everywhere. Who asks for that should be known by more than a mail. One's own is turned off by
 * password and code alone.
 *
 * @throws {NotFound} If there is no such user, or they have none.
 * @throws {Forbidden} If it is the actor's own.
 */
export async function resetTwoFactor(actor: Principal, db: Db, username: string): Promise<void> {
  requireAccess(actor, "superuser");
  await db.transaction().execute(async (trx) => {
    const user = await trx.selectFrom("users").select("id")
      .where("username", "=", username).executeTakeFirst();
    if (!user || !await removeFactor(trx, user.id)) {
      throw new NotFound(`There is no user "${username}" with two-factor sign-in`);
    }
    if (user.id === actor.userId) {
      throw new Forbidden(
        "Turn your own off by password and code: on the page /settings/security, or by " +
          "DELETE /api/v1/user/me/two_factor",
      );
    }
    await endAccess(trx, user.id);
    await tellOfSignIn(trx, user.id, "two_factor_reset");
    await audit(trx, actor, "user.two_factor_reset", user.id);
  });
}

/** Whether a user signs in by two factors; for superusers. */
export async function hasTwoFactor(actor: Principal, db: Db, userId: string): Promise<boolean> {
  requireAccess(actor, "superuser");
  const row = await db.selectFrom("secondFactors").select("userId")
    .where("userId", "=", userId).where("confirmedAt", "is not", null).executeTakeFirst();
  return row !== undefined;
}

async function requireProof(
  actor: Person,
  services: Reach,
  { password, code }: TwoFactorProof,
  address: string,
): Promise<void> {
  await requireOwnPassword(actor, services.db, password, passwordCheck(address));
  const factor = await services.db.selectFrom("secondFactors").select("userId")
    .where("userId", "=", actor.userId).where("confirmedAt", "is not", null).executeTakeFirst();
  if (!factor) throw isOff();
  if (!await takeCode(services, actor.userId, { code, address })) throw wrongCode();
}

function passwordCheck(address: string) {
  return { address, message: "Two-factor sign-in was not changed", pointer: "/password" };
}

async function removeFactor(trx: Trx, userId: string): Promise<boolean> {
  const removed = await trx.deleteFrom("secondFactors").where("userId", "=", userId)
    .where("confirmedAt", "is not", null).returning("userId").executeTakeFirst();
  return removed !== undefined;
}

function wrongCode(): InvalidInput {
  return new InvalidInput("Two-factor sign-in was not changed", [
    { pointer: "/code", detail: "is wrong or was used before: wait for the next one" },
  ]);
}

function isOff(options?: ErrorOptions): Conflict {
  return new Conflict("Two-factor sign-in is off: turn it on first", options);
}

function isOn(): Conflict {
  return new Conflict("Two-factor sign-in is on: turn it off before you set it up anew");
}
