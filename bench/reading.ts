import { closeReaders, readDocument } from "../lib/documents/read.ts";
import { DEFAULT_LIMITS } from "../lib/documents/limits.ts";
import { extractText, getDocumentProxy } from "unpdf";
import { type Figure, type Part, seconds } from "./figure.ts";
import { type MadeFile, type MadeKind, makeFiles } from "./made/files.ts";

const FILES: Readonly<Record<MadeKind, number>> = { pdf: 60, docx: 60, txt: 60 };
const WARM_UP = 6;

/** Files to text, in the bounded readers. */
export const reading: Part = {
  name: "reading",
  title: "Reading files",
  how:
    "Invented two-page résumés through `readDocument`, one after the other, so that one reader " +
    "works; then PDFs with as many at once as the machine has cores. Beside it unpdf alone: the " +
    "words of each page in the order of the file, in our own thread, without hidden text, columns " +
    "or limits.",
  measure,
};

async function measure(): Promise<Figure[]> {
  const figures: Figure[] = [];
  try {
    const pdfs = await makeFiles("pdf", FILES.pdf + WARM_UP, 5000);
    const { perSecond, pages } = await oneByOne(pdfs);
    const bare = await unpdfAlone(pdfs);
    figures.push({
      name: "PDF pages, one reader",
      value: pages * perSecond,
      unit: "per second",
      beside: { name: "unpdf alone, in order of the file", value: bare },
    });
    figures.push({
      name: `PDF pages, ${navigator.hardwareConcurrency} readers`,
      value: pages * await allAtOnce(pdfs),
      unit: "per second",
    });
    for (const [kind, name] of [["docx", "DOCX files"], ["txt", "Text files"]] as const) {
      const files = await makeFiles(kind, FILES[kind] + WARM_UP, 6000);
      const { perSecond } = await oneByOne(files);
      figures.push({ name: `${name}, one reader`, value: perSecond, unit: "per second" });
    }
    return figures;
  } finally {
    await closeReaders();
  }
}

async function read({ bytes, name }: MadeFile): Promise<number> {
  const { pages } = await readDocument(bytes, { limits: DEFAULT_LIMITS, fileName: name });
  return pages.length;
}

/** Files per second, and the pages of one file on average. */
async function oneByOne(files: readonly MadeFile[]): Promise<{ perSecond: number; pages: number }> {
  for (const file of files.slice(0, WARM_UP)) await read(file);
  const rest = files.slice(WARM_UP);
  let pages = 0;
  const taken = await seconds(async () => {
    for (const file of rest) pages += await read(file);
  });
  return { perSecond: rest.length / taken, pages: pages / rest.length };
}

async function allAtOnce(files: readonly MadeFile[]): Promise<number> {
  await Promise.all(files.slice(0, WARM_UP).map(read));
  const rest = files.slice(WARM_UP);
  return rest.length / await seconds(() => Promise.all(rest.map(read)));
}

/** Pages per second. */
async function unpdfAlone(files: readonly MadeFile[]): Promise<number> {
  const extract = async ({ bytes }: MadeFile) => {
    const document = await getDocumentProxy(bytes.slice()); // it keeps what it is given
    const { totalPages } = await extractText(document);
    await document.loadingTask.destroy();
    return totalPages;
  };
  for (const file of files.slice(0, WARM_UP)) await extract(file);
  let pages = 0;
  const taken = await seconds(async () => {
    for (const file of files.slice(WARM_UP)) pages += await extract(file);
  });
  return pages / taken;
}
