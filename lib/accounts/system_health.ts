import { statfs } from "node:fs/promises";
import { sql } from "kysely";
import { checkHealth, type Health } from "../platform/health.ts";
import { lastBeat } from "../platform/heartbeat.ts";
import { migrationStatus } from "../platform/migrate.ts";
import { type QueueState, selectQueueState } from "../platform/queue_state.ts";
import type { Services } from "../platform/services.ts";
import { listBackups, type ListedBackup } from "./backup_list.ts";
import { requireAccess } from "./permissions.ts";
import type { Principal } from "./principal.ts";

/** How the installation is. What cannot be told is null. */
export interface SystemHealth {
  readonly parts: Health;
  readonly versions: {
    readonly deno: string;
    readonly postgres: string;
    readonly redis: string | null;
  };
  /** Since the last sign of life of a worker. */
  readonly workerSilentSeconds: number | null;
  readonly queue: QueueState;
  readonly migrations: {
    readonly applied: number;
    readonly pending: readonly string[];
    /** Those of a newer version. */
    readonly unknown: readonly string[];
  };
  readonly storage: {
    readonly databaseBytes: number;
    /** Of the database: the files that people handed in. */
    readonly documentBytes: number;
  };
  /** Where this process keeps its own files. */
  readonly disk: { readonly freeBytes: number; readonly totalBytes: number } | null;
  /** Those whose day has not come, the latest first. */
  readonly backups: readonly ListedBackup[];
}

/**
 * Looks at everything that the product runs on.
 *
 * @throws {Forbidden} If the actor is no superuser.
 */
export async function getSystemHealth(
  actor: Principal,
  services: Services,
): Promise<SystemHealth> {
  requireAccess(actor, "superuser");
  const { db, redis, config } = services;
  const [parts, facts, queue, { applied, pending, unknown }, beat, redisVersion, disk, backups] =
    await Promise.all([
      checkHealth(services),
      selectFacts(services),
      selectQueueState(db),
      migrationStatus(db),
      lastBeat(redis).catch(() => null),
      redis.queue.info("server").then(versionIn, () => null),
      diskOf(config.dataDir),
      listBackups(db),
    ]);
  return {
    parts,
    versions: {
      deno: Deno.version.deno,
      postgres: facts.postgres,
      redis: redisVersion,
    },
    workerSilentSeconds: beat && Math.max(0, Math.round((Date.now() - beat.getTime()) / 1000)),
    queue,
    migrations: { applied: applied.length, pending, unknown },
    storage: { databaseBytes: facts.databaseBytes, documentBytes: facts.documentBytes },
    disk,
    backups,
  };
}

interface Facts {
  postgres: string;
  databaseBytes: number;
  documentBytes: number;
}

async function selectFacts({ db }: Services): Promise<Facts> {
  const { rows: [row] } = await sql<Facts>`
    select current_setting('server_version') as postgres,
      pg_database_size(current_database()) as database_bytes,
      pg_total_relation_size('documents') as document_bytes`.execute(db);
  if (!row) throw new RangeError("The database does not tell its size");
  return row;
}

/** Redis and Valkey tell theirs in different lines. */
function versionIn(info: string): string | null {
  const [, valkey] = /^valkey_version:(\S+)/m.exec(info) ?? [];
  const [, redis] = /^redis_version:(\S+)/m.exec(info) ?? [];
  return valkey ? `Valkey ${valkey}` : redis ? `Redis ${redis}` : null;
}

async function diskOf(path: string): Promise<SystemHealth["disk"]> {
  try {
    const { bsize, bavail, blocks } = await statfs(path);
    return { freeBytes: bsize * bavail, totalBytes: bsize * blocks };
  } catch {
    return null; // it keeps nothing here
  }
}
