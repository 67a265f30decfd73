/** What a picture may be. */
export type PictureType = "image/png" | "image/jpeg" | "image/webp";

const SIGNATURES: readonly (readonly [PictureType, readonly (readonly [number, string])[]])[] = [
  // Behind its signature a PNG must begin with its measures.
  ["image/png", [[0, "\x89PNG\r\n\x1a\n"], [12, "IHDR"]]],
  ["image/jpeg", [[0, "\xff\xd8\xff"]]],
  ["image/webp", [[0, "RIFF"], [8, "WEBPVP8"]]],
];

/** Tells a picture's type from its bytes; its name and what the sender says are never looked at. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const has = ([offset, signature]: readonly [number, string]) =>
    Array.from(signature).every((sign, index) => bytes[offset + index] === sign.charCodeAt(0));
  return SIGNATURES.find(([, parts]) => parts.every(has))?.[0];
}
