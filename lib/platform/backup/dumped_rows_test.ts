import assert from "node:assert/strict";
import fc from "fast-check";
import { DumpedRows } from "./dumped_rows.ts";
import { BrokenArchive } from "./tar.ts";

const DUMP = String.raw`--
-- PostgreSQL database dump
--
\restrict abc
CREATE TABLE public.jobs (id uuid, "order" integer);
COPY public.jobs (id, "order") FROM stdin;
1	one\\.\nCOPY public.strange (id) FROM stdin;
2	\N
\.


COPY public."end" (id) FROM stdin;
\.

SELECT pg_catalog.setval('public.numbers', 7, true);
`;

/** What is found in it when it comes in these pieces. */
async function found(pieces: readonly Uint8Array[]): Promise<string> {
  let text = "";
  const dump = new DumpedRows({
    begin: (table, columns) => Promise.resolve(void (text += `${table}(${columns}):`)),
    rows: (bytes) => Promise.resolve(void (text += new TextDecoder().decode(bytes))),
    end: () => Promise.resolve(void (text += ";")),
  });
  for (const piece of pieces) await dump.take(piece);
  dump.end();
  return text;
}

Deno.test("DumpedRows finds the same rows wherever the dump is cut", async () => {
  const bytes = new TextEncoder().encode(DUMP);
  const whole = "jobs(id,order):1\tone\\\\.\\nCOPY public.strange (id) FROM stdin;\n" +
    "2\t\\N\n;end(id):;";
  assert.equal(await found([bytes]), whole);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
      const pieces = edges.slice(1).map((edge, at) => bytes.subarray(edges[at], edge));
      assert.equal(await found(pieces), whole);
    }),
  );
});

Deno.test("DumpedRows refuses a dump that ends within a table", async () => {
  const cut = new TextEncoder().encode(DUMP.slice(0, DUMP.indexOf("2\t")));
  await assert.rejects(found([cut]), BrokenArchive);
});
