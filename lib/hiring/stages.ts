import { sql } from "kysely";
import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { crud } from "../platform/crud.ts";
import type { Db, Trx } from "../platform/database.ts";
import { InvalidInput, NotFound } from "../platform/errors.ts";
import { Id, text } from "../platform/input.ts";
import { Decision, StageKey } from "./states.ts";

/** A place on the way of a candidate, and what standing there means. */
export const Stage = z.object({
  id: Id,
  /** One of the six that every workspace begins with; null: one that a person added. */
  key: StageKey.nullable(),
  /** Null: the built-in word of `key`. */
  name: z.string().nullable(),
  decision: Decision,
  position: z.int(),
}).meta({ id: "Stage" });
export type Stage = z.infer<typeof Stage>;

/** The most stages that a workspace can have. */
export const MAX_STAGES = 20;

const BUILT_IN: readonly (readonly [StageKey, Decision])[] = [
  ["new", "undecided"],
  ["shortlisted", "shortlisted"],
  ["interview", "shortlisted"],
  ["offer", "shortlisted"],
  ["hired", "shortlisted"],
  ["rejected", "rejected"],
];

const COLUMNS = ["id", "key", "name", "decision", "position"] as const;

/** The stages of the workspace, in order; the first call makes the six that it begins with. */
export async function listStages(actor: Principal, db: Db | Trx): Promise<Stage[]> {
  requirePermission(actor, "candidates:read");
  return await ensureStages(db, actor.workspaceId);
}

/** The same for who was let in already. */
export async function ensureStages(db: Db | Trx, workspaceId: string): Promise<Stage[]> {
  const stages = await selectStages(db, workspaceId);
  if (stages.length > 0) return stages;
  await db.insertInto("stages")
    .values(BUILT_IN.map(([key, decision], position) => ({ workspaceId, key, decision, position })))
    .onConflict((conflict) => conflict.columns(["workspaceId", "key"]).doNothing()).execute();
  return await selectStages(db, workspaceId);
}

function selectStages(db: Db | Trx, workspaceId: string): Promise<Stage[]> {
  return db.selectFrom("stages").select(COLUMNS)
    .where("workspaceId", "=", workspaceId).where("removedAt", "is", null)
    .orderBy("position").orderBy("id").execute();
}

/** The stages of the workspace, kept as they are until `trx` ends. */
export async function lockStages(trx: Trx, workspaceId: string): Promise<Stage[]> {
  await ensureStages(trx, workspaceId);
  await trx.selectFrom("stages").select("id").where("workspaceId", "=", workspaceId)
    .orderBy("id").forNoKeyUpdate().execute();
  return await selectStages(trx, workspaceId);
}

/** All that are or were, by id: for a history that names removed ones too. */
export async function stagesById(
  db: Db | Trx,
  workspaceId: string,
): Promise<ReadonlyMap<string, Stage>> {
  const stages = await db.selectFrom("stages").select(COLUMNS)
    .where("workspaceId", "=", workspaceId).execute();
  return new Map(stages.map((stage) => [stage.id, stage]));
}

/** Where a résumé stands of which nobody has said anything yet. */
export function firstStage(stages: readonly Stage[]): Stage {
  const found = stages.find(({ key }) => key === "new");
  if (!found) throw new TypeError("A workspace without its first stage");
  return found;
}

/** The stage that a bare decision leads to: the built-in one if it is there, else the first. */
export function stageOfDecision(stages: readonly Stage[], decision: Decision): Stage {
  if (decision === "undecided") return firstStage(stages);
  const able = stages.filter((stage) => stage.decision === decision);
  const found = able.find(({ key }) => key === decision) ?? able[0];
  if (!found) throw new TypeError(`A workspace without a stage that means ${decision}`);
  return found;
}

/** How each built-in stage is called, in every language; no other stage may be called so. */
export type StageWords = ReadonlyMap<StageKey, readonly string[]>;

export const StageInput = z.strictObject({ name: text(1, 60), decision: Decision }).meta({
  id: "StageInput",
});
export type StageInput = z.infer<typeof StageInput>;

/**
 * Adds a stage behind the last one that means the same.
 *
 * @throws {InvalidInput} If there are too many, or another one has that name.
 */
export function addStage(
  actor: Principal,
  db: Db,
  input: StageInput,
  words: StageWords,
): Promise<Stage> {
  requirePermission(actor, "stages:write");
  return db.transaction().execute(async (trx) => {
    const stages = await lockStages(trx, actor.workspaceId);
    if (stages.length >= MAX_STAGES) {
      throw invalidName(`There can be at most ${MAX_STAGES} stages`);
    }
    refuseTwins(stages, [input.name], words);
    const last = stages.findLastIndex(({ decision }) => decision === input.decision);
    const added = { workspaceId: actor.workspaceId, ...input, position: stages.length };
    const { id } = await crud("stages").create(trx, added, { select: ["id"] });
    const ids = stages.map((stage) => stage.id).toSpliced(last + 1, 0, id);
    await storeOrder(trx, actor.workspaceId, ids);
    await audit(trx, actor, "stage.added", id, { decision: input.decision });
    return await getStage(trx, actor.workspaceId, id);
  });
}

/** An empty name gives a built-in stage its own word back. */
export const StageName = z.strictObject({
  name: z.union([text(1, 60), z.literal("").transform(() => null), z.null()]),
});
export type StageName = z.infer<typeof StageName>;

/** Which stage is changed, and what no stage may be called by then. */
export interface StageToChange {
  readonly stageId: string;
  readonly words: StageWords;
}

/**
 * Gives a stage another name.
 *
 * @throws {NotFound} If there is no such stage in the workspace.
 * @throws {InvalidInput} If another one has that name, or an added one would have none.
 */
export function renameStage(
  actor: Principal,
  db: Db,
  { stageId, words }: StageToChange,
  { name }: StageName,
): Promise<Stage> {
  requirePermission(actor, "stages:write");
  return db.transaction().execute(async (trx) => {
    const stages = await lockStages(trx, actor.workspaceId);
    const stage = stages.find(({ id }) => id === stageId);
    if (!stage) throw noStage(stageId);
    const names = namesOf({ ...stage, name }, words);
    if (names.length === 0) throw invalidName("must not be empty");
    refuseTwins(stages.filter(({ id }) => id !== stageId), names, words);
    await crud("stages").update(trx, { id: stageId }, { name }, { select: ["id"] });
    await audit(trx, actor, "stage.renamed", stageId);
    return { ...stage, name };
  });
}

/**
 * Puts a stage at another place.
 *
 * @param to Its place from 0; beyond the last one is the last one.
 * @throws {NotFound} If there is no such stage in the workspace.
 */
export function placeStage(
  actor: Principal,
  db: Db,
  stageId: string,
  to: number,
): Promise<Stage> {
  requirePermission(actor, "stages:write");
  return db.transaction().execute(async (trx) => {
    const ids = (await lockStages(trx, actor.workspaceId)).map(({ id }) => id);
    if (!ids.includes(stageId)) throw noStage(stageId);
    const order = ids.filter((id) => id !== stageId).toSpliced(to, 0, stageId);
    await storeOrder(trx, actor.workspaceId, order);
    await audit(trx, actor, "stage.placed", stageId, { position: order.indexOf(stageId) });
    return await getStage(trx, actor.workspaceId, stageId);
  });
}

export const StageChange = z.strictObject({
  name: StageName.shape.name.optional(),
  position: z.int().min(0).max(MAX_STAGES).optional(),
}).meta({ id: "StageChange" });
export type StageChange = z.infer<typeof StageChange>;

/**
 * Gives a stage another name, another place, or both.
 *
 * @throws {NotFound} If there is no such stage in the workspace.
 * @throws {InvalidInput} If the name cannot be taken.
 */
export async function changeStage(
  actor: Principal,
  db: Db,
  stage: StageToChange,
  { name, position }: StageChange,
): Promise<Stage> {
  if (name !== undefined) await renameStage(actor, db, stage, { name });
  if (position !== undefined) await placeStage(actor, db, stage.stageId, position);
  return await getStage(db, actor.workspaceId, stage.stageId);
}

/** @throws {NotFound} If there is no such stage in the workspace. */
export async function getStage(
  db: Db | Trx,
  workspaceId: string,
  stageId: string,
): Promise<Stage> {
  const row = await db.selectFrom("stages").select(COLUMNS).where("id", "=", stageId)
    .where("workspaceId", "=", workspaceId).where("removedAt", "is", null).executeTakeFirst();
  if (!row) throw noStage(stageId);
  return row;
}

/** Numbers the stages from 0 in the order of the ids. */
export async function storeOrder(
  trx: Trx,
  workspaceId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update stages set position = place - 1
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
    where stages.id = wanted.id and workspace_id = ${workspaceId}`.execute(trx);
}

export function noStage(stageId: string): NotFound {
  return new NotFound(`There is no stage ${stageId}`);
}

/** What readers may see a stage called: its own name, or the built-in word of their language. */
function namesOf({ key, name }: Stage, words: StageWords): readonly string[] {
  return name !== null ? [name] : key ? words.get(key) ?? [] : [];
}

function refuseTwins(others: readonly Stage[], names: readonly string[], words: StageWords): void {
  const fold = (name: string) => name.toLocaleLowerCase("en");
  const wanted = new Set(names.map(fold));
  const isTaken = others.some((stage) =>
    namesOf(stage, words).some((name) => wanted.has(fold(name)))
  );
  if (isTaken) throw invalidName("is the name of another stage");
}

function invalidName(detail: string): InvalidInput {
  return new InvalidInput("The stage cannot be called that", [{ pointer: "/name", detail }]);
}
