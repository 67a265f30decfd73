import { z } from "zod";
import type { Db, Trx } from "../platform/database.ts";
import { Forbidden, InvalidInput, NotFound } from "../platform/errors.ts";
import type { Repeat } from "../platform/idempotency.ts";
import type { Services } from "../platform/services.ts";
import type { Language } from "../talent/types.ts";
import { type Account, readAccount } from "./accounts.ts";
import { audit } from "./audit.ts";
import { sendVerification } from "./email_verification.ts";
import { joinByInvitation } from "./invitation_answers.ts";
import { findLink, MAX_LINK_TOKEN, takeLink } from "./mail_links.ts";
import { NewPassword } from "./password_rules.ts";
import { hashPassword } from "./passwords.ts";
import type { Principal } from "./principal.ts";
import { selectPerson, toPerson } from "./principals.ts";
import { actsAsSuperuser } from "./superuser_rule.ts";
import { recordFailure, requestSubject, requirePatience } from "./throttle.ts";
import { asTaken, Email, PersonName, Username, WorkspaceName } from "./user_input.ts";
import { insertWorkspace } from "./workspaces.ts";

/** What makes an account. */
export const RegistrationInput = z.strictObject({
  name: PersonName,
  username: Username,
  email: Email,
  password: NewPassword,
  /** The workspace that comes with it; default: the person's name. Not with an invitation. */
  workspaceName: WorkspaceName.optional(),
  /** The secret at the end of an invitation's link; the account joins its workspace. */
  invitation: z.string().min(1, "must not be empty").max(MAX_LINK_TOKEN).optional(),
});
export type RegistrationInput = z.infer<typeof RegistrationInput>;

/** Who asks, as far as the server can see. */
export interface Registering {
  /** Who is signed in; superusers make accounts for others. */
  readonly by: Principal | undefined;
  /** The address of the client, as the server sees it. */
  readonly address: string;
  /** The language of the first mail. */
  readonly language: Language;
  /** With a call that can be repeated: the account has its id, by which a repetition finds it. */
  readonly repeat?: Repeat | undefined;
}

/**
 * Makes an account, with a workspace of its own or in the one that it is invited to. The address is
 * asked for by mail; who comes by an invitation has shown already that it is theirs. A call that
 * was made before and not answered is answered with the account that it made.
 *
 * @throws {Forbidden} If `REGISTRATION` is not open for them.
 * @throws {NotFound} If the invitation works no more.
 * @throws {InvalidInput} If the invitation is for another address.
 * @throws {Taken} If somebody has the username or the address, or had it and was deleted.
 * @throws {TooManyRequests} If too many were asked for from that network.
 */
export async function register(
  { db, config }: Pick<Services, "db" | "config">,
  input: RegistrationInput,
  { by, address, language, repeat }: Registering,
): Promise<Account> {
  const callId = await repeat?.id();
  const wasMade = callId !== undefined && await hasUser(db, callId);
  if (wasMade && repeat?.isResumed) return await readAccount(db, callId);
  const isForSomebody = by !== undefined && actsAsSuperuser(by);
  if (!isForSomebody) {
    requireOpen(config.registration, input.invitation !== undefined);
    const subjects = [await requestSubject("registration", address)];
    await requirePatience(db, subjects, "registrations");
    await recordFailure(db, subjects);
  }
  // Looked at first, so that a made-up invitation costs no hash.
  if (input.invitation && !await findLink(db, "invitation", input.invitation)) throw noInvitation();
  const passwordHash = await hashPassword(input.password);
  try {
    return await db.transaction().execute(async (trx) => {
      const userId = await insertUser(trx, input, {
        passwordHash,
        language: by ? null : language,
        // A key that is used anew after its day makes an account as any other call does.
        ...(callId === undefined || wasMade ? {} : { id: callId }),
      });
      const workspaceId = input.invitation === undefined
        ? await insertWorkspace(trx, input.workspaceName ?? input.name, userId)
        : await acceptAsNew(trx, input.invitation, { userId, email: input.email });
      const user = { id: userId, name: input.name, language };
      if (input.invitation === undefined) await sendVerification(trx, config, user, input.email);
      const row = await selectPerson(trx, userId, workspaceId).executeTakeFirstOrThrow();
      await audit(trx, toPerson(row), "user.registered", userId, by ? { by: by.userId } : {});
      return await readAccount(trx, userId);
    });
  } catch (error) {
    throw asTaken(error);
  }
}

function requireOpen(mode: "open" | "invite" | "closed", isInvited: boolean): void {
  if (mode === "closed") {
    throw new Forbidden("Nobody can register here: ask who runs Talent Copilot for an account");
  }
  if (mode === "invite" && !isInvited) {
    throw new Forbidden("Registration is by invitation: ask an owner of a workspace for one");
  }
}

async function hasUser(db: Db, id: string): Promise<boolean> {
  return await db.selectFrom("users").select("id").where("id", "=", id).executeTakeFirst() !==
    undefined;
}

async function insertUser(
  trx: Trx,
  { name, username, email }: RegistrationInput,
  more: {
    readonly id?: string;
    readonly passwordHash: string;
    readonly language: Language | null;
  },
): Promise<string> {
  const { id } = await trx.insertInto("users").values({ name, username, email, ...more })
    .returning("id").executeTakeFirstOrThrow();
  return id;
}

async function acceptAsNew(
  trx: Trx,
  token: string,
  { userId, email }: { readonly userId: string; readonly email: string },
): Promise<string> {
  const link = await takeLink(trx, "invitation", token);
  if (!link?.invitationId) throw noInvitation();
  if (link.email.toLowerCase() !== email.toLowerCase()) {
    throw new InvalidInput("The invitation is for another address", [
      { pointer: "/email", detail: "must be the address that the invitation was sent to" },
    ]);
  }
  await trx.updateTable("users").set({ emailVerifiedAt: new Date() })
    .where("id", "=", userId).execute();
  return await joinByInvitation(trx, link.invitationId, userId);
}

function noInvitation(): NotFound {
  return new NotFound("This invitation works no more: ask for another one");
}
