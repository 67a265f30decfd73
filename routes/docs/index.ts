import { define } from "../../define.ts";
import { docsPage } from "../(_shared)/api_docs.ts";

/** The API as Swagger UI shows it. */
export const handler = define.handlers({
  GET: (ctx) =>
    docsPage(ctx, {
      title: "apiDocs.title",
      scripts: ["swagger-ui.js", "swagger-start.js"],
      sheets: ["swagger-ui.css"],
    }),
});
