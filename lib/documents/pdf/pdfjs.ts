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
  /** False for content of a layer that is switched off. */
  isLayerVisible(group: unknown): boolean;
}

export interface OpenPdf {
  readonly pageCount: number;
  readonly ops: Readonly<Record<string, number>>;
  page(number: number): Promise<PageOperations>;
  close(): Promise<void>;
}

/**
 * pdf.js hands JPEGs to the platform's decoder where there is one. We want the place of a
 * picture, never its pixels, and decoding is the slowest part of many files.
 */
class BlindImageDecoder {
  static isTypeSupported(): Promise<boolean> {
    return Promise.resolve(true);
  }
  /** A port is what can be passed on and closed, as pdf.js does with a decoded picture. */
  decode(): Promise<{ image: MessagePort }> {
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
 * @throws {Refusal} `encrypted` when it asks for a password, `corrupt` when it can't be opened.
 */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
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
  const task = pdfjs.getDocument(settings);
  const close = () => task.destroy().catch(() => {});
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
    proxy.cleanup();
    return {
      width: viewport.width,
      height: viewport.height,
      toDevice: viewport.transform as unknown as Matrix,
      codes: list.fnArray,
      args: list.argsArray,
      fonts,
      isLayerVisible: (group) => layers?.isVisible(group) ?? true,
    };
  }

  async function fontsOf(codes: number[], args: unknown[], loaded: LoadedObjects) {
    const fonts = new Map<string, FontInfo>();
    for (const name of fontNames(codes, args)) {
      const font = await new Promise<LoadedFont | null>((resolve) => loaded.get(name, resolve));
      const unit = font?.fontMatrix?.[0] ?? 0.001;
      fonts.set(name, { unit, vertical: font?.vertical === true });
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

  return { pageCount: document.numPages, ops: pdfjs.OPS, page, close };
}

interface LoadedFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
}

interface LoadedObjects {
  // deno-lint-ignore no-explicit-any -- as pdf.js declares it
  get(name: string, callback: any): unknown;
}
