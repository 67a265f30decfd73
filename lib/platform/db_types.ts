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

export interface AuditLogTable {
  id: Made<number>;
  workspaceId: string;
  userId: string | null;
  action: string;
  targetId: string | null;
  details: Defaulted<Json>;
  createdAt: Defaulted<Timestamp>;
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
}

export interface DocumentsTable {
  key: string;
  workspaceId: string;
  bytes: Uint8Array;
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
}

export interface MembershipsTable {
  workspaceId: string;
  userId: string;
  role: "owner" | "recruiter" | "hiring_manager" | "viewer";
  createdAt: Defaulted<Timestamp>;
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

export interface TasksTable {
  id: Defaulted<string>;
  workspaceId: string | null;
  name: string;
  payload: Json;
  dedupeKey: string | null;
  state: Defaulted<"waiting" | "relayed" | "running" | "done" | "parked">;
  attempts: Defaulted<number>;
  failures: Defaulted<number>;
  dueAt: Defaulted<Timestamp>;
  relayedAt: Timestamp | null;
  leasedUntil: Timestamp | null;
  error: string | null;
  createdAt: Defaulted<Timestamp>;
  finishedAt: Timestamp | null;
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
}

export interface WorkspacesTable {
  id: Defaulted<string>;
  name: string;
  createdAt: Defaulted<Timestamp>;
}

export interface DB {
  auditLog: AuditLogTable;
  candidates: CandidatesTable;
  documents: DocumentsTable;
  evaluations: EvaluationsTable;
  jobs: JobsTable;
  memberships: MembershipsTable;
  overrides: OverridesTable;
  requirements: RequirementsTable;
  resumes: ResumesTable;
  sessions: SessionsTable;
  signInFailures: SignInFailuresTable;
  tasks: TasksTable;
  users: UsersTable;
  workspaces: WorkspacesTable;
}
