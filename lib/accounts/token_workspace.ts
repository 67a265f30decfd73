import type { Db } from "../platform/database.ts";
import { NotFound, Unauthenticated } from "../platform/errors.ts";
import type { Services } from "../platform/services.ts";
import { type Principal, requirePerson } from "./principal.ts";
import type { Member } from "./sign_in.ts";
import { issueAccessToken, readAccessToken } from "./tokens.ts";

/**
 * Makes a program's sign-in work in another workspace of the actor. Its access tokens for the one
 * before end; its refresh token stays.
 *
 * @param token The access token of the sign-in.
 * @throws {NotFound} If the actor is not in that workspace.
 * @throws {Unauthenticated} If the sign-in has ended meanwhile.
 */
export async function switchTokens(
  actor: Principal,
  { db, config }: Pick<Services, "db" | "config">,
  { token, workspaceId }: { readonly token: string; readonly workspaceId: string },
): Promise<{ readonly accessToken: string; readonly expiresInSeconds: number }> {
  requirePerson(actor);
  const { userId } = actor;
  const { familyId } = await readAccessToken(config, token);
  await memberOf(db, userId, workspaceId);
  const moved = await db.updateTable("tokenFamilies").set({ workspaceId })
    .where("id", "=", familyId).where("userId", "=", userId).where("revokedAt", "is", null)
    .returning("id").executeTakeFirst();
  if (!moved) throw new Unauthenticated("This sign-in has ended: sign in at /api/v1/login");
  return {
    accessToken: await issueAccessToken(config, { userId, workspaceId, familyId }),
    expiresInSeconds: config.accessTokenMinutes * 60,
  };
}

/**
 * A user as a member of one workspace of theirs.
 *
 * @throws {NotFound} If they are not in it.
 */
export async function memberOf(db: Db, userId: string, workspaceId: string): Promise<Member> {
  const member = await db.selectFrom("memberships").select(["userId", "workspaceId"])
    .where("userId", "=", userId).where("workspaceId", "=", workspaceId).executeTakeFirst();
  if (!member) throw new NotFound("There is no such workspace");
  return member;
}
