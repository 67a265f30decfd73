import assert from "node:assert/strict";
import { refusalOf } from "./fixtures/refused.ts";
import { DEFAULT_LIMITS } from "./limits.ts";
import { readBytes } from "./read_bytes.ts";

/** The files that other programs made; see fixtures/make.ts. */
const bytesOf = (name: string) =>
  Deno.readFile(new URL(`./fixtures/made/${name}`, import.meta.url));
const read = async (name: string) => await readBytes(await bytesOf(name), DEFAULT_LIMITS);

Deno.test("readBytes() reads a page with a side bar that Chromium printed", async () => {
  const { text, hidden } = await read("chromium.pdf");
  assert.equal(
    text,
    `Zoë van der Ploeg
Verpleegkundige · Arnhem · zoe@example.org

CONTACT
06 12345678
Arnhem
TALEN
Nederlands
Engels (B2)
Frans (A2)
KENNIS
Excel\tHiX
Reanimatie

ERVARING
Verpleegkundige, Rijnoord\t2019 – heden
Verantwoordelijk voor de coördinatie van de zorg op een
afdeling met dertig bedden en voor de begeleiding van
leerlingen en stagiairs.
• Planning voor negen collega’s
• Efficiënte overdracht in HiX
Verzorgende IG, De Linde\t2014 – 2019
• Zorg voor ouderen met dementie
OPLEIDING
Hbo-v, HAN\t2010 – 2014`,
  );
  assert.deepEqual(hidden.map(({ text, cause, at }) => [text, cause, at]), [
    ["kubernetes terraform golang expert", "colour", text.indexOf("\nOPLEIDING")],
    ["geheime woorden", "size", text.indexOf("\nOPLEIDING")],
  ]);
});

Deno.test("readBytes() reads what TeX set: accents, ligatures, broken words, two columns", async () => {
  const { text, hidden } = await read("latex.pdf");
  assert.deepEqual(hidden, []);
  const expected = [
    "Renée François\nData engineer, Liège, ñandu@example.org\n",
    "Data engineer, Zuiderzee B.V.\t2018 – present\n",
    "• Built efficient and affordable pipelines in Python, naïve ones first, with a workflow",
    "finished the office’s\nfiles in five minutes.",
    "• Cut the cost of storage by 40 % and led",
    "Analyst, Coöperatie De Ster\t2014 – 2018\n",
    "• Reports for the board, 1st prize of the guild.\nAbout me\n",
    "documentation is read more often than the code that\nit describes.",
    "In my free time I play the trombone",
    "organisation of the neighbourhood.",
  ];
  const places = expected.map((part) => text.indexOf(part));
  assert.deepEqual(places.map((place, i) => place < 0 ? expected[i] : ""), expected.map(() => ""));
  assert.deepEqual(places, places.toSorted((a, b) => a - b));
});

Deno.test("readBytes() reads the same from LibreOffice's PDF and DOCX", async () => {
  const docx = await read("libreoffice.docx");
  assert.equal(
    docx.text,
    `Noor Ağaoğlu · Utrecht

Noor Ağaoğlu
Financial controller, De Vries & Zn.\t2016 – heden
• Maandafsluiting binnen € 5.000 marge
• IFRS en consolidatie
Assistent-accountant, Van Dijk\t2012 – 2016
Controle van jaarrekeningen.
Vaardigheid\tNiveau
Excel\texpert
SAP\tgevorderd`,
  );
  assert.deepEqual(docx.hidden.map(({ text, cause }) => [text, cause]), [
    ["verborgen woorden", "vanish"],
  ]);
  const pdf = await read("libreoffice.pdf");
  const plain = (text: string) => text.replaceAll(/\n+/g, "\n").replaceAll(/[●○]/g, "•");
  assert.equal(plain(pdf.text), plain(docx.text));
});

Deno.test("readBytes() names the older Word format", async () => {
  const bytes = await bytesOf("libreoffice.doc");
  const refusal = await refusalOf(() => readBytes(bytes, DEFAULT_LIMITS));
  assert.deepEqual([refusal.code, refusal.params], ["unsupported", { found: "DOC" }]);
});
