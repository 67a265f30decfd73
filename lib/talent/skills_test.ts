import assert from "node:assert/strict";
import fc from "fast-check";
import { extractSkills } from "./skills.ts";

function names(text: string, as: "job" | "resume"): string[] {
  return extractSkills(text, as).map(({ name }) => name);
}

Deno.test("extractSkills() finds knowledge and work in a posting", () => {
  const text =
    "Engineer\n\nRequirements\n- Experience with Kafka and RIXML\n- Work closely with our product team\n\nWhat we offer\nJava lessons";
  assert.deepEqual(names(text, "job"), ["Kafka", "RIXML", "Work closely with our product team"]);
});

Deno.test("extractSkills() ends what one does before a known name", () => {
  const text = "Responsibilities\n- Develop new applications in Java";
  assert.deepEqual(names(text, "job"), ["Develop new applications", "Java"]);
});

Deno.test("extractSkills() takes the items of a résumé's lists, known or not", () => {
  const text =
    "Jan\n\nVaardigheden\nJava (3 jaar), Flurbisme, SQL\nTools: Git; Zork\n\nTalen\nNederlands, Engels\n\nHobby's\nKoken";
  assert.deepEqual(names(text, "resume"), [
    "Java",
    "Flurbisme",
    "SQL",
    "Git",
    "Zork",
    "Nederlands",
    "Engels",
  ]);
});

Deno.test("extractSkills() takes no pieces of sentences and no periods for items of a list", () => {
  const text = "Skills\nIn Design, Distributed systems, CAN bus, Routing\n" +
    "It has two planes, by cloning the same, Jan 2010\nthe queue is watched, Kubernetes\n" +
    "Implemented the reports with Power BI\nde planning, door te bellen, Lassen";
  assert.deepEqual(names(text, "resume"), [
    "In Design",
    "Distributed systems",
    "CAN bus",
    "Routing",
    "Kubernetes",
    "Power BI",
    "Lassen",
  ]);
});

Deno.test("extractSkills() gives a known name in running text once", () => {
  const text =
    "Experience\nAcme, 2019 - 2021\nBuilt Java services. Ran the Java services on Kubernetes.";
  assert.deepEqual(names(text, "resume").filter((name) => name === "Java").length, 1);
});

Deno.test("extractSkills() gives exact slices in order that do not overlap", () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "\n",
      "Skills\n",
      "Requirements:\n",
      "- ",
      "Java",
      ", ",
      "Work with ",
      "experience with ",
      "🚀",
      "(",
      "SAP consultant",
    ),
  );
  fc.assert(fc.property(fc.array(part), fc.constantFrom("job", "resume"), (parts, as) => {
    const text = parts.join("");
    let end = 0;
    for (const skill of extractSkills(text, as as "job" | "resume")) {
      assert.ok(skill.start >= end && skill.end > skill.start && skill.end <= text.length);
      assert.equal(skill.name, text.slice(skill.start, skill.end));
      end = skill.end;
    }
  }));
});
