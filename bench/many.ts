import { startWeb, startWorker } from "../tests/harness/processes.ts";
import { testServices } from "../tests/harness/services.ts";
import { ApiClient } from "./api.ts";
import { type Figure, type Part, seconds } from "./figure.ts";
import { type MadeFile, makeFiles } from "./made/files.ts";
import { POSTING } from "./made/posting.ts";
import { makeOwner } from "./owner.ts";

const ALL = 10_000;
const SOME = 2000;
const WORKERS = [1, 2, 4];
/** As many as one upload may hold. */
const BATCH = 200;
const LIMIT_MS = 3_600_000;

/** A job that half a country applies to. */
export const many: Part = {
  name: "many",
  title: "A job with 10,000 résumés",
  how:
    `${ALL} different résumés as text, ${BATCH} a request, into one job, until all of them stand ` +
    `in its ranking; one worker. Then ${SOME} with each number of workers, all on this machine with ` +
    "the web server, PostgreSQL (durable) and Redis: what one worker more brings is bounded by its " +
    "cores.",
  isLong: true,
  measure,
};

async function measure(): Promise<Figure[]> {
  const files = await makeFiles("txt", ALL, 100_000);
  const whole = await judgeAll(files, 1);
  const figures: Figure[] = [
    { name: `${ALL} résumés: all stored`, value: whole.stored, unit: "s" },
    { name: `${ALL} résumés: full ranking`, value: whole.ranked, unit: "s" },
  ];
  const one = await judgeAll(files.slice(0, SOME), 1);
  for (const workers of WORKERS) {
    const { ranked } = workers === 1 ? one : await judgeAll(files.slice(0, SOME), workers);
    const plural = workers === 1 ? "worker" : "workers";
    figures.push({
      name: `${SOME} résumés from upload to full ranking, ${workers} ${plural}`,
      value: SOME / ranked,
      unit: "per second",
      ...(workers === 1 ? {} : { beside: { name: "one worker", value: SOME / one.ranked } }),
    });
  }
  return figures;
}

/** Seconds until all are stored, and until all are ranked. */
async function judgeAll(files: readonly MadeFile[], workers: number) {
  await using test = await testServices({ LOG_LEVEL: "error", DATABASE_POOL_SIZE: "10" });
  await makeOwner(test.services.db);
  const web = await startWeb(test.env);
  const started = await Promise.all(
    Array.from({ length: workers }, () => startWorker(test.env)),
  );
  try {
    const api = await ApiClient.signIn(web.url);
    const job = await api.createJob("Backend engineer", POSTING);
    let stored = 0;
    const ranked = await seconds(async () => {
      stored = await seconds(async () => {
        for (let at = 0; at < files.length; at += BATCH) {
          await api.upload(job, files.slice(at, at + BATCH));
        }
      });
      const { resumes } = await api.untilJudged(job, files.length, LIMIT_MS);
      const { total_count } = await api.ranking(job);
      if (resumes.failed > 0 || total_count !== files.length) {
        throw new Error(`Of ${files.length} résumés ${total_count} were ranked`);
      }
    });
    return { stored, ranked };
  } finally {
    await Promise.all([web, ...started].map((process) => process.stop(10_000)));
  }
}
