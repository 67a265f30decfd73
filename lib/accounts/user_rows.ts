import { z } from "zod";
import type { Db, Trx } from "../platform/database.ts";
import { Id, Instant } from "../platform/input.ts";

/** Somebody with an account; never with the password's hash. */
export const User = z.object({
  id: Id,
  name: z.string(),
  username: z.string(),
  email: z.string(),
  isSuperuser: z.boolean(),
  createdAt: Instant,
  updatedAt: Instant,
});
export type User = z.infer<typeof User>;

const COLUMNS = [
  "id",
  "name",
  "username",
  "email",
  "isSuperuser",
  "createdAt",
  "updatedAt",
] as const;

/** All users, with what `toUser()` shows of them. */
export function selectUsers(db: Db | Trx) {
  return db.selectFrom("users").select(COLUMNS);
}

type UserRow = Awaited<ReturnType<ReturnType<typeof selectUsers>["executeTakeFirstOrThrow"]>>;

export function toUser({ createdAt, updatedAt, ...row }: UserRow): User {
  return { ...row, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
