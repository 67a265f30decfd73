import assert from "node:assert/strict";
import { limitConcurrency } from "./concurrency.ts";

Deno.test("limitConcurrency() runs no more than the limit at once, in order", async () => {
  const run = limitConcurrency(2);
  let running = 0;
  let most = 0;
  const started: number[] = [];
  await Promise.all([...Array(9).keys()].map((number) =>
    run(async () => {
      started.push(number);
      most = Math.max(most, ++running);
      await Promise.resolve();
      running -= 1;
    })
  ));
  assert.equal(most, 2);
  assert.deepEqual(started, [0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

Deno.test("limitConcurrency() gives the place on when work fails", async () => {
  const run = limitConcurrency(1);
  const failed = run(() => Promise.reject(new RangeError("no")));
  const next = run(() => Promise.resolve(7));
  await assert.rejects(failed, RangeError);
  assert.equal(await next, 7);
});
