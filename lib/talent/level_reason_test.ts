import assert from "node:assert/strict";
import { explainLevels } from "./level_reason.ts";
import { readJob } from "./requirements.ts";

function reasons(text: string): Record<string, string> {
  const { requirements } = readJob(text);
  const all = explainLevels(text, requirements);
  return Object.fromEntries(requirements.map(({ name }, at) => [name, all[at]?.code ?? ""]));
}

Deno.test("explainLevels() names the words or the heading that decided", () => {
  const text =
    "Data engineer\n\nRequirements\n- SQL\n- Python is a must\n- Scala is a plus\n\nNice to have\n- Kafka\n";
  assert.deepEqual(reasons(text), {
    "Data engineer": "by_title",
    SQL: "under_demands",
    Python: "must_words",
    Scala: "wish_words",
    Kafka: "under_wishes",
  });
});

Deno.test("explainLevels() tells a wish from the demand in its sentence", () => {
  const text =
    "Data engineer\n\nRequirements\n- English C1, Dutch is a plus\n- SQL, Kafka is a plus\n";
  assert.deepEqual(reasons(text), {
    "Data engineer": "by_title",
    "English C1": "under_demands",
    Dutch: "wish_words",
    SQL: "under_demands",
    Kafka: "wish_words",
  });
});

Deno.test("explainLevels() doubts what stands in running text", () => {
  const text = "Wij zoeken een kok die ervaring heeft met HACCP.";
  const { requirements } = readJob(text);
  const at = requirements.findIndex(({ name }) => name.includes("HACCP"));
  const reason = explainLevels(text, requirements)[at];
  assert.equal(reason?.code, "running_text");
  assert.equal(reason?.isDoubtful, true);
});

Deno.test("explainLevels() sees what a person typed or turned round", () => {
  const text = "Requirements\n- SQL\n- Java\n";
  const [sql, java] = readJob(text).requirements;
  assert.ok(sql && java);
  const changed = [{ ...sql, level: "nice_to_have" as const }, { ...java, source: null }];
  assert.deepEqual(explainLevels(text, changed).map(({ code }) => code), ["by_hand", "by_hand"]);
});
