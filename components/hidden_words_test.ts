import assert from "node:assert/strict";
import { countWords, repeatsJob } from "./hidden_words.ts";

const JOB = ["TypeScript", "PostgreSQL", "Kubernetes", "Message queues such as Kafka or RabbitMQ"];

Deno.test("countWords() counts what a reader would", () => {
  const cases: [string, number][] = [
    ["", 0],
    ["  •  – ", 0],
    ["Node.js, C++ and C#", 4],
    ["zij/haar, IC-verpleegkundige", 2],
  ];
  for (const [text, count] of cases) assert.equal(countWords(text), count, text);
});

Deno.test("repeatsJob() wants several words of the job, and most of the hidden ones", () => {
  assert.ok(repeatsJob("typescript kubernetes kafka rabbitmq postgresql", JOB));
  assert.ok(!repeatsJob("typescript kubernetes", JOB), "two are chance");
  assert.ok(!repeatsJob("Page one of the curriculum vitae made with some template", JOB));
  const long =
    "This template was made for free download; typescript kubernetes kafka were examples";
  assert.ok(!repeatsJob(long, JOB), "a few words in a long text are chance");
});
