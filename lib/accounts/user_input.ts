import { z } from "zod";
import { Conflict } from "../platform/errors.ts";
import { isUniqueViolation } from "../platform/database.ts";
import { text } from "../platform/input.ts";

/** Names that read like a part of the API or the site, or like who runs it. */
export const RESERVED_USERNAMES: ReadonlySet<string> = new Set([
  ..."me user users tier tiers task tasks ranking rankings job jobs resume resumes".split(" "),
  ..."candidate candidates evaluation evaluations workspace workspaces member members".split(" "),
  ..."invitation invitations key keys webhook webhooks usage audit report reports".split(" "),
  ..."login logout refresh signin signout signup register settings account accounts".split(" "),
  ..."api docs redoc openapi health static assets problems mail mails feedback".split(" "),
  ..."admin admins administrator superuser superusers root sudo system sysadmin operator".split(
    " ",
  ),
  ..."owner staff moderator support help helpdesk security privacy legal billing".split(" "),
  ..."webmaster hostmaster postmaster abuse noreply info nobody anonymous anyone".split(" "),
  ..."everyone everybody all null undefined none true false talent talentcopilot".split(" "),
]);

/** A username that somebody may take. */
export const Username = z.string("must be a text")
  .regex(/^[a-z0-9]{2,20}$/, "must be 2 to 20 lower-case letters and digits")
  .refine((name) => !RESERVED_USERNAMES.has(name), "is reserved: choose another one");

/** The name that others see. */
export const PersonName = text(2, 30);

export const Email = text(3, 254).pipe(z.email("must be an e-mail address"));

export const WorkspaceName = text(1, 255);

/** A username or an address that somebody else has, or had before their account was deleted. */
export class Taken extends Conflict {
  constructor(readonly field: "username" | "email", options?: ErrorOptions) {
    super(
      field === "username"
        ? "This username is not available: choose another one"
        : "This e-mail address belongs to an account: sign in, or give another one",
      options,
    );
  }
}

/** What a violated constraint of `users` means; any other error stays what it is. */
export function asTaken(error: unknown): unknown {
  if (isUniqueViolation(error, "users_username_key")) {
    return new Taken("username", { cause: error });
  }
  if (isUniqueViolation(error, "users_email_key")) return new Taken("email", { cause: error });
  return error;
}
