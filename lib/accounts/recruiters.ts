import type { Trx } from "../platform/database.ts";
import type { Language } from "../talent/types.ts";

/** Somebody who may decide about candidates. */
export interface Recruiter {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Those of a workspace who may decide about candidates and can sign in, each once. */
export async function recruitersOf(trx: Trx, workspaceId: string): Promise<Recruiter[]> {
  const people = await trx.selectFrom("memberships")
    .innerJoin("users", "users.id", "memberships.userId")
    .select(["users.id as userId", "users.name", "users.email", "users.language"])
    .where("workspaceId", "=", workspaceId).where("role", "in", ["owner", "recruiter"])
    .where("users.isDeleted", "=", false).where("users.isDisabled", "=", false)
    .orderBy("users.id").execute();
  // What the column's check admits.
  return people.map((one) => ({ ...one, language: (one.language ?? "en") as Language }));
}
