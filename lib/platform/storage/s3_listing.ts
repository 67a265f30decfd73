/** One page of the objects in a bucket. */
export interface ListingPage {
  readonly objects: readonly {
    readonly key: string;
    readonly sizeBytes: number;
    readonly writtenAt: Date;
  }[];
  /** Undefined on the last page. */
  readonly nextToken: string | undefined;
}

/**
 * Reads the answer to ListObjectsV2. Objects with a part missing or of a strange form are left out:
 * they are none of ours.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export function parseListing(xml: string): ListingPage {
  const objects: ListingPage["objects"][number][] = [];
  for (const [, entry = ""] of xml.matchAll(/<Contents>(.*?)<\/Contents>/gs)) {
    const key = element(entry, "Key");
    const sizeBytes = Number(element(entry, "Size") ?? NaN);
    const writtenAt = new Date(element(entry, "LastModified") ?? NaN);
    const isWhole = key !== undefined && Number.isSafeInteger(sizeBytes) &&
      !Number.isNaN(writtenAt.getTime());
    if (isWhole) objects.push({ key, sizeBytes, writtenAt });
  }
  const isCut = element(xml, "IsTruncated") === "true";
  return { objects, nextToken: isCut ? element(xml, "NextContinuationToken") : undefined };
}

function element(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text?.replaceAll(/&(amp|lt|gt|quot|apos);/g, (_, entity) => ENTITIES[entity] ?? "");
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};
