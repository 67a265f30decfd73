import { Builder } from "fresh/dev";
import { addTailwind } from "./styles/tailwind.ts";

/** What builds the web app: islands, styles, file routes. Tests build with it in memory. */
export function webBuilder(): Builder {
  const builder = new Builder({
    root: import.meta.dirname,
    target: ["chrome123", "firefox121", "safari17.5"],
  });
  addTailwind(builder);
  return builder;
}

if (import.meta.main) {
  const builder = webBuilder();
  if (Deno.args.includes("build")) {
    await builder.build();
  } else {
    // As `deno task dev` sets them.
    const port = Number(Deno.env.get("PORT") || 8000);
    const hostname = Deno.env.get("HOST") || "127.0.0.1";
    await builder.listen(() => import("./main.ts"), { hostname, port });
  }
}
