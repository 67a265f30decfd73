import type { RefusalParams } from "../refusal.ts";
import type { DocumentText, ReadLimits, RefusalCode } from "../types.ts";

/** Asks a reader for one file; the bytes go beside it. */
export interface ReadRequest {
  readonly limits: ReadLimits;
}

/**
 * What a reader says: `ready` once when it has started; then for each file its pages as they are
 * read, `scanned` when it turns to those that are pictures, and exactly one of the others.
 */
export type ReadReply =
  | { readonly type: "ready" }
  | { readonly type: "page"; readonly page: number; readonly of: number }
  | { readonly type: "scanned" }
  | { readonly type: "done"; readonly document: DocumentText }
  | { readonly type: "refused"; readonly code: RefusalCode; readonly params: RefusalParams }
  | { readonly type: "out_of_memory" }
  | { readonly type: "crashed"; readonly detail: string };
