import type { Context } from "fresh";
import { z } from "zod";
import type { State } from "../../define.ts";
import type { TwoPeople } from "../../lib/hiring/duplicates.ts";
import { Id } from "../../lib/platform/input.ts";
import { done, readForm, safePath } from "./forms.ts";

const TwoForm = z.object({ first: Id, second: Id, back: z.string().optional() });

/** Does something about two people that a form names, and goes back to the list telling so. */
export async function aboutTwo(
  ctx: Context<State>,
  act: (two: TwoPeople) => Promise<void>,
  told: "dismissed" | "proposed",
): Promise<Response> {
  const { first, second, back } = await readForm(ctx.req, TwoForm);
  await act({ firstId: first, secondId: second });
  return done(
    ctx,
    withQuery(safePath(back ?? "/candidates/duplicates"), { done: told, first, second }),
  );
}

/** A path of this site with more in its query. */
export function withQuery(path: string, more: Readonly<Record<string, string>>): string {
  const url = new URL(path, "http://localhost");
  for (const [name, value] of Object.entries(more)) url.searchParams.set(name, value);
  return url.pathname + url.search;
}
