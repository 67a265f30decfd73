import { Algorithm, hash, verify } from "@node-rs/argon2";
import { availableParallelism } from "node:os";
import { limitConcurrency } from "../platform/concurrency.ts";

/** Argon2id with 19 MiB, two passes, one lane: OWASP's first choice for a busy server. */
const PARAMETERS = {
  // A const enum; its name is not there at run time. 2 is Argon2id.
  algorithm: 2 as Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

// Each hash fills a core and its caches, so more at once only make each of them slower.
const inTurn = limitConcurrency(availableParallelism());

/** The Argon2id hash of a password, in PHC form; made off the event loop. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, PARAMETERS));
}

/** Whether a hash was made with other parameters than those of today. */
export function isOutdated(passwordHash: string): boolean {
  const { memoryCost, timeCost, parallelism } = PARAMETERS;
  return !passwordHash.startsWith(
    `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`,
  );
}

/**
 * Whether the password is the one that was hashed. Without a hash (nobody has that name) the same
 * work is done for nothing, so that time does not tell who exists.
 */
export async function isPassword(password: string, passwordHash: string | undefined) {
  const known = passwordHash ?? await nobodysHash();
  const matches = await inTurn(() => verify(known, password));
  return matches && passwordHash !== undefined;
}

let nobody: Promise<string> | undefined;

function nobodysHash(): Promise<string> {
  return nobody ??= hashPassword(crypto.randomUUID());
}
