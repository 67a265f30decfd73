import { join } from "node:path";
import { DEFAULT_LIMITS } from "../lib/documents/limits.ts";
import { closeReaders, readDocument } from "../lib/documents/read.ts";
import { evaluate } from "../lib/talent/evaluate.ts";
import { readJob } from "../lib/talent/requirements.ts";
import { DEFAULT_WEIGHTS } from "../lib/talent/score.ts";
import { ROOT } from "../scripts/local/web_build.ts";
import { ApiClient } from "./api.ts";
import { type Figure, type Part, seconds } from "./figure.ts";
import { type MadeFile, makeFiles } from "./made/files.ts";
import { POSTING } from "./made/posting.ts";
import { startProduct, withFolder } from "./product.ts";

const DROP = { pdf: 100, docx: 50, txt: 50 } as const;
const PDFS = 100;
const WARM_UP = 8;
const TODAY = "2026-11-01";

/** The whole way: files in over HTTP, a ranking out. */
export const upload: Part = {
  name: "upload",
  title: "From upload to ranking",
  how: "The product as `deno task start` runs it, with its one worker and durable PostgreSQL, on " +
    "this machine with everything else. First a drop of 200 different two-page résumés (100 PDF, 50 " +
    "DOCX, 50 text) in one request just after the start, then " +
    `${PDFS} PDFs on a worker that is warm, each timed from the first byte sent. Beside it the same ` +
    "PDFs through the readers and the engine alone, as many at once as there are cores: what is " +
    "left when HTTP, PostgreSQL and Redis cost nothing.",
  measure: () => withFolder(measure),
};

async function measure(folder: string): Promise<Figure[]> {
  const drop = (await Promise.all([
    makeFiles("pdf", DROP.pdf, 10_000),
    makeFiles("docx", DROP.docx, 20_000),
    makeFiles("txt", DROP.txt, 30_000),
  ])).flat();
  const pdfs = await makeFiles("pdf", WARM_UP + PDFS, 40_000);
  const product = await startProduct(ROOT, join(folder, "data"));
  let figures: Figure[];
  let whole: number;
  try {
    const api = await ApiClient.signIn(product.url);
    figures = await measureDrop(api, drop);
    whole = await measurePdfs(api, pdfs);
  } finally {
    await product.stop();
  }
  const name = "readers and engine alone";
  return [...figures, {
    name: "PDFs from upload to verdict, one worker",
    value: whole,
    unit: "per second",
    beside: { name, value: await withoutServices(pdfs) },
  }];
}

async function measureDrop(api: ApiClient, files: readonly MadeFile[]): Promise<Figure[]> {
  const job = await api.createJob("Backend engineer", POSTING);
  const from = performance.now();
  const passed = () => (performance.now() - from) / 1000;
  const first = api.untilJudged(job, 1).then(passed);
  await api.upload(job, files);
  const stored = passed();
  const { resumes } = await api.untilJudged(job, files.length);
  const { total_count, data } = await api.ranking(job);
  const ranked = passed();
  const isWhole = resumes.failed === 0 && total_count === files.length;
  if (!isWhole || data.some(({ rank }) => rank === null)) {
    throw new Error(`Of ${files.length} résumés ${resumes.done} were ranked`);
  }
  return [
    { name: `${files.length} résumés: all stored`, value: stored, unit: "s" },
    { name: `${files.length} résumés: first verdict`, value: await first, unit: "s" },
    { name: `${files.length} résumés: full ranking`, value: ranked, unit: "s" },
  ];
}

/** PDFs per second. */
async function measurePdfs(api: ApiClient, files: readonly MadeFile[]): Promise<number> {
  const job = await api.createJob("Backend engineer, once more", POSTING);
  await api.upload(job, files.slice(0, WARM_UP));
  await api.untilJudged(job, WARM_UP);
  return PDFS / await seconds(async () => {
    await api.upload(job, files.slice(WARM_UP));
    await api.untilJudged(job, files.length);
  });
}

/** PDFs per second. */
async function withoutServices(files: readonly MadeFile[]): Promise<number> {
  const { requirements } = readJob(POSTING);
  const judge = async ({ bytes, name }: MadeFile) => {
    const { text } = await readDocument(bytes, { limits: DEFAULT_LIMITS, fileName: name });
    evaluate({ text, requirements, weights: DEFAULT_WEIGHTS, now: TODAY, hiddenCharacters: 0 });
  };
  try {
    await Promise.all(files.slice(0, WARM_UP).map(judge));
    return PDFS / await seconds(() => Promise.all(files.slice(WARM_UP).map(judge)));
  } finally {
    await closeReaders();
  }
}
