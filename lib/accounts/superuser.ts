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
 * Makes the first superuser of an installation, with a workspace of their own. Where there is a
 * superuser it changes nothing, whoever that is. It never promotes: an account that happens to
 * have the name or the address was made by somebody else.
 *
 * @returns Undefined when there is a superuser.
 * @throws {Conflict} If there is none, and the username or the e-mail is that of another account.
 */
export async function ensureFirstSuperuser(
  db: Db,
  input: SuperuserInput,
): Promise<Superuser | undefined> {
  Name.parse(input.username);
  if (await hasSuperuser(db)) return undefined;
  const secret = await passwordFor(input);
  return await db.transaction().execute(async (trx) => {
    const taken = await findUsers(trx, input);
    if (taken.length > 0) {
      throw new Conflict(
        `There is no superuser, and "${input.username}" or "${input.email}" is an account ` +
          "without that right: promote it by `deno task create_superuser`, or set " +
          "ADMIN_USERNAME and ADMIN_EMAIL to those of nobody",
      );
    }
    return await makeSuperuser(trx, input, secret);
  });
}

/**
 * Makes a superuser with a workspace of their own, or promotes the user who has exactly this name
 * and this e-mail address. Run again it changes nothing; the password of a user that exists is
 * left alone.
 *
 * @throws {Conflict} If username and e-mail are not those of one and the same user.
 */
export async function ensureSuperuser(db: Db, input: SuperuserInput): Promise<Superuser> {
  Name.parse(input.username);
  const secret = await passwordFor(input);
  return await db.transaction().execute(async (trx) => {
    const known = theOne(await findUsers(trx, input), input);
    if (!known) return await makeSuperuser(trx, input, secret);
    await promote(trx, known.id);
    const workspaceId = await ownedWorkspace(trx, known.id) ??
      await insertWorkspace(trx, known.id, input.workspaceName);
    return { userId: known.id, workspaceId, isNew: false, password: undefined };
  });
}

interface Secret {
  readonly hash: string;
  /** Undefined when it was given. */
  readonly made: string | undefined;
}

async function passwordFor({ password }: SuperuserInput): Promise<Secret> {
  const made = password === undefined ? newSecret().slice(0, 20) : undefined;
  return { hash: await hashPassword(password ?? made ?? ""), made };
}

async function hasSuperuser(db: Db): Promise<boolean> {
  const row = await db.selectFrom("users").select("id")
    .where("isSuperuser", "=", true).where("isDeleted", "=", false)
    .limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Everybody who has the name or the address. */
function findUsers(trx: Trx, { username, email }: SuperuserInput) {
  return trx.selectFrom("users").select(["id", "username", "email", "isDeleted"])
    .where((eb) =>
      eb.or([
        eb("username", "=", username),
        eb(eb.fn<string>("lower", ["email"]), "=", email.toLowerCase()),
      ])
    ).forNoKeyUpdate().execute();
}

type Found = Awaited<ReturnType<typeof findUsers>>;

/** The one user who has both; nobody when name and address are free. */
function theOne(found: Found, { username, email }: SuperuserInput): Found[number] | undefined {
  const [first, ...others] = found;
  if (!first) return undefined;
  if (others.length > 0) {
    throw new Conflict(`"${username}" and "${email}" belong to two different users`);
  }
  if (first.username !== username) {
    throw new Conflict(
      `"${email}" is the address of another user than "${username}": nobody was promoted. ` +
        "Give the username that belongs to it, or another address for a new user",
    );
  }
  if (first.email.toLowerCase() !== email.toLowerCase()) {
    throw new Conflict(
      `The user "${username}" has another e-mail address than "${email}": nobody was promoted. ` +
        "Give theirs by --email",
    );
  }
  if (first.isDeleted) throw new Conflict(`The account "${username}" was deleted by its owner`);
  return first;
}

async function makeSuperuser(
  trx: Trx,
  input: SuperuserInput,
  { hash, made }: Secret,
): Promise<Superuser> {
  const userId = await insertUser(trx, input, hash);
  const workspaceId = await insertWorkspace(trx, userId, input.workspaceName);
  return { userId, workspaceId, isNew: true, password: made };
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

async function insertWorkspace(
  trx: Trx,
  userId: string,
  name = "My company",
): Promise<string> {
  const { id } = await crud("workspaces").create(trx, { name }, { select: ["id"] });
  const owner = { workspaceId: id, userId, role: "owner" } as const;
  await crud("memberships").create(trx, owner, { select: ["role"] });
  return id;
}
