import { Refusal } from "../refusal.ts";
import type { Matrix } from "./geometry.ts";

/** One glyph of a shown string, as pdf.js's operator list has it; numbers between move the pen. */
export interface ShownGlyph {
  readonly unicode: string;
  /** In thousandths of the font size (or the units of a Type 3 font). */
  readonly width: number;
  readonly isSpace: boolean;
}

export interface FontInfo {
  /** From glyph units to the font size: 0.001, except in Type 3 fonts. */
  readonly unit: number;
  readonly vertical: boolean;
  /** Whether its letters are drawings: Type 3. */
  readonly isDrawn: boolean;
}

/** One page as a list of painting operations. */
export interface PageOperations {
  readonly width: number;
  readonly height: number;
  /** From the page's own space to points from the upper left corner, turned as it is shown. */
  readonly toDevice: Matrix;
  readonly codes: ArrayLike<number>;
  readonly args: readonly unknown[];
  readonly fonts: ReadonlyMap<string, FontInfo>;
  /** The pixels of a picture that was painted; undefined unless asked for, and where none can be had. */
  pixelsOf(source: unknown): Pixels | undefined;
  /** False for content of a layer that is switched off. */
  isLayerVisible(group: unknown): boolean;
}

export interface OpenPdf {
  readonly pageCount: number;
  readonly ops: Readonly<Record<string, number>>;
  page(number: number): Promise<PageOperations>;
  close(): Promise<void>;
}

/** A picture's pixels, row by row from the top; a row of bits ends with its byte. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
  readonly layout: "bits" | "rgb" | "rgba";
}

/** How many open files want the pixels of their pictures. */
let pixelReaders = 0;

/**
 * pdf.js hands JPEGs to the platform's decoder where there is one. Most often we want the place of
 * a picture, never its pixels, and decoding is the slowest part of many files.
 */
class BlindImageDecoder {
  static isTypeSupported(): Promise<boolean> {
    return Promise.resolve(true);
  }
  /** A port is what can be passed on and closed, as pdf.js does with a decoded picture. */
  decode(): Promise<{ image: MessagePort }> {
    // pdf.js decodes by itself what the platform can't.
    if (pixelReaders > 0) return Promise.reject(new TypeError("Not decoded here"));
    return Promise.resolve({ image: new MessageChannel().port1 });
  }
  close(): void {}
}

/** Pictures above this are left out by pdf.js instead of being unpacked: 64 million pixels. */
const MAX_IMAGE_PIXELS = 64_000_000;

async function loadPdfJs() {
  (globalThis as { ImageDecoder?: unknown }).ImageDecoder ??= BlindImageDecoder;
  const { getResolvedPDFJS } = await import("unpdf");
  return await getResolvedPDFJS();
}

function toRefusal(error: unknown): Refusal {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") return new Refusal("encrypted");
  return new Refusal("corrupt", {}, { cause: error });
}

/**
 * Opens a PDF with pdf.js: no network, no fonts or character maps from elsewhere, no scripts.
 * Without the predefined CJK maps, text in fonts that are not embedded and rely on them is lost.
 *
 * @param bytes Handed over to pdf.js: empty afterwards.
 * @param withPixels Whether `pixelsOf()` is to answer, which takes time and memory.
 * @throws {Refusal} `encrypted` when it asks for a password, `corrupt` when it can't be opened.
 */
export async function openPdf(bytes: Uint8Array, withPixels = false): Promise<OpenPdf> {
  const pdfjs = await loadPdfJs();
  const settings = {
    data: bytes,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    disableFontFace: false,
    useSystemFonts: true,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: true,
    maxImageSize: MAX_IMAGE_PIXELS,
    enableXfa: false,
    stopAtErrors: false,
  };
  if (withPixels) pixelReaders++;
  const task = pdfjs.getDocument(settings);
  const close = async () => {
    if (withPixels) pixelReaders--;
    await task.destroy().catch(() => {});
  };
  const document = await task.promise.catch(async (error: unknown) => {
    await close();
    throw toRefusal(error);
  });
  const layers = await document.getOptionalContentConfig().catch(() => undefined);

  async function page(number: number): Promise<PageOperations> {
    const proxy = await document.getPage(number);
    const viewport = proxy.getViewport({ scale: 1 });
    const list = await proxy.getOperatorList();
    const fonts = await fontsOf(list.fnArray, list.argsArray, proxy.commonObjs);
    const names = withPixels ? pictureNames(list.fnArray, list.argsArray) : [];
    const pictures = new Map<string, Pixels>();
    for (const name of names) {
      const loaded = name.startsWith("g_") ? proxy.commonObjs : proxy.objs;
      const image = await new Promise((resolve) => loaded.get(name, resolve));
      const pixels = asPixels(image as LoadedImage | null);
      if (pixels) pictures.set(name, pixels);
    }
    proxy.cleanup();
    return {
      width: viewport.width,
      height: viewport.height,
      toDevice: viewport.transform as unknown as Matrix,
      codes: list.fnArray,
      args: list.argsArray,
      fonts,
      pixelsOf: (source) => pictures.get(nameOf(source) ?? "") ?? asPixels(source as LoadedImage),
      isLayerVisible: (group) => layers?.isVisible(group) ?? true,
    };
  }

  async function fontsOf(codes: number[], args: unknown[], loaded: LoadedObjects) {
    const fonts = new Map<string, FontInfo>();
    for (const name of fontNames(codes, args)) {
      const font = await new Promise<LoadedFont | null>((resolve) => loaded.get(name, resolve));
      const unit = font?.fontMatrix?.[0] ?? 0.001;
      const isDrawn = font?.isType3Font === true;
      fonts.set(name, { unit, vertical: font?.vertical === true, isDrawn });
    }
    return fonts;
  }

  function fontNames(codes: number[], args: unknown[]): Set<string> {
    const names = new Set<string>();
    codes.forEach((code, i) => {
      if (code === pdfjs.OPS.setFont) names.add((args[i] as [string])[0]);
      if (code !== pdfjs.OPS.setGState) return;
      for (const [key, value] of (args[i] as [[string, unknown][]])[0]) {
        if (key === "Font") names.add((value as [string])[0]);
      }
    });
    return names;
  }

  function pictureNames(codes: number[], args: unknown[]): string[] {
    const painters = new Set([pdfjs.OPS.paintImageXObject, pdfjs.OPS.paintImageMaskXObject]);
    const sources = args.filter((_, i) => painters.has(codes[i] as never));
    return [...new Set(sources.flatMap((one) => nameOf((one as unknown[])[0]) ?? []))];
  }

  return { pageCount: document.numPages, ops: pdfjs.OPS, page, close };
}

/** The name by which pdf.js keeps a picture; undefined for one that stands in the page itself. */
function nameOf(source: unknown): string | undefined {
  if (typeof source === "string") return source;
  const data = (source as { data?: unknown } | undefined)?.data;
  return typeof data === "string" ? data : undefined;
}

/** A picture as pdf.js gives it; a stencil has no kind, and bits. */
interface LoadedImage {
  readonly width?: number;
  readonly height?: number;
  readonly kind?: number;
  readonly data?: unknown;
}

const LAYOUTS: Readonly<Record<number, Pixels["layout"]>> = { 1: "bits", 2: "rgb", 3: "rgba" };

function asPixels(image: LoadedImage | null): Pixels | undefined {
  const { width = 0, height = 0, kind = 1, data } = image ?? {};
  const layout = LAYOUTS[kind];
  if (!layout || !ArrayBuffer.isView(data)) return undefined;
  const values = data as Uint8Array;
  const rowBytes = layout === "bits" ? (width + 7) >> 3 : width * (layout === "rgb" ? 3 : 4);
  if (width < 1 || height < 1 || values.length < rowBytes * height) return undefined;
  return { width, height, data: values, layout };
}

interface LoadedFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
  readonly isType3Font?: boolean;
}

interface LoadedObjects {
  // deno-lint-ignore no-explicit-any -- as pdf.js declares it
  get(name: string, callback: any): unknown;
}
