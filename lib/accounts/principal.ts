import { Forbidden } from "../platform/errors.ts";
import type { Language } from "../talent/types.ts";
import type { ScopeName } from "./permissions.ts";

/**
 * Who acts, within one workspace: a person, or a program by an API key. Every hiring and accounts
 * function takes it first.
 */
export type Principal = Person | Machine;

interface Actor {
  readonly workspaceId: string;
  /** The person's name, or the key's. */
  readonly name: string;
  readonly isSuperuser: boolean;
  /** Whether they become a superuser again by setting two-factor sign-in up. */
  readonly awaitsSecondFactor?: boolean;
  /** The language of the answers; null: as the request asks. */
  readonly language: Language | null;
  /** The tier whose limits hold: the person's own, else the workspace's; null: none. */
  readonly tierId: string | null;
  /** Whether they ask for the headers of an answer alone (HEAD): then they read nothing. */
  readonly isHead?: boolean;
}

/** Somebody who has signed in. What they may do follows from their role. */
export interface Person extends Actor {
  readonly userId: string;
  readonly apiKeyId: null;
  readonly scopes: null;
  readonly role: Role;
}

/** An API key. It may do what its scopes name, and is nobody's account. */
export interface Machine extends Actor {
  readonly userId: null;
  readonly apiKeyId: string;
  readonly scopes: readonly ScopeName[];
  readonly role: null;
  readonly isSuperuser: false;
}

export type Role = "owner" | "recruiter" | "hiring_manager" | "viewer";

/** The same, asking for headers alone: what they are given nothing of is not written down as read. */
export function asHead<Asker extends Principal>(actor: Asker): Asker {
  return { ...actor, isHead: true };
}

/** @throws {Forbidden} If it is an API key that acts, where only a person can. */
export function requirePerson(actor: Principal): asserts actor is Person {
  if (actor.apiKeyId === null) return;
  throw new Forbidden("An API key may not do this: sign in as a person at /api/v1/login");
}
