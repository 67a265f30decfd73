import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import type { Db } from "../platform/database.ts";
import { Conflict } from "../platform/errors.ts";
import { Id, Instant } from "../platform/input.ts";
import type { Flag as FlagName, Match } from "../talent/types.ts";
import { Sha256, sha256 } from "./engine_identity.ts";
import { noEvaluation, selectNamedOverrides } from "./evaluations.ts";
import {
  likenessIn,
  readContent,
  ReceiptContent,
  ReceiptSum,
  receiptSum,
} from "./receipt_content.ts";
import type { JobRequirement } from "./requirement_rows.ts";
import { Flag, Verdict } from "./states.ts";
import { applyOverrides, holds, rescore } from "./verdicts.ts";
import { withheldConflict } from "./withheld.ts";

/** A person's verdict in place of the engine's, and why. */
const ReceiptOverride = z.object({
  id: Id,
  requirementId: Id,
  from: Verdict,
  to: Verdict,
  reason: z.string(),
  /** Null when that user is gone. */
  userName: z.string().nullable(),
  createdAt: Instant,
});

/** What the score of one résumé is made of, from the text to the last override. */
export const Receipt = z.object({
  evaluationId: Id,
  resumeId: Id,
  jobId: Id,
  content: ReceiptContent,
  /** Of the content as canonical JSON (RFC 8785). */
  contentSha256: Sha256,
  overrides: z.array(ReceiptOverride),
  /** The sum with the overrides in it; the same as the content's without any. */
  holds: z.object({ sum: ReceiptSum, flags: z.array(Flag) }),
}).meta({ id: "Receipt" });
export type Receipt = z.infer<typeof Receipt>;

/** An evaluation and its receipt as they are stored. */
export interface StoredReceipt {
  readonly id: string;
  readonly resumeId: string;
  readonly jobId: string;
  readonly matches: readonly Match[];
  readonly content: string;
}

type NamedOverrides = Awaited<ReturnType<typeof selectNamedOverrides>>;

/**
 * The receipt of an evaluation. Who reads it is written down.
 *
 * @throws {NotFound} If there is no such evaluation in the workspace.
 * @throws {Conflict} If it was made before receipts were kept, or its person objects to it.
 */
export async function getReceipt(
  actor: Principal,
  db: Db,
  evaluationId: string,
): Promise<Receipt> {
  requirePermission(actor, "evaluations:read");
  const row = await db.selectFrom("evaluations")
    .leftJoin("receipts", "receipts.evaluationId", "evaluations.id")
    .select(["evaluations.id", "evaluations.resumeId", "evaluations.jobId"])
    .select(["evaluations.matches", "evaluations.withheld", "receipts.content"])
    .where("evaluations.id", "=", evaluationId)
    .where("evaluations.workspaceId", "=", actor.workspaceId).executeTakeFirst();
  if (!row) throw noEvaluation(evaluationId);
  const { content, resumeId, jobId } = row;
  if (row.withheld !== null) throw withheldConflict();
  if (content === null) throw noReceipt();
  const [overrides] = await Promise.all([
    selectNamedOverrides(db, [resumeId]),
    audit(db, actor, "evaluation.read", evaluationId, { receipt: true }, { jobId, resumeId }),
  ]);
  return toReceipt({ ...row, matches: row.matches as Match[], content }, overrides);
}

export function noReceipt(): Conflict {
  return new Conflict(
    "This résumé was judged before receipts were kept: change a requirement to have it judged anew",
  );
}

function toReceipt(row: StoredReceipt, overrides: NamedOverrides): Receipt {
  const content = readContent(row.content);
  const held = overridesOf(content, overrides);
  const { requirements, weights } = content.input;
  const likeness = likenessIn(content.sum);
  const byRequirement = new Map(held.map((one) => [one.requirementId, one]));
  return {
    evaluationId: row.id,
    resumeId: row.resumeId,
    jobId: row.jobId,
    content,
    contentSha256: sha256(row.content),
    overrides: held.map((one) => ({
      id: one.id,
      requirementId: one.requirementId,
      from: engineVerdict(row.matches, one.requirementId),
      to: one.verdict,
      reason: one.reason,
      userName: one.userName,
      createdAt: one.createdAt.toISOString(),
    })),
    holds: {
      sum: receiptSum(requirements, { matches: row.matches, likeness }, weights, byRequirement),
      flags: heldScore(content, row.matches, content.flags, overrides).flags,
    },
  };
}

/** The overrides that are about a requirement as it was when it was judged, in its order. */
function overridesOf({ input }: ReceiptContent, overrides: NamedOverrides) {
  return input.requirements.flatMap((requirement) => {
    const held = overrides.find((one) => holds(one, withSource(requirement)));
    return held ? [held] : [];
  });
}

/** What a score and its remarks are by a receipt's requirements, with the overrides in them. */
export function heldScore(
  { input, sum }: ReceiptContent,
  matches: readonly Match[],
  flags: readonly FlagName[],
  overrides: Parameters<typeof applyOverrides>[2],
) {
  const effective = applyOverrides(input.requirements.map(withSource), matches, overrides);
  return rescore(effective, input.weights, flags, likenessIn(sum)?.percent ?? null);
}

function withSource(
  { metric, ...one }: ReceiptContent["input"]["requirements"][number],
): JobRequirement {
  return { ...one, metric: metric ?? null, source: null };
}

function engineVerdict(matches: readonly Match[], requirementId: string) {
  return matches.find((one) => one.requirementId === requirementId)?.verdict ?? "NO";
}

/** What a receipt says of the engine and of what it was given, without the sum. */
export interface ReceiptFacts {
  readonly engine: string;
  readonly lexiconSha256: string;
  readonly settingsSha256: string;
  readonly textSha256: string;
  readonly requirementsSha256: string;
}

/** The facts of a résumé's receipt; null where it has none. */
export async function findReceiptFacts(
  actor: Principal,
  db: Db,
  resumeId: string,
): Promise<ReceiptFacts | null> {
  requirePermission(actor, "evaluations:read");
  const row = await db.selectFrom("receipts")
    .innerJoin("evaluations", "evaluations.id", "receipts.evaluationId").select("content")
    .where("evaluations.resumeId", "=", resumeId).where("evaluations.withheld", "is", null)
    .where("evaluations.workspaceId", "=", actor.workspaceId).executeTakeFirst();
  if (!row) return null;
  const { engine, input } = readContent(row.content);
  return {
    engine: engine.version,
    lexiconSha256: engine.lexiconSha256,
    settingsSha256: engine.settingsSha256,
    textSha256: input.textSha256,
    requirementsSha256: input.requirementsSha256,
  };
}
