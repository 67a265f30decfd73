import assert from "node:assert/strict";
import fc from "fast-check";
import { outcomeOf, refusalOf } from "../fixtures/refused.ts";
import { DEFAULT_LIMITS } from "../limits.ts";
import { readBytes } from "../read_bytes.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (html: string) => readBytes(utf8(html), DEFAULT_LIMITS);
/** What is hidden in a page, as `text: cause`. */
async function hiddenIn(html: string): Promise<string[]> {
  const { text, hidden } = await read(html);
  assert.doesNotMatch(text, /secret/);
  return hidden.map((one) => `${one.text.trim()}: ${one.cause}`);
}

Deno.test("readHtml() reads a saved page as a browser lays it out", async () => {
  const { kind, text, pages, hidden } = await read(`<!DOCTYPE html>
    <!-- saved from a site -->
    <html><head><meta charset="utf-8"><title>CV</title><script>let a = "<p>no</p>";</script>
    <style>.row { display: flex } @media print { .print { display: block } }</style></head>
    <body><h1>Noor
      B&eacute;n&nbsp;Ali</h1><p>Utrecht<br>06 12345678
    <h2>Work<wbr>ing life</h2>
    <div class="row"><div>Nurse, <b>Rijn</b>oord</div><span>2019 – now</span></div>
    <ul><li>Planning for <i>nine</i><li><p>Handing over</p></ul>
    <ol start="3"><li>third<li>fourth</ol>
    <table><tr><th>Excel<th>expert<tr><td>SAP<td>basic</table>
    <pre>one
  two</pre><noscript>off</noscript></body></html>`);
  assert.equal(kind, "html");
  assert.deepEqual(hidden, []);
  assert.deepEqual(pages, [{ start: 0, end: text.length }]);
  assert.equal(
    text,
    `Noor Bén Ali
Utrecht
06 12345678

Working life
Nurse, Rijnoord\t2019 – now
• Planning for nine
• Handing over
3. third
4. fourth
Excel\texpert
SAP\tbasic
one
two`,
  );
});

Deno.test("readHtml() reads a mail laid out by tables, column by column", async () => {
  const { text } = await read(`<table bgcolor="#003366"><tr>
    <td><font color="white">Contact</font><br>Assen</td>
    <td><table><tr><td>Work</td></tr><tr><td>Cook, De Linde</td><td>2014</td></tr></table></td>
    </tr></table>`);
  assert.equal(text, "Contact\nAssen\n\nWork\nCook, De Linde\t2014");
});

Deno.test("readHtml() reports what nobody sees, and why", async () => {
  const styles = {
    "display:none": "vanish",
    "DISPLAY : NONE ! important": "vanish",
    "mso-hide:all": "vanish",
    "visibility:hidden": "invisible",
    "opacity:0": "invisible",
    "position:absolute;clip:rect(0, 0, 0, 0)": "invisible",
    "width:1px;height:1px;overflow:hidden": "invisible",
    "color:#fff": "colour",
    "color:rgb(255 255 255 / 90%)": "colour",
    "color:transparent;background:url(a.png)": "colour",
    "color:navy;background:#000080": "colour",
    "font-size:0": "size",
    "font:1px/1 Arial": "size",
    "font-size:1%": "size",
    "position:absolute;left:-9999px": "off_page",
    "text-indent:-100em": "off_page",
    "position:fixed;transform:translateX(-5000px)": "off_page",
  };
  for (const [style, cause] of Object.entries(styles)) {
    const html = `<p>seen<span style="${style}">secret</span> on</p>`;
    assert.deepEqual(await hiddenIn(html), [`secret: ${cause}`], style);
  }
  assert.deepEqual(await hiddenIn("<p>seen<i hidden>secret <b>secret</b></i>"), [
    "secret secret: vanish",
  ]);
});

Deno.test("readHtml() shows what only looks like a trick", async () => {
  const styles = [
    "color:#fff;background:#003366",
    "color:#fff;background:url(dark.png)",
    "color:#fff;background:linear-gradient(#000, #111)",
    "color:var(--text)",
    "color:canvastext;font-size:calc(1px + 1em)",
    "opacity:.6;text-indent:-1em",
    "width:1px",
  ];
  for (const style of styles) {
    const { text, hidden } = await read(`<p style="${style}">seen</p>`);
    assert.deepEqual([text, hidden], ["seen", []], style);
  }
  const again = `<div style="visibility:hidden">secret<b style="visibility:visible">seen</b></div>`;
  assert.deepEqual(await hiddenIn(again), ["secret: invisible"]);
  assert.equal((await read(again)).text, "seen");
});

Deno.test("readHtml() follows the page's own style sheets", async () => {
  const page = (css: string, body: string) => `<style>${css}</style>${body}`;
  const one = '<div id="d" class="a md:b"><p class="c">secret</p></div><p>seen</p>';
  for (
    const css of [
      ".c { display: none }",
      "div > p.c, .x { display: none }",
      "#d .c{display:none}",
      "/* } */ @media screen and (min-width: 700px) { .md\\:b p { display: none } }",
      "@font-face { src: url('}') } p { display: block } .c { display: none }",
      "p.c { display: none } p { display: block }",
      "p.c { display: none !important } .c { display: block }",
    ]
  ) {
    const { hidden } = await read(page(css, one));
    assert.equal(hidden[0]?.text, "secret", css);
  }
  for (
    const css of [
      "@media print { .c { display: none } }",
      "@media (max-width: 600px) { .c { display: none } }",
      ".x .c { display: none }",
      ".a > .x > .c { display: none }",
      ".c[hidden] { display: none } .c:hover { display: none } .x ~ .c { display: none }",
      ".c { display: none } #d .c { display: block }",
      "@keyframes k { from { opacity: 0 } }",
    ]
  ) {
    assert.deepEqual((await read(page(css, one))).hidden, [], css);
  }
});

Deno.test("readHtml() knows pages by their content, whatever they are called", async () => {
  const heads = [
    "\ufeff<html>",
    "<?xml version='1.0'?>\n<!DOCTYPE html>",
    "<!-- x --><div class='a'>",
  ];
  for (const head of heads) assert.equal((await read(`${head}<p>Noor</p>`)).kind, "html", head);
  for (const text of ["Noor <p> Bos", "a < b", "<noor@example.org>", "<<< Noor >>>"]) {
    assert.equal((await read(text)).kind, "text", text);
  }
});

Deno.test("readHtml() decodes a page by its mark or its declaration", async () => {
  const latin2 = utf8('<meta charset="iso-8859-2"><p>Łukasz</p>').filter((byte) => byte !== 0x81);
  latin2[latin2.indexOf(0xc5)] = 0xa3;
  assert.equal((await readBytes(latin2, DEFAULT_LIMITS)).text, "Łukasz");
  const western = Uint8Array.from("<p>Ren\xe9e \x80 1</p>", (char) => char.charCodeAt(0));
  assert.equal((await readBytes(western, DEFAULT_LIMITS)).text, "Renée € 1");
  const wide = Uint8Array.from("\xff\xfe<\0p\0>\0N\0o\0a\0", (char) => char.charCodeAt(0));
  const { kind, text } = await readBytes(wide, DEFAULT_LIMITS);
  assert.deepEqual([kind, text], ["html", "Noa"]);
});

Deno.test("readHtml() refuses a page of no text, of too much and of endless depth", async () => {
  assert.equal((await refusalOf(() => read("<p> <script>1</script></p>"))).code, "empty");
  assert.equal((await refusalOf(() => read(`<p>${"ab ".repeat(200_000)}`))).code, "too_much_text");
  assert.equal((await refusalOf(() => read("<div>".repeat(100_000) + "x"))).code, "corrupt");
});

Deno.test("readHtml() answers what was made to stall it within its bounds", async () => {
  const many = 50_000;
  for (
    const html of [
      `<p>${"<".repeat(many)}`,
      `<p>${"&".repeat(many)}`,
      `<p>x<style>${"a,".repeat(many)}{color:red}`,
      `<p>x<style>${"{".repeat(many)}`,
      `<p>x<style>/*${"a{/*".repeat(many)}`,
      `<p>x<style>a${" ".repeat(many)}b{color:red}`,
      `<p style="left:${"1".repeat(many)}">x`,
      `<p style="${"(".repeat(many)}">x`,
      "<!--".repeat(many) + "<p>x",
      "<table><tr><td>".repeat(600) + "x",
    ]
  ) {
    const outcome = await outcomeOf(() => read(html));
    assert.ok(["text", "too_much_text", "empty", "corrupt"].includes(outcome), outcome);
  }
});

Deno.test("readHtml() gives each text of a page once, seen or hidden, in its order", async () => {
  const style = fc.constantFrom("", "display:none", "color:#fff", "font-size:0", "display:block");
  const tag = fc.constantFrom("p", "b", "div", "li", "td", "tr", "table", "ul", "h2", "span");
  const leaf = fc.nat(999).map((n) => ` w${n} `);
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      leaf,
      fc.tuple(tag, style, fc.array(tie("node"), { maxLength: 4 })).map(([name, css, inner]) =>
        `<${name} style="${css}">${inner.join("")}</${name}>`
      ),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(fc.array(node, { minLength: 1, maxLength: 5 }), async (nodes) => {
      const html = `<body>w${nodes.join("")}`;
      const { text, hidden } = await read(html);
      const words = (from: string) => (from.match(/w\d+/g) ?? []).sort();
      assert.deepEqual(words(`${text} ${hidden.map((one) => one.text).join(" ")}`), words(html));
      for (const { at } of hidden) assert.ok(at >= 0 && at <= text.length);
    }),
    { numRuns: 200 },
  );
});
