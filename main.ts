import { App, csp, csrf, staticFiles } from "fresh";
import type { State } from "./define.ts";
import { allowOrigins } from "./routes/(_middlewares)/allow_origins.ts";
import { answerCalls } from "./routes/(_middlewares)/answer_calls.ts";
import { answerErrors } from "./routes/(_middlewares)/answer_errors.tsx";
import { boundTime } from "./routes/(_middlewares)/bound_time.ts";
import { checkHost } from "./routes/(_middlewares)/check_host.ts";
import { compressPages } from "./routes/(_middlewares)/compress_pages.ts";
import { dropSlash } from "./routes/(_middlewares)/drop_slash.ts";
import { knowAddress } from "./routes/(_middlewares)/know_address.ts";
import { knowRequest } from "./routes/(_middlewares)/know_request.ts";
import { knowLanguage, knowVisitor } from "./routes/(_middlewares)/know_visitor.ts";
import { ofApi, ofPages } from "./routes/(_middlewares)/of_pages.ts";
import { openTheServices } from "./routes/(_middlewares)/open_services.ts";
import { secureCalls } from "./routes/(_middlewares)/secure_calls.ts";
import { CONTENT_SECURITY, secureHeaders } from "./routes/(_middlewares)/secure_headers.ts";
import { tellMethods } from "./routes/(_middlewares)/tell_methods.ts";

/** The web server. Importing it opens no connection; the first request does. */
export const app: App<State> = new App<State>()
  .use(knowRequest)
  .use(compressPages)
  .use(ofPages(secureHeaders))
  .use(ofPages(csp({ useNonce: true, csp: [...CONTENT_SECURITY] })))
  .use(allowOrigins)
  .use(ofPages(tellMethods(() => app.handler())))
  .use(ofPages(answerErrors))
  .use(ofApi(secureCalls))
  .use(openTheServices)
  .use(checkHost)
  .use(knowAddress)
  .use(boundTime)
  .use(ofPages(staticFiles()))
  .use(ofPages(csrf()))
  .use(ofPages(knowVisitor))
  .use(ofApi(knowLanguage))
  .use(ofApi(answerCalls))
  .use(ofApi(dropSlash))
  .fsRoutes();
