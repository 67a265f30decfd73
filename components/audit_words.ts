import type { AuditAction } from "../lib/accounts/audit_actions.ts";
import type { AuditEntry, AuditSubject } from "../lib/accounts/audit_entries.ts";
import type { AuditFilter } from "../lib/accounts/audit_log.ts";
import type { CsvCell } from "../lib/hiring/csv.ts";
import { isMessageKey, type Translate } from "../locales/translate.ts";

/** What the form of the audit log holds. */
export interface AuditView extends Pick<AuditFilter, "group" | "from" | "to"> {
  readonly by?: string | undefined;
  readonly on?: string | undefined;
}

/** What was done, in words; as it is written down when another version did it. */
export function sayAction(action: string, t: Translate): string {
  const key = `audit.do.${action}`;
  return isMessageKey(key) ? t(key) : action;
}

/** What candidates do themselves, on their own page; its actor has no account. */
const BY_CANDIDATES: ReadonlySet<string> = new Set<AuditAction>([
  "consent.given",
  "consent.withdrawn",
  "request.made",
  "request.withdrawn",
  "own_page.read",
  "own_page.exported",
]);

/** Who did it: "Olga Smit", or "Nightly upload (API key)". */
export function sayActor({ actor, action }: AuditEntry, t: Translate): string {
  if (BY_CANDIDATES.has(action)) return t("audit.by_candidate");
  if (!actor) return t("audit.somebody_gone");
  return actor.kind === "api_key" ? t("audit.by_key", { name: actor.name }) : actor.name;
}

/** What it was done to; what has no name goes by what it is. */
export function saySubject(subject: AuditSubject, t: Translate): string {
  return subject.name ?? t(`audit.kind_${subject.kind}`);
}

/** The page where that is. */
export function subjectLink({ kind, id }: AuditSubject): string {
  switch (kind) {
    case "resume":
      return `/resumes/${id}`;
    case "candidate":
      return `/candidates/${id}`;
    case "job":
      return `/jobs/${id}`;
    case "stage":
      return "/settings/stages";
    case "api_key":
      return "/settings/keys";
    case "webhook":
      return `/settings/webhooks/${id}`;
    case "member":
      return "/settings/workspace";
  }
}

/** What else was written down: "rows: 12, format: csv". */
export function sayDetails({ details }: AuditEntry, t: Translate): string {
  return Object.entries(details).filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${detailName(name, t)}: ${detailValue(value, t)}`).join(", ");
}

/** A name that this version has no word for as it can be read: "sizeBytes" as "size bytes". */
function detailName(name: string, t: Translate): string {
  const key = `audit.detail.${name}`;
  if (isMessageKey(key)) return t(key);
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll("_", " ");
}

function detailValue(value: unknown, t: Translate): string {
  if (Array.isArray(value)) return value.map((one) => detailValue(one, t)).join(" + ");
  if (typeof value === "boolean") return t(value ? "audit.true" : "audit.false");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The address of the same view as a file, or of a narrower one. */
export function auditPath(path: string, view: AuditView): string {
  const query = new URLSearchParams();
  for (const name of ["group", "by", "on", "from", "to"] as const) {
    const value = view[name];
    if (value) query.set(name, value);
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

/** The rows of a CSV file, the heads first. */
export async function* auditRows(
  entries: AsyncIterable<AuditEntry>,
  t: Translate,
): AsyncGenerator<CsvCell[]> {
  yield [
    t("audit.col_when"),
    t("audit.col_who"),
    t("audit.col_what"),
    t("audit.col_action"),
    t("audit.col_on"),
    t("audit.col_details"),
    t("audit.col_actor_id"),
    t("audit.col_target_id"),
  ];
  for await (const entry of entries) {
    yield [
      entry.createdAt,
      sayActor(entry, t),
      sayAction(entry.action, t),
      entry.action,
      entry.subject && saySubject(entry.subject, t),
      sayDetails(entry, t),
      entry.actor && entry.actor.id,
      entry.targetId,
    ];
  }
}
