/** What is used of a queue of postgres.js, which holds its connections of one state. */
interface ConnectionQueue {
  readonly length: number;
  push(connection: unknown): unknown;
  shift(): unknown;
  remove(connection: unknown): unknown;
}

/** A connection of postgres.js, and the queue that it stands in. */
export interface PooledConnection {
  readonly queue: ConnectionQueue;
}

const mended = new WeakSet<ConnectionQueue>();

/**
 * Has a connection of postgres.js found as fast after many queries as at first.
 *
 * Its queues leave a hole for each connection that they hand out, until they are empty, and look
 * through all of them at each query; the queue of those that are free is never empty while a pool
 * has one to spare. In their place stands a plain array, as long as there are connections.
 */
export function keepShort({ queue }: PooledConnection): void {
  if (mended.has(queue)) return;
  mended.add(queue);
  const held: unknown[] = [];
  while (queue.length > 0) held.push(queue.shift());
  Object.defineProperty(queue, "length", { get: () => held.length });
  queue.push = (connection) => {
    held.push(connection);
    return connection;
  };
  queue.shift = () => held.shift();
  queue.remove = (connection) => {
    const place = held.indexOf(connection);
    return place === -1 ? null : held.splice(place, 1)[0];
  };
}
