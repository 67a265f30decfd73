import { Document, ImageRun, Packer, Paragraph } from "docx";
import assert from "node:assert/strict";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { DEFAULT_LIMITS } from "./limits.ts";
import { readBytes } from "./read_bytes.ts";

const picture = (name: string) =>
  Deno.readFile(new URL(`./fixtures/photos/${name}`, import.meta.url));

interface Shown {
  readonly name: "portrait.jpg" | "logo.png" | "logo.jpg";
  readonly width: number;
  readonly height: number;
  /** On the second page, or after a page break. */
  readonly isLater?: boolean;
}

async function pdfWith({ name, width, height, isLater }: Shown): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const bytes = await picture(name);
  const image = name.endsWith("png")
    ? await document.embedPng(bytes)
    : await document.embedJpg(bytes);
  const pages = [document.addPage([595, 842]), document.addPage([595, 842])];
  for (const page of pages) page.drawText("Noa Bakker, nurse in Arnhem", { x: 50, y: 780, font });
  pages[isLater ? 1 : 0]?.drawImage(image, { x: 400, y: 600, width, height });
  return await document.save();
}

async function docxWith({ name, width, height, isLater }: Shown): Promise<Uint8Array> {
  const type = name.endsWith("png") ? "png" : "jpg";
  // The library counts in pixels, 96 to the inch.
  const transformation = { width: width * 96 / 72, height: height * 96 / 72 };
  const image = new ImageRun({ type, data: await picture(name), transformation });
  const lines = [
    new Paragraph("Noa Bakker, nurse in Arnhem"),
    new Paragraph({ children: [image], pageBreakBefore: isLater ?? false }),
  ];
  const filler = Array.from({ length: 60 }, () => new Paragraph("Worked with people of all ages"));
  const children = isLater ? [lines[0]!, ...filler, lines[1]!] : lines;
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

const hasPhoto = async (bytes: Uint8Array) => (await readBytes(bytes, DEFAULT_LIMITS)).hasPhoto;

Deno.test("readBytes() tells a portrait on the first page from logos, icons and banners", async () => {
  const cases: readonly [Shown, boolean][] = [
    [{ name: "portrait.jpg", width: 90, height: 110 }, true],
    [{ name: "portrait.jpg", width: 20, height: 24 }, false],
    [{ name: "portrait.jpg", width: 400, height: 110 }, false],
    [{ name: "portrait.jpg", width: 500, height: 600 }, false],
    [{ name: "portrait.jpg", width: 90, height: 110, isLater: true }, false],
    [{ name: "logo.png", width: 90, height: 90 }, false],
    [{ name: "logo.jpg", width: 90, height: 90 }, false],
  ];
  for (const [shown, expected] of cases) {
    const say = JSON.stringify(shown);
    assert.equal(await hasPhoto(await pdfWith(shown)), expected, `PDF: ${say}`);
    assert.equal(await hasPhoto(await docxWith(shown)), expected, `DOCX: ${say}`);
  }
});

Deno.test("readBytes() says nothing of photos where it does not look for them", async () => {
  assert.equal(await hasPhoto(new TextEncoder().encode("Noa Bakker\nNurse")), null);
});
