import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";
import { PDFDocument, type PDFFont, StandardFonts } from "pdf-lib";
import { asText, type MadeResume, makeResume } from "./resume_text.ts";

/** A file as it is uploaded. */
export interface MadeFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type MadeKind = "pdf" | "docx" | "txt";

const PAGE = { width: 595, height: 842, margin: 50, leading: 13, size: 9.5 };

/** Makes résumés of one kind, with the seeds from `first` on. */
export async function makeFiles(kind: MadeKind, count: number, first: number): Promise<MadeFile[]> {
  const files: MadeFile[] = [];
  for (let seed = first; seed < first + count; seed++) {
    const bytes = await toBytes(makeResume(seed), kind);
    files.push({ name: `resume-${String(seed).padStart(4, "0")}.${kind}`, bytes });
  }
  return files;
}

async function toBytes(resume: MadeResume, kind: MadeKind): Promise<Uint8Array<ArrayBuffer>> {
  if (kind === "txt") return new TextEncoder().encode(asText(resume));
  return new Uint8Array(kind === "pdf" ? await asPdf(resume) : await asDocx(resume));
}

async function asPdf({ lines }: MadeResume): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const plain = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  let page = pdf.addPage([PAGE.width, PAGE.height]);
  let y = PAGE.height - PAGE.margin;
  for (const line of lines) {
    const isHeading = line.startsWith("# ");
    const font = isHeading ? bold : plain;
    if (isHeading) y -= PAGE.leading / 2;
    for (const row of wrap(isHeading ? line.slice(2) : line, font)) {
      if (y < PAGE.margin) {
        page = pdf.addPage([PAGE.width, PAGE.height]);
        y = PAGE.height - PAGE.margin;
      }
      page.drawText(row, { x: PAGE.margin, y, size: PAGE.size, font });
      y -= PAGE.leading;
    }
  }
  return await pdf.save();
}

function wrap(line: string, font: PDFFont): string[] {
  const rows: string[] = [];
  let row = "";
  for (const word of line.split(" ")) {
    const longer = row === "" ? word : `${row} ${word}`;
    if (font.widthOfTextAtSize(longer, PAGE.size) <= PAGE.width - 2 * PAGE.margin) row = longer;
    else {
      rows.push(row);
      row = word;
    }
  }
  return [...rows, row];
}

function asDocx({ lines }: MadeResume): Promise<ArrayBuffer> {
  const children = lines.map((line) => {
    if (line.startsWith("# ")) {
      return new Paragraph({ text: line.slice(2), heading: HeadingLevel.HEADING_2 });
    }
    if (line.startsWith("- ")) return new Paragraph({ text: line.slice(2), bullet: { level: 0 } });
    return new Paragraph({ children: [new TextRun(line)] });
  });
  return Packer.toArrayBuffer(new Document({ sections: [{ children }] }));
}
