import type { Context } from "fresh";
import type { State } from "../../define.ts";
import {
  pageGuessSubject,
  pageSubject,
  recordFailure,
  requirePatience,
} from "../../lib/accounts/throttle.ts";
import { findPageVisitor, type PageVisitor } from "../../lib/hiring/privacy/page_links.ts";
import { NotFound } from "../../lib/platform/errors.ts";

/**
 * Who comes by a candidate's link; undefined where it opens nothing. Whoever tries links that are
 * none has to wait longer each time.
 *
 * @throws {TooManyRequests} While they have to.
 */
export async function findVisitor(
  { state: { db, address }, params }: Context<State>,
): Promise<PageVisitor | undefined> {
  const guesses = [await pageGuessSubject(address)];
  await requirePatience(db, guesses, "links that do not work");
  const visitor = await findPageVisitor(db, params.token ?? "");
  if (!visitor) await recordFailure(db, guesses);
  return visitor;
}

/**
 * Who acts on a candidate's page; each action counts.
 *
 * @throws {NotFound} If the link opens nothing.
 * @throws {TooManyRequests} If they have acted too often of late.
 */
export async function actingVisitor(ctx: Context<State>): Promise<PageVisitor> {
  const visitor = await findVisitor(ctx);
  if (!visitor) throw new NotFound("This link works no more");
  const actions = [await pageSubject(visitor.linkId)];
  await requirePatience(ctx.state.db, actions, "changes");
  await recordFailure(ctx.state.db, actions);
  return visitor;
}

/** The address of the page itself. */
export function pageBase({ params }: Context<State>): string {
  return `/your-data/${encodeURIComponent(params.token ?? "")}`;
}
