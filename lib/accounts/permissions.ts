import { Forbidden } from "../platform/errors.ts";
import { type Principal, requirePerson, type Role } from "./principal.ts";
import { requireSuperuser } from "./superuser_rule.ts";

/** What one may do. The same words are the scopes of the API. */
export const PERMISSIONS = [
  "jobs:read",
  "jobs:write",
  "resumes:read",
  "resumes:write",
  "evaluations:read",
  "evaluations:write",
  "candidates:read",
  "candidates:write",
  "decisions:write",
  "letters:write",
  "stages:write",
  "reports:read",
  "feedback:write",
  "usage:read",
  "members:read",
  "members:write",
  "keys:write",
  "webhooks:write",
  "audit:read",
] as const;

export type Permission = typeof PERMISSIONS[number];

const EVERYBODY: readonly Permission[] = [
  "jobs:read",
  "resumes:read",
  "evaluations:read",
  "candidates:read",
  "reports:read",
  "feedback:write",
  "members:read",
];

/** What opens the workspace itself to others; its owners' alone. */
const OWNERS_ONLY: readonly Permission[] = [
  "members:write",
  "keys:write",
  "webhooks:write",
  "audit:read",
];

/** Which role may do what; pages, API and documentation read this table. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: PERMISSIONS,
  recruiter: PERMISSIONS.filter((permission) => !OWNERS_ONLY.includes(permission)),
  hiring_manager: [...EVERYBODY, "evaluations:write", "decisions:write"],
  viewer: EVERYBODY,
};

/**
 * What only a person does: to say who else may come in, to tell candidates what was decided, and to
 * tell us what they think.
 */
const PERSONS_ONLY = ["members:write", "keys:write", "letters:write", "feedback:write"] as const;

/** What an API key may be given. */
export type ScopeName = Exclude<Permission, typeof PERSONS_ONLY[number]>;

export const SCOPES: readonly ScopeName[] = PERMISSIONS.filter(isScope);

/** Whether an API key may be given it. */
export function isScope(permission: Permission): permission is ScopeName {
  return !(PERSONS_ONLY as readonly Permission[]).includes(permission);
}

/** Whether the actor may do it in their workspace. */
export function can(actor: Principal, permission: Permission): boolean {
  return actor.scopes === null
    ? ROLE_PERMISSIONS[actor.role].includes(permission)
    : isScope(permission) && actor.scopes.includes(permission);
}

/** @throws {Forbidden} If the actor may not do it in their workspace. */
export function requirePermission(actor: Principal, permission: Permission): void {
  if (can(actor, permission)) return;
  if (actor.scopes === null) {
    const role = actor.role.replace("_", " ");
    throw new Forbidden(
      `A ${role} may not do this (${permission}): ask an owner of the workspace for another role`,
    );
  }
  throw new Forbidden(
    isScope(permission)
      ? `This API key lacks the scope ${permission}: an owner can give it to the key`
      : `No API key may do this (${permission}): sign in as a person at /api/v1/login`,
  );
}

/**
 * What an operation may ask of its caller: a permission, or to be somebody. A "person" has signed
 * in, whatever their role; a "superuser" operates the installation. An API key is neither.
 * "own_sign_in" is a person as well, also one from whom the workspace takes nothing else before
 * they have set two-factor sign-in up.
 */
export type Access = Permission | "person" | "own_sign_in" | "superuser";

/**
 * @throws {Forbidden} If the actor is not who may do it.
 * @throws {SecondFactorMissing} If they are a superuser who has to set two-factor sign-in up first.
 */
export function requireAccess(actor: Principal, access: Access): void {
  if (access !== "person" && access !== "own_sign_in" && access !== "superuser") {
    return requirePermission(actor, access);
  }
  requirePerson(actor);
  if (access === "superuser") requireSuperuser(actor);
}
