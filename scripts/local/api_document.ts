import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type ApiDescription, openApiDocument } from "../../lib/platform/openapi.ts";
import type { OpenApiDocument } from "../../lib/platform/openapi_types.ts";
import { allOperations } from "./api_operations.ts";
import { ROOT } from "./web_build.ts";

/** The document of the operations as the code has them. */
export async function currentDocument(): Promise<OpenApiDocument> {
  const file = join(ROOT, "routes/api/(_shared)/description.ts");
  const { API_DESCRIPTION } = await import(pathToFileURL(file).href) as {
    API_DESCRIPTION: ApiDescription;
  };
  return openApiDocument(API_DESCRIPTION, await allOperations());
}

/** The document as it is committed. */
export function documentText(document: OpenApiDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
