import { Forbidden } from "../platform/errors.ts";
import type { Principal, Role } from "./principal.ts";

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
  "stages:write",
  "reports:read",
  "feedback:write",
  "usage:read",
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

/** Whether the actor may do it in their workspace. */
export function can(actor: Principal, permission: Permission): boolean {
  return ROLE_PERMISSIONS[actor.role].includes(permission);
}

/** @throws {Forbidden} If the actor may not do it in their workspace. */
export function requirePermission(actor: Principal, permission: Permission): void {
  if (can(actor, permission)) return;
  const role = actor.role.replace("_", " ");
  throw new Forbidden(
    `A ${role} may not do this (${permission}): ask an owner of the workspace for another role`,
  );
}

/**
 * What an operation may ask of its caller: a permission, or to be somebody. A "person" has signed
 * in, whatever their role; a "superuser" operates the installation.
 */
export type Access = Permission | "person" | "superuser";

/** @throws {Forbidden} If the actor is not who may do it. */
export function requireAccess(actor: Principal, access: Access): void {
  if (access === "person") return;
  if (access !== "superuser") return requirePermission(actor, access);
  if (!actor.isSuperuser) throw new Forbidden("Only a superuser may do this");
}
