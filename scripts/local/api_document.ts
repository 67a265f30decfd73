import { type ApiDescription, openApiDocument } from "../../lib/platform/openapi.ts";
import type { OpenApiDocument } from "../../lib/platform/openapi_types.ts";
import { API_DESCRIPTION } from "../../routes/api/(_shared)/description.ts";
import { allOperations } from "./api_operations.ts";

/** The document of the operations as the code has them. */
export async function currentDocument(
  description: ApiDescription = API_DESCRIPTION,
): Promise<OpenApiDocument> {
  return openApiDocument(description, await allOperations());
}

/** The document as it is committed. */
export function documentText(document: OpenApiDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
