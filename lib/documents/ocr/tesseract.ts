import { gunzipSync } from "node:zlib";
import { languageFile, type LANGUAGES } from "./languages.ts";

/** A picture in shades of grey, 0 (black) to 255, row by row from the top. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A word that was made out in a picture; in pixels from its upper left corner. */
export interface RecognisedWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** How sure the recogniser is, 0 to 1. */
  readonly confidence: number;
  /** Words of one line have the same; counts up in the order in which the lines are read. */
  readonly line: number;
}

/** The part of Tesseract's interface that is used here. */
interface Api {
  Init(folder: string, languages: string, mode: number): number;
  SetVariable(name: string, value: string): boolean;
  SetImageFile(orientation: number, angle: number, upscale: boolean): number;
  Recognize(monitor: null): number;
  GetTSVText(page: number): string;
  Clear(): void;
}

interface Core {
  readonly FS: { writeFile(path: string, data: Uint8Array): void };
  readonly TessBaseAPI: new () => Api;
}

/** The neural recogniser alone, without that of the years before. */
const LSTM_ONLY = 1;
/** Where the core looks for the picture. */
const INPUT = "/input";

let engine: Promise<{ core: Core; api: Api }> | undefined;

/** The program is WebAssembly inside a module, the languages are files: nothing is fetched. */
async function start(languages: typeof LANGUAGES): Promise<{ core: Core; api: Api }> {
  const { default: load } = await import("tesseract.js-core/tesseract-core-simd-lstm.wasm.js");
  const silent = () => {};
  const core: Core = await load({ print: silent, printErr: silent });
  for (const language of languages) {
    const packed = await Deno.readFile(languageFile(language));
    core.FS.writeFile(`${language}.traineddata`, gunzipSync(packed));
  }
  const api = new core.TessBaseAPI();
  if (api.Init(".", languages.join("+"), LSTM_ONLY) !== 0) {
    throw new Error("Tesseract did not take its languages");
  }
  return { core, api };
}

function toPgm({ width, height, pixels }: GreyImage): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + pixels.length);
  file.set(head);
  file.set(pixels, head.length);
  return file;
}

/**
 * Reads the words in a picture with Tesseract, in English and Dutch. It takes seconds and can't be
 * stopped: only for the worker, whose process is ended when it takes too long.
 *
 * @param dotsPerInch How finely the paper was taken.
 */
export async function recogniseWords(
  image: GreyImage,
  dotsPerInch: number,
  languages: typeof LANGUAGES,
): Promise<RecognisedWord[]> {
  const { core, api } = await (engine ??= start(languages));
  core.FS.writeFile(INPUT, toPgm(image));
  api.SetVariable("user_defined_dpi", String(Math.round(dotsPerInch)));
  if (api.SetImageFile(1, 0, false) !== 0) throw new Error("Tesseract did not take the picture");
  api.Recognize(null);
  const words = wordsOf(api.GetTSVText(0));
  api.Clear();
  core.FS.writeFile(INPUT, new Uint8Array());
  return words;
}

/** Level, page, block, paragraph, line, word, left, top, width, height, confidence and text. */
const COLUMNS = 12;
const LEVEL_OF_LINE = "4";
const LEVEL_OF_WORD = "5";

function wordsOf(table: string): RecognisedWord[] {
  const words: RecognisedWord[] = [];
  let line = 0;
  for (const row of table.split("\n")) {
    const cells = row.split("\t");
    if (cells[0] === LEVEL_OF_LINE) line++;
    if (cells[0] !== LEVEL_OF_WORD || cells.length < COLUMNS) continue;
    const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = cells.slice(6).map(Number);
    const text = cells.slice(COLUMNS - 1).join(" ").trim();
    if (text === "") continue;
    const place = { left, top, right: left + width, bottom: top + height };
    words.push({ ...place, text, confidence: Math.max(0, confidence) / 100, line });
  }
  return words;
}
