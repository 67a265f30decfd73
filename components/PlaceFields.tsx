import type { Translate } from "../locales/translate.ts";
import { Field } from "./Field.tsx";

export interface PlaceFieldsProps {
  place: string;
  department: string;
  /** Those that other jobs name. */
  departments: readonly string[];
  /** The names of the fields that could not be taken. */
  wrong: ReadonlySet<string>;
  t: Translate;
}

/** Where a job is, and for which department; both may stay empty. */
export function PlaceFields({ place, department, departments, wrong, t }: PlaceFieldsProps) {
  return (
    <div class="grid gap-5 phone:grid-cols-2">
      <Field
        id="place"
        name="place"
        label={t("new_job.place")}
        placeholder={t("new_job.place_hint")}
        value={place}
        maxLength={255}
        error={wrong.has("place") ? t("form.at_most", { max: 255 }) : undefined}
      />
      <Field
        id="department"
        name="department"
        label={t("new_job.department")}
        value={department}
        maxLength={100}
        autocomplete="off"
        suggestions={departments}
        error={wrong.has("department") ? t("form.at_most", { max: 100 }) : undefined}
      />
    </div>
  );
}
