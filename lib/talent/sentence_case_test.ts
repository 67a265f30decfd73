import assert from "node:assert/strict";
import fc from "fast-check";
import { readJob } from "./requirements.ts";
import { sentenceCase } from "./sentence_case.ts";
import { fold } from "./text.ts";

Deno.test("sentenceCase() begins with a capital what is no name spelled small", () => {
  const spelled: readonly (readonly [written: string, shown: string])[] = [
    ["written communication", "Written communication"],
    ["HTTP APIs", "HTTP APIs"],
    ["bachelor's degree in law", "Bachelor's degree in law"],
    ["message queues such as Kafka", "Message queues such as Kafka"],
    ["containers", "Containers"],
    ["économie", "Économie"],
    ["sql", "SQL"],
    ["javascript and css", "JavaScript and css"],
    ["power bi dashboards", "Power BI dashboards"],
    ["npm", "npm"],
    ["npm and pnpm", "npm and pnpm"],
    ["pandas, NumPy", "pandas, NumPy"],
    ["scikit-learn", "scikit-learn"],
    ["nginx configuration", "nginx configuration"],
    ["iOS", "iOS"],
    ["k6", "k6"],
    ["gRPC services", "gRPC services"],
    [".NET", ".NET"],
    ["3D modelling", "3D modelling"],
    ["ijsbereiding", "Ijsbereiding"],
    ["", ""],
  ];
  for (const [written, shown] of spelled) assert.equal(sentenceCase(written, "en"), shown);
  assert.equal(sentenceCase("ijsbereiding", "nl"), "IJsbereiding");
  assert.equal(sentenceCase("hbo-verpleegkunde", "nl"), "Hbo-verpleegkunde");
});

Deno.test("sentenceCase() changes case alone, and once", () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom("en", "nl"), (text, lang) => {
      const once = sentenceCase(text, lang as "en" | "nl");
      assert.equal(fold(once), fold(text));
      assert.equal(sentenceCase(once, lang as "en" | "nl"), once);
    }),
  );
});

Deno.test("readJob() names requirements in sentence case", () => {
  const { requirements } = readJob(
    "What we ask\n- Clear written communication\n- Experience with message queues such as Kafka\n- npm",
  );
  assert.deepEqual(requirements.map(({ name }) => name), [
    "Written communication",
    "Message queues such as Kafka",
    "npm",
  ]);
});
