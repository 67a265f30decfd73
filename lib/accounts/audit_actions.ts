import { z } from "zod";

/** What entries of the audit log are of. */
export const AuditGroup = z.enum([
  "accounts",
  "members",
  "access",
  "jobs",
  "resumes",
  "decisions",
  "people",
  "reads",
  "downloads",
  "tasks",
  "limits",
  "feedback",
]);
export type AuditGroup = z.infer<typeof AuditGroup>;

/** Every action that is written down, by its group; `audit()` takes no other. */
export const AUDIT_ACTIONS = {
  accounts: [
    "user.registered",
    "user.email_verified",
    "user.profile_changed",
    "user.password_changed",
    "user.password_reset",
    "user.session_ended",
    "user.sessions_ended",
    "user.refresh_token_reused",
    "user.sign_in_refused",
    "user.two_factor_on",
    "user.two_factor_off",
    "user.two_factor_reset",
    "user.recovery_codes_renewed",
    "user.changed",
    "user.deleted",
    "user.erased",
  ],
  members: [
    "invitation.sent",
    "invitation.sent_again",
    "invitation.revoked",
    "invitation.accepted",
    "member.role_changed",
    "member.removed",
    "member.left",
    "workspace.renamed",
    "workspace.two_factor_rule",
    "workspace.half_lives",
    "workspace.retention",
  ],
  access: [
    "api_key.created",
    "api_key.changed",
    "api_key.rotated",
    "api_key.revoked",
    "webhook.created",
    "webhook.updated",
    "webhook.removed",
    "webhook.rotated",
    "webhook.tested",
    "webhook.replayed",
  ],
  jobs: [
    "job.created",
    "job.updated",
    "job.confirmed",
    "job.deleted",
    "requirement.added",
    "requirement.updated",
    "requirement.moved",
    "requirement.removed",
    "requirement.restored",
    "requirements.replaced",
    "requirements.reread",
    "pool.searched",
    "engine.compared",
    "engine.accepted",
    "engine.discarded",
    "model.asked",
    "proposal.taken",
    "proposal.dropped",
  ],
  resumes: [
    "resume.added",
    "resume.replaced",
    "resume.retried",
    "resume.removed",
    "resume.unmasked",
    "bulk.judged",
  ],
  decisions: [
    "resume.moved",
    "resume.move_undone",
    "verdict.overridden",
    "verdict.restored",
    "letter.sent",
    "letter_template.changed",
    "letter_template.restored",
    "stage.added",
    "stage.renamed",
    "stage.placed",
    "stage.removed",
  ],
  people: [
    "candidate.updated",
    "candidate.deleted",
    "legal_hold.placed",
    "legal_hold.released",
    "candidate.merged",
    "candidate.merge_undone",
    "duplicate.dismissed",
    "duplicate.proposed_again",
    "note.added",
    "note.edited",
    "note.removed",
    "tag.added",
    "tag.removed",
  ],
  reads: [
    "candidate.read",
    "resume.read",
    "resume.fitted",
    "evaluation.read",
    "evaluation.compared",
  ],
  downloads: [
    "resume.downloaded",
    "ranking.exported",
    "report.exported",
    "audit.exported",
    "candidate.exported",
  ],
  tasks: ["task.cancelled", "task.retried", "task.discarded"],
  limits: [
    "tier.created",
    "tier.updated",
    "tier.deleted",
    "rate_limit.created",
    "rate_limit.updated",
    "rate_limit.deleted",
    "user.tier_changed",
    "workspace.tier_changed",
  ],
  feedback: ["feedback.sent", "feedback.screenshot_read"],
} as const satisfies Record<AuditGroup, readonly string[]>;

export type AuditAction = typeof AUDIT_ACTIONS[AuditGroup][number];

/** The group of an action; undefined for one that an older or a newer version wrote down. */
export function groupOf(action: string): AuditGroup | undefined {
  return GROUP_OF.get(action);
}

const GROUP_OF: ReadonlyMap<string, AuditGroup> = new Map(
  AuditGroup.options.flatMap((group) =>
    AUDIT_ACTIONS[group].map((action) => [action, group] as const)
  ),
);
