/** An address as a number. */
export interface IpAddress {
  family: "IPv4" | "IPv6";
  value: bigint;
}

/** Reads an IPv4 or IPv6 address; null for anything else. */
export function readAddress(text: string): IpAddress | null {
  return text.includes(":") ? readV6(text) : readV4(text);
}

/** Whether an address is in a block such as "10.0.0.0/8", or is the one that is written alone. */
export function isInBlock(address: IpAddress, block: string): boolean {
  const [base = "", prefix] = block.split("/", 2);
  const first = readAddress(base);
  if (first === null || first.family !== address.family) return false;
  const width = first.family === "IPv4" ? 32 : 128;
  const bits = prefix === undefined ? width : /^\d+$/.test(prefix) ? Number(prefix) : -1;
  if (bits < 0 || bits > width) return false;
  const shift = BigInt(width - bits);
  return first.value >> shift === address.value >> shift;
}

function readV4(text: string): IpAddress | null {
  const parts = text.split(".");
  if (parts.length !== 4) return null;
  let value = 0n;
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return null;
    value = value * 256n + BigInt(part);
  }
  return { family: "IPv4", value };
}

function readV6(text: string): IpAddress | null {
  const [plain = ""] = text.split("%", 1); // the zone says nothing of the address
  const halves = plain.split("::");
  if (halves.length > 2) return null;
  const [head, tail] = halves.map(readGroups);
  if (head == null || tail === null) return null;
  const missing = 8 - head.length - (tail?.length ?? 0);
  if (tail === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array<number>(missing).fill(0), ...tail ?? []];
  const value = groups.reduce((sum, group) => sum * 65536n + BigInt(group), 0n);
  return { family: "IPv6", value };
}

function readGroups(text: string): number[] | null {
  if (text === "") return [];
  const groups: number[] = [];
  const parts = text.split(":");
  for (const [index, part] of parts.entries()) {
    const v4 = part.includes(".") && index === parts.length - 1 ? readV4(part) : null;
    if (v4 !== null) {
      groups.push(Number(v4.value >> 16n), Number(v4.value & 0xffffn));
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(parseInt(part, 16));
    } else {
      return null;
    }
  }
  return groups;
}
