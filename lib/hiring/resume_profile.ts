import { z } from "zod";
import { audit } from "../accounts/audit.ts";
import { jobTags } from "../accounts/cache_tags.ts";
import { requirePermission } from "../accounts/permissions.ts";
import type { Principal } from "../accounts/principal.ts";
import { cached } from "../platform/cache.ts";
import type { Db } from "../platform/database.ts";
import { Conflict } from "../platform/errors.ts";
import { Id } from "../platform/input.ts";
import { DEGREE_LEVELS } from "../talent/degree_levels.ts";
import { LINK_KINDS } from "../talent/links.ts";
import { type Profile, profileOf } from "../talent/profile.ts";
import { readResume } from "../talent/resume.ts";
import { SPOKEN_LEVELS } from "../talent/spoken.ts";
import type { Language } from "../talent/types.ts";
import { type MaskableText, maskOf, wordsOf } from "./resume_masks.ts";
import { noResume } from "./resumes.ts";
import { Language as LanguageOption, Span } from "./states.ts";

/** A month, `YYYY-MM`. */
const Month = z.string().regex(/^\d{4}-\d{2}$/).meta({ examples: ["2024-03"] });

const Named = z.object({ id: z.string(), label: z.string() });
const NamedTime = Named.extend({ months: z.int() });

const RESUME_SECTIONS = [
  "summary",
  "experience",
  "education",
  "skills",
  "languages",
  "certificates",
  "projects",
  "volunteering",
  "interests",
  "references",
  "other",
] as const;

const ProfileRole = z.object({
  kind: z.enum(["work", "project", "volunteering"]),
  title: z.string().nullable(),
  organisation: z.string().nullable(),
  place: z.string().nullable(),
  /** The known occupation in the title, rank left out. */
  occupation: Named.nullable(),
  from: Month,
  /** The last month of it. */
  to: Month,
  isCurrent: z.boolean(),
  months: z.int(),
  /** Its lines in the text. */
  span: Span,
});

const ProfileSkill = NamedTime.extend({
  type: z.enum(["skill", "tool", "method", "knowledge", "licence", "certificate"]),
  /** The last month of a dated role that shows it; null without one. */
  lastUsed: Month.nullable(),
  isCurrent: z.boolean(),
  /** Where it was shown; `list` where it is only named. */
  shownIn: z.array(z.enum(["work", "project", "study", "certificate", "told", "list"])),
});

/** What the engine reads of a résumé, labels in the language asked for. */
export const ResumeProfile = z.object({
  resumeId: Id,
  jobId: Id,
  fileName: z.string(),
  language: LanguageOption,
  /** Months of dated work, overlaps counted once. */
  workMonths: z.int(),
  /** The latest first. */
  roles: z.array(ProfileRole),
  /** Stretches in which nothing has a date. They count for nothing. */
  gaps: z.array(z.object({ from: Month, to: Month, months: z.int() })),
  /** Months of dated work in each occupation and in each branch of industry. */
  occupations: z.array(NamedTime),
  industries: z.array(NamedTime),
  /** Those used longest first. */
  skills: z.array(ProfileSkill),
  education: z.array(z.object({
    level: z.enum(DEGREE_LEVELS as [string, ...string[]]),
    status: z.enum(["done", "pending", "dropped", "level"]),
    about: z.string(),
  })),
  languages: z.array(z.object({
    code: z.string(),
    label: z.string(),
    level: z.enum(SPOKEN_LEVELS as [string, ...string[]]).nullable(),
  })),
  /** Pages that it names, none of a masked one. They are strangers' addresses. */
  links: z.array(z.object({ kind: z.enum(LINK_KINDS), url: z.string() })),
  /** Its parts in the order of the text, each with the language that it is written in. */
  sections: z.array(z.object({
    kind: z.enum(RESUME_SECTIONS),
    language: LanguageOption,
    span: Span,
  })),
}).meta({ id: "ResumeProfile" });
export type ResumeProfile = z.infer<typeof ResumeProfile>;

/**
 * What a résumé tells of a career, as the engine reads it. Of a masked one nothing that tells whose
 * it is. Who reads it is written down.
 *
 * @throws {NotFound} If there is no such résumé in the workspace.
 * @throws {Conflict} If it is not read yet, or could not be.
 */
export async function getProfile(
  actor: Principal,
  db: Db,
  resumeId: string,
  language: Language,
): Promise<ResumeProfile> {
  const { jobId, profile } = await findProfile(actor, db, resumeId, language);
  await audit(db, actor, "resume.read", resumeId, {}, { jobId, resumeId });
  return profile;
}

/** The same for a page that writes down itself who reads it. */
export async function showProfile(
  actor: Principal,
  db: Db,
  resumeId: string,
  language: Language,
): Promise<ResumeProfile> {
  return (await findProfile(actor, db, resumeId, language)).profile;
}

async function findProfile(actor: Principal, db: Db, resumeId: string, language: Language) {
  requirePermission(actor, "resumes:read");
  const row = await db.selectFrom("resumes").select(["jobId", "fileName", "status"])
    .where("id", "=", resumeId).where("workspaceId", "=", actor.workspaceId).executeTakeFirst();
  if (!row) throw noResume(resumeId);
  const { jobId, fileName, status } = row;
  if (status !== "done") throw new Conflict(`"${fileName}" is not read: look at its state`);
  const profile = await cached(db, {
    name: "profile",
    id: resumeId,
    inputs: { workspaceId: actor.workspaceId, language },
    tags: jobTags(actor.workspaceId, jobId),
    schema: ResumeProfile,
  }, () => readProfile(db, actor, resumeId, language));
  return { jobId, profile };
}

async function readProfile(
  db: Db,
  { workspaceId }: Principal,
  resumeId: string,
  language: Language,
): Promise<ResumeProfile> {
  const row = await db.selectFrom("resumes")
    .select(["id", "jobId", "fileName", "text", "receivedOn", "isMasked", "secrets"])
    .where("id", "=", resumeId).where("workspaceId", "=", workspaceId).executeTakeFirst();
  if (!row?.text) throw noResume(resumeId);
  const profile = profileOf(readResume(row.text, row.receivedOn), language);
  const { id, jobId, fileName } = row;
  return { resumeId: id, jobId, fileName, ...shown(profile, row) };
}

/** A profile with its words and spans as they may be shown. */
function shown(
  { roles, education, gaps, occupations, industries, skills, languages, links, sections, ...rest }:
    Profile,
  row: MaskableText,
): Omit<ResumeProfile, "resumeId" | "jobId" | "fileName"> {
  const say = wordsOf(row);
  const mask = maskOf(row);
  const words = (said: string | null) => said && say(said);
  return {
    ...rest,
    roles: roles.map(({ start, end, title, organisation, place, ...role }) => ({
      ...role,
      title: words(title),
      organisation: words(organisation),
      place: words(place),
      span: mask ? mask.moved({ start, end }) : { start, end },
    })),
    gaps: [...gaps],
    occupations: [...occupations],
    industries: [...industries],
    skills: skills.map(({ type, shownIn, ...skill }) => ({
      ...skill,
      // profileOf() gives no other types.
      type: type as ResumeProfile["skills"][number]["type"],
      shownIn: [...shownIn],
    })),
    education: education.map(({ about, ...degree }) => ({ ...degree, about: say(about) })),
    languages: [...languages],
    links: mask ? [] : [...links],
    sections: sections.map(({ kind, language, start, end }) => ({
      // readSections() gives those of a résumé.
      kind: kind as ResumeProfile["sections"][number]["kind"],
      language,
      span: mask ? mask.moved({ start, end }) : { start, end },
    })),
  };
}
