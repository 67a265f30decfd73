import { sql } from "kysely";
import { z } from "zod";
import type { Db, Trx } from "../platform/database.ts";
import { Day, Id, Instant } from "../platform/input.ts";
import { FileError, Language, ResumeStatus } from "./states.ts";

/** A résumé in a list. */
export const ResumeRow = z.object({
  id: Id,
  jobId: Id,
  fileName: z.string(),
  sizeBytes: z.int(),
  status: ResumeStatus,
  /** Why it failed; null unless it did. */
  error: FileError.nullable(),
  kind: z.enum(["text", "pdf", "docx", "odt", "html", "rtf"]).nullable(),
  language: Language.nullable(),
  pageCount: z.int(),
  /** Null until it is read, and while it is masked. */
  candidate: z.object({ id: Id, name: z.string().nullable() }).nullable(),
  /** Whether it is not shown whose it is, because the job is judged blind. */
  isMasked: z.boolean(),
  receivedOn: Day,
  createdAt: Instant,
  updatedAt: Instant,
});
export type ResumeRow = z.infer<typeof ResumeRow>;

/** The workspace's résumés with the columns that `toRow()` takes, to be narrowed. */
export function selectRows(db: Db | Trx, workspaceId: string) {
  return db.selectFrom("resumes")
    .leftJoin("candidates", "candidates.id", "resumes.candidateId")
    .where("resumes.workspaceId", "=", workspaceId)
    .select(ROW_COLUMNS).select(PAGE_COUNT);
}

const ROW_COLUMNS = [
  "resumes.id",
  "resumes.jobId",
  "resumes.fileName",
  "resumes.sizeBytes",
  "resumes.status",
  "resumes.errorCode",
  "resumes.errorParams",
  "resumes.kind",
  "resumes.language",
  "resumes.candidateId",
  "candidates.name as candidateName",
  "resumes.isMasked",
  "resumes.receivedOn",
  "resumes.createdAt",
  "resumes.updatedAt",
] as const;

/** How many pages a résumé has; 0 until it is read. */
const PAGE_COUNT = sql<number>`jsonb_array_length(resumes.pages)`.as("pageCount");

/** What `selectRows()` answers. */
export interface Row {
  id: string;
  jobId: string;
  fileName: string;
  sizeBytes: number;
  status: string;
  errorCode: string | null;
  errorParams: unknown;
  kind: string | null;
  language: string | null;
  pageCount: number;
  candidateId: string | null;
  candidateName: string | null;
  isMasked: boolean;
  receivedOn: string;
  createdAt: Date;
  updatedAt: Date;
}

/** A row of `selectRows()` as the rest of the product knows it. */
export function toRow(row: Row): ResumeRow {
  return {
    id: row.id,
    jobId: row.jobId,
    fileName: row.fileName,
    sizeBytes: row.sizeBytes,
    status: ResumeStatus.parse(row.status),
    error: toFileError(row.errorCode, row.errorParams),
    kind: row.kind as ResumeRow["kind"],
    language: row.language as ResumeRow["language"],
    pageCount: row.pageCount,
    candidate: row.candidateId === null ? null : { id: row.candidateId, name: row.candidateName },
    isMasked: row.isMasked,
    receivedOn: row.receivedOn,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** The reason of a failure as it stands in a row; null when there is none. */
export function toFileError(code: string | null, params: unknown): FileError | null {
  return code === null ? null : { code, params: params as FileError["params"] };
}
