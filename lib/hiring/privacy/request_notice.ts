import { sql } from "kysely";
import { queueMail } from "../../accounts/mails.ts";
import { recruitersOf } from "../../accounts/recruiters.ts";
import type { Trx } from "../../platform/database.ts";
import type { RequestKind } from "./candidate_requests.ts";

/** A request as the mail about it tells it. */
export interface NewRequest {
  readonly workspaceId: string;
  readonly personId: string;
  readonly kind: RequestKind;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
}

/**
 * Mails everybody who may decide that a candidate has asked for something, with the link to the
 * person. Who takes a request back and makes it again is told of once a day. A sandbox sends no mail.
 */
export async function mailRequest(
  trx: Trx,
  { workspaceId, personId, kind, dueOn }: NewRequest,
): Promise<void> {
  const { name: workspace, sandboxOf } = await trx.selectFrom("workspaces")
    .select(["name", "sandboxOf"]).where("id", "=", workspaceId).executeTakeFirstOrThrow();
  if (sandboxOf !== null || await isTold(trx, personId, kind)) return;
  for (const { userId, name, email, language } of await recruitersOf(trx, workspaceId)) {
    await queueMail(trx, {
      kind: "candidate_request",
      to: email,
      language,
      params: { name, workspace, request: kind, dueOn },
      userId,
      workspaceId,
      candidateId: personId,
    });
  }
}

async function isTold(trx: Trx, personId: string, kind: RequestKind): Promise<boolean> {
  const mail = await trx.selectFrom("mails").select("id").where("candidateId", "=", personId)
    .where("kind", "=", "candidate_request")
    .where(sql<string>`params ->> 'request'`, "=", kind)
    .where("createdAt", ">", sql<Date>`now() - interval '1 day'`).limit(1).executeTakeFirst();
  return mail !== undefined;
}
