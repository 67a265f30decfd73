import { z } from "zod";

/** What entries of a history are of. */
export const ActivityKind = z.enum([
  "moves",
  "overrides",
  "letters",
  "files",
  "requirements",
  "notes",
  "people",
  "reads",
  "downloads",
  "job",
]);
export type ActivityKind = z.infer<typeof ActivityKind>;

/** Every action that belongs to the history of a job or a person, by its kind. */
export const ACTIONS = {
  moves: ["resume.moved", "resume.move_undone"],
  overrides: ["verdict.overridden", "verdict.restored"],
  letters: ["letter.sent"],
  files: [
    "resume.added",
    "resume.replaced",
    "resume.retried",
    "resume.removed",
    "resume.unmasked",
  ],
  requirements: [
    "requirement.added",
    "requirement.updated",
    "requirement.moved",
    "requirement.removed",
    "requirement.restored",
    "requirements.replaced",
    "requirements.reread",
    "proposal.taken",
  ],
  notes: ["note.added", "note.edited", "note.removed", "tag.added", "tag.removed"],
  people: [
    "candidate.updated",
    "candidate.deleted",
    "candidate.merged",
    "candidate.merge_undone",
    "duplicate.dismissed",
    "duplicate.proposed_again",
  ],
  reads: [
    "evaluation.read",
    "evaluation.compared",
    "resume.read",
    "resume.fitted",
    "candidate.read",
  ],
  downloads: ["resume.downloaded", "ranking.exported", "report.exported"],
  job: [
    "job.created",
    "job.confirmed",
    "job.updated",
    "job.deleted",
    "pool.searched",
    "engine.compared",
    "engine.accepted",
    "engine.discarded",
    "model.asked",
    "proposal.dropped",
  ],
} as const satisfies Record<ActivityKind, readonly string[]>;

export type ActivityAction = typeof ACTIONS[ActivityKind][number];

/** The kind of an action; undefined for one that is in no history. */
export function kindOf(action: string): ActivityKind | undefined {
  return KIND_OF.get(action);
}

const KIND_OF: ReadonlyMap<string, ActivityKind> = new Map(
  ActivityKind.options.flatMap((kind) => ACTIONS[kind].map((action) => [action, kind] as const)),
);
