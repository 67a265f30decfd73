import { signal } from "@preact/signals";
import assert from "node:assert/strict";
import { type ComponentChildren, h, type VNode } from "preact";
import { ask } from "../../../tests/fixture_app.ts";
import { App, attachCache } from "../../app.ts";
import { emptyCache } from "../../build_cache.ts";
import { addIslands, type IslandRegistry } from "../../islands.ts";
import { Head } from "../head.ts";
import { Partial } from "../partial.ts";

function Box(
  { children, side }: { children?: ComponentChildren; side?: VNode },
) {
  return <div class="box">{side}{children}</div>;
}

function Closed(_props: { children?: ComponentChildren }) {
  return <i>closed</i>;
}

function Plain({ text }: { text: unknown }) {
  return <b>{String(text)}</b>;
}

const islands: IslandRegistry = new Map();
addIslands(islands, { default: Box }, "Box", "/_fresh/js/Box-1.js");
addIslands(islands, { Closed, Plain }, "Other", "/_fresh/js/Other-1.js");

/** Draws a page as an app with these islands would. */
async function drawn(
  page: () => VNode,
  path = "/",
): Promise<{ html: string; link: string }> {
  const app = new App().get("/*", (ctx) => ctx.render(page()));
  attachCache(app, {
    ...emptyCache<unknown>(),
    islands,
    buildId: "b1",
    clientEntry: "/_fresh/js/runtime.js",
    imports: new Map([["/_fresh/js/Box-1.js", ["/_fresh/js/shared-1.js"]]]),
  });
  const response = await ask(app.handler(), path);
  const html = await response.text();
  assert.equal(response.status, 200, html);
  return { html, link: response.headers.get("link") ?? "" };
}

async function bodyOf(page: () => VNode, path?: string): Promise<string> {
  const { html } = await drawn(page, path);
  return /<body>(.*)<\/body>/s.exec(html)?.[1] ?? html;
}

Deno.test("an island stands between marks; JSX it is given, between marks of its own", async () => {
  const body = await bodyOf(() => <Box side={<em>side</em>}>text</Box>);
  assert.equal(
    body.split("<script")[0],
    '<!--frsh:island:Box:0--><div class="box"><!--frsh:slot:0--><em>side</em><!--/frsh:slot-->' +
      "<!--frsh:slot:1-->text<!--/frsh:slot--></div><!--/frsh:island-->",
  );
});

Deno.test("an island inside an island is a plain component; one in a slot is an island", async () => {
  function Outer() {
    return <Box side={<Plain text="in" />} />;
  }
  addIslands(islands, { Outer }, "Outer", "/_fresh/js/Outer-1.js");
  const inner = await bodyOf(() => <Outer />);
  assert.equal(inner.match(/frsh:island:/g)?.length, 1);

  const slotted = await bodyOf(() => (
    <Box>
      <Plain text="in" />
    </Box>
  ));
  assert.match(
    slotted,
    /<!--frsh:slot:0--><!--frsh:island:Plain:1--><b>in<\/b>/,
  );
});

Deno.test("JSX that an island does not draw waits in a template, islands in it included", async () => {
  const body = await bodyOf(() => (
    <Closed>
      <Closed>
        <Plain text="deep" />
      </Closed>
    </Closed>
  ));
  const templates = body.match(/<template id="[\w-]+">/g);
  assert.deepEqual(templates, [
    '<template id="frsh-slot-0">',
    '<template id="frsh-slot-1">',
  ]);
  assert.match(body, /<!--frsh:island:Plain:2--><b>deep<\/b>/);
  assert.match(body, /boot\(\{Closed,Plain\}\);/);
});

const EVIL = "</script><script>alert(1)</script><!--";

Deno.test("props cannot end the script that holds them", async () => {
  const body = await bodyOf(() => <Plain text={EVIL} />);
  const json = /<script id="__FRSH_PROPS"[^>]*>(.*?)<\/script>/s.exec(body)?.[1] ?? "";
  assert.doesNotMatch(json, /</);
  assert.match(
    JSON.stringify(JSON.parse(json)),
    /<\/script><script>alert\(1\)/,
  );
});

Deno.test("a shared signal is sent once", async () => {
  const count = signal(5);
  const body = await bodyOf(() => (
    <>
      <Plain text={count} />
      <Plain text={count} />
    </>
  ));
  assert.equal(body.match(/"Signal"/g)?.length, 1);
});

Deno.test("scripts end the body, preloaded with what they import", async () => {
  const { html, link } = await drawn(() => (
    <html>
      <head />
      <body>
        <Box />
        <footer />
      </body>
    </html>
  ));
  assert.match(
    html,
    /<footer><\/footer><script id="__FRSH_PROPS".*<\/script><\/body><\/html>$/,
  );
  assert.match(
    html,
    /import\{default as Box\}from"\/_fresh\/js\/Box-1\.js";boot\(\{Box\}\)/,
  );
  for (const path of ["runtime.js", "Box-1.js", "shared-1.js"]) {
    assert.ok(
      link.includes(`</_fresh/js/${path}>; rel="modulepreload"; as="script"`),
      path,
    );
  }
});

Deno.test("a page without islands gets no script", async () => {
  const { html, link } = await drawn(() => <p>plain</p>);
  assert.doesNotMatch(html, /script|frsh/);
  assert.equal(link, "");
});

Deno.test("Head replaces what is of its kind and adds the rest", async () => {
  const app = new App()
    .appWrapper(({ Component }) => (
      <html>
        <head>
          <title>App</title>
          <meta name="description" content="app" />
          <meta name="theme" content="app" />
          <link key="icon" rel="icon" href="/app.svg" />
        </head>
        <body>
          <Component />
        </body>
      </html>
    ))
    .get("/", (ctx) =>
      ctx.render(
        <p>
          <Head>
            <title>First</title>
          </Head>
          <Head>
            <title>Page</title>
            <meta name="description" content="page" />
            <link key="icon" rel="icon" href="/page.svg" />
            <style>{"p { color: red }"}</style>
          </Head>
          <svg>
            <title>Not the page's</title>
          </svg>
        </p>,
      ));
  const html = await (await ask(app.handler(), "/")).text();
  assert.equal(
    html.replace(/ nonce="\w+"/, ""),
    '<!DOCTYPE html><html><head><title>Page</title><meta name="description" content="page"/>' +
      '<meta name="theme" content="app"/><link rel="icon" href="/page.svg" data-key="icon"/>' +
      "<style>p { color: red }</style></head><body><p><svg><title>Not the page's</title></svg>" +
      "</p></body></html>",
  );
});

Deno.test("an element that is a constant of a module is drawn alike every time", async () => {
  const constant = (
    <Box>
      <Head>
        <title>Constant</title>
      </Head>
    </Box>
  );
  const [first, second] = [
    await drawn(() => constant),
    await drawn(() => constant),
  ];
  const plain = (html: string) => html.replaceAll(/nonce="\w+"/g, "");
  assert.equal(plain(first.html), plain(second.html));
  assert.match(first.html, /<head>.*<title>Constant<\/title><\/head>/);
  const nonces = [first, second].map(({ html }) => /nonce="(\w+)"/.exec(html)?.[1]);
  assert.notEqual(nonces[0], nonces[1]);
});

Deno.test("links to this page and to those above it say so", async () => {
  const body = await bodyOf(() => (
    <nav>
      {["/jobs/1?tab=2", "/jobs/", "/job", "https://other.example/jobs/1"].map((href) =>
        // As where links are not precompiled.
        h("a", { href }, "there")
      )}
    </nav>
  ), "/jobs/1");
  assert.deepEqual(body.match(/aria-current="\w+"/g), [
    'aria-current="page"',
    'aria-current="true"',
  ]);
});

Deno.test("images name the build", async () => {
  const body = await bodyOf(() => (
    <img
      src="/a.png"
      srcset="/b.png 2x"
      alt=""
    />
  ));
  assert.match(
    body,
    /src="\/a\.png\?__frsh_c=b1" srcset="\/b\.png\?__frsh_c=b1 2x"/,
  );
  const free = await bodyOf(() => <img src="/a.png" data-fresh-disable-lock alt="" />);
  assert.match(free, /src="\/a\.png"/);
});

Deno.test("Partial draws its children, once by each name and not in islands", async () => {
  assert.match(
    await bodyOf(() => <Partial name="a">inside</Partial>),
    /^inside$/,
  );
  const twice = () => (
    <>
      <Partial name="a" />
      <Partial name="a" />
    </>
  );
  const { error } = console;
  console.error = () => {};
  try {
    await assert.rejects(drawn(twice), /Internal server error/);
  } finally {
    console.error = error;
  }
});
