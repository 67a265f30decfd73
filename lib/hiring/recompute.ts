import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { canonicalJson } from "../platform/canonical_json.ts";
import type { Db } from "../platform/database.ts";
import { Id } from "../platform/input.ts";
import { escapePointer } from "../platform/json_body.ts";
import { toSnakeKeys } from "../platform/snake_case.ts";
import { evaluate } from "../talent/evaluate.ts";
import { engineIdentity, Sha256, sha256 } from "./engine_identity.ts";
import { noEvaluation, selectNamedOverrides } from "./evaluations.ts";
import {
  contentOf,
  inputOf,
  readContent,
  type ReceiptContent,
  writeContent,
} from "./receipt_content.ts";
import { heldScore, noReceipt } from "./receipts.ts";
import { withheldConflict } from "./withheld.ts";

/** A place where what is stored is not what comes out today. */
export const Difference = z.object({
  /** As RFC 6901 writes it, in what was compared. */
  pointer: z.string(),
  /** As JSON, the beginning of it; null where there is nothing. */
  stored: z.string().nullable(),
  computed: z.string().nullable(),
}).meta({ id: "Difference" });
export type Difference = z.infer<typeof Difference>;

/** What came of computing an evaluation again. */
export const Recomputation = z.object({
  evaluationId: Id,
  resumeId: Id,
  jobId: Id,
  /**
   * `equal`: the same bytes. `different`: the same engine, and other bytes, so that something is
   * wrong. `other_engine`: an engine of another version judged, which may differ.
   */
  outcome: z.enum(["equal", "different", "other_engine"]),
  /** The engine of the evaluation, and that of now. */
  storedEngine: z.string(),
  engine: z.string(),
  /** Of all that was compared, as canonical JSON (RFC 8785). */
  storedSha256: Sha256,
  computedSha256: Sha256,
  /** Where they differ, the first hundred. */
  differences: z.array(Difference),
}).meta({ id: "Recomputation" });
export type Recomputation = z.infer<typeof Recomputation>;

/** The most places that are told. */
const MAX_DIFFERENCES = 100;

/** How much of a value is told. */
const MAX_TOLD = 200;

/**
 * Judges a stored résumé again by what its receipt says it was judged by, and compares all that
 * comes of it with all that is stored, byte for byte. Nothing is changed; who asks is written down.
 *
 * @throws {NotFound} If there is no such evaluation in the workspace.
 * @throws {Conflict} If it was made before receipts were kept, or its person objects to it.
 */
export async function recompute(
  actor: Principal,
  db: Db,
  evaluationId: string,
): Promise<Recomputation> {
  requirePermission(actor, "evaluations:read");
  const [row] = await selectStored(db).where("evaluations.id", "=", evaluationId)
    .where("evaluations.workspaceId", "=", actor.workspaceId).execute();
  if (!row) throw noEvaluation(evaluationId);
  if (row.isWithheld) throw withheldConflict();
  if (row.content === null) throw noReceipt();
  const { jobId, resumeId } = row;
  const [overrides] = await Promise.all([
    selectNamedOverrides(db, [resumeId]),
    audit(db, actor, "evaluation.read", evaluationId, { recomputed: true }, { jobId, resumeId }),
  ]);
  return compare({ ...row, content: row.content }, overrides);
}

/** What came of one of many; null where there is no receipt to hold it against. */
export interface Recomputed {
  readonly evaluationId: string;
  readonly recomputation: Recomputation | null;
}

/** How many are in memory at once. */
const PART = 20;

/**
 * Computes all evaluations of all workspaces again, or those that are named: for who operates the
 * installation. Read part by part, so that memory does not grow with their number.
 *
 * @param only Ids; all without it.
 */
export async function* recomputeEach(
  db: Db,
  only: readonly string[] | null,
): AsyncGenerator<Recomputed> {
  let last: string | undefined;
  for (;;) {
    // What is withheld comes back when it is judged by it again.
    let query = selectStored(db).where("evaluations.withheld", "is", null);
    if (only) query = query.where("evaluations.id", "in", [...only]);
    if (last) query = query.where("evaluations.id", ">", last);
    const rows = await query.orderBy("evaluations.id").limit(PART).execute();
    const overrides = await selectNamedOverrides(db, rows.map(({ resumeId }) => resumeId));
    for (const { content, ...row } of rows) {
      const own = overrides.filter(({ resumeId }) => resumeId === row.resumeId);
      const recomputation = content === null ? null : compare({ ...row, content }, own);
      yield { evaluationId: row.id, recomputation };
    }
    last = rows.at(-1)?.id;
    if (rows.length < PART) return;
  }
}

/** How many evaluations there are, without those that are withheld. */
export async function countEvaluations(db: Db): Promise<number> {
  const { count } = await db.selectFrom("evaluations").where("withheld", "is", null)
    .select((eb) => eb.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  return count;
}

function selectStored(db: Db) {
  return db.selectFrom("evaluations")
    .innerJoin("resumes", "resumes.id", "evaluations.resumeId")
    .leftJoin("receipts", "receipts.evaluationId", "evaluations.id")
    .select(["evaluations.id", "evaluations.resumeId", "evaluations.jobId"])
    .select(["evaluations.matches", "evaluations.headline", "evaluations.flags"])
    .select("evaluations.likeness")
    .select(["evaluations.score", "evaluations.rawScore", "evaluations.grade"])
    .select(["evaluations.requiredMet", "evaluations.requiredTotal"])
    .select(["evaluations.engineScore", "evaluations.engineGrade"])
    .select((eb) => eb("evaluations.withheld", "is not", null).as("isWithheld"))
    .select(["resumes.text", "receipts.content"]);
}

type StoredRow = Awaited<ReturnType<ReturnType<typeof selectStored>["execute"]>>[number];

function compare(
  row: StoredRow & { readonly content: string },
  overrides: Awaited<ReturnType<typeof selectNamedOverrides>>,
): Recomputation {
  const content = readContent(row.content);
  const { score, rawScore, grade, requiredMet, requiredTotal, flags, headline } = row;
  const { engineScore, engineGrade, matches, likeness } = row;
  const stored = {
    receipt: row.content,
    evaluation: { matches, likeness, headline, engineScore, engineGrade },
    holds: { score, rawScore, grade, requiredMet, requiredTotal, flags },
  };
  const computed = computeAgain(content, row.text ?? "", overrides);
  const [before, after] = [write(stored), write(computed)];
  const isSameEngine = canonicalJson(content.engine) === canonicalJson(engineIdentity());
  return {
    evaluationId: row.id,
    resumeId: row.resumeId,
    jobId: row.jobId,
    outcome: before === after ? "equal" : isSameEngine ? "different" : "other_engine",
    storedEngine: content.engine.version,
    engine: engineIdentity().version,
    storedSha256: sha256(before),
    computedSha256: sha256(after),
    differences: before === after ? [] : findDifferences(JSON.parse(before), JSON.parse(after)),
  };
}

/** What is compared. */
interface Compared {
  /** The receipt's content as it is written. */
  readonly receipt: string;
  /** What the engine said. */
  readonly evaluation: unknown;
  /** What holds after a person's verdicts. */
  readonly holds: unknown;
}

/** The bytes that are compared; of the receipt they are taken as they are kept. */
function write({ receipt, evaluation, holds }: Compared): string {
  const [said, held] = [evaluation, holds].map((one) => canonicalJson(toSnakeKeys(one)));
  return `{"evaluation":${said},"holds":${held},"receipt":${receipt}}`;
}

function computeAgain(
  content: ReceiptContent,
  text: string,
  overrides: Awaited<ReturnType<typeof selectNamedOverrides>>,
): Compared {
  const input = inputOf(content, text);
  const evaluation = evaluate(input);
  const { matches, likeness, headline, score, grade } = evaluation;
  const again = contentOf(input, evaluation);
  return {
    receipt: writeContent(again),
    evaluation: { matches, likeness, headline, engineScore: score, engineGrade: grade },
    holds: heldScore(again, matches, evaluation.flags, overrides),
  };
}

/** Walks two JSON values at once, to the first values in them that differ. */
export function findDifferences(stored: unknown, computed: unknown): Difference[] {
  const found: Difference[] = [];
  const walk = (before: unknown, after: unknown, pointer: string): void => {
    if (found.length >= MAX_DIFFERENCES) return;
    const names = namesOf(before, after);
    if (names) {
      for (const name of names) {
        walk(itemOf(before, name), itemOf(after, name), `${pointer}/${escapePointer(name)}`);
      }
    } else if (tell(before) !== tell(after)) {
      found.push({ pointer, stored: shorten(tell(before)), computed: shorten(tell(after)) });
    }
  };
  walk(stored, computed, "");
  return found;
}

/** The names of what is in both values, if both are objects or both lists. */
function namesOf(before: unknown, after: unknown): string[] | null {
  if (Array.isArray(before) !== Array.isArray(after)) return null;
  if (!isObject(before) || !isObject(after)) return null;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])];
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function itemOf(value: unknown, name: string): unknown {
  return Object.hasOwn(value as object, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function tell(value: unknown): string | null {
  return value === undefined ? null : canonicalJson(value);
}

function shorten(told: string | null): string | null {
  if (told === null || told.length <= MAX_TOLD) return told;
  return `${told.slice(0, MAX_TOLD).toWellFormed()}…`;
}
