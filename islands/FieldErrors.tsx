import { useFieldErrors } from "../components/field_errors.ts";

/** Lets the forms that the server draws say in a line of their own what is wrong with a field. */
export function FieldErrors() {
  useFieldErrors();
  return null;
}
