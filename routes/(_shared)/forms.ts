import type { Context } from "fresh";
import { z } from "zod";
import type { State } from "../../define.ts";
import { BODY_IDLE_MS, readBytes } from "../../lib/platform/body_chunks.ts";
import { InvalidInput, NotFound } from "../../lib/platform/errors.ts";

const MAX_FORM_BYTES = 1024 * 1024;

/**
 * Reads a posted form, parsed by its schema.
 *
 * @throws {InvalidInput} If a field is not as the schema wants it.
 * @throws {TooLarge} If the form has more than 1 MiB.
 */
export async function readForm<T extends z.ZodType>(req: Request, schema: T): Promise<z.infer<T>> {
  const parsed = schema.safeParse(Object.fromEntries(await formFields(req)));
  if (parsed.success) return parsed.data;
  throw new InvalidInput("The form cannot be taken", issuesOf(parsed.error));
}

/**
 * The text fields of a posted form; of fields with one name, the last.
 *
 * @throws {TooLarge} If the form has more than 1 MiB.
 * @throws {RequestTimeout} If it does not arrive in time.
 */
export async function formFields(req: Request): Promise<[string, string][]> {
  const bytes = await readBytes(req, { maxBytes: MAX_FORM_BYTES, idleMs: BODY_IDLE_MS });
  const type = req.headers.get("content-type") ?? "";
  const form = await new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { "content-type": type },
  }).formData().catch((cause) => {
    throw new InvalidInput("The form cannot be read", [], { cause });
  });
  return [...form].filter((pair): pair is [string, string] => typeof pair[1] === "string");
}

/** What was typed into a field that may stay empty; null when it did. */
export function orNull(typed: string): string | null {
  return typed.trim() === "" ? null : typed;
}

/** What is wrong, by field: the first word of each pointer. */
export function wrongFields(error: unknown): ReadonlySet<string> {
  if (!(error instanceof InvalidInput)) throw error;
  return new Set(error.issues.map(({ pointer }) => pointer.split("/")[1] ?? ""));
}

/** Turns zod's issues into pointers. */
export function issuesOf(error: z.ZodError) {
  return error.issues.map(({ path, message }) => ({
    pointer: path.map((step) => `/${String(step)}`).join(""),
    detail: message,
  }));
}

/** Whether an island asked, so that it wants data and no page. */
export function wantsJson(ctx: Context<State>): boolean {
  return ctx.req.headers.get("accept") === "application/json";
}

/**
 * Ends an action: a form is sent on to a page (303), an island is given the data.
 *
 * @param location The page that shows what was done.
 */
export function done(ctx: Context<State>, location: string, data: unknown = {}): Response {
  return wantsJson(ctx) ? Response.json(data) : ctx.redirect(location, 303);
}

/** A path of this site to go to; anything else becomes "/". */
export function safePath(path: string | null | undefined): string {
  return path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : "/";
}

/** The page of this site that a form was sent from. */
export function refererPath(ctx: Context<State>): string {
  const referer = ctx.req.headers.get("referer");
  if (!referer || !URL.canParse(referer)) return "/";
  const { host, pathname, search } = new URL(referer);
  return host === ctx.url.host ? safePath(pathname + search) : "/";
}

/**
 * Reads the query of a page. One that does not fit the schema is a page that does not exist.
 *
 * @throws {NotFound} If a value is not as the schema wants it.
 */
export function readQuery<T extends z.ZodType>(url: URL, schema: T): z.infer<T> {
  const parsed = schema.safeParse(Object.fromEntries(url.searchParams));
  if (parsed.success) return parsed.data;
  throw new NotFound("There is no such page: its query does not fit");
}
