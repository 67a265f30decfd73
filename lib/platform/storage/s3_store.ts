import { AwsV4Signer } from "aws4fetch";
import type { S3Config } from "../settings/storage.ts";
import { Unavailable } from "../errors.ts";
import { logger } from "../log.ts";
import {
  type ByteName,
  type ByteStore,
  checkBytes,
  fromPath,
  type HeldBytes,
  type SavedAs,
  toPath,
} from "./byte_store.ts";
import { credentialsOf, type S3Credentials } from "./s3_credentials.ts";
import { parseListing } from "./s3_listing.ts";

/** A request to the bucket: what it is about, and what is said of it. */
interface S3Request {
  readonly method: "GET" | "HEAD" | "PUT" | "DELETE";
  readonly key?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
}

const TRIES = 3;
const FIRST_PAUSE_MS = 200;
/** SHA-256 of nothing. */
const NO_BODY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

/**
 * Keeps bytes in a bucket of S3, or of a server that speaks its protocol. Every request is signed
 * with its body (Signature Version 4), and the server is told the SHA-256 of what it is to keep.
 */
export class S3Store implements ByteStore {
  readonly place = "s3";
  readonly #config: S3Config;
  readonly #fetch: typeof fetch;
  readonly #credentials: () => Promise<S3Credentials>;

  /** @param fetcher What sends the requests; default: `fetch`. */
  constructor(config: S3Config, fetcher: typeof fetch = fetch) {
    this.#config = config;
    this.#fetch = fetcher;
    this.#credentials = credentialsOf(config);
  }

  async write(name: ByteName, bytes: Uint8Array): Promise<void> {
    if (await this.holds(name, bytes.length)) return;
    const { encryption, kmsKeyId } = this.#config;
    await this.#ask({
      method: "PUT",
      key: toPath(name),
      body: bytes as Uint8Array<ArrayBuffer>,
      headers: {
        "content-type": "application/octet-stream",
        "x-amz-content-sha256": name.hash,
        "x-amz-checksum-sha256": Uint8Array.fromHex(name.hash).toBase64(),
        ...(encryption ? { "x-amz-server-side-encryption": encryption } : {}),
        ...(kmsKeyId ? { "x-amz-server-side-encryption-aws-kms-key-id": kmsKeyId } : {}),
      },
    });
  }

  async read(name: ByteName): Promise<Uint8Array | undefined> {
    const response = await this.#find({ method: "GET", key: toPath(name) });
    return response && await checkBytes(name, response.body);
  }

  async holds(name: ByteName, sizeBytes: number): Promise<boolean> {
    const response = await this.#find({ method: "HEAD", key: toPath(name) });
    return response !== undefined && Number(response.headers.get("content-length")) === sizeBytes;
  }

  async remove(name: ByteName): Promise<void> {
    await this.#find({ method: "DELETE", key: toPath(name) });
  }

  async *list(): AsyncGenerator<HeldBytes> {
    const { prefix } = this.#config;
    for (let token: string | undefined, isFirst = true; isFirst || token; isFirst = false) {
      const query = {
        "list-type": "2",
        ...(prefix ? { prefix } : {}),
        ...(token ? { "continuation-token": token } : {}),
      };
      const { body } = await this.#ask({ method: "GET", query });
      const page = parseListing(new TextDecoder().decode(body));
      for (const { key, sizeBytes, writtenAt } of page.objects) {
        const name = key.startsWith(prefix) ? fromPath(key.slice(prefix.length)) : undefined;
        if (name) yield { name, sizeBytes, writtenAt };
      }
      token = page.nextToken;
    }
  }

  tidy(): Promise<void> {
    return Promise.resolve(); // what is not complete is not there
  }

  async link(name: ByteName, { disposition, contentType }: SavedAs): Promise<URL | undefined> {
    const { downloads, downloadSeconds } = this.#config;
    if (downloads !== "redirect") return undefined;
    const url = this.#urlOf(toPath(name), {
      "X-Amz-Expires": String(downloadSeconds),
      "response-content-disposition": disposition,
      "response-content-type": contentType,
      "response-cache-control": "private, no-store",
    });
    const signer = new AwsV4Signer({ ...await this.#signing(), url: url.href, signQuery: true });
    return (await signer.sign()).url;
  }

  /** @returns Undefined when there is no such object. */
  async #find(request: S3Request) {
    const answer = await this.#send(request);
    const isMissing = answer.status === 404 && codeOf(answer) !== "NoSuchBucket";
    return isMissing ? undefined : this.#good(request, answer);
  }

  async #ask(request: S3Request) {
    return this.#good(request, await this.#send(request));
  }

  /** @throws {Unavailable} If the answer is no good one; what the server said is logged. */
  #good({ method }: S3Request, answer: Answer): Answer {
    if (answer.status >= 200 && answer.status < 300) return answer;
    logger("storage").error("The bucket answered {method} with {status} {code}", {
      method,
      status: answer.status,
      code: codeOf(answer),
    });
    throw unavailable();
  }

  /** Tries again what may be better the next time: every request may be made twice. */
  async #send(request: S3Request): Promise<Answer> {
    for (let tries = 1;; tries++) {
      try {
        const answer = await this.#sendOnce(request);
        if (tries === TRIES || !(answer.status >= 500 || answer.status === 429)) return answer;
      } catch (cause) {
        if (tries === TRIES) {
          logger("storage").error("The bucket does not answer: {cause}", { cause });
          throw unavailable(cause);
        }
      }
      await pauseAfter(tries);
    }
  }

  async #sendOnce(
    { method, key = "", query = {}, headers = {}, body }: S3Request,
  ): Promise<Answer> {
    const signed = await new AwsV4Signer({
      ...await this.#signing(),
      method,
      url: this.#urlOf(key, query).href,
      headers: { "x-amz-content-sha256": NO_BODY, ...headers },
    }).sign();
    const response = await this.#fetch(signed.url, {
      method,
      headers: signed.headers,
      redirect: "manual",
      signal: AbortSignal.timeout(this.#config.timeoutMs),
      ...(body ? { body } : {}),
    });
    return { status: response.status, headers: response.headers, body: await response.bytes() };
  }

  #urlOf(key: string, query: Readonly<Record<string, string>>): URL {
    const { endpoint, bucket, isPathStyle, prefix } = this.#config;
    const url = new URL(endpoint);
    if (!isPathStyle) url.hostname = `${bucket}.${url.hostname}`;
    const inBucket = key ? `${prefix}${key}` : "";
    url.pathname = isPathStyle ? `/${bucket}/${inBucket}` : `/${inBucket}`;
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return url;
  }

  async #signing() {
    const { accessKeyId, secretAccessKey, sessionToken } = await this.#credentials()
      .catch((cause) => {
        throw unavailable(cause);
      });
    const { region } = this.#config;
    const token = sessionToken === undefined ? {} : { sessionToken };
    return { region, accessKeyId, secretAccessKey, ...token, service: "s3" };
  }
}

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

function codeOf({ body }: Answer): string | undefined {
  return /<Code>(\w{1,64})<\/Code>/.exec(new TextDecoder().decode(body))?.[1];
}

function pauseAfter(tries: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** (tries - 1)));
}

function unavailable(cause?: unknown): Unavailable {
  return new Unavailable("Files cannot be kept or fetched at the moment: try again later", {
    cause,
  });
}
