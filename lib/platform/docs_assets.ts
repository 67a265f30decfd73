import { NotFound } from "./errors.ts";

/** A file of the pages /docs and /redoc. */
export interface DocsAsset {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Of its content, in its address. */
  readonly hash: string;
}

/** Each file by name: one of a package, or a text of ours. */
const SOURCES: Readonly<Record<string, { type: string; read: () => Promise<string> }>> = {
  "swagger-ui.css": { type: "text/css", read: () => ofPackage("swagger-ui-dist/swagger-ui.css") },
  "swagger-ui.js": {
    type: "text/javascript",
    read: () => ofPackage("swagger-ui-dist/swagger-ui-bundle.js"),
  },
  "swagger-start.js": { type: "text/javascript", read: () => Promise.resolve(SWAGGER_START) },
  "redoc.js": {
    type: "text/javascript",
    // Its own mark would be loaded from its maker's server.
    read: async () =>
      (await ofPackage("redoc/bundles/redoc.standalone.js"))
        .replaceAll(/https:\/\/cdn\.redoc\.ly\/[\w./-]+/g, "data:,"),
  },
  "redoc-start.js": { type: "text/javascript", read: () => Promise.resolve(REDOC_START) },
};

// With 150 rows open it draws only those in view, and a search in the page finds no others; so groups
// open one by one.
const SWAGGER_START = `
SwaggerUIBundle({
  url: "/openapi.json",
  domNode: document.getElementById("docs"),
  deepLinking: true,
  docExpansion: "none",
  validatorUrl: null,
  persistAuthorization: false,
  tryItOutEnabled: true,
});
`.trimStart();

const REDOC_START = `
Redoc.init("/openapi.json", {
  nonce: document.currentScript.nonce,
  nativeScrollbars: true,
}, document.getElementById("docs"));
`.trimStart();

const loaded = new Map<string, Promise<DocsAsset>>();

/** A file of the documentation's pages; read once. @throws {NotFound} If there is none. */
export function docsAsset(name: string): Promise<DocsAsset> {
  const source = Object.hasOwn(SOURCES, name) ? SOURCES[name] : undefined;
  if (!source) return Promise.reject(new NotFound("There is nothing at this address"));
  let asset = loaded.get(name);
  if (!asset) loaded.set(name, asset = load(source));
  return asset;
}

/** Where the page finds a file; another content has another address. */
export async function docsAddress(name: string): Promise<string> {
  return `/docs/assets/${(await docsAsset(name)).hash}/${name}`;
}

async function load({ type, read }: { type: string; read: () => Promise<string> }) {
  const bytes = new TextEncoder().encode(await read());
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return { type: `${type}; charset=utf-8`, bytes, hash: digest.toHex().slice(0, 16) };
}

function ofPackage(specifier: string): Promise<string> {
  return Deno.readTextFile(new URL(import.meta.resolve(specifier)));
}
