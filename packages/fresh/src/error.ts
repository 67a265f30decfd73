/** Every HTTP status that stands for an error. */
export type ErrorStatus =
  | 400
  | 401
  | 402
  | 403
  | 404
  | 405
  | 406
  | 407
  | 408
  | 409
  | 410
  | 411
  | 412
  | 413
  | 414
  | 415
  | 416
  | 417
  | 418
  | 421
  | 422
  | 423
  | 424
  | 425
  | 426
  | 428
  | 429
  | 431
  | 451
  | 500
  | 501
  | 502
  | 503
  | 504
  | 505
  | 506
  | 507
  | 508
  | 510
  | 511;

/** Ends a request with the given status when nothing on the way out catches it. */
export class HttpError extends Error {
  /** The status of the answer. */
  status: ErrorStatus;

  /**
   * @param status The status of the answer.
   * @param message Sent as the body by the default error answer; the status text when left out.
   * @param options `cause`, as for any error.
   */
  constructor(status: ErrorStatus, message?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = this.constructor.name;
    this.status = status;
  }
}
