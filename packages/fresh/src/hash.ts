/** Names a content: the start of its SHA-256 in hexadecimal. */
export async function hashOf(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return digest.toHex().slice(0, 32);
}
