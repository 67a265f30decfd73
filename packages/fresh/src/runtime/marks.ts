/** The id of the element that holds the props of all islands of a page. */
export const PROPS_ID = "__FRSH_PROPS";

/** The id of the template with a slot that was not drawn. */
export function slotTemplateId(id: number): string {
  return `frsh-slot-${id}`;
}
