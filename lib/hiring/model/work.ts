import type { Db, Trx } from "../../platform/database.ts";
import type { ModelQuestion } from "../../platform/language_model.ts";
import type { RequestRow } from "./requests.ts";

/** Asks the model, within timeout and budget. */
export type Ask = <T>(question: ModelQuestion<T>) => Promise<T>;

/** What came of a request, to be stored with it. */
export interface Outcome {
  /** Plain JSON, kept with the request. */
  readonly result: unknown;
  /** Whether the model and the engine are of two minds. */
  readonly differs?: boolean;
  /** What else is to be written, in the transaction that ends the request. */
  readonly store?: (trx: Trx) => Promise<void>;
}

/** How a kind of request is answered; twice equals once. */
export type Work = (ask: Ask, db: Db, request: RequestRow) => Promise<Outcome>;
