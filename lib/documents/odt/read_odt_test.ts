import assert from "node:assert/strict";
import { type OdtParts, rawOdt } from "../fixtures/raw_odt.ts";
import { outcomeOf } from "../fixtures/refused.ts";
import { DEFAULT_LIMITS } from "../limits.ts";
import { readBytes } from "../read_bytes.ts";

const read = (parts: OdtParts) => readBytes(rawOdt(parts), DEFAULT_LIMITS);
const p = (text: string, style = "P") => `<text:p text:style-name="${style}">${text}</text:p>`;
const span = (text: string, style: string) =>
  `<text:span text:style-name="${style}">${text}</text:span>`;
const textStyle = (name: string, properties: string) =>
  `<style:style style:name="${name}" style:family="text">` +
  `<style:text-properties ${properties}/></style:style>`;
const cell = (text: string) => `<table:table-cell>${p(text)}</table:table-cell>`;
const row = (...texts: string[]) =>
  `<table:table-row>${texts.map(cell).join("")}</table:table-row>`;

Deno.test("readOdt() reads headings, blanks, tabs, line ends and tables as they stand", async () => {
  const { kind, text, pages } = await read({
    body: `<text:h>Werk<text:span>ervaring</text:span></text:h>` +
      p("Zorg<text:soft-page-break/>coördinator,<text:s/>De\n  Linde<text:tab/>2019 – heden") +
      p("Assen<text:line-break/>Drenthe") +
      `<table:table>${row("Excel", "expert")}${row("SAP", "basis")}</table:table>`,
  });
  assert.equal(kind, "odt");
  assert.equal(
    text,
    "Werkervaring\nZorgcoördinator, De Linde\t2019 – heden\nAssen\nDrenthe\nExcel\texpert\nSAP\tbasis",
  );
  assert.equal(pages.length, 2);
});

Deno.test("readOdt() gives list items their bullets and numbers", async () => {
  const items = (...texts: string[]) =>
    texts.map((text) => `<text:list-item>${p(text)}</text:list-item>`).join("");
  const { text } = await read({
    styles: `<text:list-style style:name="N">` +
      `<text:list-level-style-number text:level="1" style:num-format="1"/></text:list-style>`,
    body: `<text:list>${items("one", "two")}</text:list>` +
      `<text:list text:style-name="N">${items("first", "", "third")}</text:list>${p("after")}`,
  });
  assert.equal(text, "• one\n• two\n1. first\n\n3. third\nafter");
});

Deno.test("readOdt() reads a header once, before the text, and a footer after it", async () => {
  const { text } = await read({
    master: `<style:header>${p("Noor Bos")}</style:header>` +
      `<style:header-left>${p("Noor Bos")}</style:header-left>` +
      `<style:footer>${p("Utrecht")}</style:footer>`,
    body: p("Controller"),
  });
  assert.equal(text, "Noor Bos\n\nController\n\nUtrecht");
});

Deno.test("readOdt() reports what nobody sees and leaves out what was deleted", async () => {
  const { text, hidden } = await read({
    styles: textStyle("White", 'fo:color="#ffffff"') + textStyle("Tiny", 'fo:font-size="1pt"') +
      textStyle("Gone", 'text:display="none"') +
      textStyle("Marked", 'fo:color="#ffffff" fo:background-color="#003366"') +
      `<style:style style:name="Child" style:family="text" style:parent-style-name="White"/>`,
    body: `<text:tracked-changes>${p("deleted")}</text:tracked-changes>` +
      p(`Nurse${span("kubernetes", "White")}${span("golang", "Tiny")}`) +
      p(span("terraform", "Child")) + p(span("rust", "Gone")) + p(span("seen", "Marked")) +
      `<text:section text:display="none">${p("a section")}</text:section>`,
  });
  assert.equal(text, "Nurse\nseen");
  assert.deepEqual(hidden.map((one) => [one.text, one.cause]), [
    ["kubernetes", "colour"],
    ["golang", "size"],
    ["terraform", "colour"],
    ["rust", "vanish"],
    ["a section", "vanish"],
  ]);
});

Deno.test("readOdt() sees white text on a dark cell and in a dark box", async () => {
  const dark = 'fo:background-color="#111111"';
  const { text, hidden } = await read({
    styles: textStyle("White", 'fo:color="#ffffff"') +
      `<style:style style:name="Dark" style:family="table-cell">` +
      `<style:table-cell-properties ${dark}/></style:style>` +
      `<style:style style:name="Box" style:family="graphic">` +
      `<style:graphic-properties draw:fill="solid" draw:fill-color="#224466"/></style:style>`,
    body: `<table:table><table:table-row><table:table-cell table:style-name="Dark">` +
      `${p(span("in a cell", "White"))}</table:table-cell></table:table-row></table:table>` +
      p(
        `<draw:frame draw:style-name="Box"><draw:text-box>${p(span("in a box", "White"))}` +
          `</draw:text-box></draw:frame>`,
      ),
  });
  assert.equal(text, "in a cell\nin a box");
  assert.deepEqual(hidden, []);
});

Deno.test("readOdt() says what is wrong with a file", async () => {
  const outcome = (parts: OdtParts, limits = DEFAULT_LIMITS) =>
    outcomeOf(() => readBytes(rawOdt(parts), limits));
  assert.equal(await outcome({ body: p(" ") }), "empty");
  assert.equal(await outcome({ body: "<text:p>" }), "corrupt");
  assert.equal(
    await outcome({ body: p("x"), manifest: "<manifest:encryption-data/>" }),
    "encrypted",
  );
  const nested = "<text:span>".repeat(500) + "x" + "</text:span>".repeat(500);
  assert.equal(await outcome({ body: `<text:p>${nested}</text:p>` }), "corrupt");
  const long = { body: p("word ".repeat(200)) };
  assert.equal(await outcome(long, { ...DEFAULT_LIMITS, maxCharacters: 100 }), "too_much_text");
});
