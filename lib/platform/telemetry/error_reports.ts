import type { LogRecord, Sink } from "@logtape/logtape";
import type { ErrorEvent } from "@sentry/deno";

/** How long the end of a process waits for what is still to be sent. */
const FLUSH_MS = 2000;

/** Sends what is logged as an error, until it is disposed of. */
export type ErrorReports = Sink & AsyncDisposable;

/**
 * Opens error reporting to a server that speaks Sentry's protocol.
 *
 * What was logged is told with the kind of the error, where it was thrown, and ids. Its message is
 * not: a message may quote what somebody wrote. The log on this machine has it, by `request_id`.
 *
 * @param dsn Of the project, with its public key.
 */
export async function openErrorReports(
  dsn: string,
  environment: string,
): Promise<ErrorReports> {
  const sentry = await import("@sentry/deno");
  sentry.init({
    dsn,
    environment,
    defaultIntegrations: false,
    sendDefaultPii: false,
    skipOpenTelemetrySetup: true, // the runtime's own stays in its place
    beforeSend: withoutWords,
  });
  const send = (record: LogRecord) => {
    if (record.level !== "error" && record.level !== "fatal") return;
    const { properties, rawMessage, category } = record;
    const error = Object.values(properties).find((value) => value instanceof Error);
    const tags = { part: category.at(-1) ?? "", ...idsIn(properties) };
    // The words of the call, before what stands in them is put in.
    const extra = { logged: typeof rawMessage === "string" ? rawMessage : rawMessage.join("{}") };
    sentry.captureException(error ?? new Error("Logged without an error"), { tags, extra });
  };
  return Object.assign(send, {
    async [Symbol.asyncDispose]() {
      await sentry.close(FLUSH_MS);
    },
  });
}

const IDS = ["requestId", "workspaceId", "principal", "id", "name", "resumeId"] as const;
const AN_ID = /^[\w:-]{1,64}$/;

function idsIn(properties: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(IDS.flatMap((name) => {
    const value = properties[name];
    return typeof value === "string" && AN_ID.test(value) ? [[name, value]] : [];
  }));
}

function withoutWords(event: ErrorEvent): ErrorEvent {
  for (const one of event.exception?.values ?? []) one.value = "";
  delete event.request;
  delete event.user;
  delete event.breadcrumbs;
  delete event.server_name;
  return event;
}
