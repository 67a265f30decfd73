import { Refusal } from "../refusal.ts";
import type { DocumentText, ReadLimits } from "../types.ts";
import { type BodyContext, BodyReader } from "./body.ts";
import { Flow, layOut, revealed, withoutRepeats } from "./flow.ts";
import { Styles } from "./formats.ts";
import { Numbering } from "./numbering.ts";
import { findPortraits, PictureFinder, type PlacedPicture } from "./photo.ts";
import { Archive } from "./unzip.ts";
import { type Attributes, parseXml } from "./xml.ts";

/** The parts of a document by what they are for. */
interface Parts {
  readonly main: string;
  readonly headers: readonly string[];
  readonly footers: readonly string[];
  readonly notes: readonly string[];
  readonly styles?: string;
  readonly numbering?: string;
}

interface Relation {
  readonly id: string;
  /** The last word of its type: "header", "styles", "officeDocument". */
  readonly type: string;
  readonly target: string;
}

/** Other things that come in a ZIP: how one of their parts is called, and their name. */
const OTHER_FORMATS: readonly (readonly [RegExp, string])[] = [
  [/^xl\//, "XLSX"],
  [/^ppt\//, "PPTX"],
  [/^visio\//, "VSDX"],
  [/^Index\/.*\.iwa$|^Index\.zip$/, "PAGES"],
  [/^META-INF\/container\.xml$/, "EPUB"],
  [/^content\.xml$/, "ODF"],
];

function relationsOf(archive: Archive, part: string): Relation[] {
  const at = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, at);
  const name = `${folder}_rels/${part.slice(at)}.rels`;
  const relations: Relation[] = [];
  if (!archive.has(name)) return relations;
  const open = (element: string, { Id = "", Type = "", Target = "", TargetMode }: Attributes) => {
    if (element !== "Relationship" || TargetMode === "External") return;
    const target = partAt(Target, folder);
    const type = Type.slice(Type.lastIndexOf("/") + 1);
    if (target !== undefined) relations.push({ id: Id, type, target });
  };
  parseXml(archive.unpack(name), { open, close: () => {} });
  return relations.filter(({ target }) => archive.has(target));
}

/** The part that an address leads to; undefined when it is no address. */
function partAt(address: string, folder: string): string | undefined {
  try {
    return decodeURI(new URL(address, `zip:/${folder}`).pathname.slice(1));
  } catch {
    return undefined; // a URL or an escape that is none
  }
}

function refuseOther(archive: Archive): never {
  const names = [...archive.names];
  const known = OTHER_FORMATS.find(([pattern]) => names.some((name) => pattern.test(name)));
  throw new Refusal("unsupported", { found: known?.[1] ?? "ZIP" });
}

function findParts(archive: Archive): Parts {
  const root = relationsOf(archive, "").find(({ type }) => type === "officeDocument");
  const main = root?.target ?? "word/document.xml";
  if (!archive.has(main) || /^(?:xl|ppt|visio)\//.test(main)) refuseOther(archive);
  const relations = relationsOf(archive, main);
  const all = (type: string) => [
    ...new Set(relations.filter((one) => one.type === type).map(({ target }) => target)),
  ];
  return {
    main,
    headers: all("header"),
    footers: all("footer"),
    notes: [...all("footnotes"), ...all("endnotes")],
    styles: all("styles")[0],
    numbering: all("numbering")[0],
  };
}

/** A DOCX, read, with the pictures of which only their colours tell whether they are photos. */
export interface DocxText extends DocumentText {
  readonly undecided: readonly Uint8Array[];
}

/**
 * Reads a DOCX: headers first, then the body with its tables and text boxes, notes and footers
 * last. Hidden, white and tiny runs are reported in `hidden`; deleted text is not read.
 *
 * @throws {Refusal} `corrupt`, `encrypted`, `zip_bomb`, `unsupported` for another kind of ZIP,
 * `empty`, `too_many_pages` or `too_much_text`.
 */
export function readDocx(bytes: Uint8Array, limits: ReadLimits): DocxText {
  const archive = new Archive(bytes);
  const parts = findParts(archive);
  const context: BodyContext = {
    styles: parts.styles ? Styles.read(archive.unpack(parts.styles)) : new Styles(),
    numbering: parts.numbering ? Numbering.read(archive.unpack(parts.numbering)) : new Numbering(),
    maxCharacters: limits.maxCharacters,
  };
  let hasBackdrop = false;
  const pictures = new Map<string, readonly PlacedPicture[]>();
  const read = (part: string) => {
    const body = new BodyReader(context);
    const finder = new PictureFinder(body);
    parseXml(archive.unpack(part), finder);
    pictures.set(part, finder.pictures);
    hasBackdrop ||= body.hasBackdrop;
    return body.flow;
  };
  const headers = parts.headers.map(read);
  const body = read(parts.main);
  const notes = parts.notes.map(read);
  const footers = parts.footers.map(read);
  const whole = new Flow();
  for (const flow of [...withoutRepeats(headers), body, ...notes, ...withoutRepeats(footers)]) {
    whole.append(flow);
    whole.endLine();
  }
  const { text, pages, hidden } = layOut(hasBackdrop ? revealed(whole) : whole);
  if (text === "") throw new Refusal("empty");
  if (pages.length > limits.maxPages) {
    throw new Refusal("too_many_pages", { actual: pages.length, limit: limits.maxPages });
  }
  const portraits = [parts.main, ...parts.headers].map((part) => {
    const found = pictures.get(part) ?? [];
    const relations = found.length > 0 ? relationsOf(archive, part) : [];
    return findPortraits(archive, found, (id) => relations.find((one) => one.id === id)?.target);
  });
  const hasPhoto = portraits.some(({ isCertain }) => isCertain);
  const undecided = portraits.flatMap(({ jpegs }) => jpegs);
  return { kind: "docx", text, pages, hidden, recognition: null, hasPhoto, undecided };
}
