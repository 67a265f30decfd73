import { Buffer } from "node:buffer";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** What a server of a test knows of its clients. */
export interface S3Access {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
  readonly bucket: string;
  /** Wanted with every request, of credentials that last for a while. */
  readonly sessionToken?: string;
}

/** An object, and the headers that it came with. */
export interface S3Object {
  readonly bytes: Uint8Array;
  readonly headers: Headers;
  writtenAt: Date;
}

/** A bucket that speaks the part of S3's protocol that the product uses. */
export interface S3Server extends AsyncDisposable {
  readonly port: number;
  /** By key; a test may look and change. */
  readonly objects: Map<string, S3Object>;
  /** Requests that it took, as `METHOD status`. */
  readonly log: string[];
  /** How many of the next requests it answers with 503. */
  busy: number;
}

const MAX_KEYS = 2;
const MAX_SKEW_MS = 15 * 60_000;
const EMPTY = sha256(new Uint8Array());

/**
 * Starts one on a free port. It refuses what is not signed as Signature Version 4 says, bodies that
 * are not the ones signed, and bodies that do not have the SHA-256 told.
 *
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
export function startS3(access: S3Access): S3Server {
  const objects = new Map<string, S3Object>();
  const log: string[] = [];
  const state = { busy: 0 };
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, async (request) => {
    const body = await request.bytes();
    const response = state.busy > 0
      ? refuse(503, "SlowDown")
      : answer(access, objects, request, body);
    state.busy = Math.max(0, state.busy - 1);
    log.push(`${request.method} ${response.status}`);
    return response;
  });
  return {
    port: server.addr.port,
    objects,
    log,
    get busy() {
      return state.busy;
    },
    set busy(count) {
      state.busy = count;
    },
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

function answer(
  access: S3Access,
  objects: Map<string, S3Object>,
  request: Request,
  body: Uint8Array,
): Response {
  const url = new URL(request.url);
  const fault = findFault(access, request, url, body);
  if (fault) return fault;
  const host = request.headers.get("host") ?? "";
  const path = decodeURIComponent(url.pathname);
  const inBucket = host.startsWith(`${access.bucket}.`)
    ? path.slice(1)
    : path.startsWith(`/${access.bucket}/`)
    ? path.slice(access.bucket.length + 2)
    : undefined;
  if (inBucket === undefined) return refuse(404, "NoSuchBucket");
  if (inBucket === "") return list(objects, url);
  if (request.method === "PUT") {
    objects.set(inBucket, { bytes: body, headers: request.headers, writtenAt: new Date() });
    return new Response(null, { headers: { etag: '"x"' } });
  }
  if (request.method === "DELETE") {
    objects.delete(inBucket);
    return new Response(null, { status: 204 });
  }
  const object = objects.get(inBucket);
  if (!object) return refuse(404, "NoSuchKey");
  const headers = new Headers({ "content-length": String(object.bytes.length) });
  for (const name of ["disposition", "type"]) {
    const wanted = url.searchParams.get(`response-content-${name}`);
    if (wanted) headers.set(`content-${name}`, wanted);
  }
  const shown = request.method === "HEAD" ? null : object.bytes as Uint8Array<ArrayBuffer>;
  return new Response(shown, { headers });
}

function list(objects: Map<string, S3Object>, url: URL): Response {
  const prefix = url.searchParams.get("prefix") ?? "";
  const after = url.searchParams.get("continuation-token") ?? "";
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = keys.slice(0, MAX_KEYS);
  const contents = page.map((key) => {
    const { bytes, writtenAt } = objects.get(key) ?? { bytes: [], writtenAt: new Date(0) };
    return `<Contents><Key>${key}</Key><LastModified>${writtenAt.toISOString()}</LastModified>` +
      `<ETag>&quot;x&quot;</ETag><Size>${bytes.length}</Size></Contents>`;
  });
  const isCut = keys.length > page.length;
  const next = isCut ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : "";
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><IsTruncated>${isCut}</IsTruncated>` +
      `${next}${contents.join("")}</ListBucketResult>`,
  );
}

function findFault(
  access: S3Access,
  request: Request,
  url: URL,
  body: Uint8Array,
): Response | undefined {
  const signed = url.searchParams.has("X-Amz-Signature")
    ? inQuery(url)
    : inHeaders(request.headers);
  if (!signed) return refuse(403, "AccessDenied");
  const { credential, date, names, signature, payload, expiresMs } = signed;
  const sentAt = Date.parse(
    date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"),
  );
  const age = Date.now() - sentAt;
  if (Number.isNaN(age) || age < -MAX_SKEW_MS || age > expiresMs) {
    return refuse(403, "AccessDenied");
  }
  const scope = `${date.slice(0, 8)}/${access.region}/s3/aws4_request`;
  if (credential !== `${access.accessKeyId}/${scope}`) return refuse(403, "InvalidAccessKeyId");
  const token = request.headers.get("x-amz-security-token") ??
    url.searchParams.get("X-Amz-Security-Token");
  if (token !== (access.sessionToken ?? null)) return refuse(403, "InvalidToken");
  const mustSign = [...request.headers.keys()].filter((name) => name.startsWith("x-amz-"));
  if (!["host", ...mustSign].every((name) => names.includes(name))) {
    return refuse(403, "SignatureDoesNotMatch");
  }
  const canonical = [
    request.method,
    url.pathname.split("/").map((part) => encode(decodeURIComponent(part))).join("/"),
    canonicalQuery(url),
    ...names.map((name) => `${name}:${request.headers.get(name)?.trim()}`),
    "",
    names.join(";"),
    payload,
  ].join("\n");
  const text = ["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n");
  const wanted = hmac(signingKey(access, date.slice(0, 8)), text);
  const given = new Uint8Array(Buffer.from(signature, "hex"));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
    return refuse(403, "SignatureDoesNotMatch");
  }
  if (payload !== "UNSIGNED-PAYLOAD" && payload !== sha256(body)) {
    return refuse(400, "XAmzContentSHA256Mismatch");
  }
  const told = request.headers.get("x-amz-checksum-sha256");
  if (request.method === "PUT" && told !== Buffer.from(sha256(body), "hex").toString("base64")) {
    return refuse(400, "BadDigest");
  }
}

function inHeaders(headers: Headers) {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^,]+), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/;
  const found = pattern.exec(headers.get("authorization") ?? "");
  if (!found) return undefined;
  const [, credential = "", names = "", signature = ""] = found;
  return {
    credential,
    signature,
    names: names.split(";"),
    date: headers.get("x-amz-date") ?? "",
    payload: headers.get("x-amz-content-sha256") ?? EMPTY,
    expiresMs: MAX_SKEW_MS,
  };
}

function inQuery({ searchParams }: URL) {
  const get = (name: string) => searchParams.get(`X-Amz-${name}`) ?? "";
  return {
    credential: get("Credential"),
    signature: get("Signature"),
    names: get("SignedHeaders").split(";"),
    date: get("Date"),
    payload: "UNSIGNED-PAYLOAD",
    expiresMs: Number(get("Expires")) * 1000,
  };
}

function canonicalQuery({ searchParams }: URL): string {
  return [...searchParams].filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => `${encode(name)}=${encode(value)}`).sort().join("&");
}

function encode(text: string): string {
  return encodeURIComponent(text)
    .replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function signingKey({ secretAccessKey, region }: S3Access, day: string): Uint8Array {
  return [day, region, "s3", "aws4_request"].reduce<Uint8Array>(
    hmac,
    new TextEncoder().encode(`AWS4${secretAccessKey}`),
  );
}

function hmac(key: Uint8Array, text: string): Uint8Array {
  return createHmac("sha256", key).update(text).digest();
}

function sha256(value: string | Uint8Array): string {
  return createHash("sha256").update(value).digest("hex");
}

function refuse(status: number, code: string): Response {
  return new Response(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`, { status });
}
