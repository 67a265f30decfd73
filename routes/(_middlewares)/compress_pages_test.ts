import assert from "node:assert/strict";
import { brotliDecompressSync } from "node:zlib";
import { App } from "fresh";
import type { State } from "../../define.ts";
import { compressPages } from "./compress_pages.ts";

const LONG = `<p>${"Amara Okafor · Zoë, ".repeat(200)}</p>`;

/** What an app with that one answer gives to a browser that takes these codings. */
async function ask(codings: string | null, answer: () => Response): Promise<Response> {
  const app = new App<State>().use(compressPages).get("/", answer);
  const headers: HeadersInit = codings === null ? {} : { "accept-encoding": codings };
  return await app.handler()(new Request("http://localhost/", { headers }));
}

function html(body: string, headers: Record<string, string> = {}, status = 200): Response {
  return new Response(body, {
    status,
    headers: { "content-type": "text/html; charset=utf-8", ...headers },
  });
}

Deno.test("compressPages() packs a page for a browser that takes Brotli", async () => {
  const answer = await ask("gzip, deflate, br, zstd", () => html(LONG, { etag: "x" }, 404));
  assert.equal(answer.status, 404);
  assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(answer.headers.get("content-encoding"), "br");
  assert.equal(answer.headers.get("vary"), "accept-encoding");
  const packed = new Uint8Array(await answer.arrayBuffer());
  assert.ok(packed.length < LONG.length / 10, `${packed.length} bytes`);
  assert.equal(brotliDecompressSync(packed).toString(), LONG);
});

Deno.test("compressPages() leaves alone what gains nothing, is packed or is no text", async () => {
  const short = await ask("br", () => html("<p>Zoë</p>"));
  assert.equal(short.headers.get("content-encoding"), null);
  assert.equal(await short.text(), "<p>Zoë</p>");
  const packed = await ask("br", () => html(LONG, { "content-encoding": "gzip" }));
  assert.equal(packed.headers.get("content-encoding"), "gzip");
  const empty = await ask("br", () => new Response(null, { status: 303 }));
  assert.equal(empty.status, 303);
  const kept = await ask("br", () => html(LONG, { "cache-control": "no-store, no-transform" }));
  assert.equal(kept.headers.get("content-encoding"), null);
  const picture = await ask("br", () => html(LONG, { "content-type": "image/png" }));
  assert.equal(picture.headers.get("content-encoding"), null);
});

Deno.test("compressPages() packs JSON, whose tag is a weak one then", async () => {
  const answer = await ask("br", () => Response.json({ text: LONG }, { headers: { etag: '"x"' } }));
  assert.equal(answer.headers.get("content-encoding"), "br");
  assert.equal(answer.headers.get("etag"), 'W/"x"');
  const bytes = new Uint8Array(await answer.arrayBuffer());
  assert.deepEqual(JSON.parse(brotliDecompressSync(bytes).toString()), { text: LONG });
});

for (const codings of [null, "gzip", "br;q=0", "gzip, br; q=0.00"]) {
  Deno.test(`compressPages() packs nothing for a browser that says ${codings}`, async () => {
    const answer = await ask(codings, () => html(LONG));
    assert.equal(answer.headers.get("content-encoding"), null);
    assert.equal(await answer.text(), LONG);
  });
}
