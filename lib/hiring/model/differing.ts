import { sql } from "kysely";

/** Whether a model's opinion on the evaluation `e`, as it is now, is another one than the engine's. */
export const OPINION_DIFFERS = sql<boolean>`
  coalesce(e.id is not null and exists (
    select from model_requests o
    where e.withheld is null and o.resume_id = e.resume_id and o.kind = 'opinion' and o.status = 'done' and o.differs
      and o.requirements_version = e.requirements_version and o.engine_version = e.engine_version
  ), false)`;
