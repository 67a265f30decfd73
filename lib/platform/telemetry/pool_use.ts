/** What this process does with its connections to PostgreSQL at this moment. */
export const poolUse = {
  /** Connections that a transaction keeps to itself. */
  transactions: 0,
  /** How many may. */
  mostTransactions: 0,
  /** Queries that are not answered yet; those outside a transaction share connections. */
  queries: 0,
};
