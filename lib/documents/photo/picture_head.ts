/** What the head of a picture's file says of it. */
export interface PictureHead {
  readonly kind: "png" | "jpeg";
  readonly width: number;
  readonly height: number;
}

/** Frames of a JPEG begin with one of these; the others in their range mean other things. */
const NOT_FRAMES = new Set([0xc4, 0xc8, 0xcc]);

/**
 * Reads kind and size from the first bytes of a picture's file; of a JPEG with a long preamble,
 * these may be too few.
 *
 * @returns Undefined for what is neither PNG nor JPEG.
 * @see https://www.w3.org/TR/png-3/#11IHDR and ITU-T T.81, B.2.2
 */
export function pictureHead(bytes: Uint8Array): PictureHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47) {
    return { kind: "png", width: view.getUint32(16), height: view.getUint32(20) };
  }
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.has(marker)) {
      return { kind: "jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** A PNG of flat colours, as a logo is, has fewer bytes a pixel; a photo's change everywhere. */
const PHOTO_PNG_BYTES = 0.45;

/** Whether a PNG is as large as one of a photo is. */
export function isPhotoSized({ width, height }: PictureHead, fileBytes: number): boolean {
  return fileBytes / Math.max(1, width * height) >= PHOTO_PNG_BYTES;
}
