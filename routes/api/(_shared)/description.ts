import type { AnyOperation } from "../../../lib/platform/operation.ts";
import type { ApiDescription } from "../../../lib/platform/openapi.ts";
import { SCOPES } from "../../../lib/accounts/permissions.ts";
import { WEBHOOK_EVENTS } from "../../../lib/hiring/webhook_events.ts";
import { REFRESH_COOKIE } from "../../(_shared)/cookies.ts";
import { RefreshTokenBody } from "./token_answers.ts";
import { TAGS } from "./tags.ts";

const DESCRIPTION = `
Everything that the pages do, as JSON over HTTP.

- **Who calls** shows an access token of \`POST /login\` or an API key: \`Authorization: Bearer …\`.
  Both see one workspace; what belongs to another one does not exist for them (404).
- **Errors** are \`application/problem+json\` (RFC 9457). \`type\` is stable and tells them apart.
- **Lists** answer \`{data, total_count, has_more, page, items_per_page}\`.
- **Fields** that an operation does not know are refused. Answers may get more fields, and lists of
  words more words, without notice; nothing else changes under \`/api/v1\`.
`.trim();

/** What the OpenAPI document says beside the operations. */
export const API_DESCRIPTION: ApiDescription = {
  title: "Talent Copilot",
  version: "1",
  description: DESCRIPTION,
  base: "/api/v1",
  tags: TAGS,
  securitySchemes: {
    accessToken: {
      type: "http",
      scheme: "bearer",
      bearerFormat: "JWT",
      description: "The access token of `POST /login`; what it may do follows from the role",
    },
    apiKey: {
      type: "http",
      scheme: "bearer",
      bearerFormat: "tc_live_… or tc_test_…",
      description: "An API key; what it may do is named by its scopes",
    },
    refreshCookie: {
      type: "apiKey",
      in: "cookie",
      name: REFRESH_COOKIE,
      description: "The refresh token, which browsers keep; other programs send it in the body",
    },
  },
  securityOf,
  webhooks: WEBHOOK_EVENTS,
};

function securityOf({ may, body }: AnyOperation): Record<string, string[]>[] {
  // Without the cookie, the token is in the body.
  if (body === RefreshTokenBody) return [{ refreshCookie: [] }, {}];
  if (may === "anyone") return [];
  const isForKeys = (SCOPES as readonly string[]).includes(may);
  return isForKeys ? [{ accessToken: [may] }, { apiKey: [may] }] : [{ accessToken: [may] }];
}
