import { create } from "qrcode";

/** A QR code as the path of an SVG, one unit a module. */
export interface QrCode {
  /** Modules a side, with the quiet zone of four around (ISO/IEC 18004, 5.3.8). */
  readonly size: number;
  /** Its dark modules, each row in runs. */
  readonly path: string;
}

const QUIET = 4;

/**
 * Draws a text as a QR code, which can still be read when 15 % of it cannot.
 *
 * @throws {Error} If the text is longer than a code can hold (2,331 bytes).
 */
export function drawQrCode(text: string): QrCode {
  const { modules: { size, data } } = create(text, { errorCorrectionLevel: "M" });
  const runs: string[] = [];
  for (let row = 0; row < size; row += 1) {
    for (let from = 0; from < size; from += 1) {
      let to = from;
      while (to < size && data[row * size + to]) to += 1;
      if (to > from) runs.push(`M${from + QUIET} ${row + QUIET}h${to - from}v1h-${to - from}z`);
      from = to;
    }
  }
  return { size: size + 2 * QUIET, path: runs.join("") };
}
