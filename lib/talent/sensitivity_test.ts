import assert from "node:assert/strict";
import fc from "fast-check";
import { measureSensitivity, type SensitiveCandidate } from "./sensitivity.ts";
import type { Kind, Level, Verdict, Weights } from "./types.ts";
import type { Counting } from "./shares.ts";
import { rankCandidates } from "./what_if.ts";

const WEIGHTS: Weights = { required: 6, niceToHave: 4 };

const requirementArb = fc.record({
  level: fc.constantFrom<Level[]>("required", "nice_to_have"),
  kind: fc.constantFrom<Kind[]>("hard", "occupation"),
  importance: fc.integer({ min: 1, max: 5 }),
  gate: fc.boolean(),
});
const weightsArb = fc.record({
  required: fc.constantFrom(0, 0.5, 1, 6),
  niceToHave: fc.constantFrom(1, 4, 7.5),
});
const jobArb = fc.record({
  requirements: fc.array(requirementArb, { minLength: 1, maxLength: 6 }),
  weights: weightsArb,
}).chain(({ requirements, weights }) =>
  fc.record({
    requirements: fc.constant(requirements),
    weights: fc.constant(weights),
    verdicts: fc.array(
      fc.array(fc.constantFrom<Verdict[]>("YES", "PARTIAL", "NO"), {
        minLength: requirements.length,
        maxLength: requirements.length,
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
);

function people(verdicts: readonly (readonly Verdict[])[]): SensitiveCandidate[] {
  return verdicts.map((own, at) => ({ id: `c${at}`, tie: at, verdicts: own, decided: [] }));
}

/** Each rank of each candidate under every change, the long way round. */
function ranksByHand(
  candidates: readonly SensitiveCandidate[],
  requirements: readonly Counting[],
  weights: Weights,
): Map<string, number[]> {
  const ranks = new Map<string, number[]>(candidates.map(({ id }) => [id, []]));
  const add = (id: string, rank: number | undefined) => ranks.get(id)?.push(rank ?? NaN);
  const all = (with_: readonly Counting[], weighing: Weights) =>
    rankCandidates(candidates, with_, weighing).forEach(({ id, rank }) => add(id, rank));
  all(requirements, weights);
  requirements.forEach((one, at) => {
    for (const importance of [one.importance - 1, one.importance + 1]) {
      if (importance < 1 || importance > 5) continue;
      all(requirements.with(at, { ...one, importance }), weights);
    }
  });
  for (const name of ["required", "niceToHave"] as const) {
    for (const by of [-1, 1]) {
      const other = { ...weights, [name]: weights[name] + by };
      if (other[name] >= 0 && other.required + other.niceToHave > 0) all(requirements, other);
    }
  }
  candidates.forEach((one, at) =>
    one.verdicts.forEach((verdict, place) => {
      if (verdict !== "PARTIAL") return;
      for (const to of ["YES", "NO"] as const) {
        const others = candidates.with(at, { ...one, verdicts: one.verdicts.with(place, to) });
        const found = rankCandidates(others, requirements, weights).find(({ id }) => id === one.id);
        add(one.id, found?.rank);
      }
    })
  );
  return ranks;
}

Deno.test("measureSensitivity() finds the best and the worst rank that any one change leads to", () => {
  fc.assert(fc.property(jobArb, ({ requirements, weights, verdicts }) => {
    const candidates = people(verdicts);
    const { standings } = measureSensitivity(candidates, requirements, weights);
    const byHand = ranksByHand(candidates, requirements, weights);
    const now = rankCandidates(candidates, requirements, weights);
    assert.deepEqual(
      standings.map(({ id, rank }) => [id, rank]),
      now.map((one) => [one.id, one.rank]),
    );
    for (const { id, best, worst } of standings) {
      const ranks = byHand.get(id) ?? [];
      assert.deepEqual([best.rank, worst.rank], [Math.min(...ranks), Math.max(...ranks)], id);
    }
  }));
});

Deno.test("measureSensitivity() names the change that leads to a rank", () => {
  const requirements: Counting[] = [
    { level: "required", kind: "hard", importance: 3, gate: false },
    { level: "required", kind: "hard", importance: 3, gate: false },
  ];
  const { standings, steps } = measureSensitivity(
    people([["YES", "NO"], ["NO", "YES"], ["PARTIAL", "NO"]]),
    requirements,
    WEIGHTS,
  );
  const [first, second, third] = standings;
  assert.deepEqual([first?.id, first?.worst], ["c0", {
    rank: 2,
    grade: "D",
    change: { kind: "importance", requirement: 0, from: 3, to: 2 },
  }]);
  assert.deepEqual([second?.id, second?.best], ["c1", {
    rank: 1,
    grade: "C",
    change: { kind: "importance", requirement: 0, from: 3, to: 2 },
  }]);
  // As a YES it is the equal of the first two, and comes last among equals.
  assert.deepEqual([third?.id, third?.best], ["c2", { rank: 3, grade: "D", change: null }]);
  assert.deepEqual(steps[0], {
    change: { kind: "importance", requirement: 0, from: 3, to: 2 },
    moved: 2,
    regraded: 1,
    furthest: 1,
  });
});

Deno.test("measureSensitivity() doubts no verdict that a person gave", () => {
  const requirements: Counting[] = [{
    level: "required",
    kind: "hard",
    importance: 3,
    gate: false,
  }];
  const all = people([["YES"], ["PARTIAL"]]).toReversed();
  const best = (decided: number[]) =>
    measureSensitivity(
      all.map((one) => ({ ...one, tie: -one.tie, decided })),
      requirements,
      WEIGHTS,
    )
      .standings[1]?.best.rank;
  assert.deepEqual([best([]), best([0])], [1, 2]);
});

Deno.test("measureSensitivity() marks who stands within the band around a grade", () => {
  const requirements: Counting[] = Array.from(
    { length: 5 },
    () => ({ level: "required", kind: "hard", importance: 3, gate: false }),
  );
  const { standings } = measureSensitivity(
    people([["YES", "YES", "YES", "YES", "NO"], ["YES", "YES", "YES", "PARTIAL", "NO"]]),
    requirements,
    WEIGHTS,
  );
  assert.deepEqual(standings.map(({ score, isNearLine }) => [score, isNearLine]), [
    [0.8, true],
    [0.7, false],
  ]);
});

Deno.test("measureSensitivity() takes a step only where there is one", () => {
  const { steps } = measureSensitivity([], [
    { level: "required", kind: "hard", importance: 1, gate: false },
    { level: "required", kind: "hard", importance: 5, gate: false },
  ], { required: 1, niceToHave: 0 });
  assert.deepEqual(
    steps.map(({ change }) => [change.kind, change.from, change.to]),
    [["importance", 1, 2], ["importance", 5, 4], ["weight", 1, 2], ["weight", 0, 1]],
  );
});

Deno.test("rankCandidates() keeps the order among equals, and refuses a missing verdict", () => {
  const requirement: Counting = {
    level: "required",
    kind: "hard",
    importance: 3,
    gate: false,
  };
  const ranked = rankCandidates(
    [
      { id: "a", tie: 2, verdicts: ["YES"] },
      { id: "b", tie: 1, verdicts: ["YES"] },
      { id: "c", tie: 0, verdicts: ["NO"] },
    ],
    [requirement],
    WEIGHTS,
  );
  assert.deepEqual(ranked.map(({ id, rank }) => [id, rank]), [["b", 1], ["a", 2], ["c", 3]]);
  assert.throws(
    () => rankCandidates([{ id: "a", tie: 0, verdicts: [] }], [requirement], WEIGHTS),
    RangeError,
  );
});
