import { concatBytes } from "../bytes.ts";
import { pictureHead } from "../photo/picture_head.ts";
import { Painter } from "./paint.ts";
import { openPdf } from "./pdfjs.ts";
import { hasPhoto, isTooFineForLogo } from "./photo.ts";

const encode = (text: string) => new TextEncoder().encode(text);

/** A page that shows nothing but a JPEG: a PDF takes its bytes as they are. */
function pageOf(jpeg: Uint8Array, width: number, height: number): Uint8Array {
  const draw = "q 100 0 0 100 0 0 cm /P Do Q";
  const objects: (readonly [string, Uint8Array?])[] = [
    ["<< /Type /Catalog /Pages 2 0 R >>"],
    ["<< /Type /Pages /Kids [3 0 R] /Count 1 >>"],
    [
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 4 0 R " +
      "/Resources << /XObject << /P 5 0 R >> >> >>",
    ],
    [`<< /Length ${draw.length} >>`, encode(draw)],
    [
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 ` +
      `/ColorSpace /DeviceRGB /Filter /DCTDecode /Length ${jpeg.length} >>`,
      jpeg,
    ],
  ];
  const parts: Uint8Array[] = [encode("%PDF-1.7\n")];
  objects.forEach(([head, stream], i) => {
    parts.push(encode(`${i + 1} 0 obj\n${head}\n`));
    if (stream) parts.push(encode("stream\n"), stream, encode("\nendstream\n"));
    parts.push(encode("endobj\n"));
  });
  // Without a table of its objects pdf.js looks for them itself.
  parts.push(encode("trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n"));
  return concatBytes(...parts);
}

/** Whether a JPEG has the colours of a photo; what can't be decoded has none. */
export async function isJpegPhoto(jpeg: Uint8Array): Promise<boolean> {
  const head = pictureHead(jpeg);
  if (!head) return false;
  if (isTooFineForLogo(head.width, head.height)) return true;
  const pdf = await openPdf(pageOf(jpeg, head.width, head.height), true);
  try {
    const operations = await pdf.page(1);
    return hasPhoto(operations, new Painter(operations, pdf.ops).paint().pictures);
  } catch {
    return false; // It could not be painted; whoever reads the document still has its text.
  } finally {
    await pdf.close();
  }
}
