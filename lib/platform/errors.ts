/** Stable codes: they are part of the API. */
export type ErrorCode =
  | "unauthenticated"
  | "second_factor_required"
  | "forbidden"
  | "second_factor_missing"
  | "not_found"
  | "conflict"
  | "invalid_input"
  | "request_timeout"
  | "too_large"
  | "unsupported_type"
  | "too_many_requests"
  | "quota_exceeded"
  | "storage_full"
  | "unavailable";

/** One thing wrong with the input; `pointer` is a JSON pointer (RFC 6901) into it. */
export interface InputIssue {
  readonly pointer: string;
  readonly detail: string;
}

/** An error that the caller may see. Its message names what was wrong and the way out. */
export abstract class AppError extends Error {
  abstract readonly code: ErrorCode;
}

export class Unauthenticated extends AppError {
  readonly code = "unauthenticated";
}

export class Forbidden extends AppError {
  readonly code = "forbidden";
}

/** Also thrown for rows of another workspace, which do not exist for this caller. */
export class NotFound extends AppError {
  readonly code = "not_found";
}

export class Conflict extends AppError {
  readonly code = "conflict";
}

export class InvalidInput extends AppError {
  readonly code = "invalid_input";

  constructor(
    message: string,
    readonly issues: readonly InputIssue[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What was sent did not arrive in time. */
export class RequestTimeout extends AppError {
  readonly code = "request_timeout";
}

export class TooLarge extends AppError {
  readonly code = "too_large";
}

/** What was sent is of a type that is not taken here. */
export class UnsupportedType extends AppError {
  readonly code = "unsupported_type";
}

export class TooManyRequests extends AppError {
  readonly code = "too_many_requests";

  constructor(message: string, readonly retryAfterSeconds: number, options?: ErrorOptions) {
    super(message, options);
  }
}

/**
 * What may be added in a month is used up. To wait for the next one is nothing that a program
 * should do by itself, so unlike `TooManyRequests` it tells no number of seconds.
 */
export class QuotaExceeded extends AppError {
  readonly code = "quota_exceeded";

  constructor(
    message: string,
    readonly use: { readonly quota: number; readonly renewsOn: string },
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The files of a workspace have all the bytes that they may have. */
export class StorageFull extends AppError {
  readonly code = "storage_full";

  constructor(
    message: string,
    readonly use: { readonly usedBytes: number; readonly allowedBytes: number },
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export class Unavailable extends AppError {
  readonly code = "unavailable";
}
