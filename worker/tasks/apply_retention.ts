import { z } from "zod";
import { applyRetention as apply } from "../../lib/hiring/privacy/apply_retention.ts";
import { task } from "../task.ts";

/** Deletes the data whose time is over and warns of what is next; the schedule asks for it. */
export const applyRetention = task(
  z.object({}),
  (_input, { services, signal }) => apply(services, signal),
);
