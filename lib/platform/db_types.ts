// Written by `deno task db:types` from the schema itself: do not edit.
import type { ColumnType } from "kysely";

/** Has a default, so an insert may leave it out. */
type Defaulted<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

/** Always made by the database. */
type Made<T> = ColumnType<T, never, never>;

type Timestamp = ColumnType<Date, Date | string, Date | string>;

/** Given and read as the value itself; whoever reads it parses it. */
type JsonValue = string | number | boolean | object;
type Json = ColumnType<unknown, JsonValue, JsonValue>;

export interface ApiKeySecretsTable {
  secretHash: Uint8Array;
  apiKeyId: string;
  lastFour: string;
  createdAt: Defaulted<Timestamp>;
  expiresAt: Timestamp | null;
}

export interface ApiKeysTable {
  id: Defaulted<string>;
  workspaceId: string;
  name: string;
  mode: "live" | "test";
  scopes: string[];
  createdBy: string | null;
  createdAt: Defaulted<Timestamp>;
  updatedAt: Defaulted<Timestamp>;
  expiresAt: Timestamp | null;
  lastUsedAt: Timestamp | null;
  revokedAt: Timestamp | null;
}

export interface ApiRequestsTable {
  workspaceId: string;
  day: string;
  requests: number;
}

export interface AuditLogTable {
  id: Made<number>;
  workspaceId: string;
  userId: string | null;
  action: string;
  targetId: string | null;
  details: Defaulted<Json>;
  createdAt: Defaulted<Timestamp>;
  jobId: string | null;
  resumeId: string | null;
  candidateId: string | null;
  apiKeyId: string | null;
}

export interface BulkEvaluationsTable {
  id: Defaulted<string>;
  workspaceId: string;
  status: Defaulted<"waiting" | "done" | "failed">;
  job: Json | null;
  result: Json | null;
  createdAt: Defaulted<Timestamp>;
  expiresAt: Timestamp;
}

export interface BulkFilesTable {
  bulkId: string;
  position: number;
  fileName: string;
  bytes: Uint8Array | null;
  sizeBytes: number;
}

export interface CandidateTagsTable {
  workspaceId: string;
  candidateId: string;
  tag: string;
  userId: string | null;
  createdAt: Defaulted<Timestamp>;
  isHidden: Defaulted<boolean>;
}

export interface CandidatesTable {
  id: Defaulted<string>;
  workspaceId: string;
  name: string | null;
  email: string | null;
  phone: string | null;
  place: string | null;
  createdAt: Defaulted<Timestamp>;
  updatedAt: Defaulted<Timestamp>;
  mergedRoot: string | null;
  personId: Made<string>;
  own: Json | null;
  phoneE164: string | null;
  consent: "given" | "withdrawn" | null;
  consentOn: string | null;
  consentUntil: string | null;
  namePlain: Made<string> | null;
}

export interface DocumentsTable {
  key: string;
  workspaceId: string;
  bytes: Uint8Array;
  createdAt: Defaulted<Timestamp>;
}

export interface DuplicateDismissalsTable {
  workspaceId: string;
  firstId: string;
  secondId: string;
  userId: string | null;
  createdAt: Defaulted<Timestamp>;
}

export interface EvaluationsTable {
  id: Defaulted<string>;
  workspaceId: string;
  jobId: string;
  resumeId: string;
  requirementsVersion: number;
  engineVersion: string;
  score: number | null;
  rawScore: number | null;
  grade: "A" | "B" | "C" | "D" | null;
  engineScore: number | null;
  engineGrade: "A" | "B" | "C" | "D" | null;
  requiredMet: number;
  requiredTotal: number;
  headline: string | null;
  flags: Defaulted<Json>;
  matches: Json;
  summary: Json;
  createdAt: Defaulted<Timestamp>;
  updatedAt: Defaulted<Timestamp>;
}

export interface FeedbackTable {
  id: Defaulted<string>;
  workspaceId: string;
  userId: string | null;
  title: string;
  text: string;
  page: string | null;
  screenshotType: "image/png" | "image/jpeg" | "image/webp" | null;
  createdAt: Defaulted<Timestamp>;
}

export interface InvitationsTable {
  id: Defaulted<string>;
  workspaceId: string;
  email: string;
  role: "owner" | "recruiter" | "hiring_manager" | "viewer";
  invitedBy: string | null;
  createdAt: Defaulted<Timestamp>;
  sentAt: Defaulted<Timestamp>;
  acceptedBy: string | null;
  acceptedAt: Timestamp | null;
  revokedAt: Timestamp | null;
}

export interface JobsTable {
  id: Defaulted<string>;
  workspaceId: string;
  title: string;
  description: string | null;
  descriptionStatus: Defaulted<"reading" | "ready" | "failed">;
  descriptionFileName: string | null;
  descriptionErrorCode: string | null;
  descriptionErrorParams: Defaulted<Json>;
  language: "en" | "nl" | null;
  requiredWeight: Defaulted<number>;
  niceToHaveWeight: Defaulted<number>;
  requirementsVersion: Defaulted<number>;
  rankedVersion: Defaulted<number>;
  sample: string | null;
  createdBy: string | null;
  createdAt: Defaulted<Timestamp>;
  updatedAt: Defaulted<Timestamp>;
  archivedAt: Timestamp | null;
  place: string | null;
  department: string | null;
  confirmedAt: Timestamp | null;
}

export interface MailLinksTable {
  id: Defaulted<string>;
  purpose: "verify_email" | "reset_password" | "invitation";
  userId: string | null;
  invitationId: string | null;
  email: string;
  tokenHash: Uint8Array;
  createdAt: Defaulted<Timestamp>;
  expiresAt: Timestamp;
  usedAt: Timestamp | null;
}

export interface MailsTable {
  id: Defaulted<string>;
  kind: string;
  workspaceId: string | null;
  userId: string | null;
  linkId: string | null;
  recipient: string;
  language: "en" | "nl";
  params: Defaulted<Json>;
  state: Defaulted<"waiting" | "sent" | "refused" | "dropped">;
  failures: Defaulted<number>;
  error: string | null;
  createdAt: Defaulted<Timestamp>;
  finishedAt: Timestamp | null;
}

export interface MembershipsTable {
  workspaceId: string;
  userId: string;
  role: "owner" | "recruiter" | "hiring_manager" | "viewer";
  createdAt: Defaulted<Timestamp>;
}

export interface MergesTable {
  id: Defaulted<string>;
  workspaceId: string;
  keptId: string;
  mergedId: string;
  choices: Defaulted<Json>;
  userId: string | null;
  createdAt: Defaulted<Timestamp>;
  undoneAt: Timestamp | null;
  undoneBy: string | null;
  removedTags: Defaulted<string[]>;
}

export interface MovesTable {
  id: Defaulted<string>;
  workspaceId: string;
  jobId: string;
  resumeId: string;
  batchId: string;
  fromStageId: string;
  toStageId: string;
  reasonCode:
    | "requirements_not_met"
    | "gate_not_met"
    | "less_experience"
    | "other_chosen"
    | "withdrew"
    | "conditions"
    | "other"
    | null;
  reason: string | null;
  evidence: Defaulted<Json>;
  userId: string | null;
  createdAt: Defaulted<Timestamp>;
  undoneAt: Timestamp | null;
  undoneBy: string | null;
}

export interface NearTextsTable {
  workspaceId: string;
  firstId: string;
  secondId: string;
  similarity: number;
  createdAt: Defaulted<Timestamp>;
}

export interface NotesTable {
  id: Defaulted<string>;
  workspaceId: string;
  candidateId: string;
  jobId: string | null;
  text: string;
  userId: string | null;
  createdAt: Defaulted<Timestamp>;
  updatedAt: Defaulted<Timestamp>;
}

export interface OverridesTable {
  id: Defaulted<string>;
  workspaceId: string;
  resumeId: string;
  requirementId: string;
  requirementName: string;
  requirementYears: number | null;
  verdictBefore: "YES" | "PARTIAL" | "NO";
  verdict: "YES" | "PARTIAL" | "NO";
  reason: string;
  userId: string | null;
  createdAt: Defaulted<Timestamp>;
  undoneAt: Timestamp | null;
  undoneBy: string | null;
}

export interface PoolResultsTable {
  jobId: string;
  resumeId: string;
  workspaceId: string;
  isJudged: Defaulted<boolean>;
  score: number | null;
  rawScore: number | null;
  grade: "A" | "B" | "C" | "D" | null;
  requiredMet: Defaulted<number>;
  requiredTotal: Defaulted<number>;
  headline: string | null;
  flags: Defaulted<Json>;
  summary: Defaulted<Json>;
}

export interface PoolSearchesTable {
  jobId: string;
  id: Defaulted<string>;
  workspaceId: string;
  status: Defaulted<"waiting" | "judging" | "done" | "failed">;
  requirementsVersion: number;
  isCut: Defaulted<boolean>;
  userId: string | null;
  createdAt: Defaulted<Timestamp>;
  finishedAt: Timestamp | null;
}

export interface QuotaUseTable {
  workspaceId: string;
  month: string;
  resumes: Defaulted<number>;
  jobs: Defaulted<number>;
}

export interface RateLimitsTable {
  id: Defaulted<string>;
  tierId: string;
  name: string;
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | null;
  path: string;
  maxCalls: number;
  periodSeconds: number;
  createdAt: Defaulted<Timestamp>;
  updatedAt: Defaulted<Timestamp>;
}

export interface RefreshTokensTable {
  tokenHash: Uint8Array;
  familyId: string;
  createdAt: Defaulted<Timestamp>;
  usedAt: Timestamp | null;
  successorSalt: Uint8Array | null;
}

export interface RequirementsTable {
  id: Defaulted<string>;
  workspaceId: string;
  jobId: string;
  position: number;
  name: string;
  level: "required" | "nice_to_have";
  kind: "hard" | "soft";
  years: number | null;
  importance: Defaulted<number>;
  gate: Defaulted<boolean>;
  skill: string | null;
  sourceStart: number | null;
  sourceEnd: number | null;
  addedBy: string | null;
  isAdded: Defaulted<boolean>;
  createdAt: Defaulted<Timestamp>;
  updatedAt: Defaulted<Timestamp>;
  deletedAt: Timestamp | null;
}

export interface ResumesTable {
  id: Defaulted<string>;
  workspaceId: string;
  jobId: string;
  candidateId: string | null;
  fileName: string;
  contentHash: Uint8Array;
  sizeBytes: number;
  receivedOn: Defaulted<string>;
  status: Defaulted<"waiting" | "reading" | "judging" | "done" | "failed">;
  errorCode: string | null;
  errorParams: Defaulted<Json>;
  kind: "text" | "pdf" | "docx" | null;
  language: "en" | "nl" | null;
  text: string | null;
  textHash: Uint8Array | null;
  pages: Defaulted<Json>;
  hidden: Defaulted<Json>;
  change: Defaulted<number>;
  uploadedBy: string | null;
  createdAt: Defaulted<Timestamp>;
  updatedAt: Defaulted<Timestamp>;
  stageId: string | null;
  stageSince: Timestamp | null;
  stageVersion: Defaulted<number>;
  nearSignature: number[] | null;
  nearBands: number[] | null;
  search: Made<string> | null;
  nearComparedAt: Timestamp | null;
}

export interface ScheduledRunsTable {
  name: string;
  dueAt: Timestamp;
  taskId: string;
  createdAt: Defaulted<Timestamp>;
}

export interface SessionsTable {
  id: Defaulted<string>;
  tokenHash: Uint8Array;
  workspaceId: string;
  userId: string;
  userAgent: string | null;
  createdAt: Defaulted<Timestamp>;
  lastSeenAt: Defaulted<Timestamp>;
  expiresAt: Timestamp;
  revokedAt: Timestamp | null;
}

export interface SignInFailuresTable {
  subject: Uint8Array;
  failures: number;
  lastFailedAt: Timestamp;
  blockedUntil: Timestamp | null;
}

export interface StagesTable {
  id: Defaulted<string>;
  workspaceId: string;
  key: "new" | "shortlisted" | "interview" | "offer" | "hired" | "rejected" | null;
  name: string | null;
  decision: "undecided" | "shortlisted" | "rejected";
  position: number;
  createdAt: Defaulted<Timestamp>;
  removedAt: Timestamp | null;
}

export interface TasksTable {
  id: Defaulted<string>;
  workspaceId: string | null;
  name: string;
  payload: Json;
  dedupeKey: string | null;
  state: Defaulted<"waiting" | "relayed" | "running" | "done" | "parked" | "cancelled">;
  attempts: Defaulted<number>;
  failures: Defaulted<number>;
  dueAt: Defaulted<Timestamp>;
  relayedAt: Timestamp | null;
  leasedUntil: Timestamp | null;
  error: string | null;
  createdAt: Defaulted<Timestamp>;
  finishedAt: Timestamp | null;
  result: Json | null;
  startedAt: Timestamp | null;
  isRetry: Defaulted<boolean>;
}

export interface TiersTable {
  id: Defaulted<string>;
  name: string;
  monthlyResumes: number | null;
  monthlyJobs: number | null;
  createdAt: Defaulted<Timestamp>;
  updatedAt: Defaulted<Timestamp>;
}

export interface TokenFamiliesTable {
  id: Defaulted<string>;
  workspaceId: string;
  userId: string;
  userAgent: string | null;
  createdAt: Defaulted<Timestamp>;
  lastUsedAt: Defaulted<Timestamp>;
  expiresAt: Timestamp;
  revokedAt: Timestamp | null;
}

export interface UsersTable {
  id: Defaulted<string>;
  name: string;
  username: string;
  email: string;
  passwordHash: string;
  isSuperuser: Defaulted<boolean>;
  language: "en" | "nl" | null;
  theme: Defaulted<"system" | "light" | "dark">;
  createdAt: Defaulted<Timestamp>;
  updatedAt: Defaulted<Timestamp>;
  singleKeys: Defaulted<boolean>;
  emailVerifiedAt: Timestamp | null;
  isDisabled: Defaulted<boolean>;
  isDeleted: Defaulted<boolean>;
  deletedAt: Timestamp | null;
  tierId: string | null;
}

export interface WorkspacesTable {
  id: Defaulted<string>;
  name: string;
  createdAt: Defaulted<Timestamp>;
  sandboxOf: string | null;
  updatedAt: Defaulted<Timestamp>;
  tierId: string | null;
}

export interface DB {
  apiKeySecrets: ApiKeySecretsTable;
  apiKeys: ApiKeysTable;
  apiRequests: ApiRequestsTable;
  auditLog: AuditLogTable;
  bulkEvaluations: BulkEvaluationsTable;
  bulkFiles: BulkFilesTable;
  candidateTags: CandidateTagsTable;
  candidates: CandidatesTable;
  documents: DocumentsTable;
  duplicateDismissals: DuplicateDismissalsTable;
  evaluations: EvaluationsTable;
  feedback: FeedbackTable;
  invitations: InvitationsTable;
  jobs: JobsTable;
  mailLinks: MailLinksTable;
  mails: MailsTable;
  memberships: MembershipsTable;
  merges: MergesTable;
  moves: MovesTable;
  nearTexts: NearTextsTable;
  notes: NotesTable;
  overrides: OverridesTable;
  poolResults: PoolResultsTable;
  poolSearches: PoolSearchesTable;
  quotaUse: QuotaUseTable;
  rateLimits: RateLimitsTable;
  refreshTokens: RefreshTokensTable;
  requirements: RequirementsTable;
  resumes: ResumesTable;
  scheduledRuns: ScheduledRunsTable;
  sessions: SessionsTable;
  signInFailures: SignInFailuresTable;
  stages: StagesTable;
  tasks: TasksTable;
  tiers: TiersTable;
  tokenFamilies: TokenFamiliesTable;
  users: UsersTable;
  workspaces: WorkspacesTable;
}
