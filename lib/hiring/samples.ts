import { createHash } from "node:crypto";
import { join, normalize } from "node:path";
import { z } from "zod";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { isUniqueViolation } from "../platform/database.ts";
import type { Services } from "../platform/services.ts";
import { insertJob } from "./jobs.ts";
import { toFileName } from "./file_names.ts";
import { addResume } from "./resume_upload.ts";

/** `manifest.json` of the folder of samples; files are named from that folder. */
const Manifest = z.object({
  jobs: z.array(z.object({
    id: z.string(),
    title: z.string(),
    place: z.string(),
    department: z.string(),
    file: z.string(),
  })),
  resumes: z.array(z.object({ job: z.string(), file: z.string() })),
});
type Manifest = z.infer<typeof Manifest>;

/** What was loaded; 0 for what had been there. */
export interface LoadedSample {
  readonly jobs: number;
  readonly resumes: number;
  /** All sample jobs that are there now, in the order of the manifest. */
  readonly jobIds: readonly string[];
}

/**
 * Loads the sample jobs and résumés into the actor's workspace, as if they had been uploaded.
 * What is there already stays as it is, so that it may be run again, also by two at once.
 *
 * @throws {Forbidden} If the actor may not make jobs.
 */
export async function loadSample(actor: Principal, services: Services): Promise<LoadedSample> {
  requirePermission(actor, "jobs:write");
  requirePermission(actor, "resumes:write");
  const folder = services.config.samplesDir;
  const manifest = Manifest.parse(
    JSON.parse(await Deno.readTextFile(join(folder, "manifest.json"))),
  );
  const loaded = { jobs: 0, resumes: 0, jobIds: [] as string[] };
  for (const job of manifest.jobs) {
    const { id, isNew } = await ensureJob(actor, services, folder, job);
    loaded.jobIds.push(id);
    if (isNew) loaded.jobs += 1;
    const files = manifest.resumes.filter((resume) => resume.job === job.id);
    for (const { file } of files) {
      const added = await addResume(actor, services, id, await readSample(folder, file), {
        isSample: true,
      });
      if (!added.duplicate) loaded.resumes += 1;
    }
  }
  return loaded;
}

async function ensureJob(
  actor: Principal,
  { db }: Services,
  folder: string,
  sample: Manifest["jobs"][number],
): Promise<{ id: string; isNew: boolean }> {
  const find = () =>
    db.selectFrom("jobs").select("id")
      .where("workspaceId", "=", actor.workspaceId).where("sample", "=", sample.id)
      .executeTakeFirst();
  const known = await find();
  if (known) return { id: known.id, isNew: false };
  const { title, place, department, file } = sample;
  const description = (await Deno.readTextFile(join(folder, normalize(file)))).trim();
  const input = { title, description, place, department };
  try {
    const id = await db.transaction().execute((trx) =>
      insertJob(trx, actor, input, { sample: sample.id })
    );
    return { id, isNew: true };
  } catch (error) {
    const other = isUniqueViolation(error) ? await find() : undefined;
    if (!other) throw error;
    return { id: other.id, isNew: false };
  }
}

async function readSample(folder: string, file: string) {
  const bytes = await Deno.readFile(join(folder, normalize(file)));
  return {
    fileName: toFileName(file),
    bytes,
    sizeBytes: bytes.length,
    hash: new Uint8Array(createHash("sha256").update(bytes).digest()),
  };
}
