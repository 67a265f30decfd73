import { eraseAccountAgain } from "../../accounts/account_removal.ts";
import { recordBackups } from "../../accounts/backup_list.ts";
import type { Db, Trx } from "../../platform/database.ts";
import { acrossWorkspaces, inWorkspace } from "../../platform/workspace_scope.ts";
import { lockJob } from "../job_lock.ts";
import { lockPeople, type Member, writePeople } from "../people.ts";
import { eraseMembers, type ErasureReach } from "./erasure.ts";
import type { ErasedPerson, LedgerEntry } from "./ledger.ts";

interface Reach extends ErasureReach {
  readonly db: Db;
}

/** What a restored database still had of those who were erased. */
export interface ErasedAgain {
  readonly people: number;
  readonly accounts: number;
}

/**
 * Erases whom a ledger names from a database that an older backup was restored into, and lists the
 * backups that were made since. Whoever is not there is passed over, so it may be run again.
 *
 * A legal hold of that time keeps nobody: it had been lifted before they were erased. Who had been
 * merged with one of them then, and was not erased with them, stays as a person of their own.
 */
export async function eraseAgain(
  services: Reach,
  ledger: readonly LedgerEntry[],
): Promise<ErasedAgain> {
  const { db } = services;
  let [people, accounts] = [0, 0];
  for (const entry of ledger) {
    if (entry.kind === "person") {
      const isErased = await inWorkspace(
        entry.workspaceId,
        () => db.transaction().execute((trx) => erasePersonAgain(trx, services, entry)),
      );
      if (isErased) people += 1;
    } else if (entry.kind === "account") {
      if (await eraseAccountAgain(db, entry)) accounts += 1;
    }
  }
  const backups = ledger.filter((entry) => entry.kind === "backup");
  await acrossWorkspaces(
    "backups are the installation's",
    () => recordBackups(db, backups.map(({ kind: _kind, ...backup }) => backup)),
  );
  return { people, accounts };
}

/** @returns Whether anything of them was there. */
async function erasePersonAgain(
  trx: Trx,
  services: Reach,
  { workspaceId, candidateIds, resumeIds }: ErasedPerson,
): Promise<boolean> {
  const [personId] = candidateIds;
  if (personId === undefined) return false;
  const resumes = await trx.selectFrom("resumes").select("jobId").distinct()
    .where("workspaceId", "=", workspaceId)
    .where((eb) =>
      eb.or([
        eb("candidateId", "in", candidateIds),
        ...(resumeIds.length > 0 ? [eb("id", "in", resumeIds)] : []),
      ])
    ).orderBy("jobId").execute();
  const jobIds = resumes.map(({ jobId }) => jobId);
  for (const jobId of jobIds) await lockJob(trx, workspaceId, jobId, "share");
  const members = await lockPeople(trx, workspaceId, candidateIds);
  if (members.length === 0 && jobIds.length === 0) return false;
  await separate(trx, members, candidateIds);
  const rule = { workspaceId, userId: null, apiKeyId: null };
  await eraseMembers(
    trx,
    services,
    rule,
    { personId, candidateIds, resumeIds, jobIds },
    "restore",
  );
  return true;
}

/** Undoes the merges of those who go with those who stay. */
async function separate(
  trx: Trx,
  members: readonly Member[],
  going: readonly string[],
): Promise<void> {
  const staying = members.map(({ id }) => id).filter((id) => !going.includes(id));
  if (staying.length === 0) return;
  await trx.updateTable("merges").set({ undoneAt: new Date() }).where("undoneAt", "is", null)
    .where((eb) =>
      eb.or([
        eb.and([eb("keptId", "in", going), eb("mergedId", "in", staying)]),
        eb.and([eb("keptId", "in", staying), eb("mergedId", "in", going)]),
      ])
    ).execute();
  await writePeople(trx, members);
}
