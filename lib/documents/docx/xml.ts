import { SaxesParser } from "saxes";
import { Refusal } from "../refusal.ts";

/** Attributes by their local name: `w:val` is `val`. */
export type Attributes = Readonly<Record<string, string | undefined>>;

export interface XmlHandler {
  /** `name` is the local name, "p" for `w:p`; for parts of other vocabularies "a:p", "text:p", … */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(text: string): void;
}

/** What we read by its bare name: WordprocessingML in its two dialects, and the parts lists. */
const BARE = new Set([
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "http://purl.oclc.org/ooxml/wordprocessingml/main",
  "http://schemas.openxmlformats.org/package/2006/relationships",
  "http://schemas.openxmlformats.org/officeDocument/2006/math",
]);
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/drawingml\/(?:2006\/)?main$/, "a:"],
  [/^urn:schemas-microsoft-com:vml$/, "v:"],
  [/wordprocessingDrawing$/, "wp:"],
  [/wordprocessingShape$/, "wps:"],
  [/markup-compatibility\/2006$/, "mc:"],
  [/opendocument:xmlns:text:1\.0$/, "text:"],
  [/opendocument:xmlns:table:1\.0$/, "table:"],
  [/opendocument:xmlns:drawing:1\.0$/, "draw:"],
  [/opendocument:xmlns:style:1\.0$/, "style:"],
  [/opendocument:xmlns:office:1\.0$/, "office:"],
];
/** Deeper than any program nests; guards against a file made to exhaust us. */
const MAX_DEPTH = 2000;

function prefixOf(namespace: string): string {
  if (BARE.has(namespace)) return "";
  return PREFIXES.find(([pattern]) => pattern.test(namespace))?.[1] ?? "?:";
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/**
 * Parses XML as it is unpacked. No entity but XML's own five is known, and nothing is fetched.
 *
 * @throws {Refusal} `corrupt` when it isn't well-formed; whatever `handler` throws.
 */
export function parseXml(pieces: Iterable<Uint8Array>, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  const prefixes = new Map<string, string>();
  let depth = 0;
  const named = (uri: string, local: string) => {
    const prefix = prefixes.get(uri) ?? prefixOf(uri);
    prefixes.set(uri, prefix);
    return prefix + local;
  };
  parser.on("error", (error) => {
    throw new Refusal("corrupt", {}, { cause: error });
  });
  parser.on("opentag", (tag) => {
    if (++depth > MAX_DEPTH) throw new Refusal("corrupt");
    const attributes: Record<string, string> = Object.create(null);
    for (const { local, value } of Object.values(tag.attributes)) attributes[local] = value;
    handler.open(named(tag.uri, tag.local), attributes);
  });
  parser.on("closetag", (tag) => {
    depth--;
    handler.close(named(tag.uri, tag.local));
  });
  if (handler.text) parser.on("text", handler.text.bind(handler));
  let decoder: TextDecoder | undefined;
  for (const piece of pieces) {
    decoder ??= new TextDecoder(encodingOf(piece));
    parser.write(decoder.decode(piece, { stream: true }));
  }
  parser.write(decoder?.decode() ?? "").close();
}
