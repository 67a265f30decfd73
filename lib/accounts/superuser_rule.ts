import type { Config } from "../platform/config.ts";
import { AppError, Forbidden } from "../platform/errors.ts";
import type { Person, Principal } from "./principal.ts";
import type { PersonRow } from "./principals.ts";

/** They are a superuser, and act as one only after they have set two-factor sign-in up. */
export class SecondFactorMissing extends AppError {
  readonly code = "second_factor_missing";

  constructor() {
    super(
      "Superusers need two-factor sign-in here: set it up by POST /api/v1/user/me/two_factor, or " +
        "on the page /settings/security",
    );
  }
}

/** What is read of somebody who may be a superuser. */
export interface SuperuserRow extends PersonRow {
  /** Whether they are a superuser without two-factor sign-in. */
  readonly isBareSuperuser: boolean;
}

/**
 * The same person, who is no superuser as long as they lack the second factor that
 * `SUPERUSER_SECOND_FACTOR` asks of superusers.
 */
export function underSuperuserRule(
  person: Person,
  { isBareSuperuser }: Pick<SuperuserRow, "isBareSuperuser">,
  { superuserSecondFactor }: Pick<Config, "superuserSecondFactor">,
): Person {
  const isBarred = isBareSuperuser && superuserSecondFactor === "required";
  return isBarred ? { ...person, isSuperuser: false, awaitsSecondFactor: true } : person;
}

/**
 * Whether the actor acts as a superuser.
 *
 * @throws {SecondFactorMissing} If they would, had they set two-factor sign-in up.
 */
export function actsAsSuperuser(actor: Principal): boolean {
  if (actor.awaitsSecondFactor) throw new SecondFactorMissing();
  return actor.isSuperuser;
}

/**
 * @throws {SecondFactorMissing} If they are one, but for two-factor sign-in.
 * @throws {Forbidden} If the actor is no superuser.
 */
export function requireSuperuser(
  actor: Principal,
  message = "Only a superuser may do this",
): void {
  if (!actsAsSuperuser(actor)) throw new Forbidden(message);
}
