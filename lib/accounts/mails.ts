import { z } from "zod";
import type { Trx } from "../platform/database.ts";
import { enqueue } from "../platform/queue.ts";
import { acrossWorkspaces } from "../platform/workspace_scope.ts";
import type { Language } from "../talent/types.ts";

/** What each kind of mail is told, beside its link; the words are in components/mail. */
export interface MailParams {
  /** Asks whether an address is theirs. */
  verify_email: { readonly name: string };
  /** Tells the old address that another one was asked for. */
  email_change: { readonly name: string };
  reset_password: { readonly name: string };
  password_changed: { readonly name: string };
  two_factor_on: { readonly name: string };
  two_factor_off: { readonly name: string };
  /** A superuser took the second factor away. */
  two_factor_reset: { readonly name: string };
  /** A code of the app came a second time. */
  code_reused: { readonly name: string };
  recovery_codes_renewed: { readonly name: string };
  invitation: { readonly workspace: string; readonly inviter: string };
  account_deleted: { readonly name: string };
  webhook_disabled: { readonly name: string; readonly host: string };
  /** Tells how many people's data will be deleted before long; never whose. */
  retention_warning: {
    readonly name: string;
    readonly workspace: string;
    readonly count: number;
    readonly days: number;
  };
  /** Tells who recruits what a candidate has asked for on their own page; never who asks. */
  candidate_request: {
    readonly name: string;
    readonly workspace: string;
    readonly request: "correction" | "objection" | "access" | "erasure";
    /** The day by which it must be answered, `YYYY-MM-DD`. */
    readonly dueOn: string;
  };
  /** Leads a candidate to the page of what is kept about them; names nobody. */
  candidate_page: { readonly workspace: string; readonly days: number };
}

export type MailKind = keyof MailParams;

/** A mail to be sent after the transaction that asks for it. */
export type NewMail = {
  readonly [Kind in MailKind]: {
    readonly kind: Kind;
    readonly to: string;
    readonly language: Language;
    readonly params: MailParams[Kind];
    /** Whom it is about; it goes when they go. */
    readonly userId: string | null;
    readonly workspaceId: string | null;
    /** The candidate that it is to or about; it goes when they go. */
    readonly candidateId?: string;
    /** A link of `createLink()`, for the kinds that have one. */
    readonly linkId?: string;
  };
}[MailKind];

/** Sends one mail. */
export const SendMailTask = z.object({ mailId: z.string() });
export type SendMailTask = z.infer<typeof SendMailTask>;

/** Writes down a mail that is sent after `trx` commits; returns its id. */
export async function queueMail(trx: Trx, mail: NewMail): Promise<string> {
  const { kind, to, language, params, userId, workspaceId, candidateId, linkId } = mail;
  const values = {
    kind,
    recipient: to,
    language,
    params,
    userId,
    workspaceId,
    candidateId: candidateId ?? null,
    linkId: linkId ?? null,
  };
  const { id } = await acrossWorkspaces(
    "a mail to a user is of no workspace",
    () => trx.insertInto("mails").values(values).returning("id").executeTakeFirstOrThrow(),
  );
  await enqueueSendMail(trx, id);
  return id;
}

/** Asks for a mail to be sent, at once or after a pause. */
export async function enqueueSendMail(trx: Trx, mailId: string, delayMs = 0): Promise<void> {
  await enqueue(trx, { name: "send_mail", payload: { mailId }, workspaceId: null, delayMs });
}
