import { define } from "../define.ts";
import { docsPage } from "./(_shared)/api_docs.ts";

/** The API as Redoc shows it. */
export const handler = define.handlers({
  GET: (ctx) =>
    docsPage(ctx, {
      title: "apiDocs.title",
      scripts: ["redoc.js", "redoc-start.js"],
      sheets: [],
    }),
});
