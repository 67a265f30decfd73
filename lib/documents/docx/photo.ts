import { isPhotoSized, pictureHead } from "../photo/picture_head.ts";
import { isPortraitShaped } from "../photo/portrait.ts";
import { Refusal } from "../refusal.ts";
import type { Archive } from "./unzip.ts";
import type { Attributes, XmlHandler } from "./xml.ts";

/** English Metric Units, in which drawings are measured. */
const EMU_PER_POINT = 12_700;
/** About half a page of text: a picture after it is on a later page, or is no portrait. */
const FIRST_CHARACTERS = 1500;
const MAX_PICTURES = 8;
/** A larger file is not looked at. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;

/** A picture in a part, as large as it is shown, in points. */
export interface PlacedPicture {
  readonly relation: string;
  readonly width: number;
  readonly height: number;
}

/** Notes the pictures on the first page of a part, while something else reads its text. */
export class PictureFinder implements XmlHandler {
  readonly pictures: PlacedPicture[] = [];
  readonly #reader: XmlHandler;
  #size = { width: 0, height: 0 };
  #characters = 0;
  #isFirstPage = true;

  constructor(reader: XmlHandler) {
    this.#reader = reader;
  }

  open(name: string, attributes: Attributes): void {
    this.#reader.open(name, attributes);
    if (!this.#isFirstPage) return;
    if (name === "br" && attributes.type === "page") this.#isFirstPage = false;
    if (name === "lastRenderedPageBreak") this.#isFirstPage = false;
    if (name === "wp:extent") {
      const points = (emu: string | undefined) => (Number(emu) || 0) / EMU_PER_POINT;
      this.#size = { width: points(attributes.cx), height: points(attributes.cy) };
    }
    const { embed } = attributes;
    if (name === "a:blip" && embed && this.pictures.length < MAX_PICTURES) {
      this.pictures.push({ relation: embed, ...this.#size });
    }
  }

  close(name: string): void {
    this.#reader.close(name);
  }

  text(text: string): void {
    this.#reader.text?.(text);
    this.#characters += text.length;
    if (this.#characters > FIRST_CHARACTERS) this.#isFirstPage = false;
  }
}

/** What may be a photo: a picture of which it is certain, or JPEGs whose colours tell. */
export interface Portraits {
  readonly isCertain: boolean;
  readonly jpegs: readonly Uint8Array[];
}

/**
 * Finds the pictures that have the size and the shape of a portrait.
 *
 * @param partOf The part of the archive that a relation leads to.
 */
export function findPortraits(
  archive: Archive,
  pictures: readonly PlacedPicture[],
  partOf: (relation: string) => string | undefined,
): Portraits {
  let isCertain = false;
  const jpegs: Uint8Array[] = [];
  for (const { relation, width, height } of pictures) {
    const part = partOf(relation);
    if (part === undefined || archive.packedBytes(part) > MAX_FILE_BYTES) continue;
    const file = unpacked(archive, part);
    const head = file && pictureHead(file);
    if (!file || !head) continue;
    const shown = { width, height, pixelWidth: head.width, pixelHeight: head.height };
    if (!isPortraitShaped(shown)) continue;
    if (head.kind === "jpeg") jpegs.push(file);
    else isCertain ||= isPhotoSized(head, archive.packedBytes(part));
  }
  return { isCertain, jpegs };
}

/** A part's bytes; undefined when it can't be unpacked within bounds, which is nobody's text. */
function unpacked(archive: Archive, part: string): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (const piece of archive.unpack(part)) {
      length += piece.length;
      if (length > MAX_FILE_BYTES) return undefined;
      pieces.push(piece);
    }
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
  const file = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    file.set(piece, at);
    at += piece.length;
  }
  return file;
}
