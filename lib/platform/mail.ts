import nodemailer, { type SMTPTransportOptions } from "nodemailer";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import type { Config } from "./config.ts";

/** A mail as it is sent: the same in HTML and in plain text. */
export interface Mail {
  /** Names it for good: a server that gets it twice can tell. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Set on what a person wrote: answers go there, and it is not marked as a program's. */
  readonly replyTo?: string;
}

/** Why a mail was not taken. Its message never names the address or what the mail says. */
export class MailError extends Error {
  override readonly name = "MailError";

  /** @param isFinal Whether another try would end the same. */
  constructor(message: string, readonly isFinal: boolean, options?: ErrorOptions) {
    super(message, options);
  }
}

type MailConfig = Pick<Config, "mail" | "publicUrl">;

/**
 * Hands a mail to the server of `SMTP_URL`; without one, writes it as `DATA_DIR/mail/<id>.eml`.
 *
 * @throws {MailError} If the server refuses it or cannot be reached.
 */
export async function sendMail(config: MailConfig, mail: Mail): Promise<void> {
  const message = messageOf(config, mail);
  const { smtpUrl } = config.mail;
  if (smtpUrl === undefined) return await writeMail(config, mail.id, message);
  const transport = nodemailer.createTransport({
    ...TIMEOUTS,
    url: smtpUrl,
    getSocket: connectByName,
  });
  try {
    await transport.sendMail(message);
  } catch (cause) {
    throw toMailError(cause);
  } finally {
    transport.close();
  }
}

/**
 * Connects to the name that stands in the settings: the library would look its address up and
 * connect to that, which this process may not reach.
 */
function connectByName(
  { host = "localhost", port, secure }: SMTPTransportOptions,
  done: (error: Error | null, socket?: { connection: Socket }) => void,
): void {
  const socket = connect({ host, port: Number(port) || (secure ? 465 : 587) });
  socket.setTimeout(TIMEOUTS.connectionTimeout, () => {
    socket.destroy(Object.assign(new Error("Nobody answered in time"), { code: "ETIMEDOUT" }));
  });
  socket.once("error", done);
  socket.once("connect", () => {
    socket.setTimeout(0);
    socket.off("error", done);
    done(null, { connection: socket });
  });
}

const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

function messageOf({ mail: { from }, publicUrl }: MailConfig, mail: Mail) {
  const { id, to, subject, html, text, replyTo } = mail;
  return {
    messageId: `<${id}@${new URL(publicUrl).hostname}>`,
    from,
    // As an object, so that an address with a comma in it stays one address.
    to: { name: "", address: to },
    subject,
    html,
    text,
    ...(replyTo === undefined
      ? { headers: { "auto-submitted": "auto-generated" } }
      : { replyTo: { name: "", address: replyTo } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function writeMail(
  { mail: { folder } }: MailConfig,
  id: string,
  message: ReturnType<typeof messageOf>,
): Promise<void> {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true });
  const { message: written } = await transport.sendMail(message);
  await Deno.mkdir(folder, { recursive: true, mode: 0o700 });
  // It holds links that open accounts, so it is for nobody but this user.
  await Deno.writeFile(mailFile(folder, id), written as Uint8Array, { mode: 0o600 });
}

/** Removes the file of a mail that was written; no error when there is none. */
export async function removeWrittenMail(config: Pick<Config, "mail">, id: string): Promise<void> {
  await Deno.remove(mailFile(config.mail.folder, id)).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  });
}

function mailFile(folder: string, id: string): string {
  return join(folder, `${id}.eml`);
}

const MAX_FAILURES = 9;
const LONGEST_PAUSE_MS = 6 * 3_600_000;

/**
 * How long to wait before a mail is tried again: 2 s, 8 s, 32 s and so on, with the first as
 * TASK_RETRY_SECONDS says, for about a day; null when it is to be given up.
 *
 * @param failures How often it was tried in vain, this time included.
 */
export function pauseBeforeRetry(
  error: MailError,
  failures: number,
  firstPauseMs: number,
): number | null {
  if (error.isFinal || failures > MAX_FAILURES) return null;
  return Math.min(LONGEST_PAUSE_MS, firstPauseMs * 4 ** (failures - 1));
}

/** The server's own words may name the address; its code says enough. */
function toMailError(cause: unknown): MailError {
  const { responseCode, code } = cause as { responseCode?: number; code?: string };
  if (responseCode !== undefined) {
    // A wrong password of ours (EAUTH) is put right by who runs the product, not by the mail.
    const isFinal = responseCode >= 500 && code !== "EAUTH";
    return new MailError(`The mail server answered ${responseCode}`, isFinal);
  }
  return new MailError(`The mail server cannot be reached (${code ?? "unknown"})`, false);
}
