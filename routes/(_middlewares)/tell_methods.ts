import type { Context, Middleware } from "fresh";
import type { State } from "../../define.ts";

type Answers = (request: Request, info: Deno.ServeHandlerInfo) => Promise<Response>;

/** What files answer, which say nothing of it themselves. */
const OF_FILES = "GET, HEAD";

/**
 * Says which methods a page has where it has not the one that was asked for (RFC 9110, 15.5.6). Only
 * the routes know: they are asked by OPTIONS, as whoever asked.
 *
 * @param open The app itself, once it can answer.
 */
export function tellMethods(open: () => Answers): Middleware<State> {
  let answers: Answers | undefined;
  return async (ctx) => {
    const response = await ctx.next();
    const allow = response.headers.get("allow");
    if (response.status === 405 && allow === null) {
      const told = await askForMethods(ctx, answers ??= open());
      response.headers.set("allow", told ?? OF_FILES);
    } else if (allow !== null && ctx.req.method === "OPTIONS") {
      response.headers.set("allow", complete(allow));
    }
    return response;
  };
}

async function askForMethods(ctx: Context<State>, answers: Answers): Promise<string | null> {
  if (ctx.req.method === "OPTIONS") return null;
  const headers = new Headers(ctx.req.headers);
  for (const name of ["content-length", "content-type", "transfer-encoding"]) headers.delete(name);
  const asked = new Request(ctx.req.url, { method: "OPTIONS", headers });
  const answer = await answers(asked, ctx.info);
  await answer.body?.cancel();
  return answer.headers.get("allow");
}

/** With what every route does besides: HEAD where there is GET, and OPTIONS. */
function complete(allow: string): string {
  const methods = new Set(allow.split(/\s*,\s*/));
  if (methods.has("GET")) methods.add("HEAD");
  return [...methods.add("OPTIONS")].join(", ");
}
