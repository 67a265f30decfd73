import assert from "node:assert/strict";
import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { outcomeOf, refusalOf } from "../fixtures/refused.ts";
import { type DocxParts, paragraph, rawDocx, run } from "../fixtures/raw_docx.ts";
import { DEFAULT_LIMITS } from "../limits.ts";
import { readDocx } from "./read_docx.ts";

const read = (parts: DocxParts, limits = DEFAULT_LIMITS) => readDocx(rawDocx(parts), limits);
const body = (...content: string[]) => ({ body: `<w:body>${content.join("")}</w:body>` });
const cell = (...content: string[]) => `<w:tc>${content.join("")}</w:tc>`;
const table = (rows: readonly (readonly string[])[], properties = "") =>
  `<w:tbl><w:tblPr>${properties}</w:tblPr>${
    rows.map((row) => `<w:tr>${row.join("")}</w:tr>`).join("")
  }</w:tbl>`;
const WHITE = '<w:color w:val="FFFFFF"/>';

Deno.test("readDocx() keeps letters, lines and tabs", () => {
  const { text } = read(body(
    paragraph("Renée Daniëls — ﬁnance, € 40.000"),
    `<w:p>${run("Acme")}<w:r><w:tab/><w:tab/><w:t>2019 – 2021</w:t></w:r></w:p>`,
    `<w:p><w:r><w:t>one</w:t><w:br/><w:t>two</w:t><w:noBreakHyphen/><w:t>three</w:t></w:r></w:p>`,
  ));
  assert.equal(text, "Renée Daniëls — finance, € 40.000\nAcme\t2019 – 2021\none\ntwo-three");
});

Deno.test("readDocx() leaves hyphens at the end of a line alone", () => {
  assert.equal(read(body(paragraph("ont-"), paragraph("wikkeling"))).text, "ont-\nwikkeling");
});

Deno.test("readDocx() reads a table by rows and a page laid out by a table by columns", () => {
  const skills = table([
    [cell(paragraph("Python")), cell(paragraph("expert"))],
    [cell(paragraph("")), cell(paragraph("SQL"))],
  ]);
  assert.equal(read(body(skills)).text, "Python\texpert\nSQL");
  const page = table([[
    cell(paragraph("Contact"), paragraph("Utrecht")),
    cell(paragraph("Experience"), paragraph("Acme")),
  ]]);
  assert.equal(read(body(page)).text, "Contact\nUtrecht\n\nExperience\nAcme");
});

Deno.test("readDocx() reads a text box once, after the paragraph it hangs on", () => {
  const box = `<w:txbxContent>${paragraph("In the box")}</w:txbxContent>`;
  const shape = `<mc:AlternateContent><mc:Choice Requires="wps"><wps:wsp><wps:txbx>${box}` +
    `</wps:txbx></wps:wsp></mc:Choice><mc:Fallback><v:rect><v:textbox>${box}</v:textbox></v:rect>` +
    `</mc:Fallback></mc:AlternateContent>`;
  const content = `<w:p>${run("Before ")}<w:r>${shape}</w:r>${run("after")}</w:p>`;
  assert.equal(read(body(content, paragraph("Next"))).text, "Before after\nIn the box\nNext");
});

Deno.test("readDocx() reads headers first, notes and footers last, each text once", () => {
  const { text } = read({
    ...body(paragraph("Body")),
    headers: [paragraph("Noa Bakker"), paragraph("Noa Bakker")],
    footers: [paragraph("Page foot")],
    footnotes: `<w:footnote w:id="1">${paragraph("A note")}</w:footnote>`,
  });
  assert.equal(text, "Noa Bakker\n\nBody\n\nA note\n\nPage foot");
});

Deno.test("readDocx() says bullets and numbers", () => {
  const level = (index: number, format: string, text: string) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>` +
    `<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1.")}` +
    `${level(1, "lowerLetter", "%1.%2)")}</w:abstractNum><w:abstractNum w:abstractNumId="8">` +
    `${
      level(0, "bullet", "\uf0b7")
    }</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/>` +
    `</w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>`;
  const item = (list: number, at: number, text: string) =>
    paragraph(
      text,
      "",
      `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`,
    );
  const { text } = read({
    ...body(item(1, 0, "a"), item(1, 1, "b"), item(1, 1, "c"), item(1, 0, "d"), item(2, 0, "e")),
    numbering,
  });
  assert.equal(text, "1. a\n1.a) b\n1.b) c\n2. d\n• e");
});

Deno.test("readDocx() leaves out deleted text and field codes", () => {
  const { text } = read(body(
    `<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins>${run("kept")}</w:ins>` +
      `<w:r><w:instrText>PAGE</w:instrText></w:r><w:moveFrom>${run("moved")}</w:moveFrom></w:p>`,
  ));
  assert.equal(text, "kept");
});

Deno.test("readDocx() counts pages by Word's own marks, else by the author's breaks", () => {
  const rendered = "<w:lastRenderedPageBreak/>";
  const hard = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
  const marked = read(body(
    paragraph("one"),
    hard,
    `<w:p><w:r>${rendered}<w:t>two</w:t></w:r></w:p>`,
    `<w:p><w:r>${rendered}<w:t>three</w:t></w:r></w:p>`,
  ));
  const pages = marked.pages.map(({ start, end }) => marked.text.slice(start, end).trim());
  assert.deepEqual(pages, ["one", "two", "three"]);
  assert.equal(read(body(paragraph("one"), hard, paragraph("two"))).pages.length, 2);
});

Deno.test("readDocx() reports vanished, white and tiny runs, and where they stood", () => {
  const { text, hidden } = read(body(
    `<w:p>${run("Chef")}${run("kubernetes", "<w:vanish/>")}${run("java", WHITE)}` +
      `${run("sql", '<w:sz w:val="2"/>')}${run(" de cuisine")}</w:p>`,
  ));
  assert.equal(text, "Chef de cuisine");
  assert.deepEqual(hidden, [
    { page: 1, at: 4, text: "kubernetes", cause: "vanish" },
    { page: 1, at: 4, text: "java", cause: "colour" },
    { page: 1, at: 4, text: "sql", cause: "size" },
  ]);
});

Deno.test("readDocx() sees through styles", () => {
  const styles =
    `<w:style w:type="paragraph" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>` +
    `<w:style w:type="paragraph" w:styleId="Ghost"><w:basedOn w:val="Base"/></w:style>` +
    `<w:style w:type="character" w:styleId="Back"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>`;
  const style = '<w:pStyle w:val="Ghost"/>';
  const { text, hidden } = read({
    ...body(
      paragraph("seen"),
      paragraph("ghost", "", style),
      paragraph("back", '<w:rStyle w:val="Back"/>', style),
    ),
    styles,
  });
  assert.equal(text, "seen\nback");
  assert.deepEqual(hidden.map(({ text }) => text), ["ghost"]);
});

Deno.test("readDocx() knows that white on dark is seen", () => {
  const dark = '<w:shd w:val="clear" w:fill="112233"/>';
  const filled =
    `<wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="224466"/></a:solidFill></wps:spPr>` +
    `<wps:txbx><w:txbxContent>${paragraph("in shape", WHITE)}</w:txbxContent></wps:txbx></wps:wsp>`;
  const styles =
    `<w:style w:type="table" w:styleId="Grid"><w:tblStylePr w:type="firstRow"><w:tcPr>` +
    `${dark}</w:tcPr></w:tblStylePr></w:style>`;
  const { text, hidden } = read({
    ...body(
      paragraph("shaded paragraph", WHITE, dark),
      paragraph("shaded run", WHITE + dark),
      table([[`<w:tc><w:tcPr>${dark}</w:tcPr>${paragraph("shaded cell", WHITE)}</w:tc>`]]),
      table([[cell(paragraph("styled table", WHITE))]], '<w:tblStyle w:val="Grid"/>'),
      `<w:p><w:r>${filled}</w:r></w:p>`,
      table([[cell(paragraph("plain table", WHITE))]]),
    ),
    styles,
  });
  assert.deepEqual(hidden.map(({ text }) => text), ["plain table"]);
  assert.equal(text.split("\n").length, 5);
});

Deno.test("readDocx() takes white text for seen when a shape lies behind the page's text", () => {
  const anchor = '<w:r><w:drawing><wp:anchor behindDoc="1"/></w:drawing></w:r>';
  const { text, hidden } = read(body(`<w:p>${anchor}${run("white", WHITE)}</w:p>`));
  assert.deepEqual([text, hidden], ["white", []]);
});

Deno.test("readDocx() refuses what it should, by its code", async () => {
  const refused = async (bytes: Uint8Array, limits = DEFAULT_LIMITS) =>
    (await refusalOf(() => readDocx(bytes, limits))).code;
  assert.equal(await refused(rawDocx(body(paragraph(" ")))), "empty");
  assert.equal(await refused(rawDocx(body("<w:p><w:r></w:p>"))), "corrupt");
  const breaks = Array(60).fill('<w:p><w:r><w:t>x</w:t><w:br w:type="page"/></w:r></w:p>');
  assert.equal(await refused(rawDocx(body(...breaks))), "too_many_pages");
  const long = rawDocx(body(paragraph("word ".repeat(200))));
  assert.equal(await refused(long, { ...DEFAULT_LIMITS, maxCharacters: 100 }), "too_much_text");
});

Deno.test("readDocx() names other kinds of ZIP", async () => {
  const named = async (...names: string[]) => {
    const files = Object.fromEntries(names.map((name) => [name, strToU8("<a/>")]));
    return (await refusalOf(() => readDocx(zipSync(files), DEFAULT_LIMITS))).params.found;
  };
  assert.equal(await named("xl/workbook.xml"), "XLSX");
  assert.equal(await named("ppt/presentation.xml"), "PPTX");
  assert.equal(await named("mimetype", "content.xml"), "ODF");
  assert.equal(await named("photos/one.jpg"), "ZIP");
});

Deno.test("readDocx() passes over a part whose address is none, and cuts a label without end", () => {
  const relation = (target: string) =>
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `<Relationship Id="a" Type="x/header" Target="${target}"/></Relationships>`;
  for (const target of ["http://[", "%E0%A4%A"]) {
    const zip = zipSync({
      "word/document.xml": strToU8(
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
          `<w:body>${paragraph("words")}</w:body></w:document>`,
      ),
      "word/_rels/document.xml.rels": strToU8(relation(target)),
    });
    assert.equal(readDocx(zip, DEFAULT_LIMITS).text, "words", target);
  }
  const numbering = '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>' +
    `<w:lvlText w:val="${"%1".repeat(20_000)}"/></w:lvl></w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
  const item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const listed = rawDocx({ body: `<w:body>${paragraph("words", "", item)}</w:body>`, numbering });
  assert.match(readDocx(listed, DEFAULT_LIMITS).text, /^1{1,60} words$/);
});

Deno.test("readDocx() expands no entities", async () => {
  const bomb =
    `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;">]>` +
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
    `<w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`;
  const zip = zipSync({ "word/document.xml": strToU8(bomb) });
  assert.equal((await refusalOf(() => readDocx(zip, DEFAULT_LIMITS))).code, "corrupt");
});

Deno.test("readDocx() answers a cut or damaged file with text or a refusal", async () => {
  const whole = rawDocx({
    ...body(paragraph("Noa Bakker"), table([[cell(paragraph("a")), cell(paragraph("b"))]])),
    headers: [paragraph("head")],
  });
  const damage = fc.tuple(fc.nat(whole.length), fc.nat(whole.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(damage, async ([length, at, byte]) => {
      const broken = whole.slice(0, length);
      if (at < length) broken[at] = byte;
      return await outcomeOf(() => readDocx(broken, DEFAULT_LIMITS)) !== undefined;
    }),
    { numRuns: 300 },
  );
});
