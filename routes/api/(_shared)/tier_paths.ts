import { z } from "zod";
import { TierName } from "../../../lib/accounts/tiers.ts";
import { Id } from "../../../lib/platform/input.ts";

/** The path of a tier. */
export const ByName = z.object({ name: TierName });

/** The path of a limit of a tier. */
export const ByNameAndId = z.object({ name: TierName, id: Id });
