import type { RankingRow } from "../../lib/hiring/ranking.ts";
import type { JobRequirement } from "../../lib/hiring/requirement_rows.ts";
import type { Stage } from "../../lib/hiring/stages.ts";
import type { Verdict } from "../../lib/talent/types.ts";
import type { SaidMatch } from "../evaluation_state.ts";
import { type Numbered, numberRequirements } from "../numbering.ts";

function requirement(
  name: string,
  more: Partial<JobRequirement> = {},
): JobRequirement {
  return {
    id: name.toLowerCase().replace(/[^a-z0-9]+/g, "-"),
    name,
    level: "required",
    kind: "hard",
    years: null,
    importance: 3,
    gate: false,
    metric: null,
    skill: null,
    source: null,
    ...more,
  };
}

/** What the job of the guide asks for. */
export const REQUIREMENTS: readonly Numbered<JobRequirement>[] = numberRequirements([
  requirement("TypeScript", { years: 4, importance: 5, source: { start: 0, end: 10 } }),
  requirement("Message queues"),
  requirement("Written communication", { kind: "soft", importance: 2 }),
  requirement("Right to work in the EU", { gate: true, importance: 4 }),
  requirement("Kubernetes", { level: "nice_to_have" }),
  requirement("npm", { level: "nice_to_have", importance: 1 }),
]);

const NEW: Stage = { id: "new", key: "new", name: null, decision: "undecided", position: 1 };
const SHORTLISTED: Stage = {
  id: "shortlisted",
  key: "shortlisted",
  name: null,
  decision: "shortlisted",
  position: 2,
};
const REJECTED: Stage = {
  id: "rejected",
  key: "rejected",
  name: null,
  decision: "rejected",
  position: 6,
};

function row(name: string, verdicts: string, more: Partial<RankingRow>): RankingRow {
  return {
    resumeId: name.toLowerCase().replaceAll(" ", "-"),
    evaluationId: null,
    rank: null,
    candidate: { name },
    fileName: `${name}.pdf`,
    isMasked: false,
    status: "done",
    error: null,
    score: null,
    rawScore: null,
    grade: null,
    requiredMet: null,
    requiredTotal: null,
    flags: [],
    headline: "Backend engineer · Tidewater Bank",
    strip: REQUIREMENTS.slice(0, verdicts.length).map(({ id, level, gate }, at) => ({
      requirementId: id,
      level,
      gate,
      verdict: verdictOf(verdicts[at]),
      isOverridden: false,
    })),
    strength: null,
    gap: null,
    stage: NEW,
    stageVersion: 1,
    receivedAt: "2026-03-09T09:00:00Z",
    ...more,
  };
}

function verdictOf(sign: string | undefined): Verdict {
  return sign === "y" ? "YES" : sign === "p" ? "PARTIAL" : "NO";
}

/** People as a ranking lists them, the last one not judged yet. */
export const PEOPLE: readonly RankingRow[] = [
  row("Amara Okafor", "yyyyyn", {
    rank: 1,
    score: 0.94,
    rawScore: 0.94,
    grade: "A",
    requiredMet: 4,
    requiredTotal: 4,
    strength: { requirementId: "typescript", name: "TypeScript", quote: "the payments API" },
    gap: { requirementId: "npm", name: "npm", verdict: "NO" },
    stage: SHORTLISTED,
  }),
  row("Sanne de Wit", "ypyyny", {
    rank: 2,
    score: 0.78,
    rawScore: 0.78,
    grade: "B",
    requiredMet: 3,
    requiredTotal: 4,
    flags: ["near_line"],
    gap: { requirementId: "message-queues", name: "Message queues", verdict: "PARTIAL" },
  }),
  row("Otto Klein", "yyynyn", {
    rank: 3,
    score: 0.64,
    rawScore: 0.85,
    grade: "C",
    requiredMet: 3,
    requiredTotal: 4,
    flags: ["gate_failed"],
    gap: { requirementId: "right-to-work-in-the-eu", name: "Right to work", verdict: "NO" },
    stage: REJECTED,
  }),
  row("Lena Berg", "", { status: "reading", headline: null }),
];

function match(at: number, verdict: Verdict, more: Partial<SaidMatch>): SaidMatch {
  const asked = REQUIREMENTS[at];
  if (asked === undefined) throw new RangeError(`The guide has no requirement ${at}`);
  return {
    requirement: asked,
    level: asked.level,
    number: asked.number,
    verdict,
    engineVerdict: verdict,
    reason: { code: "absent", params: {} },
    evidence: [],
    tried: [],
    override: null,
    sentence: "Not found anywhere in the résumé.",
    ...more,
  };
}

/** Verdicts: one as the engine gave it, one without proof, one that a person changed. */
export const MATCHES: readonly SaidMatch[] = [
  match(0, "YES", { sentence: "Shown in dated work: 5 years and 10 months; still in use." }),
  match(1, "NO", { tried: ["Message queues", "Kafka", "RabbitMQ"] }),
  match(3, "YES", {
    engineVerdict: "PARTIAL",
    sentence: "Not held yet: in progress or applied for.",
    override: {
      id: "second",
      verdict: "YES",
      reason: "The permit was shown to me.",
      userId: "marijke",
      userName: "Marijke Oosterhuis",
      createdAt: "2026-03-11T09:12:00Z",
    },
  }),
];
