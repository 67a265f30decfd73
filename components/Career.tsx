import type { ResumeProfile } from "../lib/hiring/resume_profile.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay, formatMonths, formatShortMonth } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { CareerTimeline } from "./CareerTimeline.tsx";

export interface CareerProps {
  profile: ResumeProfile;
  /** The day of the résumé. */
  receivedOn: string;
  language: Language;
  t: Translate;
}

/** What a résumé tells of a career: a timeline, the roles behind it, and the skills. */
export function Career({ profile, receivedOn, language, t }: CareerProps) {
  const { roles, gaps, occupations, skills, workMonths, fileName, links } = profile;
  return (
    <section id="career" aria-labelledby="career-title">
      <h2 id="career-title">{t("career.title")}</h2>
      <p class="hint mt-0!">
        {t("career.from", { file: fileName, day: formatDay(language, receivedOn) })}
      </p>
      {links.length > 0 && <Links links={links} t={t} />}
      {roles.length === 0 ? <p class="mt-2 text-fg-3">{t("career.none")}</p> : (
        <>
          <p class="mt-2">{sayTotal({ workMonths, occupations, language, t })}</p>
          <CareerTimeline roles={roles} language={language} t={t} />
          <RolesTable roles={roles} gaps={gaps} language={language} t={t} />
        </>
      )}
      {skills.length > 0 && <SkillsTable skills={skills} language={language} t={t} />}
    </section>
  );
}

/** Pages of strangers: opened by a person, and not told where the person came from. */
function Links({ links, t }: Pick<ResumeProfile, "links"> & { t: Translate }) {
  return (
    <ul class="mt-2 flex flex-wrap gap-x-4 gap-y-1" aria-label={t("career.links")}>
      {links.map(({ url }) => (
        <li key={url} class="min-w-0">
          <a class="link break-all" href={url} rel="noopener noreferrer nofollow ugc">
            {url.replace(/^https?:\/\/(?:www\.)?|\/$/g, "")}
          </a>
        </li>
      ))}
    </ul>
  );
}

function sayTotal(
  { workMonths, occupations, language, t }:
    & Pick<ResumeProfile, "workMonths" | "occupations">
    & { language: Language; t: Translate },
): string {
  const parts = occupations.slice(0, 3).map(({ label, months }) =>
    t("career.time_as", { label, time: formatMonths(language, months) })
  );
  return [t("career.total", { time: formatMonths(language, workMonths) }), ...parts].join(" · ");
}

interface Speaking {
  language: Language;
  t: Translate;
}

function RolesTable(
  { roles, gaps, language, t }: Pick<ResumeProfile, "roles" | "gaps"> & Speaking,
) {
  const period = (from: string, to: string, isCurrent = false) =>
    `${formatShortMonth(language, from)} – ${
      isCurrent ? t("career.now") : formatShortMonth(language, to)
    }`;
  const lines = [
    ...roles.map((role) => ({ ...role, isGap: false as const })),
    ...gaps.map((gap) => ({ ...gap, isGap: true as const, isCurrent: false })),
  ].sort((a, b) =>
    Number(b.isCurrent) - Number(a.isCurrent) || (a.to < b.to ? 1 : a.to > b.to ? -1 : 0)
  );
  return (
    <table class="data-table career-roles as-blocks" role="table">
      <caption class="sr-only">{t("career.roles")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("career.col_role")}</th>
          <th role="columnheader" scope="col" class="c-when">{t("career.col_when")}</th>
          <th role="columnheader" scope="col" class="c-time">{t("career.col_time")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr role="row" class="row" key={`${line.from} ${line.isGap ? "" : line.span.start}`}>
            <th role="rowheader" scope="row">
              {line.isGap
                ? <span class="text-fg-3">{t("career.gap")}</span>
                : <RoleName role={line} t={t} />}
            </th>
            <td role="cell" class="c-when text-fg-2 tabular-nums">
              {period(line.from, line.to, line.isCurrent)}
            </td>
            <td role="cell" class="c-time text-fg-2 tabular-nums">
              {formatMonths(language, line.months)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RoleName({ role, t }: { role: ResumeProfile["roles"][number]; t: Translate }) {
  const { title, organisation, place, kind } = role;
  const under = [kind !== "work" && t(`career.kind_${kind}`), organisation, place];
  return (
    <>
      <span class="name truncate">{title ?? t("career.no_title")}</span>
      <span class="under-name truncate">{under.filter(Boolean).join(" · ")}</span>
    </>
  );
}

/** Those that most résumés have; the others are behind one click. */
const SHOWN_AT_ONCE = 12;

function SkillsTable({ skills, language, t }: Pick<ResumeProfile, "skills"> & Speaking) {
  const [first, rest] = [skills.slice(0, SHOWN_AT_ONCE), skills.slice(SHOWN_AT_ONCE)];
  return (
    <>
      <h3 class="mt-6 font-semibold">{t("career.skills")}</h3>
      <SkillRows skills={first} language={language} t={t} />
      {rest.length > 0 && (
        <details>
          <summary class="link">{t("career.more_skills", { count: rest.length })}</summary>
          <SkillRows skills={rest} language={language} t={t} />
        </details>
      )}
    </>
  );
}

function SkillRows({ skills, language, t }: Pick<ResumeProfile, "skills"> & Speaking) {
  return (
    <table class="data-table career-skills as-blocks" role="table">
      <caption class="sr-only">{t("career.skills")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t("career.col_skill")}</th>
          <th role="columnheader" scope="col" class="c-shown">{t("career.col_shown")}</th>
          <th role="columnheader" scope="col" class="c-when">{t("career.col_last")}</th>
          <th role="columnheader" scope="col" class="c-time">{t("career.col_time")}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {skills.map(({ id, label, months, lastUsed, isCurrent, shownIn }) => (
          <tr role="row" class="row" key={id}>
            <th role="rowheader" scope="row">{label}</th>
            <td role="cell" class="c-shown text-fg-2">
              {shownIn.map((where) =>
                t(`career.in_${where}`)
              ).join(", ")}
            </td>
            <td role="cell" class="c-when text-fg-2 tabular-nums">
              {isCurrent ? t("career.now") : lastUsed ? formatShortMonth(language, lastUsed) : "–"}
            </td>
            <td role="cell" class="c-time text-fg-2 tabular-nums">
              {months > 0 ? formatMonths(language, months) : "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
