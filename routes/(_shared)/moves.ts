import type { Context } from "fresh";
import { z } from "zod";
import type { State } from "../../define.ts";
import { findMoveNotice, type MoveNotice } from "../../lib/hiring/move_notice.ts";
import { MAX_MOVED, type Moved, MoveInput } from "../../lib/hiring/moves.ts";
import { Decision, ReasonCode } from "../../lib/hiring/states.ts";
import { InvalidInput } from "../../lib/platform/errors.ts";
import { Id } from "../../lib/platform/input.ts";
import { issuesOf, safePath } from "./forms.ts";

/** A form that moves résumés, read. */
export interface MoveForm {
  readonly input: MoveInput;
  /** A stage's id, or a decision. */
  readonly to: string;
  readonly versions: readonly string[];
  readonly back: string;
}

const Version = z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/);

const Fields = z.object({
  resume: z.array(Id).min(1).max(MAX_MOVED),
  to: z.union([Decision, Id]),
  reasonCode: ReasonCode.or(z.literal("").transform(() => null)).nullable(),
  versions: z.array(Version),
});

/**
 * Reads the fields of a form that moves résumés.
 *
 * @throws {InvalidInput} If a field is not as it must be.
 */
export function readMoveForm(fields: readonly [string, string][], fallback: string): MoveForm {
  const all = (name: string) => fields.filter(([key]) => key === name).map(([, value]) => value);
  const last = (name: string) => all(name).at(-1) ?? null;
  const parsed = Fields.safeParse({
    resume: all("resume"),
    to: last("to"),
    reasonCode: last("reason_code"),
    versions: all("version"),
  });
  if (!parsed.success) throw new InvalidInput("They cannot be moved", issuesOf(parsed.error));
  const { resume, to, reasonCode, versions } = parsed.data;
  const decision = Decision.safeParse(to);
  const input = MoveInput.safeParse({
    resumeIds: resume,
    to: decision.success ? { decision: decision.data } : { stageId: to },
    reasonCode,
    reason: last("reason")?.trim() || null,
    versions: Object.fromEntries(versions.map((pair) => {
      const [id = "", version = ""] = pair.split(":");
      return [id, Number(version)];
    })),
  });
  if (!input.success) throw new InvalidInput("They cannot be moved", issuesOf(input.error));
  return { input: input.data, to, versions, back: safePath(last("back") ?? fallback) };
}

/** The page to come back to, told what was moved and how many were left. */
export function afterMove(back: string, { batchId, moved, conflicts }: Moved): string {
  return withQuery(back, {
    moved: moved.length > 0 ? batchId : null,
    left: conflicts.length > 0 ? String(conflicts.length) : null,
    undone: null,
  });
}

/** The page to come back to, told what was taken back. */
export function afterUndo(back: string, { batchId, moved, conflicts }: Moved): string {
  return withQuery(back, {
    moved: null,
    left: conflicts.length > 0 ? String(conflicts.length) : null,
    undone: moved.length > 0 ? batchId : null,
  });
}

function withQuery(path: string, values: Readonly<Record<string, string | null>>): string {
  const url = new URL(path, "http://here");
  for (const [name, value] of Object.entries(values)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.pathname + url.search + url.hash;
}

/** What a page says after a form moved somebody. */
export interface Told {
  readonly notice: MoveNotice | null;
  /** How many were left, because somebody else had moved them. */
  readonly left: number;
  /** The page without this message. */
  readonly back: string;
}

/** What the page is asked to tell about a move; see components/MovedNotice.tsx. */
export async function readTold({ state, url }: Context<State>): Promise<Told> {
  const { searchParams } = url;
  const batch = Id.safeParse(searchParams.get("moved") ?? searchParams.get("undone"));
  const left = Number(/^\d{1,4}$/.exec(searchParams.get("left") ?? "")?.[0] ?? 0);
  const notice = batch.success ? await findMoveNotice(state.actor, state.db, batch.data) : null;
  const back = withQuery(url.pathname + url.search, { moved: null, left: null, undone: null });
  return { notice, left, back };
}
