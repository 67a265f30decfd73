import assert from "node:assert/strict";
import fc from "fast-check";
import { outcomeOf, refusalOf } from "../fixtures/refused.ts";
import { DEFAULT_LIMITS } from "../limits.ts";
import { readBytes } from "../read_bytes.ts";

const bytesOf = (rtf: string) => Uint8Array.from(rtf, (char) => char.charCodeAt(0));
const HEAD = String.raw`{\rtf1\ansi\ansicpg1252\deff0` +
  String
    .raw`{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset238 Arial CE;}` +
  String.raw`{\f3\fcharset128 MS Mincho;}}` +
  String.raw`{\colortbl;\red255\green255\blue255;\red0\green51\blue102;\red0\green0\blue0;}`;
const readWhole = (rtf: string) => readBytes(bytesOf(rtf), DEFAULT_LIMITS);
const read = (body: string) => readWhole(`${HEAD}${body}}`);

Deno.test("readRtf() reads paragraphs, lines, tabs, signs and pages", async () => {
  const { kind, text, pages } = await read(
    String
      .raw`{\stylesheet{\s0 Normal;}}{\info{\title secret}{\author secret}}{\*\generator secret;}
\pard\plain\f0\fs24 {\b Noor} Bos\par
Zorg\-co\'f6rdinator, De\~Linde\tab 2019 \endash  now\line Assen\par\pard \{a\\b\}\rquote s\par
\page Next \emdash\u32 ?page\
end{\pict\pngblip 89504e47}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt  link}}`,
  );
  assert.equal(kind, "rtf");
  assert.equal(
    text,
    "Noor Bos\nZorgcoördinator, De Linde\t2019 – now\nAssen\n{a\\b}’s\nNext — page\nend link",
  );
  assert.equal(pages.length, 2);
});

Deno.test("readRtf() decodes by the font's character set, and Unicode before that", async () => {
  const cases = {
    [String.raw`{\f2 \'a3ukasz}`]: "Łukasz",
    [String.raw`{\f3 \'93\'fa\'96\'7b}`]: "日本",
    [String.raw`\u321?ukasz \uc2\u8364\'80\'80\uc0\u33 x`]: "Łukasz €!x",
    [String.raw`\u-10179?\u-8704? ok`]: "😀 ok",
    [String.raw`{\uc3\u233 abc}d\u233 ?`]: "édé",
    [String.raw`{\listtext\pard\plain\f1 \'b7\tab}item`]: "•\titem",
  };
  for (const [rtf, text] of Object.entries(cases)) assert.equal((await read(rtf)).text, text, rtf);
  const mac = await readWhole(String.raw`{\rtf1\mac Ren\'8ee}`);
  assert.equal(mac.text, "Renée");
});

Deno.test("readRtf() reads tables row by row, and tables in cells", async () => {
  const { text } = await read(
    String.raw`Skills\par\trowd\cellx1000\cellx2000\pard\intbl Excel\cell expert\cell\row` +
      String.raw`\pard\intbl SAP\cell basic\cell\row\pard After\par` +
      String
        .raw`\trowd\cellx1\cellx2\pard\intbl Left\par side\cell\pard\intbl\itap2 in\nestcell ner\nestcell` +
      String
        .raw`{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl right\cell\row\pard End`,
  );
  assert.equal(
    text,
    "Skills\nExcel\texpert\nSAP\tbasic\nAfter\nLeft\nside\n\nin\tner\nright\nEnd",
  );
});

Deno.test("readRtf() reads headers first, boxes after their paragraph, notes and footers last", async () => {
  const { text } = await read(
    String.raw`{\header Noor\par}{\headerf Noor\par}{\footer Utrecht\par}` +
      String
        .raw`Nurse{\footnote A note}{\shp{\*\shpinst{\sp{\sn f}{\sv 1}}{\shptxt In a box\par}}{\shprslt In a box}} now\par End`,
  );
  assert.equal(text, "Noor\n\nNurse now\nIn a box\nEnd\n\nUtrecht\n\nA note");
});

Deno.test("readRtf() reports what nobody sees and leaves out what was deleted", async () => {
  const cases = {
    [String.raw`seen {\v secret} on`]: "vanish",
    [String.raw`seen {\cf1 secret} on`]: "colour",
    [String.raw`seen {\cf2\highlight2 secret} on`]: "colour",
    [String.raw`seen \fs2 secret\fs24  on`]: "size",
  };
  for (const [rtf, cause] of Object.entries(cases)) {
    const { text, hidden } = await read(rtf);
    assert.equal(text.replaceAll("  ", " "), "seen on", rtf);
    assert.deepEqual(hidden.map((one) => [one.text, one.cause]), [["secret", cause]], rtf);
  }
  assert.equal((await read(String.raw`seen{\deleted secret}\v0  on`)).text, "seen on");
  const shown = [
    String.raw`{\cf1\chcbpat2 seen}`,
    String.raw`\pard\cbpat2{\cf1 seen}`,
    String.raw`\trowd\clcbpat2\cellx9\pard\intbl{\cf1 seen}\cell\row`,
    String.raw`{\shp{\*\shpinst{\shptxt\pard\cf1 seen\par}}}`,
    String.raw`{\v secret\plain seen}`,
    String.raw`{\shp{\*\shpinst\shpfblwtxt1}}{\cf1 seen}`,
  ];
  for (const rtf of shown) assert.equal((await read(rtf)).text, "seen", rtf);
});

Deno.test("readRtf() refuses what is cut short, empty, too deep or too long", async () => {
  assert.equal((await refusalOf(() => readWhole(`${HEAD}Noor {\\b Bos`))).code, "corrupt");
  assert.equal((await refusalOf(() => read(String.raw`\par{\v }`))).code, "empty");
  assert.equal((await refusalOf(() => read("{".repeat(5000)))).code, "corrupt");
  assert.equal((await refusalOf(() => read("ab ".repeat(200_000)))).code, "too_much_text");
  const pages = await refusalOf(() => read("a\\page ".repeat(60)));
  assert.deepEqual([pages.code, pages.params], ["too_many_pages", { actual: 60, limit: 50 }]);
  assert.equal((await readWhole(String.raw`{\rtf1 Noor}} {rubbish`)).text, "Noor");
});

Deno.test("readRtf() steps over binary data, whatever length it claims", async () => {
  assert.equal((await read(String.raw`a{\pict\bin4 }}}}}b`)).text, "ab");
  assert.equal((await refusalOf(() => read(String.raw`a\bin2000000000 b`))).code, "corrupt");
  assert.equal((await read(String.raw`a\bin-5 b`)).text, "ab");
});

Deno.test("readRtf() gives any text back that is written as Unicode", async () => {
  const letters = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 8,
  }).map((words) => words.join("").replaceAll(/[^\p{L}\p{N} ]/gu, "").normalize("NFC"));
  await fc.assert(
    fc.asyncProperty(letters, async (written) => {
      const text = `a${written}z`.replaceAll(/ +/g, " ").normalize("NFKC").normalize("NFC");
      const rtf = Array.from(
        { length: text.length },
        (_, i) => `\\u${(text.charCodeAt(i) << 16) >> 16}?`,
      );
      assert.equal((await read(rtf.join(""))).text, text);
    }),
    { numRuns: 200 },
  );
});

Deno.test("readRtf() answers any sequence of words with a text or a refusal", async () => {
  const word = fc.constantFrom(
    ..."{ } \\par \\cell \\row \\intbl \\pard \\v \\v0 \\plain \\u233? \\'e9 \\* \\shptxt \\header \\footnote \\fonttbl \\colortbl \\f9 \\cf9 \\uc9 \\bin2 \\page \\nestcell \\trowd \\clcbpat1 \\cellx \\deleted \\fs-1 \\u99999999999 \\' \\"
      .split(" "),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 60 }), async (words) => {
      const outcome = await outcomeOf(() => read(`x ${words.join(" ")}`));
      assert.ok(["text", "corrupt", "empty"].includes(outcome), outcome);
    }),
    { numRuns: 500 },
  );
});
