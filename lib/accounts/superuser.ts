import { z } from "zod";
import { crud } from "../platform/crud.ts";
import type { Db, Trx } from "../platform/database.ts";
import { isUniqueViolation } from "../platform/database.ts";
import { Conflict } from "../platform/errors.ts";
import { hashPassword } from "./passwords.ts";
import { newSecret } from "./secrets.ts";

/** Who the first superuser is to be. */
export interface SuperuserInput {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  /** Undefined: one is made when the user is. */
  readonly password: string | undefined;
  /** The workspace that they own; used when they have none. */
  readonly workspaceName?: string;
}

/** What was found or made; `password` only if it was made up here, to be shown once. */
export interface Superuser {
  readonly userId: string;
  readonly workspaceId: string;
  readonly isNew: boolean;
  readonly password: string | undefined;
}

const Name = z.string().regex(/^[a-z0-9]{2,20}$/);

/**
 * Sees to it that the user exists, is a superuser, and owns a workspace. Run again it changes
 * nothing; the password of a user that exists is left alone.
 *
 * @throws {Conflict} If username and e-mail belong to two different users.
 */
export async function ensureSuperuser(db: Db, input: SuperuserInput): Promise<Superuser> {
  Name.parse(input.username);
  const made = input.password === undefined ? newSecret().slice(0, 20) : undefined;
  const passwordHash = await hashPassword(input.password ?? made ?? "");
  return await db.transaction().execute(async (trx) => {
    const known = await findUser(trx, input);
    const userId = known ?? await insertUser(trx, input, passwordHash);
    if (known) await promote(trx, known);
    const workspaceId = await ownedWorkspace(trx, userId) ??
      await insertWorkspace(trx, userId, input.workspaceName ?? "My company");
    return { userId, workspaceId, isNew: !known, password: known ? undefined : made };
  });
}

async function findUser(trx: Trx, { username, email }: SuperuserInput) {
  const rows = await trx.selectFrom("users").select("id")
    .where((eb) =>
      eb.or([
        eb("username", "=", username),
        eb(eb.fn<string>("lower", ["email"]), "=", email.toLowerCase()),
      ])
    ).forNoKeyUpdate().execute();
  if (rows.length > 1) {
    throw new Conflict(`"${username}" and "${email}" belong to two different users`);
  }
  return rows[0]?.id;
}

async function insertUser(trx: Trx, { name, username, email }: SuperuserInput, hash: string) {
  try {
    const user = { name, username, email, passwordHash: hash, isSuperuser: true };
    return (await crud("users").create(trx, user, { select: ["id"] })).id;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new Conflict(`"${username}" or "${email}" was taken just now: run this again`);
  }
}

async function promote(trx: Trx, userId: string): Promise<void> {
  await trx.updateTable("users").set({ isSuperuser: true, updatedAt: new Date() })
    .where("id", "=", userId).where("isSuperuser", "=", false).execute();
}

async function ownedWorkspace(trx: Trx, userId: string) {
  const row = await trx.selectFrom("memberships").select("workspaceId")
    .where("userId", "=", userId).where("role", "=", "owner")
    .orderBy("createdAt").limit(1).executeTakeFirst();
  return row?.workspaceId;
}

async function insertWorkspace(trx: Trx, userId: string, name: string): Promise<string> {
  const { id } = await crud("workspaces").create(trx, { name }, { select: ["id"] });
  const owner = { workspaceId: id, userId, role: "owner" } as const;
  await crud("memberships").create(trx, owner, { select: ["role"] });
  return id;
}
