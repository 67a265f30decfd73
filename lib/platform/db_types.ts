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
  salt: Defaulted<string> | null;
  detailsDigest: Uint8Array | null;
}

export interface AuditSealsTable {
  workspaceId: string;
  number: number;
  entryIds: number[];
  digests: Uint8Array;
  previousHash: Uint8Array | null;
  hash: Uint8Array;
  sealedAt: Timestamp;
}

export interface AuditUnsealedTable {
  entryId: number;
  workspaceId: string;
}

export interface BackupsTable {
  fileName: string;
  madeAt: Timestamp;
  keptUntil: Timestamp;
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

export interface CandidateRequestsTable {
  id: Defaulted<string>;
  workspaceId: string;
  candidateId: string;
  kind: "correction" | "objection" | "access" | "erasure";
  text: Defaulted<string>;
  state: Defaulted<"open" | "done" | "declined" | "withdrawn">;
  answer: string | null;
  createdAt: Defaulted<Timestamp>;
  settledAt: Timestamp | null;
  settledBy: string | null;
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
  retentionWarnedAt: Timestamp | null;
}

export interface DocumentsTable {
  key: string;
  workspaceId: string;
  bytes: Uint8Array | null;
  createdAt: Defaulted<Timestamp>;
  place: "postgres" | "file" | "s3";
  hash: Uint8Array;
  sizeBytes: number;
  scannedAt: Timestamp | null;
}

export interface DuplicateDismissalsTable {
  workspaceId: string;
  firstId: string;
  secondId: string;
  userId: string | null;
  createdAt: Defaulted<Timestamp>;
}

export interface EngineComparisonsTable {
  id: Defaulted<string>;
  workspaceId: string;
  jobId: string;
  requirementsVersion: number;
  engineVersion: string;
  status: Defaulted<"waiting" | "done" | "failed">;
  judged: Defaulted<number>;
  moves: Defaulted<Json>;
  userId: string | null;
  createdAt: Defaulted<Timestamp>;
  finishedAt: Timestamp | null;
  acceptedAt: Timestamp | null;
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
  likeness: Json | null;
  withheld: Json | null;
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

export interface GroupAnswersTable {
  workspaceId: string;
  candidateId: string;
  question: "gender" | "age" | "origin" | "disability";
  answer: string;
  answeredAt: Defaulted<Timestamp>;
}

export interface GroupTalliesTable {
  workspaceId: string;
  jobId: string;
  question: string;
  answer: string;
  stageId: string | null;
  since: string;
  count: number;
}

export interface IdempotencyKeysTable {
  scope: Uint8Array;
  workspaceId: string | null;
  fingerprint: Uint8Array;
  status: number | null;
  headers: Defaulted<Json>;
  body: Uint8Array | null;
  holder: string | null;
  leasedUntil: Timestamp | null;
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
  textWeight: Defaulted<number>;
  isBlind: Defaulted<boolean>;
}

export interface LegalHoldsTable {
  id: Defaulted<string>;
  workspaceId: string;
  candidateId: string | null;
  jobId: string | null;
  reason: string;
  userId: string | null;
  createdAt: Defaulted<Timestamp>;
  releasedAt: Timestamp | null;
  releasedBy: string | null;
}

export interface LetterTemplatesTable {
  workspaceId: string;
  kind: "acceptance" | "rejection" | "missing";
  language: "en" | "nl";
  subject: string;
  text: string;
  updatedAt: Defaulted<Timestamp>;
}

export interface LettersTable {
  id: Defaulted<string>;
  workspaceId: string;
  candidateId: string;
  resumeId: string | null;
  jobId: string | null;
  kind: "acceptance" | "rejection" | "missing";
  language: "en" | "nl";
  recipient: string;
  replyTo: string | null;
  subject: string;
  text: string;
  state: Defaulted<"waiting" | "sent" | "refused">;
  failures: Defaulted<number>;
  error: string | null;
  draftKey: string;
  userId: string | null;
  createdAt: Defaulted<Timestamp>;
  finishedAt: Timestamp | null;
}

export interface MailLinksTable {
  id: Defaulted<string>;
  purpose: string;
  userId: string | null;
  invitationId: string | null;
  email: string;
  tokenHash: Uint8Array;
  createdAt: Defaulted<Timestamp>;
  expiresAt: Timestamp;
  usedAt: Timestamp | null;
  candidateId: string | null;
  senderId: string | null;
  openedAt: Timestamp | null;
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
  candidateId: string | null;
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

export interface ModelAnswersTable {
  workspaceId: string;
  questionSha256: string;
  jobId: string;
  resumeId: string | null;
  answer: Json;
  createdAt: Defaulted<Timestamp>;
}

export interface ModelRequestsTable {
  id: Defaulted<string>;
  workspaceId: string;
  jobId: string;
  resumeId: string | null;
  kind: "proposals" | "opinion" | "wording";
  language: "en" | "nl";
  status: Defaulted<"waiting" | "done" | "failed">;
  errorCode: string | null;
  model: string;
  requirementsVersion: number;
  engineVersion: string;
  differs: Defaulted<boolean>;
  result: Json | null;
  userId: string | null;
  createdAt: Defaulted<Timestamp>;
  finishedAt: Timestamp | null;
}

export interface ModelUseTable {
  workspaceId: string;
  month: string;
  tokens: number;
  calls: number;
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

export interface PendingSignInsTable {
  tokenHash: Uint8Array;
  workspaceId: string;
  userId: string;
  expiresAt: Timestamp;
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

export interface ReceiptsTable {
  evaluationId: string;
  workspaceId: string;
  content: string;
}

export interface RecoveryCodesTable {
  userId: string;
  codeHash: Uint8Array;
  usedAt: Timestamp | null;
}

export interface RefreshTokensTable {
  tokenHash: Uint8Array;
  familyId: string;
  createdAt: Defaulted<Timestamp>;
  usedAt: Timestamp | null;
  successorSalt: Uint8Array | null;
}

export interface RequirementProposalsTable {
  id: Defaulted<string>;
  workspaceId: string;
  jobId: string;
  name: string;
  level: "required" | "nice_to_have";
  quote: string;
  decision: "taken" | "dropped" | null;
  decidedBy: string | null;
  decidedAt: Timestamp | null;
  createdAt: Defaulted<Timestamp>;
}

export interface RequirementsTable {
  id: Defaulted<string>;
  workspaceId: string;
  jobId: string;
  position: number;
  name: string;
  level: "required" | "nice_to_have";
  kind: "hard" | "soft" | "occupation";
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
  metric: Json | null;
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
  kind: "text" | "pdf" | "docx" | "odt" | "html" | "rtf" | null;
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
  isMasked: Defaulted<boolean>;
  trueFileName: string | null;
  secrets: string[] | null;
  maskedText: string | null;
  recognition: Json | null;
  hasPhoto: boolean | null;
}

export interface ScheduledRunsTable {
  name: string;
  dueAt: Timestamp;
  taskId: string;
  createdAt: Defaulted<Timestamp>;
}

export interface SecondFactorsTable {
  userId: string;
  secret: Uint8Array;
  confirmedAt: Timestamp | null;
  lastStep: number | null;
  createdAt: Defaulted<Timestamp>;
}

export interface ServiceFiguresTable {
  quarter: Timestamp;
  requests: Defaulted<number>;
  serverErrors: Defaulted<number>;
  durations: Defaulted<number[]>;
  tasks: Defaulted<number>;
  failedTasks: Defaulted<number>;
  evaluations: Defaulted<number>;
  refusals: Defaulted<number>;
  queueDepth: Defaulted<number>;
  queueOldestSeconds: Defaulted<number>;
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

export interface StoredBytesTable {
  workspaceId: string;
  bytes: number;
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
  traceparent: string | null;
  waits: Defaulted<number>;
  putOffAt: Timestamp | null;
}

export interface TiersTable {
  id: Defaulted<string>;
  name: string;
  monthlyResumes: number | null;
  monthlyJobs: number | null;
  createdAt: Defaulted<Timestamp>;
  updatedAt: Defaulted<Timestamp>;
  storageBytes: number | null;
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

export interface WebhookAttemptsTable {
  deliveryId: string;
  number: number;
  startedAt: Timestamp;
  durationMs: number;
  status: number | null;
  response: string | null;
  error: string | null;
}

export interface WebhookDeliveriesTable {
  id: Defaulted<string>;
  workspaceId: string;
  webhookId: string;
  eventId: string;
  state: Defaulted<"waiting" | "delivered" | "failed">;
  isReplay: Defaulted<boolean>;
  attempts: Defaulted<number>;
  nextAttemptAt: Timestamp | null;
  createdAt: Defaulted<Timestamp>;
  finishedAt: Timestamp | null;
}

export interface WebhookEventsTable {
  id: Defaulted<string>;
  workspaceId: string;
  type: string;
  data: Json;
  createdAt: Defaulted<Timestamp>;
}

export interface WebhooksTable {
  id: Defaulted<string>;
  workspaceId: string;
  url: string;
  description: string | null;
  events: string[];
  state: Defaulted<"active" | "paused" | "disabled">;
  secret: Uint8Array;
  previousSecret: Uint8Array | null;
  previousUntil: Timestamp | null;
  failingSince: Timestamp | null;
  createdBy: string | null;
  createdAt: Defaulted<Timestamp>;
  updatedAt: Defaulted<Timestamp>;
}

export interface WorkspacesTable {
  id: Defaulted<string>;
  name: string;
  createdAt: Defaulted<Timestamp>;
  sandboxOf: string | null;
  updatedAt: Defaulted<Timestamp>;
  tierId: string | null;
  requiresSecondFactor: Defaulted<boolean>;
  occupationHalfLife: Defaulted<number> | null;
  toolHalfLife: number | null;
  knowledgeHalfLife: number | null;
  retentionDays: Defaulted<number>;
  groupQuestions: Defaulted<string[]>;
}

export interface DB {
  apiKeySecrets: ApiKeySecretsTable;
  apiKeys: ApiKeysTable;
  apiRequests: ApiRequestsTable;
  auditLog: AuditLogTable;
  auditSeals: AuditSealsTable;
  auditUnsealed: AuditUnsealedTable;
  backups: BackupsTable;
  bulkEvaluations: BulkEvaluationsTable;
  bulkFiles: BulkFilesTable;
  candidateRequests: CandidateRequestsTable;
  candidateTags: CandidateTagsTable;
  candidates: CandidatesTable;
  documents: DocumentsTable;
  duplicateDismissals: DuplicateDismissalsTable;
  engineComparisons: EngineComparisonsTable;
  evaluations: EvaluationsTable;
  feedback: FeedbackTable;
  groupAnswers: GroupAnswersTable;
  groupTallies: GroupTalliesTable;
  idempotencyKeys: IdempotencyKeysTable;
  invitations: InvitationsTable;
  jobs: JobsTable;
  legalHolds: LegalHoldsTable;
  letterTemplates: LetterTemplatesTable;
  letters: LettersTable;
  mailLinks: MailLinksTable;
  mails: MailsTable;
  memberships: MembershipsTable;
  merges: MergesTable;
  modelAnswers: ModelAnswersTable;
  modelRequests: ModelRequestsTable;
  modelUse: ModelUseTable;
  moves: MovesTable;
  nearTexts: NearTextsTable;
  notes: NotesTable;
  overrides: OverridesTable;
  pendingSignIns: PendingSignInsTable;
  poolResults: PoolResultsTable;
  poolSearches: PoolSearchesTable;
  quotaUse: QuotaUseTable;
  rateLimits: RateLimitsTable;
  receipts: ReceiptsTable;
  recoveryCodes: RecoveryCodesTable;
  refreshTokens: RefreshTokensTable;
  requirementProposals: RequirementProposalsTable;
  requirements: RequirementsTable;
  resumes: ResumesTable;
  scheduledRuns: ScheduledRunsTable;
  secondFactors: SecondFactorsTable;
  serviceFigures: ServiceFiguresTable;
  sessions: SessionsTable;
  signInFailures: SignInFailuresTable;
  stages: StagesTable;
  storedBytes: StoredBytesTable;
  tasks: TasksTable;
  tiers: TiersTable;
  tokenFamilies: TokenFamiliesTable;
  users: UsersTable;
  webhookAttempts: WebhookAttemptsTable;
  webhookDeliveries: WebhookDeliveriesTable;
  webhookEvents: WebhookEventsTable;
  webhooks: WebhooksTable;
  workspaces: WorkspacesTable;
}

/** The columns with their types in PostgreSQL, and the keys, by their names there. */
export const SCHEMA = {
  apiKeySecrets: {
    columns: {
      secretHash: "bytea",
      apiKeyId: "uuid",
      lastFour: "text",
      createdAt: "timestamptz",
      expiresAt: "timestamptz",
    },
    nullable: ["expiresAt"],
    primary: ["secretHash"],
    unique: { api_key_secrets_pkey: ["secretHash"] },
    foreign: {
      api_key_secrets_api_key_id_fkey: {
        columns: ["apiKeyId"],
        table: "apiKeys",
        references: ["id"],
      },
    },
  },
  apiKeys: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      name: "text",
      mode: "text",
      scopes: "_text",
      createdBy: "uuid",
      createdAt: "timestamptz",
      updatedAt: "timestamptz",
      expiresAt: "timestamptz",
      lastUsedAt: "timestamptz",
      revokedAt: "timestamptz",
    },
    nullable: ["createdBy", "expiresAt", "lastUsedAt", "revokedAt"],
    primary: ["id"],
    unique: { api_keys_pkey: ["id"] },
    foreign: {
      api_keys_created_by_fkey: { columns: ["createdBy"], table: "users", references: ["id"] },
      api_keys_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  apiRequests: {
    columns: { workspaceId: "uuid", day: "date", requests: "int8" },
    nullable: [],
    primary: ["workspaceId", "day"],
    unique: { api_requests_pkey: ["workspaceId", "day"] },
    foreign: {
      api_requests_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  auditLog: {
    columns: {
      id: "int8",
      workspaceId: "uuid",
      userId: "uuid",
      action: "text",
      targetId: "uuid",
      details: "jsonb",
      createdAt: "timestamptz",
      jobId: "uuid",
      resumeId: "uuid",
      candidateId: "uuid",
      apiKeyId: "uuid",
      salt: "uuid",
      detailsDigest: "bytea",
    },
    nullable: [
      "userId",
      "targetId",
      "jobId",
      "resumeId",
      "candidateId",
      "apiKeyId",
      "salt",
      "detailsDigest",
    ],
    primary: ["id"],
    unique: { audit_log_pkey: ["id"] },
    foreign: {
      audit_log_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  auditSeals: {
    columns: {
      workspaceId: "uuid",
      number: "int4",
      entryIds: "_int8",
      digests: "bytea",
      previousHash: "bytea",
      hash: "bytea",
      sealedAt: "timestamptz",
    },
    nullable: ["previousHash"],
    primary: ["workspaceId", "number"],
    unique: { audit_seals_pkey: ["workspaceId", "number"] },
    foreign: {
      audit_seals_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  auditUnsealed: {
    columns: { entryId: "int8", workspaceId: "uuid" },
    nullable: [],
    primary: ["entryId"],
    unique: { audit_unsealed_pkey: ["entryId"] },
    foreign: {},
  },
  backups: {
    columns: { fileName: "text", madeAt: "timestamptz", keptUntil: "timestamptz" },
    nullable: [],
    primary: ["madeAt", "fileName"],
    unique: { backups_pkey: ["madeAt", "fileName"] },
    foreign: {},
  },
  bulkEvaluations: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      status: "text",
      job: "jsonb",
      result: "jsonb",
      createdAt: "timestamptz",
      expiresAt: "timestamptz",
    },
    nullable: ["job", "result"],
    primary: ["id"],
    unique: { bulk_evaluations_pkey: ["id"] },
    foreign: {
      bulk_evaluations_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  bulkFiles: {
    columns: {
      bulkId: "uuid",
      position: "int4",
      fileName: "text",
      bytes: "bytea",
      sizeBytes: "int8",
    },
    nullable: ["bytes"],
    primary: ["bulkId", "position"],
    unique: { bulk_files_pkey: ["bulkId", "position"] },
    foreign: {
      bulk_files_bulk_id_fkey: {
        columns: ["bulkId"],
        table: "bulkEvaluations",
        references: ["id"],
      },
    },
  },
  candidateRequests: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      candidateId: "uuid",
      kind: "text",
      text: "text",
      state: "text",
      answer: "text",
      createdAt: "timestamptz",
      settledAt: "timestamptz",
      settledBy: "uuid",
    },
    nullable: ["answer", "settledAt", "settledBy"],
    primary: ["id"],
    unique: { candidate_requests_pkey: ["id"], candidate_requests_open: ["candidateId", "kind"] },
    foreign: {
      candidate_requests_settled_by_fkey: {
        columns: ["settledBy"],
        table: "users",
        references: ["id"],
      },
      candidate_requests_workspace_id_candidate_id_fkey: {
        columns: ["workspaceId", "candidateId"],
        table: "candidates",
        references: ["workspaceId", "id"],
      },
    },
  },
  candidateTags: {
    columns: {
      workspaceId: "uuid",
      candidateId: "uuid",
      tag: "text",
      userId: "uuid",
      createdAt: "timestamptz",
      isHidden: "bool",
    },
    nullable: ["userId"],
    primary: ["candidateId", "tag"],
    unique: { candidate_tags_pkey: ["candidateId", "tag"] },
    foreign: {
      candidate_tags_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      candidate_tags_workspace_id_candidate_id_fkey: {
        columns: ["workspaceId", "candidateId"],
        table: "candidates",
        references: ["workspaceId", "id"],
      },
    },
  },
  candidates: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      name: "text",
      email: "text",
      phone: "text",
      place: "text",
      createdAt: "timestamptz",
      updatedAt: "timestamptz",
      mergedRoot: "uuid",
      personId: "uuid",
      own: "jsonb",
      phoneE164: "text",
      consent: "text",
      consentOn: "date",
      consentUntil: "date",
      namePlain: "text",
      retentionWarnedAt: "timestamptz",
    },
    nullable: [
      "name",
      "email",
      "phone",
      "place",
      "mergedRoot",
      "own",
      "phoneE164",
      "consent",
      "consentOn",
      "consentUntil",
      "namePlain",
      "retentionWarnedAt",
    ],
    primary: ["id"],
    unique: { candidates_pkey: ["id"], candidates_workspace_id_id_key: ["workspaceId", "id"] },
    foreign: {
      candidates_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
      candidates_workspace_id_merged_root_fkey: {
        columns: ["workspaceId", "mergedRoot"],
        table: "candidates",
        references: ["workspaceId", "id"],
      },
    },
  },
  documents: {
    columns: {
      key: "text",
      workspaceId: "uuid",
      bytes: "bytea",
      createdAt: "timestamptz",
      place: "text",
      hash: "bytea",
      sizeBytes: "int4",
      scannedAt: "timestamptz",
    },
    nullable: ["bytes", "scannedAt"],
    primary: ["key"],
    unique: { documents_pkey: ["key"] },
    foreign: {
      documents_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  duplicateDismissals: {
    columns: {
      workspaceId: "uuid",
      firstId: "uuid",
      secondId: "uuid",
      userId: "uuid",
      createdAt: "timestamptz",
    },
    nullable: ["userId"],
    primary: ["firstId", "secondId"],
    unique: { duplicate_dismissals_pkey: ["firstId", "secondId"] },
    foreign: {
      duplicate_dismissals_user_id_fkey: {
        columns: ["userId"],
        table: "users",
        references: ["id"],
      },
      duplicate_dismissals_workspace_id_first_id_fkey: {
        columns: ["workspaceId", "firstId"],
        table: "candidates",
        references: ["workspaceId", "id"],
      },
      duplicate_dismissals_workspace_id_second_id_fkey: {
        columns: ["workspaceId", "secondId"],
        table: "candidates",
        references: ["workspaceId", "id"],
      },
    },
  },
  engineComparisons: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      jobId: "uuid",
      requirementsVersion: "int4",
      engineVersion: "text",
      status: "text",
      judged: "int4",
      moves: "jsonb",
      userId: "uuid",
      createdAt: "timestamptz",
      finishedAt: "timestamptz",
      acceptedAt: "timestamptz",
    },
    nullable: ["userId", "finishedAt", "acceptedAt"],
    primary: ["id"],
    unique: { engine_comparisons_pkey: ["id"], engine_comparisons_job_id_key: ["jobId"] },
    foreign: {
      engine_comparisons_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      engine_comparisons_workspace_id_job_id_fkey: {
        columns: ["workspaceId", "jobId"],
        table: "jobs",
        references: ["workspaceId", "id"],
      },
    },
  },
  evaluations: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      jobId: "uuid",
      resumeId: "uuid",
      requirementsVersion: "int4",
      engineVersion: "text",
      score: "float8",
      rawScore: "float8",
      grade: "text",
      engineScore: "float8",
      engineGrade: "text",
      requiredMet: "int4",
      requiredTotal: "int4",
      headline: "text",
      flags: "jsonb",
      matches: "jsonb",
      summary: "jsonb",
      createdAt: "timestamptz",
      updatedAt: "timestamptz",
      likeness: "jsonb",
      withheld: "jsonb",
    },
    nullable: [
      "score",
      "rawScore",
      "grade",
      "engineScore",
      "engineGrade",
      "headline",
      "likeness",
      "withheld",
    ],
    primary: ["id"],
    unique: { evaluations_pkey: ["id"], evaluations_resume_id_key: ["resumeId"] },
    foreign: {
      evaluations_workspace_id_job_id_fkey: {
        columns: ["workspaceId", "jobId"],
        table: "jobs",
        references: ["workspaceId", "id"],
      },
      evaluations_workspace_id_resume_id_fkey: {
        columns: ["workspaceId", "resumeId"],
        table: "resumes",
        references: ["workspaceId", "id"],
      },
    },
  },
  feedback: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      userId: "uuid",
      title: "text",
      text: "text",
      page: "text",
      screenshotType: "text",
      createdAt: "timestamptz",
    },
    nullable: ["userId", "page", "screenshotType"],
    primary: ["id"],
    unique: { feedback_pkey: ["id"] },
    foreign: {
      feedback_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      feedback_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  groupAnswers: {
    columns: {
      workspaceId: "uuid",
      candidateId: "uuid",
      question: "text",
      answer: "text",
      answeredAt: "timestamptz",
    },
    nullable: [],
    primary: ["candidateId", "question"],
    unique: { group_answers_pkey: ["candidateId", "question"] },
    foreign: {
      group_answers_workspace_id_candidate_id_fkey: {
        columns: ["workspaceId", "candidateId"],
        table: "candidates",
        references: ["workspaceId", "id"],
      },
    },
  },
  groupTallies: {
    columns: {
      workspaceId: "uuid",
      jobId: "uuid",
      question: "text",
      answer: "text",
      stageId: "uuid",
      since: "date",
      count: "int4",
    },
    nullable: ["stageId"],
    primary: [],
    unique: {
      group_tallies_job_id_question_answer_stage_id_since_key: [
        "jobId",
        "question",
        "answer",
        "stageId",
        "since",
      ],
    },
    foreign: {
      group_tallies_workspace_id_job_id_fkey: {
        columns: ["workspaceId", "jobId"],
        table: "jobs",
        references: ["workspaceId", "id"],
      },
      group_tallies_workspace_id_stage_id_fkey: {
        columns: ["workspaceId", "stageId"],
        table: "stages",
        references: ["workspaceId", "id"],
      },
    },
  },
  idempotencyKeys: {
    columns: {
      scope: "bytea",
      workspaceId: "uuid",
      fingerprint: "bytea",
      status: "int2",
      headers: "jsonb",
      body: "bytea",
      holder: "uuid",
      leasedUntil: "timestamptz",
      createdAt: "timestamptz",
    },
    nullable: ["workspaceId", "status", "body", "holder", "leasedUntil"],
    primary: ["scope"],
    unique: { idempotency_keys_pkey: ["scope"] },
    foreign: {
      idempotency_keys_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  invitations: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      email: "text",
      role: "text",
      invitedBy: "uuid",
      createdAt: "timestamptz",
      sentAt: "timestamptz",
      acceptedBy: "uuid",
      acceptedAt: "timestamptz",
      revokedAt: "timestamptz",
    },
    nullable: ["invitedBy", "acceptedBy", "acceptedAt", "revokedAt"],
    primary: ["id"],
    unique: { invitations_pkey: ["id"] },
    foreign: {
      invitations_accepted_by_fkey: { columns: ["acceptedBy"], table: "users", references: ["id"] },
      invitations_invited_by_fkey: { columns: ["invitedBy"], table: "users", references: ["id"] },
      invitations_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  jobs: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      title: "text",
      description: "text",
      descriptionStatus: "text",
      descriptionFileName: "text",
      descriptionErrorCode: "text",
      descriptionErrorParams: "jsonb",
      language: "text",
      requiredWeight: "float8",
      niceToHaveWeight: "float8",
      requirementsVersion: "int4",
      rankedVersion: "int4",
      sample: "text",
      createdBy: "uuid",
      createdAt: "timestamptz",
      updatedAt: "timestamptz",
      archivedAt: "timestamptz",
      place: "text",
      department: "text",
      confirmedAt: "timestamptz",
      textWeight: "int2",
      isBlind: "bool",
    },
    nullable: [
      "description",
      "descriptionFileName",
      "descriptionErrorCode",
      "language",
      "sample",
      "createdBy",
      "archivedAt",
      "place",
      "department",
      "confirmedAt",
    ],
    primary: ["id"],
    unique: {
      jobs_pkey: ["id"],
      jobs_workspace_id_id_key: ["workspaceId", "id"],
      jobs_workspace_id_sample_key: ["workspaceId", "sample"],
    },
    foreign: {
      jobs_created_by_fkey: { columns: ["createdBy"], table: "users", references: ["id"] },
      jobs_workspace_id_fkey: { columns: ["workspaceId"], table: "workspaces", references: ["id"] },
    },
  },
  legalHolds: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      candidateId: "uuid",
      jobId: "uuid",
      reason: "text",
      userId: "uuid",
      createdAt: "timestamptz",
      releasedAt: "timestamptz",
      releasedBy: "uuid",
    },
    nullable: ["candidateId", "jobId", "userId", "releasedAt", "releasedBy"],
    primary: ["id"],
    unique: {
      legal_holds_pkey: ["id"],
      legal_holds_of_candidate: ["candidateId"],
      legal_holds_of_job: ["jobId"],
    },
    foreign: {
      legal_holds_released_by_fkey: { columns: ["releasedBy"], table: "users", references: ["id"] },
      legal_holds_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      legal_holds_workspace_id_candidate_id_fkey: {
        columns: ["workspaceId", "candidateId"],
        table: "candidates",
        references: ["workspaceId", "id"],
      },
      legal_holds_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
      legal_holds_workspace_id_job_id_fkey: {
        columns: ["workspaceId", "jobId"],
        table: "jobs",
        references: ["workspaceId", "id"],
      },
    },
  },
  letterTemplates: {
    columns: {
      workspaceId: "uuid",
      kind: "text",
      language: "text",
      subject: "text",
      text: "text",
      updatedAt: "timestamptz",
    },
    nullable: [],
    primary: ["workspaceId", "kind", "language"],
    unique: { letter_templates_pkey: ["workspaceId", "kind", "language"] },
    foreign: {
      letter_templates_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  letters: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      candidateId: "uuid",
      resumeId: "uuid",
      jobId: "uuid",
      kind: "text",
      language: "text",
      recipient: "text",
      replyTo: "text",
      subject: "text",
      text: "text",
      state: "text",
      failures: "int4",
      error: "text",
      draftKey: "uuid",
      userId: "uuid",
      createdAt: "timestamptz",
      finishedAt: "timestamptz",
    },
    nullable: ["resumeId", "jobId", "replyTo", "error", "userId", "finishedAt"],
    primary: ["id"],
    unique: {
      letters_pkey: ["id"],
      letters_workspace_id_draft_key_key: ["workspaceId", "draftKey"],
    },
    foreign: {
      letters_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      letters_workspace_id_candidate_id_fkey: {
        columns: ["workspaceId", "candidateId"],
        table: "candidates",
        references: ["workspaceId", "id"],
      },
      letters_workspace_id_job_id_fkey: {
        columns: ["workspaceId", "jobId"],
        table: "jobs",
        references: ["workspaceId", "id"],
      },
      letters_workspace_id_resume_id_fkey: {
        columns: ["workspaceId", "resumeId"],
        table: "resumes",
        references: ["workspaceId", "id"],
      },
    },
  },
  mailLinks: {
    columns: {
      id: "uuid",
      purpose: "text",
      userId: "uuid",
      invitationId: "uuid",
      email: "text",
      tokenHash: "bytea",
      createdAt: "timestamptz",
      expiresAt: "timestamptz",
      usedAt: "timestamptz",
      candidateId: "uuid",
      senderId: "uuid",
      openedAt: "timestamptz",
    },
    nullable: ["userId", "invitationId", "usedAt", "candidateId", "senderId", "openedAt"],
    primary: ["id"],
    unique: { mail_links_pkey: ["id"], mail_links_token_hash_key: ["tokenHash"] },
    foreign: {
      mail_links_candidate_id_fkey: {
        columns: ["candidateId"],
        table: "candidates",
        references: ["id"],
      },
      mail_links_invitation_id_fkey: {
        columns: ["invitationId"],
        table: "invitations",
        references: ["id"],
      },
      mail_links_sender_id_fkey: { columns: ["senderId"], table: "users", references: ["id"] },
      mail_links_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
    },
  },
  mails: {
    columns: {
      id: "uuid",
      kind: "text",
      workspaceId: "uuid",
      userId: "uuid",
      linkId: "uuid",
      recipient: "text",
      language: "text",
      params: "jsonb",
      state: "text",
      failures: "int4",
      error: "text",
      createdAt: "timestamptz",
      finishedAt: "timestamptz",
      candidateId: "uuid",
    },
    nullable: ["workspaceId", "userId", "linkId", "error", "finishedAt", "candidateId"],
    primary: ["id"],
    unique: { mails_pkey: ["id"] },
    foreign: {
      mails_candidate_id_fkey: {
        columns: ["candidateId"],
        table: "candidates",
        references: ["id"],
      },
      mails_link_id_fkey: { columns: ["linkId"], table: "mailLinks", references: ["id"] },
      mails_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      mails_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  memberships: {
    columns: { workspaceId: "uuid", userId: "uuid", role: "text", createdAt: "timestamptz" },
    nullable: [],
    primary: ["workspaceId", "userId"],
    unique: { memberships_pkey: ["workspaceId", "userId"] },
    foreign: {
      memberships_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      memberships_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  merges: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      keptId: "uuid",
      mergedId: "uuid",
      choices: "jsonb",
      userId: "uuid",
      createdAt: "timestamptz",
      undoneAt: "timestamptz",
      undoneBy: "uuid",
      removedTags: "_text",
    },
    nullable: ["userId", "undoneAt", "undoneBy"],
    primary: ["id"],
    unique: { merges_pkey: ["id"], merges_current: ["mergedId"] },
    foreign: {
      merges_undone_by_fkey: { columns: ["undoneBy"], table: "users", references: ["id"] },
      merges_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      merges_workspace_id_kept_id_fkey: {
        columns: ["workspaceId", "keptId"],
        table: "candidates",
        references: ["workspaceId", "id"],
      },
      merges_workspace_id_merged_id_fkey: {
        columns: ["workspaceId", "mergedId"],
        table: "candidates",
        references: ["workspaceId", "id"],
      },
    },
  },
  modelAnswers: {
    columns: {
      workspaceId: "uuid",
      questionSha256: "text",
      jobId: "uuid",
      resumeId: "uuid",
      answer: "jsonb",
      createdAt: "timestamptz",
    },
    nullable: ["resumeId"],
    primary: ["workspaceId", "questionSha256"],
    unique: { model_answers_pkey: ["workspaceId", "questionSha256"] },
    foreign: {
      model_answers_workspace_id_job_id_fkey: {
        columns: ["workspaceId", "jobId"],
        table: "jobs",
        references: ["workspaceId", "id"],
      },
      model_answers_workspace_id_resume_id_fkey: {
        columns: ["workspaceId", "resumeId"],
        table: "resumes",
        references: ["workspaceId", "id"],
      },
    },
  },
  modelRequests: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      jobId: "uuid",
      resumeId: "uuid",
      kind: "text",
      language: "text",
      status: "text",
      errorCode: "text",
      model: "text",
      requirementsVersion: "int4",
      engineVersion: "text",
      differs: "bool",
      result: "jsonb",
      userId: "uuid",
      createdAt: "timestamptz",
      finishedAt: "timestamptz",
    },
    nullable: ["resumeId", "errorCode", "result", "userId", "finishedAt"],
    primary: ["id"],
    unique: {
      model_requests_pkey: ["id"],
      model_requests_job_id_resume_id_kind_key: ["jobId", "resumeId", "kind"],
    },
    foreign: {
      model_requests_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      model_requests_workspace_id_job_id_fkey: {
        columns: ["workspaceId", "jobId"],
        table: "jobs",
        references: ["workspaceId", "id"],
      },
      model_requests_workspace_id_resume_id_fkey: {
        columns: ["workspaceId", "resumeId"],
        table: "resumes",
        references: ["workspaceId", "id"],
      },
    },
  },
  modelUse: {
    columns: { workspaceId: "uuid", month: "date", tokens: "int8", calls: "int4" },
    nullable: [],
    primary: ["workspaceId", "month"],
    unique: { model_use_pkey: ["workspaceId", "month"] },
    foreign: {
      model_use_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  moves: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      jobId: "uuid",
      resumeId: "uuid",
      batchId: "uuid",
      fromStageId: "uuid",
      toStageId: "uuid",
      reasonCode: "text",
      reason: "text",
      evidence: "jsonb",
      userId: "uuid",
      createdAt: "timestamptz",
      undoneAt: "timestamptz",
      undoneBy: "uuid",
    },
    nullable: ["reasonCode", "reason", "userId", "undoneAt", "undoneBy"],
    primary: ["id"],
    unique: { moves_pkey: ["id"] },
    foreign: {
      moves_undone_by_fkey: { columns: ["undoneBy"], table: "users", references: ["id"] },
      moves_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      moves_workspace_id_from_stage_id_fkey: {
        columns: ["workspaceId", "fromStageId"],
        table: "stages",
        references: ["workspaceId", "id"],
      },
      moves_workspace_id_job_id_fkey: {
        columns: ["workspaceId", "jobId"],
        table: "jobs",
        references: ["workspaceId", "id"],
      },
      moves_workspace_id_resume_id_fkey: {
        columns: ["workspaceId", "resumeId"],
        table: "resumes",
        references: ["workspaceId", "id"],
      },
      moves_workspace_id_to_stage_id_fkey: {
        columns: ["workspaceId", "toStageId"],
        table: "stages",
        references: ["workspaceId", "id"],
      },
    },
  },
  nearTexts: {
    columns: {
      workspaceId: "uuid",
      firstId: "uuid",
      secondId: "uuid",
      similarity: "float8",
      createdAt: "timestamptz",
    },
    nullable: [],
    primary: ["firstId", "secondId"],
    unique: { near_texts_pkey: ["firstId", "secondId"] },
    foreign: {
      near_texts_workspace_id_first_id_fkey: {
        columns: ["workspaceId", "firstId"],
        table: "resumes",
        references: ["workspaceId", "id"],
      },
      near_texts_workspace_id_second_id_fkey: {
        columns: ["workspaceId", "secondId"],
        table: "resumes",
        references: ["workspaceId", "id"],
      },
    },
  },
  notes: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      candidateId: "uuid",
      jobId: "uuid",
      text: "text",
      userId: "uuid",
      createdAt: "timestamptz",
      updatedAt: "timestamptz",
    },
    nullable: ["jobId", "userId"],
    primary: ["id"],
    unique: { notes_pkey: ["id"] },
    foreign: {
      notes_job_id_fkey: { columns: ["jobId"], table: "jobs", references: ["id"] },
      notes_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      notes_workspace_id_candidate_id_fkey: {
        columns: ["workspaceId", "candidateId"],
        table: "candidates",
        references: ["workspaceId", "id"],
      },
    },
  },
  overrides: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      resumeId: "uuid",
      requirementId: "uuid",
      requirementName: "text",
      requirementYears: "float8",
      verdictBefore: "text",
      verdict: "text",
      reason: "text",
      userId: "uuid",
      createdAt: "timestamptz",
      undoneAt: "timestamptz",
      undoneBy: "uuid",
    },
    nullable: ["requirementYears", "userId", "undoneAt", "undoneBy"],
    primary: ["id"],
    unique: { overrides_pkey: ["id"], overrides_current: ["resumeId", "requirementId"] },
    foreign: {
      overrides_requirement_id_fkey: {
        columns: ["requirementId"],
        table: "requirements",
        references: ["id"],
      },
      overrides_undone_by_fkey: { columns: ["undoneBy"], table: "users", references: ["id"] },
      overrides_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      overrides_workspace_id_resume_id_fkey: {
        columns: ["workspaceId", "resumeId"],
        table: "resumes",
        references: ["workspaceId", "id"],
      },
    },
  },
  pendingSignIns: {
    columns: { tokenHash: "bytea", workspaceId: "uuid", userId: "uuid", expiresAt: "timestamptz" },
    nullable: [],
    primary: ["tokenHash"],
    unique: { pending_sign_ins_pkey: ["tokenHash"] },
    foreign: {
      pending_sign_ins_workspace_id_user_id_fkey: {
        columns: ["workspaceId", "userId"],
        table: "memberships",
        references: ["workspaceId", "userId"],
      },
    },
  },
  poolResults: {
    columns: {
      jobId: "uuid",
      resumeId: "uuid",
      workspaceId: "uuid",
      isJudged: "bool",
      score: "float8",
      rawScore: "float8",
      grade: "text",
      requiredMet: "int4",
      requiredTotal: "int4",
      headline: "text",
      flags: "jsonb",
      summary: "jsonb",
    },
    nullable: ["score", "rawScore", "grade", "headline"],
    primary: ["jobId", "resumeId"],
    unique: { pool_results_pkey: ["jobId", "resumeId"] },
    foreign: {
      pool_results_job_id_fkey: {
        columns: ["jobId"],
        table: "poolSearches",
        references: ["jobId"],
      },
      pool_results_workspace_id_resume_id_fkey: {
        columns: ["workspaceId", "resumeId"],
        table: "resumes",
        references: ["workspaceId", "id"],
      },
    },
  },
  poolSearches: {
    columns: {
      jobId: "uuid",
      id: "uuid",
      workspaceId: "uuid",
      status: "text",
      requirementsVersion: "int4",
      isCut: "bool",
      userId: "uuid",
      createdAt: "timestamptz",
      finishedAt: "timestamptz",
    },
    nullable: ["userId", "finishedAt"],
    primary: ["jobId"],
    unique: { pool_searches_pkey: ["jobId"] },
    foreign: {
      pool_searches_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
      pool_searches_workspace_id_job_id_fkey: {
        columns: ["workspaceId", "jobId"],
        table: "jobs",
        references: ["workspaceId", "id"],
      },
    },
  },
  quotaUse: {
    columns: { workspaceId: "uuid", month: "date", resumes: "int4", jobs: "int4" },
    nullable: [],
    primary: ["workspaceId", "month"],
    unique: { quota_use_pkey: ["workspaceId", "month"] },
    foreign: {
      quota_use_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  rateLimits: {
    columns: {
      id: "uuid",
      tierId: "uuid",
      name: "text",
      method: "text",
      path: "text",
      maxCalls: "int4",
      periodSeconds: "int4",
      createdAt: "timestamptz",
      updatedAt: "timestamptz",
    },
    nullable: ["method"],
    primary: ["id"],
    unique: { rate_limits_pkey: ["id"], rate_limits_name_key: ["tierId", "name"] },
    foreign: {
      rate_limits_tier_id_fkey: { columns: ["tierId"], table: "tiers", references: ["id"] },
    },
  },
  receipts: {
    columns: { evaluationId: "uuid", workspaceId: "uuid", content: "text" },
    nullable: [],
    primary: ["evaluationId"],
    unique: { receipts_pkey: ["evaluationId"] },
    foreign: {
      receipts_evaluation_id_fkey: {
        columns: ["evaluationId"],
        table: "evaluations",
        references: ["id"],
      },
      receipts_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  recoveryCodes: {
    columns: { userId: "uuid", codeHash: "bytea", usedAt: "timestamptz" },
    nullable: ["usedAt"],
    primary: ["userId", "codeHash"],
    unique: { recovery_codes_pkey: ["userId", "codeHash"] },
    foreign: {
      recovery_codes_user_id_fkey: {
        columns: ["userId"],
        table: "secondFactors",
        references: ["userId"],
      },
    },
  },
  refreshTokens: {
    columns: {
      tokenHash: "bytea",
      familyId: "uuid",
      createdAt: "timestamptz",
      usedAt: "timestamptz",
      successorSalt: "bytea",
    },
    nullable: ["usedAt", "successorSalt"],
    primary: ["tokenHash"],
    unique: { refresh_tokens_pkey: ["tokenHash"] },
    foreign: {
      refresh_tokens_family_id_fkey: {
        columns: ["familyId"],
        table: "tokenFamilies",
        references: ["id"],
      },
    },
  },
  requirementProposals: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      jobId: "uuid",
      name: "text",
      level: "text",
      quote: "text",
      decision: "text",
      decidedBy: "uuid",
      decidedAt: "timestamptz",
      createdAt: "timestamptz",
    },
    nullable: ["decision", "decidedBy", "decidedAt"],
    primary: ["id"],
    unique: { requirement_proposals_pkey: ["id"] },
    foreign: {
      requirement_proposals_decided_by_fkey: {
        columns: ["decidedBy"],
        table: "users",
        references: ["id"],
      },
      requirement_proposals_workspace_id_job_id_fkey: {
        columns: ["workspaceId", "jobId"],
        table: "jobs",
        references: ["workspaceId", "id"],
      },
    },
  },
  requirements: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      jobId: "uuid",
      position: "int4",
      name: "text",
      level: "text",
      kind: "text",
      years: "float8",
      importance: "int2",
      gate: "bool",
      skill: "text",
      sourceStart: "int4",
      sourceEnd: "int4",
      addedBy: "uuid",
      isAdded: "bool",
      createdAt: "timestamptz",
      updatedAt: "timestamptz",
      deletedAt: "timestamptz",
      metric: "jsonb",
    },
    nullable: ["years", "skill", "sourceStart", "sourceEnd", "addedBy", "deletedAt", "metric"],
    primary: ["id"],
    unique: { requirements_pkey: ["id"] },
    foreign: {
      requirements_added_by_fkey: { columns: ["addedBy"], table: "users", references: ["id"] },
      requirements_workspace_id_job_id_fkey: {
        columns: ["workspaceId", "jobId"],
        table: "jobs",
        references: ["workspaceId", "id"],
      },
    },
  },
  resumes: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      jobId: "uuid",
      candidateId: "uuid",
      fileName: "text",
      contentHash: "bytea",
      sizeBytes: "int8",
      receivedOn: "date",
      status: "text",
      errorCode: "text",
      errorParams: "jsonb",
      kind: "text",
      language: "text",
      text: "text",
      textHash: "bytea",
      pages: "jsonb",
      hidden: "jsonb",
      change: "int8",
      uploadedBy: "uuid",
      createdAt: "timestamptz",
      updatedAt: "timestamptz",
      stageId: "uuid",
      stageSince: "timestamptz",
      stageVersion: "int4",
      nearSignature: "_int4",
      nearBands: "_int4",
      search: "tsvector",
      nearComparedAt: "timestamptz",
      isMasked: "bool",
      trueFileName: "text",
      secrets: "_text",
      maskedText: "text",
      recognition: "jsonb",
      hasPhoto: "bool",
    },
    nullable: [
      "candidateId",
      "errorCode",
      "kind",
      "language",
      "text",
      "textHash",
      "uploadedBy",
      "stageId",
      "stageSince",
      "nearSignature",
      "nearBands",
      "search",
      "nearComparedAt",
      "trueFileName",
      "secrets",
      "maskedText",
      "recognition",
      "hasPhoto",
    ],
    primary: ["id"],
    unique: {
      resumes_pkey: ["id"],
      resumes_content_key: ["jobId", "contentHash"],
      resumes_workspace_id_id_key: ["workspaceId", "id"],
    },
    foreign: {
      resumes_uploaded_by_fkey: { columns: ["uploadedBy"], table: "users", references: ["id"] },
      resumes_workspace_id_candidate_id_fkey: {
        columns: ["workspaceId", "candidateId"],
        table: "candidates",
        references: ["workspaceId", "id"],
      },
      resumes_workspace_id_job_id_fkey: {
        columns: ["workspaceId", "jobId"],
        table: "jobs",
        references: ["workspaceId", "id"],
      },
      resumes_workspace_id_stage_id_fkey: {
        columns: ["workspaceId", "stageId"],
        table: "stages",
        references: ["workspaceId", "id"],
      },
    },
  },
  scheduledRuns: {
    columns: { name: "text", dueAt: "timestamptz", taskId: "uuid", createdAt: "timestamptz" },
    nullable: [],
    primary: ["name", "dueAt"],
    unique: { scheduled_runs_pkey: ["name", "dueAt"] },
    foreign: {},
  },
  secondFactors: {
    columns: {
      userId: "uuid",
      secret: "bytea",
      confirmedAt: "timestamptz",
      lastStep: "int4",
      createdAt: "timestamptz",
    },
    nullable: ["confirmedAt", "lastStep"],
    primary: ["userId"],
    unique: { second_factors_pkey: ["userId"] },
    foreign: {
      second_factors_user_id_fkey: { columns: ["userId"], table: "users", references: ["id"] },
    },
  },
  serviceFigures: {
    columns: {
      quarter: "timestamptz",
      requests: "int8",
      serverErrors: "int8",
      durations: "_int8",
      tasks: "int8",
      failedTasks: "int8",
      evaluations: "int8",
      refusals: "int8",
      queueDepth: "int4",
      queueOldestSeconds: "int4",
    },
    nullable: [],
    primary: ["quarter"],
    unique: { service_figures_pkey: ["quarter"] },
    foreign: {},
  },
  sessions: {
    columns: {
      id: "uuid",
      tokenHash: "bytea",
      workspaceId: "uuid",
      userId: "uuid",
      userAgent: "text",
      createdAt: "timestamptz",
      lastSeenAt: "timestamptz",
      expiresAt: "timestamptz",
      revokedAt: "timestamptz",
    },
    nullable: ["userAgent", "revokedAt"],
    primary: ["id"],
    unique: { sessions_pkey: ["id"], sessions_token_hash_key: ["tokenHash"] },
    foreign: {
      sessions_workspace_id_user_id_fkey: {
        columns: ["workspaceId", "userId"],
        table: "memberships",
        references: ["workspaceId", "userId"],
      },
    },
  },
  signInFailures: {
    columns: {
      subject: "bytea",
      failures: "int4",
      lastFailedAt: "timestamptz",
      blockedUntil: "timestamptz",
    },
    nullable: ["blockedUntil"],
    primary: ["subject"],
    unique: { sign_in_failures_pkey: ["subject"] },
    foreign: {},
  },
  stages: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      key: "text",
      name: "text",
      decision: "text",
      position: "int4",
      createdAt: "timestamptz",
      removedAt: "timestamptz",
    },
    nullable: ["key", "name", "removedAt"],
    primary: ["id"],
    unique: {
      stages_pkey: ["id"],
      stages_workspace_id_id_key: ["workspaceId", "id"],
      stages_workspace_id_key_key: ["workspaceId", "key"],
    },
    foreign: {
      stages_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  storedBytes: {
    columns: { workspaceId: "uuid", bytes: "int8" },
    nullable: [],
    primary: ["workspaceId"],
    unique: { stored_bytes_pkey: ["workspaceId"] },
    foreign: {
      stored_bytes_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  tasks: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      name: "text",
      payload: "jsonb",
      dedupeKey: "text",
      state: "text",
      attempts: "int4",
      failures: "int4",
      dueAt: "timestamptz",
      relayedAt: "timestamptz",
      leasedUntil: "timestamptz",
      error: "text",
      createdAt: "timestamptz",
      finishedAt: "timestamptz",
      result: "jsonb",
      startedAt: "timestamptz",
      isRetry: "bool",
      traceparent: "text",
      waits: "int4",
      putOffAt: "timestamptz",
    },
    nullable: [
      "workspaceId",
      "dedupeKey",
      "relayedAt",
      "leasedUntil",
      "error",
      "finishedAt",
      "result",
      "startedAt",
      "traceparent",
      "putOffAt",
    ],
    primary: ["id"],
    unique: { tasks_pkey: ["id"], tasks_dedupe_key: ["dedupeKey"] },
    foreign: {
      tasks_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  tiers: {
    columns: {
      id: "uuid",
      name: "text",
      monthlyResumes: "int4",
      monthlyJobs: "int4",
      createdAt: "timestamptz",
      updatedAt: "timestamptz",
      storageBytes: "int8",
    },
    nullable: ["monthlyResumes", "monthlyJobs", "storageBytes"],
    primary: ["id"],
    unique: { tiers_pkey: ["id"] },
    foreign: {},
  },
  tokenFamilies: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      userId: "uuid",
      userAgent: "text",
      createdAt: "timestamptz",
      lastUsedAt: "timestamptz",
      expiresAt: "timestamptz",
      revokedAt: "timestamptz",
    },
    nullable: ["userAgent", "revokedAt"],
    primary: ["id"],
    unique: { token_families_pkey: ["id"] },
    foreign: {
      token_families_workspace_id_user_id_fkey: {
        columns: ["workspaceId", "userId"],
        table: "memberships",
        references: ["workspaceId", "userId"],
      },
    },
  },
  users: {
    columns: {
      id: "uuid",
      name: "text",
      username: "text",
      email: "text",
      passwordHash: "text",
      isSuperuser: "bool",
      language: "text",
      theme: "text",
      createdAt: "timestamptz",
      updatedAt: "timestamptz",
      singleKeys: "bool",
      emailVerifiedAt: "timestamptz",
      isDisabled: "bool",
      isDeleted: "bool",
      deletedAt: "timestamptz",
      tierId: "uuid",
    },
    nullable: ["language", "emailVerifiedAt", "deletedAt", "tierId"],
    primary: ["id"],
    unique: { users_pkey: ["id"], users_username_key: ["username"] },
    foreign: { users_tier_id_fkey: { columns: ["tierId"], table: "tiers", references: ["id"] } },
  },
  webhookAttempts: {
    columns: {
      deliveryId: "uuid",
      number: "int4",
      startedAt: "timestamptz",
      durationMs: "int4",
      status: "int2",
      response: "text",
      error: "text",
    },
    nullable: ["status", "response", "error"],
    primary: ["deliveryId", "number"],
    unique: { webhook_attempts_pkey: ["deliveryId", "number"] },
    foreign: {
      webhook_attempts_delivery_id_fkey: {
        columns: ["deliveryId"],
        table: "webhookDeliveries",
        references: ["id"],
      },
    },
  },
  webhookDeliveries: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      webhookId: "uuid",
      eventId: "uuid",
      state: "text",
      isReplay: "bool",
      attempts: "int4",
      nextAttemptAt: "timestamptz",
      createdAt: "timestamptz",
      finishedAt: "timestamptz",
    },
    nullable: ["nextAttemptAt", "finishedAt"],
    primary: ["id"],
    unique: { webhook_deliveries_pkey: ["id"], webhook_deliveries_once: ["webhookId", "eventId"] },
    foreign: {
      webhook_deliveries_event_id_fkey: {
        columns: ["eventId"],
        table: "webhookEvents",
        references: ["id"],
      },
      webhook_deliveries_webhook_id_fkey: {
        columns: ["webhookId"],
        table: "webhooks",
        references: ["id"],
      },
      webhook_deliveries_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  webhookEvents: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      type: "text",
      data: "jsonb",
      createdAt: "timestamptz",
    },
    nullable: [],
    primary: ["id"],
    unique: { webhook_events_pkey: ["id"] },
    foreign: {
      webhook_events_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  webhooks: {
    columns: {
      id: "uuid",
      workspaceId: "uuid",
      url: "text",
      description: "text",
      events: "_text",
      state: "text",
      secret: "bytea",
      previousSecret: "bytea",
      previousUntil: "timestamptz",
      failingSince: "timestamptz",
      createdBy: "uuid",
      createdAt: "timestamptz",
      updatedAt: "timestamptz",
    },
    nullable: ["description", "previousSecret", "previousUntil", "failingSince", "createdBy"],
    primary: ["id"],
    unique: { webhooks_pkey: ["id"] },
    foreign: {
      webhooks_created_by_fkey: { columns: ["createdBy"], table: "users", references: ["id"] },
      webhooks_workspace_id_fkey: {
        columns: ["workspaceId"],
        table: "workspaces",
        references: ["id"],
      },
    },
  },
  workspaces: {
    columns: {
      id: "uuid",
      name: "text",
      createdAt: "timestamptz",
      sandboxOf: "uuid",
      updatedAt: "timestamptz",
      tierId: "uuid",
      requiresSecondFactor: "bool",
      occupationHalfLife: "int4",
      toolHalfLife: "int4",
      knowledgeHalfLife: "int4",
      retentionDays: "int4",
      groupQuestions: "_text",
    },
    nullable: ["sandboxOf", "tierId", "occupationHalfLife", "toolHalfLife", "knowledgeHalfLife"],
    primary: ["id"],
    unique: { workspaces_pkey: ["id"], workspaces_sandbox_of_key: ["sandboxOf"] },
    foreign: {
      workspaces_sandbox_of_fkey: {
        columns: ["sandboxOf"],
        table: "workspaces",
        references: ["id"],
      },
      workspaces_tier_id_fkey: { columns: ["tierId"], table: "tiers", references: ["id"] },
    },
  },
} as const;
