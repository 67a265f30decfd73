import assert from "node:assert/strict";
import fc from "fast-check";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { line, rawPdf } from "../fixtures/raw_pdf.ts";
import { outcomeOf, refusalOf } from "../fixtures/refused.ts";
import { DEFAULT_LIMITS } from "../limits.ts";
import { readPdf } from "./read_pdf.ts";

const read = (bytes: Uint8Array, limits = DEFAULT_LIMITS) => readPdf(bytes, limits);
const readPage = (content: string, entries = "", resources = "") =>
  read(rawPdf([{ content, entries, resources }]));

/** A one-pixel grey picture, to be painted as large as the page's matrix says. */
const PICTURE = {
  head: "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray " +
    "/BitsPerComponent 8",
  stream: Uint8Array.of(0x80),
};
const PICTURES = "/XObject << /P 1000 0 R >>";
const paint = (x: number, y: number, width: number, height: number) =>
  `q ${width} 0 0 ${height} ${x} ${y} cm /P Do Q\n`;

/** Lines of one column, 14 points apart from `top` downwards. */
const column = (x: number, top: number, texts: readonly string[]) =>
  texts.map((text, i) => line(x, top - i * 14, text)).join("");

Deno.test("readPdf() keeps letters, lines and the gap before a date at the margin", async () => {
  const { text, pages, kind } = await readPage(
    line(50, 800, "Ren\xe9e Dani\xebls, \x80 40.000") + line(50, 780, "Acme BV") +
      line(460, 780, "2019 \x96 2021"),
  );
  assert.equal(text, "Renée Daniëls, € 40.000\nAcme BV\t2019 – 2021");
  assert.deepEqual([kind, pages], ["pdf", [{ start: 0, end: text.length }]]);
});

Deno.test("readPdf() gives each page its span", async () => {
  const { text, pages } = await read(
    rawPdf([{ content: line(50, 800, "first page") }, { content: line(50, 800, "second page") }]),
  );
  assert.deepEqual(pages.map(({ start, end }) => text.slice(start, end)), [
    "first page",
    "second page",
  ]);
});

Deno.test("readPdf() sees spaces where there is only a gap", async () => {
  const { text } = await readPage("BT /F1 10 Tf 50 700 Td [(two)-200(words)-20(hy)] TJ ET");
  assert.equal(text, "two wordshy");
});

Deno.test("readPdf() reads spaced letters as a word", async () => {
  const { text } = await readPage(
    "BT /F1 10 Tf 4 Tc 50 700 Td (WORK) Tj 14 0 Td ET" +
      " BT /F1 10 Tf 4 Tc 110 700 Td (EXPERIENCE) Tj ET",
  );
  assert.equal(text, "WORK EXPERIENCE");
});

Deno.test("readPdf() puts TeX's accents on their letters", async () => {
  // The accent is drawn first, then the letter beneath it.
  const { text } = await readPage(
    "BT /F1 10 Tf 50 700 Td (Ren) Tj ET BT /F1 10 Tf 69.6 700 Td (\xb4) Tj ET" +
      " BT /F1 10 Tf 68.4 700 Td (ee) Tj ET",
  );
  assert.equal(text, "Renée");
});

Deno.test("readPdf() reads text that is painted twice once", async () => {
  const { text } = await readPage(line(50, 700, "Bold name") + line(50.3, 700, "Bold name"));
  assert.equal(text, "Bold name");
});

Deno.test("readPdf() joins raised signs with their line", async () => {
  const { text } = await readPage(
    line(50, 700, "won 1") + line(79.5, 704, "st", 7) +
      line(92, 700, "prize"),
  );
  assert.equal(text, "won 1st prize");
});

Deno.test("readPdf() reads columns one after the other under a heading that spans them", async () => {
  const left = ["Contact", "Utrecht", "Skills", "Python", "Kubernetes", "Dutch"];
  const right = [
    "Experience at a bank with many",
    "people and more words that",
    "wrap at the edge",
    "Education in Delft",
    "of some years",
  ];
  const { text } = await readPage(
    line(50, 800, "A heading that spans both of the columns of this page, as a name does", 14) +
      column(50, 760, left) + column(220, 757, right),
  );
  assert.deepEqual(text.split(/\n+/).slice(1), [...left, ...right]);
});

Deno.test("readPdf() reads columns whose lines are level and painted by rows", async () => {
  const left = [
    "Responsible for the daily run of",
    "the ward and for the training of",
    "new nurses on all four floors of",
    "the hospital in the city centre",
  ];
  const right = [
    "Planned the work of nine people",
    "and kept the stock of medicines",
    "at the right level together with",
    "the pharmacist of the hospital",
  ];
  const rows = left.map((text, i) =>
    line(50, 700 - i * 14, text) + line(300, 700 - i * 14, right[i] ?? "")
  );
  const { text } = await readPage(rows.join(""));
  assert.equal(text.includes("at the right level together"), true);
});

Deno.test("readPdf() keeps rows of labels and dates together", async () => {
  const rows = [["2019-2021", "Nurse, Rijnstate"], ["2017-2019", "Nurse, Radboud"], [
    "2015-2017",
    "Trainee, Slingeland",
  ], ["2013-2015", "Student"]];
  const { text } = await readPage(
    rows.map(([date = "", what = ""], i) =>
      line(50, 700 - i * 20, date) + line(160, 700 - i * 20, what)
    ).join(""),
  );
  assert.deepEqual(text.split("\n"), rows.map((row) => row.join("\t")));
});

Deno.test("readPdf() reads a drawn dot as a bullet, unless it stands on a timeline", async () => {
  const dot = (y: number) => `44 ${y} 4 4 re f `;
  const { text } = await readPage(
    "45.5 640 1 90 re f " + dot(712) + line(56, 710, "Nurse, Rijnoord") +
      line(56, 696, "2019 to now") + dot(652) + line(56, 650, "Carer, De Linde") +
      dot(592) + line(56, 590, "Planned the work of nine people"),
  );
  assert.equal(
    text,
    "Nurse, Rijnoord\n2019 to now\nCarer, De Linde\n• Planned the work of nine people",
  );
});

Deno.test("readPdf() mends words broken at a line's end", async () => {
  const { text } = await readPage(
    line(50, 700, "Verantwoordelijk voor de ont-") +
      line(50, 686, "wikkeling van beleid"),
  );
  assert.equal(text, "Verantwoordelijk voor de ontwikkeling\nvan beleid");
});

Deno.test("readPdf() reads a page as it is turned", async () => {
  const { text } = await readPage(
    "BT /F1 11 Tf 0 1 -1 0 100 50 Tm (first line) Tj ET BT /F1 11 Tf 0 1 -1 0 114 50 Tm (second line) Tj ET",
    "/Rotate 90",
  );
  assert.equal(text, "first line\nsecond line");
});

Deno.test("readPdf() reports hidden text by its cause and leaves it out", async () => {
  const { text, hidden } = await readPage(
    line(50, 800, "seen") +
      `1 1 1 rg ${line(50, 780, "white on white")} 0 g ` +
      line(50, 760, "tiny words", 1) +
      line(700, 740, "off the page") +
      `BT 3 Tr /F1 11 Tf 50 720 Td (not painted) Tj ET BT 0 Tr ET ` +
      line(50, 700, "seen too"),
  );
  assert.equal(text, "seen\nseen too");
  assert.deepEqual(hidden.map(({ text, cause, at, page }) => [text, cause, at, page]), [
    ["white on white", "colour", 4, 1],
    ["tiny words", "size", 4, 1],
    ["off the page", "off_page", 4, 1],
    ["not painted", "invisible", 4, 1],
  ]);
});

Deno.test("readPdf() sees nothing of what is clipped away", async () => {
  const { text, hidden } = await readPage(
    `q 40 690 200 30 re W n ${line(50, 700, "inside")}${line(50, 600, "outside")} Q ` +
      line(50, 580, "after"),
  );
  assert.deepEqual([text, hidden.map(({ text, cause }) => [text, cause])], [
    "inside\nafter",
    [["outside", "off_page"]],
  ]);
});

Deno.test("readPdf() knows what lies behind white text", async () => {
  const white = (y: number, text: string) => `1 1 1 rg ${line(60, y, text)} 0 g `;
  const box = (y: number, colour: string) => `${colour} rg 50 ${y} 300 30 re f `;
  const { text, hidden } = await readPage(
    box(700, "0.1 0.2 0.4") + white(710, "on a dark box") +
      box(600, "0.98 0.98 0.98") + white(610, "on a pale box") +
      white(510, "before its box") + box(500, "0 0 0"),
  );
  assert.equal(text, "on a dark box");
  assert.deepEqual(hidden.map(({ text }) => text), ["on a pale box\nbefore its box"]);
});

Deno.test("readPdf() sees nothing of what a shape was painted over", async () => {
  const states = "/ExtGState << /M << /BM /Multiply >> /H << /ca 0.4 >> >>";
  const box = (y: number, colour: string) => `${colour} rg 45 ${y} 300 20 re f 0 g `;
  const { text, hidden } = await readPage(
    line(50, 700, "covered in white") + box(695, "1 1 1") +
      line(50, 650, "covered in black") + box(645, "0 0 0") +
      line(50, 600, "marked") + `q /M gs ${box(595, "1 1 0")} Q ` +
      line(50, 550, "veiled") + `q /H gs ${box(545, "0.8 0.8 0.8")} Q ` +
      box(495, "0.9 0.9 0.9") + line(50, 500, "on its box") +
      line(50, 450, "beside a slope") +
      `q 45 400 m 345 400 l 345 460 l W n 1 1 1 rg 45 400 300 60 re f Q `,
    "",
    states,
  );
  assert.equal(text, "marked\nveiled\non its box\nbeside a slope");
  assert.deepEqual(hidden.map(({ text, cause }) => [text, cause]), [
    ["covered in white\ncovered in black", "invisible"],
  ]);
});

Deno.test("readPdf() knows black text on a black page", async () => {
  const { text, hidden } = await readPage(
    `0 g 0 0 595 842 re f ${line(50, 700, "black")} 1 g ${line(50, 680, "white")}`,
  );
  assert.deepEqual([text, hidden.map(({ text }) => text)], ["white", ["black"]]);
});

Deno.test("readPdf() takes white text on a picture for seen", async () => {
  const content = `${paint(0, 700, 595, 142)}1 g ${line(50, 780, "on a photo")} ${
    line(50, 600, "beside it")
  }`;
  const { text, hidden } = await read(
    rawPdf([{ content: content + "0 g " + line(50, 500, "black"), resources: PICTURES }], [
      PICTURE,
    ]),
  );
  assert.equal(text, "on a photo\nblack");
  assert.deepEqual(hidden.map(({ text }) => text), ["beside it"]);
});

Deno.test("readPdf() sees nothing of a layer that is switched off", async () => {
  const content = `/OC /L BDC ${line(50, 700, "draft")} EMC ${line(50, 680, "final")}`;
  const catalog = "/OCProperties << /OCGs [1000 0 R] /D << /OFF [1000 0 R] /Order [1000 0 R] >> >>";
  const layer = "<< /Type /OCG /Name (Draft) >>";
  const page = { content, resources: "/Properties << /L 1000 0 R >>" };
  const { text, hidden } = await read(rawPdf([page], [layer], catalog));
  assert.deepEqual([text, hidden.map(({ cause }) => cause)], ["final", ["invisible"]]);
});

Deno.test("readPdf() reads the words laid under a scanned page, and says so", async () => {
  const words =
    "BT 3 Tr /F1 11 Tf 50 700 Td (Noa Bakker, verpleegkundige te Arnhem sinds 2014) Tj ET";
  const page = { content: paint(0, 0, 595, 842) + words, resources: PICTURES };
  const { text, recognition, hidden } = await read(rawPdf([page], [PICTURE]));
  assert.equal(text, "Noa Bakker, verpleegkundige te Arnhem sinds 2014");
  assert.deepEqual([recognition, hidden], [{ pages: [1], confidence: null }, []]);
});

Deno.test("readPdf() lets nobody hide words behind a photo on a page with text", async () => {
  const words = "BT 3 Tr /F1 11 Tf 50 700 Td (kubernetes expert) Tj ET BT 0 Tr ET ";
  const seen = column(50, 600, ["Noa Bakker, verpleegkundige", "Arnhem, sinds 2014", "Zwolle"]);
  const page = { content: paint(0, 0, 595, 842) + words + seen, resources: PICTURES };
  const { recognition, hidden } = await read(rawPdf([page], [PICTURE]));
  assert.deepEqual([recognition, hidden.map(({ text }) => text)], [null, ["kubernetes expert"]]);
});

Deno.test("readPdf() refuses what it should, by its code", async () => {
  const refused = async (bytes: Uint8Array, limits = DEFAULT_LIMITS) => {
    const { code, params } = await refusalOf(() => read(bytes, limits));
    return [code, params];
  };
  const blank = { content: "" };
  const scan = { content: paint(0, 0, 595, 842), resources: PICTURES };
  assert.deepEqual(await refused(rawPdf([blank])), ["empty", {}]);
  assert.deepEqual(await refused(rawPdf([scan, scan], [PICTURE])), ["scanned", { pages: 2 }]);
  assert.deepEqual(await refused(rawPdf([{ content: "0 0 m 9 9 l S ".repeat(80) }])), [
    "scanned",
    { pages: 1 },
  ]);
  assert.deepEqual(await refused(rawPdf(Array(51).fill(blank))), [
    "too_many_pages",
    { actual: 51, limit: 50 },
  ]);
  const long = rawPdf([{ content: column(50, 800, Array(20).fill("word word word")) }]);
  assert.deepEqual(await refused(long, { ...DEFAULT_LIMITS, maxCharacters: 100 }), [
    "too_much_text",
    { actual: 299, limit: 100 },
  ]);
  assert.deepEqual(await refused(new TextEncoder().encode("%PDF-1.7\nnothing")), ["corrupt", {}]);
});

Deno.test("readPdf() tells a file that asks for a password", async () => {
  const encrypted = rawPdf([{ content: line(50, 700, "secret") }]);
  const text = new TextDecoder("latin1").decode(encrypted);
  const key = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 " +
    `/O <${"41".repeat(32)}> /U <${"42".repeat(32)}> >> /ID [<00> <00>] `;
  const bytes = Uint8Array.from(text.replace("/Root", `${key}/Root`), (char) => char.charCodeAt(0));
  assert.equal((await refusalOf(() => read(bytes))).code, "encrypted");
});

Deno.test("readPdf() reads what pdf-lib writes", async () => {
  const document = await PDFDocument.create();
  const page = document.addPage();
  const font = await document.embedFont(StandardFonts.TimesRoman);
  page.drawText("Crème brûlée at café Zoë\nsecond line", { x: 40, y: 700, font, size: 12 });
  const { text } = await read(await document.save());
  assert.equal(text, "Crème brûlée at café Zoë\nsecond line");
});

Deno.test("readPdf() reads what was filled in on a form", async () => {
  const document = await PDFDocument.create();
  const page = document.addPage();
  page.drawText("Name:", { x: 40, y: 700, size: 12 });
  const field = document.getForm().createTextField("name");
  field.setText("Noa Bakker");
  field.addToPage(page, { x: 90, y: 694, width: 200, height: 20, borderWidth: 0 });
  const { text } = await read(await document.save());
  assert.equal(text, "Name: Noa Bakker");
});

Deno.test("readPdf() reads fonts whose glyphs are drawings", async () => {
  const glyph = { head: "", stream: new TextEncoder().encode("60 0 0 0 50 50 d1 0 0 50 50 re f") };
  const font =
    "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 60 60] /FontMatrix [0.01 0 0 0.01 0 0] " +
    "/CharProcs << /N 1000 0 R /o 1000 0 R /a 1000 0 R >> /Resources << >> /FirstChar 97 " +
    "/LastChar 99 /Widths [60 60 60] /Encoding << /Type /Encoding /Differences [97 /N /o /a] >> >>";
  const content = "BT /T3 12 Tf 50 700 Td (abc) Tj ( ) Tj ET " + line(90, 700, "Bakker");
  const page = {
    content: content.replace("( ) Tj ", ""),
    resources: "/Font << /T3 1001 0 R /F1 3 0 R >>",
  };
  const bytes = rawPdf([page], [glyph, font]);
  assert.equal((await read(bytes)).text, "Noa\tBakker");
});

Deno.test("readPdf() answers a cut or damaged file with text or a refusal", async () => {
  const whole = rawPdf([
    {
      content: column(50, 800, ["Noa Bakker", "Utrecht"]) + paint(0, 0, 50, 50),
      resources: PICTURES,
    },
  ], [PICTURE]);
  const damage = fc.tuple(
    fc.integer({ min: 9, max: whole.length }),
    fc.nat(whole.length - 1),
    fc.nat(255),
  );
  await fc.assert(
    fc.asyncProperty(damage, async ([length, at, byte]) => {
      const broken = whole.slice(0, length);
      if (at < length) broken[at] = byte;
      return await outcomeOf(() => read(broken)) !== undefined;
    }),
    { numRuns: 150 },
  );
});
