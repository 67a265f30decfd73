import { numberRequirements } from "../../components/numbering.ts";
import { stageName } from "../../components/StageWord.tsx";
import type { ExportRow } from "../../lib/hiring/exports.ts";
import type { Job } from "../../lib/hiring/jobs.ts";
import type { SheetColumn } from "../../lib/hiring/spreadsheet.ts";
import type { Language, Level } from "../../lib/talent/types.ts";
import { wholePercent } from "../../locales/format.ts";
import { type Translate, translator } from "../../locales/translate.ts";

/** A column of a ranking that is taken along, and what it has for a row. */
export interface RankingColumn extends SheetColumn {
  /** A percentage is a share of 1, as whole as the pages show it. */
  cell(row: ExportRow): string | number | Date | null;
}

type Cell = RankingColumn["cell"];

/** The columns of a ranking, in the reader's language: who, how good, what was decided, why. */
export function rankingColumns(job: Job, language: Language): RankingColumn[] {
  const t = translator(language);
  return [
    ...people(t),
    ...figures(t),
    ...words(t),
    ...numberRequirements(job.requirements).map(({ id, number, name }) =>
      text(`${number} ${name}`, 14, ({ strip }) => {
        const found = strip.find(({ requirementId }) => requirementId === id);
        return found ? t(`verdict.${found.verdict}`) : null;
      })
    ),
    text(t("export.file_name"), 28, ({ fileName }) => fileName),
    {
      name: t("export.received"),
      kind: "instant",
      width: 17,
      cell: ({ receivedAt }) => new Date(receivedAt),
    },
  ];
}

function people(t: Translate): RankingColumn[] {
  return [
    number(t("ranking.col_rank"), 6, ({ rank }) => rank),
    text(t("ranking.col_candidate"), 26, ({ candidate }) => candidate.name),
    text(t("export.headline"), 32, ({ headline }) => headline),
    text(t("export.email"), 28, ({ email }) => email),
    text(t("export.phone"), 18, ({ phone }) => phone),
  ];
}

function figures(t: Translate): RankingColumn[] {
  const count = (level: Level, isMet: boolean): Cell => ({ strip, requiredTotal }) =>
    requiredTotal === null
      ? null
      : strip.filter((one) => one.level === level && (!isMet || one.verdict === "YES")).length;
  return [
    percent(t("export.score"), ({ score }) => score),
    text(t("ranking.col_grade"), 8, ({ grade }) => grade),
    percent(t("export.raw_score"), ({ rawScore }) => rawScore),
    number(t("export.required_met"), 10, count("required", true)),
    number(t("export.required_total"), 10, count("required", false)),
    number(t("export.nice_met"), 10, count("nice_to_have", true)),
    number(t("export.nice_total"), 10, count("nice_to_have", false)),
  ];
}

function words(t: Translate): RankingColumn[] {
  return [
    text(t("export.decision"), 14, ({ stage: { decision } }) => sayDecision(decision, t)),
    text(t("export.stage"), 14, ({ stage }) => stageName(stage, t)),
    text(
      t("export.reason"),
      30,
      ({ reasonCode, reason }) =>
        [reasonCode && t(`move.reason_${reasonCode}`), reason].filter(Boolean).join(": "),
    ),
    text(
      t("ranking.col_flags"),
      20,
      ({ flags }) => flags.map((flag) => t(`flag.${flag}`)).join(", "),
    ),
    text(
      t("export.strength"),
      40,
      ({ strength }) => strength && `${strength.name}: “${strength.quote}”`,
    ),
    text(
      t("export.gap"),
      30,
      ({ gap }) =>
        gap &&
        t(gap.verdict === "NO" ? "ranking.gap_no" : "ranking.gap_partial", { name: gap.name }),
    ),
  ];
}

/** What was decided, in a word. */
export function sayDecision(decision: ExportRow["stage"]["decision"], t: Translate): string {
  return decision === "undecided" ? t("move.undecided") : t(`move.stage_${decision}`);
}

function text(name: string, width: number, cell: Cell): RankingColumn {
  return { name, kind: "text", width, cell };
}

function number(name: string, width: number, cell: Cell): RankingColumn {
  return { name, kind: "number", width, cell };
}

/** Rounded down as everywhere: 79.6 % must not read as the 80 % that grade A asks for. */
function percent(name: string, cell: (row: ExportRow) => number | null): RankingColumn {
  return {
    name,
    kind: "percent",
    width: 9,
    cell: (row) => {
      const share = cell(row);
      return share === null ? null : wholePercent(share) / 100;
    },
  };
}
