import type { ComponentChildren } from "preact";
import type { EvidenceEntry, JobEvidence } from "../../lib/hiring/evidence/job_evidence.ts";
import type { Language } from "../../lib/talent/types.ts";
import {
  formatDateTime,
  formatDay,
  formatExact,
  formatNumber,
  formatPercent,
} from "../../locales/format.ts";
import type { Translate } from "../../locales/translate.ts";
import { sayAction } from "../audit_words.ts";
import { sayGroup } from "../group_words.ts";
import { stageName } from "../StageWord.tsx";

// Without quotes and angles, which would be escaped.
const STYLE = "body{font:15px/1.5 system-ui,sans-serif;max-width:900px;margin:32px auto;" +
  "padding:0 16px;color:#1c1b1a;background:#fff}h1{font-size:24px}h2{font-size:18px;" +
  "margin-top:32px;border-top:1px solid #ccc;padding-top:16px}h3{font-size:15px}" +
  "table{border-collapse:collapse;width:100%;font-size:13px;margin:8px 0}" +
  "th,td{text-align:left;vertical-align:top;padding:4px 8px 4px 0;" +
  "border-bottom:1px solid #ddd;overflow-wrap:anywhere}code{font-size:12px;" +
  "overflow-wrap:anywhere}.wide{overflow-x:auto}@media print{body{margin:0;max-width:none}}";

export interface EvidenceDocumentProps {
  evidence: JobEvidence;
  language: Language;
  t: Translate;
}

type Part = EvidenceDocumentProps;

/** The evidence of a job as one document that opens anywhere, with nothing outside of it. */
export function EvidenceDocument(props: Part) {
  const { evidence, language, t } = props;
  const { job, workspace, generatedAt } = evidence;
  const title = t("evidence.title", { job: job.title });
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <h1>{title}</h1>
        <p>
          {t("evidence.made", { workspace, at: formatDateTime(language, new Date(generatedAt)) })}
        </p>
        <p>{t("evidence.about")}</p>
        <h2>{t("evidence.purpose")}</h2>
        <p>{t("evidence.purpose_more")}</p>
        <Facts rows={jobFacts(props)} />
        <h2>{t("evidence.data")}</h2>
        <p>{t("evidence.data_more", { count: evidence.data.retentionDays })}</p>
        <Facts rows={dataFacts(props)} />
        <Asked {...props} />
        <Engine {...props} />
        <h2>{t("evidence.history")}</h2>
        <Entries entries={evidence.history} {...props} />
        <Oversight {...props} />
        <Equal {...props} />
        <Log {...props} />
      </body>
    </html>
  );
}

function Facts({ rows }: { rows: readonly (readonly [string, string])[] }) {
  return (
    <table>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Table(
  { heads, children }: { heads: readonly string[]; children: ComponentChildren },
) {
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

function jobFacts({ evidence: { job }, language, t }: Part) {
  const when = (at: string | null) => at ? formatDateTime(language, new Date(at)) : "–";
  return [
    [t("evidence.id"), job.id],
    [t("evidence.created"), when(job.createdAt)],
    [t("evidence.confirmed"), when(job.confirmedAt)],
    [t("evidence.archived"), when(job.archivedAt)],
    [t("evidence.blind"), t(job.isBlind ? "audit.true" : "audit.false")],
  ] as const;
}

function dataFacts({ evidence: { data }, language, t }: Part) {
  const number = (value: number) => formatNumber(language, value);
  const counts = (by: Readonly<Record<string, number>>) =>
    Object.entries(by).map(([name, count]) => `${name} ${number(count)}`).join(", ") || "–";
  const day = (on: string | null) => on ? formatDay(language, on) : "–";
  return [
    [t("evidence.resumes"), number(data.resumes)],
    [t("evidence.judged"), number(data.judged)],
    [t("evidence.failed"), number(data.failed)],
    [t("evidence.masked"), number(data.masked)],
    [t("evidence.received"), `${day(data.firstOn)} – ${day(data.lastOn)}`],
    [t("evidence.kinds"), counts(data.byKind)],
    [t("evidence.languages"), counts(data.byLanguage)],
  ] as const;
}

function Asked({ evidence: { requirements, job }, t }: Part) {
  return (
    <>
      <h2>{t("evidence.requirements", { version: job.requirementsVersion })}</h2>
      <Table heads={[t("evidence.requirement"), t("evidence.level"), t("evidence.importance")]}>
        {requirements.map((one) => (
          <tr key={one.id}>
            <td>
              {one.name}
              {one.gate && ` (${t("evaluation.gate")})`}
            </td>
            <td>{t(`level.${one.level}`)}</td>
            <td>{one.importance}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function Engine({ evidence: { engine }, language, t }: Part) {
  const { now, weights, halfLives, used, modelRequests } = engine;
  return (
    <>
      <h2>{t("evidence.engine")}</h2>
      <p>{t("evidence.engine_more")}</p>
      <Facts
        rows={[
          [t("evidence.version"), now.version],
          [t("evidence.lexicon"), now.lexiconSha256],
          [t("evidence.settings"), `${now.settingsSha256}: ${JSON.stringify(now.settings)}`],
          [t("evidence.weights"), JSON.stringify(weights)],
          [t("evidence.half_lives"), JSON.stringify(halfLives)],
          [t("evidence.model"), formatNumber(language, modelRequests)],
        ]}
      />
      <Table heads={[t("evidence.version"), t("evidence.judged"), t("evidence.when")]}>
        {used.map(({ version, evaluations, firstAt, lastAt }) => (
          <tr key={version}>
            <td>{version}</td>
            <td>{formatNumber(language, evaluations)}</td>
            <td>
              {formatDateTime(language, new Date(firstAt))} –{" "}
              {formatDateTime(language, new Date(lastAt))}
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function Oversight({ evidence: { oversight }, language, t }: Part) {
  const number = (value: number) => formatNumber(language, value);
  const sums = (by: Readonly<Record<string, number>>) =>
    Object.entries(by).map(([name, count]) => `${name} ${number(count)}`).join(", ") || "–";
  const when = (at: string) => formatDateTime(language, new Date(at));
  return (
    <>
      <h2>{t("evidence.oversight")}</h2>
      <p>{t("evidence.oversight_more")}</p>
      <Facts
        rows={[
          [t("evidence.verdicts"), number(oversight.verdicts)],
          [t("evidence.overridden"), number(oversight.overridden)],
          [t("evidence.shortlisted"), number(oversight.shortlisted)],
          [t("evidence.rejected"), number(oversight.rejected)],
          [t("evidence.with_reason"), number(oversight.rejectedWithReason)],
          [t("evidence.undecided"), number(oversight.undecided)],
          [t("evidence.letters"), sums(oversight.letters)],
          [t("evidence.requests"), sums(oversight.requests)],
        ]}
      />
      <h3>{t("evidence.overrides")}</h3>
      <Table
        heads={[
          t("evidence.when"),
          t("evidence.who"),
          t("evidence.requirement"),
          t("evidence.change"),
          t("evidence.reason"),
        ]}
      >
        {oversight.overrides.map((one, at) => (
          <tr key={at}>
            <td>{when(one.at)}</td>
            <td>{one.by ?? "–"}</td>
            <td>
              {one.requirement} <code>{one.resumeId}</code>
            </td>
            <td>
              {t(`verdict.${one.before}`)} → {t(`verdict.${one.after}`)}
              {one.undoneAt && ` (${t("evidence.undone", { at: when(one.undoneAt) })})`}
            </td>
            <td>{one.reason}</td>
          </tr>
        ))}
      </Table>
      <h3>{t("evidence.decisions")}</h3>
      <Table
        heads={[
          t("evidence.when"),
          t("evidence.who"),
          t("evidence.resume"),
          t("evidence.to"),
          t("evidence.score"),
          t("evidence.reason"),
        ]}
      >
        {oversight.decisions.map((one, at) => (
          <tr key={at}>
            <td>{when(one.at)}</td>
            <td>{one.by ?? "–"}</td>
            <td>
              <code>{one.resumeId}</code>
            </td>
            <td>{stageName(one.stage, t)}</td>
            <td>{one.score === null ? "–" : formatPercent(language, one.score)}</td>
            <td>
              {[one.reasonCode && t(`move.reason_${one.reasonCode}`), one.reason].filter(Boolean)
                .join(": ") || "–"}
            </td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function Equal({ evidence: { equalTreatment }, language, t }: Part) {
  const { asOf, least, questions } = equalTreatment;
  return (
    <>
      <h2>{t("equal.title")}</h2>
      <p>{t("equal.as_of", { date: formatDay(language, asOf) })}</p>
      {questions.length === 0 && <p>{t("equal.none")}</p>}
      {questions.map(({ question, stages }) => (
        <section key={question}>
          <h3>{t(`group.${question}`)}</h3>
          {stages.length === 0 && <p>{t("equal.too_few", { least })}</p>}
          {stages.map(({ stage, groups }) => (
            <Table
              key={stage.id}
              heads={[
                t("equal.stage", { stage: stageName(stage, t) }),
                t("equal.reached"),
                t("equal.ratio"),
                t("equal.p"),
              ]}
            >
              {groups.map((one) => (
                <tr key={one.group}>
                  <td>{sayGroup(question, one.group, t)}</td>
                  <td>
                    {t("equal.of", {
                      reached: formatNumber(language, one.reached),
                      applied: formatNumber(language, one.applied),
                    })}
                  </td>
                  <td>
                    {one.impactRatio === null ? "–" : formatExact(language, one.impactRatio, 2)}
                  </td>
                  <td>{one.pValue === null ? "–" : formatExact(language, one.pValue, 3)}</td>
                </tr>
              ))}
            </Table>
          ))}
        </section>
      ))}
    </>
  );
}

function Log(props: Part) {
  const { evidence: { log }, language, t } = props;
  return (
    <>
      <h2>{t("evidence.log")}</h2>
      <p>
        {t("evidence.log_more", { count: log.entries })} {log.seal && t("evidence.seal", {
          number: String(log.seal.number),
          at: formatDateTime(language, new Date(log.seal.sealedAt)),
          hash: log.seal.hash,
        })}
      </p>
      <Facts
        rows={Object.entries(log.byAction).map(([action, count]) => [
          sayAction(action, t),
          formatNumber(language, count),
        ])}
      />
      <Entries entries={log.latest} {...props} />
    </>
  );
}

function Entries(
  { entries, language, t }: Part & { entries: readonly EvidenceEntry[] },
) {
  return (
    <Table
      heads={[t("evidence.when"), t("evidence.who"), t("evidence.what"), t("evidence.details")]}
    >
      {entries.map(({ id, at, by, action, resumeId, details }) => (
        <tr key={id}>
          <td>{formatDateTime(language, new Date(at))}</td>
          <td>{by ?? "–"}</td>
          <td>{sayAction(action, t)}</td>
          <td>
            <code>{[resumeId, detailsOf(details)].filter(Boolean).join(" ")}</code>
          </td>
        </tr>
      ))}
    </Table>
  );
}

function detailsOf(details: Readonly<Record<string, unknown>>): string {
  return Object.keys(details).length === 0 ? "" : JSON.stringify(details);
}
