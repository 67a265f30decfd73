import { PDFDocument, StandardFonts } from "pdf-lib";

/** A file to be sent, and what must become of it. */
export interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly error: "corrupt" | "empty" | "unsupported" | null;
}

/** Résumés of as many people; one in ten a PDF, and one in twenty no résumé at all. */
export async function makeFiles(count: number): Promise<Sent[]> {
  const files: Sent[] = [];
  for (let n = 0; n < count; n++) {
    const lines = [
      `Person Number${n}`,
      "Work experience",
      "Developer, Acme",
      `January ${2000 + n % 20} - present`,
      n % 3 ? "- Wrote services in TypeScript" : "- Tuned PostgreSQL",
    ];
    if (n % 10 === 3) files.push({ name: `${n}.pdf`, bytes: await makePdf(lines), error: null });
    else if (n % 20 === 7) files.push(broken(n));
    else files.push({ name: `${n}.txt`, bytes: encode(lines.join("\n")), error: null });
  }
  return files;
}

const encode = (text: string) => new TextEncoder().encode(text);

/** Each with bytes of its own: the same ones would be one résumé. */
function broken(n: number): Sent {
  if (n % 60 === 7) return { name: `${n}.pdf`, bytes: encode(`%PDF-1.4 ${n}`), error: "corrupt" };
  if (n % 60 === 27) return { name: `${n}.txt`, bytes: encode(" ".repeat(n)), error: "empty" };
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
  return { name: `${n}.png`, bytes: new Uint8Array([...png, n]), error: "unsupported" };
}

async function makePdf(lines: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage();
  lines.forEach((line, at) => page.drawText(line, { x: 50, y: 780 - at * 18, size: 12, font }));
  return await document.save();
}
