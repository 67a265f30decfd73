import { z } from "zod";
import type { Db, Trx } from "../platform/database.ts";
import { Id, Instant } from "../platform/input.ts";
import type { Language } from "../talent/types.ts";

/** Somebody with an account; never with the password's hash. */
export const User = z.object({
  id: Id,
  name: z.string(),
  username: z.string(),
  email: z.string(),
  /** Null: nobody has shown yet that the address is theirs. */
  emailVerifiedAt: Instant.nullable(),
  /** Null: as the browser or the request asks. */
  language: z.enum(["en", "nl"]).nullable(),
  /** Null: the default limit, and no quota. */
  tierId: Id.nullable(),
  isSuperuser: z.boolean(),
  /** Cannot sign in until a superuser says so. */
  isDisabled: z.boolean(),
  isDeleted: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
  deletedAt: Instant.nullable(),
});
export type User = z.infer<typeof User>;

const COLUMNS = [
  "users.id",
  "users.name",
  "users.username",
  "users.email",
  "users.emailVerifiedAt",
  "users.language",
  "users.tierId",
  "users.isSuperuser",
  "users.isDisabled",
  "users.isDeleted",
  "users.createdAt",
  "users.updatedAt",
  "users.deletedAt",
] as const;

/** All users, with what `toUser()` shows of them. */
export function selectUsers(db: Db | Trx) {
  return db.selectFrom("users").select(COLUMNS);
}

type UserRow = Awaited<ReturnType<ReturnType<typeof selectUsers>["executeTakeFirstOrThrow"]>>;

export function toUser(row: UserRow): User {
  return {
    ...row,
    language: row.language as Language | null,
    emailVerifiedAt: row.emailVerifiedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    deletedAt: row.deletedAt?.toISOString() ?? null,
  };
}
