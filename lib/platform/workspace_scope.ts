import { AsyncLocalStorage } from "node:async_hooks";

/** What PostgreSQL lets queries see: the rows of one workspace, by its id, or of "all". */
export interface WorkspaceScope {
  readonly workspace: string;
  /** Why it is "all". */
  readonly reason?: string;
}

const scopes = new AsyncLocalStorage<WorkspaceScope>();

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Runs `fn`, and whatever it begins, where PostgreSQL shows the rows of that workspace alone.
 *
 * @throws {TypeError} If `workspaceId` is no UUID.
 * @see docs/adr/0054-postgresql-holds-the-wall.md
 */
export function inWorkspace<T>(workspaceId: string, fn: () => T): T {
  if (scopes.getStore()?.workspace === workspaceId) return fn();
  if (!UUID.test(workspaceId)) throw new TypeError("A workspace is named by a UUID");
  return scopes.run({ workspace: workspaceId }, fn);
}

/**
 * Runs `fn`, and whatever it begins, where PostgreSQL shows the rows of every workspace.
 *
 * @param reason Why the work belongs to no single workspace; for whoever reads the code.
 */
export function acrossWorkspaces<T>(reason: string, fn: () => T): T {
  return scopes.run({ workspace: "all", reason }, fn);
}

/** What is in force here. */
export function workspaceScope(): WorkspaceScope | undefined {
  return scopes.getStore();
}

/** `rows` as they are here, wherever they are asked for: a stream is read by the server itself. */
export function keepScope<T>(rows: AsyncIterable<T>): AsyncIterable<T> {
  const within = AsyncLocalStorage.snapshot();
  return {
    [Symbol.asyncIterator]() {
      const inner = within(() => rows[Symbol.asyncIterator]());
      return {
        next: () => within(() => inner.next()),
        return: (value) =>
          within(async () => await inner.return?.(value) ?? { done: true as const, value }),
      };
    },
  };
}
