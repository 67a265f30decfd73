import type { Job } from "../lib/hiring/jobs.ts";
import type { Contradiction } from "../lib/talent/posting_demands.ts";
import type { Excluding } from "../lib/talent/posting_wording.ts";
import type { Span } from "../lib/talent/types.ts";
import type { Translate } from "../locales/translate.ts";
import { ButtonLink } from "./Button.tsx";
import { PageIcon } from "./PageIcon.tsx";

export interface PostingAdviceProps {
  job: Job;
  /** Words of the text that no résumé can prove. */
  vague: readonly Span[];
  /** Words that shut people out. */
  excluding: readonly Excluding[];
  contradictions: readonly Contradiction[];
  /** How many things are required, when they are too many; else null. */
  tooMany: number | null;
  t: Translate;
}

/** The most that is said at once; more than that nobody reads. */
const MOST = 6;

/** What could be sharper in the text of a job: a remark and the way to it, each. */
export function PostingAdvice(props: PostingAdviceProps) {
  const { job, vague, t } = props;
  const text = job.description ?? "";
  const withoutYears = wantsYears(job);
  const advice = [
    ...weakPoints(props),
    ...vague.map(({ start, end }) => ({
      what: t("advice.vague", { words: text.slice(start, end).replace(/\s+/g, " ") }),
      why: t("advice.vague_why"),
      href: `/jobs/${job.id}/settings`,
      word: t("advice.rewrite"),
    })),
    ...withoutYears.map(({ id, name }) => ({
      what: t("advice.years", { name }),
      why: t("advice.years_why"),
      href: `#r-${id}`,
      word: t("advice.choose_years"),
    })),
  ].slice(0, MOST);
  if (advice.length === 0) return null;
  return (
    <section class="mt-5" aria-labelledby="advice-title">
      <div class="pane-tools">
        <h2 id="advice-title">{t("advice.title")}</h2>
        <span>{t("advice.count", { count: advice.length })}</span>
      </div>
      <ul class="advice">
        {advice.map(({ what, why, href, word }) => (
          <li key={what}>
            <PageIcon name="bulb" size={15} />
            <p>
              {what} <span class="text-fg-2">{why}</span>
            </p>
            <ButtonLink href={href} size="small">{word}</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What may keep good people from applying. */
function weakPoints({ job, excluding, contradictions, tooMany, t }: PostingAdviceProps) {
  const rewrite = { href: `/jobs/${job.id}/settings`, word: t("advice.rewrite") };
  const text = job.description ?? "";
  return [
    ...excluding.map(({ start, end, kind, neutral }) => ({
      what: t(`advice.excludes_${kind}`, { words: text.slice(start, end).replace(/\s+/g, " ") }),
      why: neutral === null ? t("advice.leave_out") : t("advice.say_instead", { words: neutral }),
      ...rewrite,
    })),
    ...contradictions.map((one) => ({
      what: one.code === "two_figures"
        ? t("advice.two_figures", { name: one.name, years: one.years.join(" / ") })
        : t("advice.junior_years", { name: one.name, years: one.years }),
      why: t("advice.contradicts_why"),
      ...rewrite,
    })),
    ...tooMany === null ? [] : [{
      what: t("advice.too_many", { count: tooMany }),
      why: t("advice.too_many_why"),
      href: "#title-required",
      word: t("advice.choose"),
    }],
  ];
}

/** Required skills without a number of years, in a job that asks years of others. */
function wantsYears({ requirements }: Job) {
  const isYearly = requirements.some(({ years }) => years !== null);
  return requirements.filter(({ level, kind, skill, years }) =>
    isYearly && level === "required" && kind === "hard" && skill !== null && years === null
  ).slice(0, 2);
}
