import { audit } from "../../accounts/audit.ts";
import { requirePermission } from "../../accounts/permissions.ts";
import type { Principal } from "../../accounts/principal.ts";
import type { Db } from "../../platform/database.ts";
import type { Services } from "../../platform/services.ts";
import { toSnakeKeys } from "../../platform/snake_case.ts";
import { type ZippedFile, zipStream } from "../../platform/zip_stream.ts";
import { personOf } from "../candidate_rows.ts";
import { resumeKey } from "../resumes.ts";
import { collectPerson, type PersonData } from "./person_data.ts";

type Reach = Pick<Services, "db" | "storage">;

/**
 * All that is kept of a person, to be given to them: a ZIP of `person.json` and the files of their
 * résumés. Who takes it along is written down.
 *
 * @throws {NotFound} If there is no such candidate in the workspace.
 */
export async function exportPerson(
  actor: Principal,
  { db, storage }: Reach,
  candidateId: string,
): Promise<ReadableStream<Uint8Array>> {
  requirePermission(actor, "candidates:write");
  const { personId } = await personOf(db, actor.workspaceId, candidateId);
  await audit(db, actor, "candidate.exported", personId, {}, { candidateId: personId });
  const { workspaceId } = actor;
  return zipStream(allFiles({ db, storage }, workspaceId, personId));
}

async function* allFiles(
  services: Reach,
  workspaceId: string,
  personId: string,
): AsyncGenerator<ZippedFile> {
  const data = await collectPerson(services.db, workspaceId, personId);
  yield* zippedPerson(services, { workspaceId, personId, data });
}

/** The files of the ZIP, for who was let in already: what is kept of a person, and their files. */
export async function* zippedPerson(
  { db, storage }: Reach,
  { workspaceId, personId, data }: {
    readonly workspaceId: string;
    readonly personId: string;
    readonly data: PersonData;
  },
): AsyncGenerator<ZippedFile> {
  const json = JSON.stringify(toSnakeKeys(data), null, 2);
  yield { name: "person.json", bytes: new TextEncoder().encode(json) };
  for (const { id, fileName } of await resumesOf(db, workspaceId, personId)) {
    const bytes = await storage.get(db, resumeKey(id), workspaceId);
    // The id keeps apart what has one name; what is no plain sign in a name could lead elsewhere.
    const name = fileName.replaceAll(/[^\p{L}\p{N}._ -]/gu, "_").slice(-100);
    if (bytes) yield { name: `files/${id}-${name}`, bytes };
  }
}

async function resumesOf(db: Db, workspaceId: string, personId: string) {
  return await db.selectFrom("resumes")
    .innerJoin("candidates", "candidates.id", "resumes.candidateId")
    .select(["resumes.id", "resumes.fileName"])
    .where("candidates.personId", "=", personId)
    .where("resumes.workspaceId", "=", workspaceId).orderBy("resumes.id").execute();
}
