import { NotFound } from "../../lib/platform/errors.ts";
import { Id } from "../../lib/platform/input.ts";

/**
 * An id from a path.
 *
 * @throws {NotFound} If it cannot be the id of anything.
 */
export function pathId(value: string | undefined): string {
  const parsed = Id.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new NotFound("There is nothing at this address");
}
