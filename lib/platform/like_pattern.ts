/** A pattern of LIKE for texts that contain `part` literally. */
export function containing(part: string): string {
  return `%${part.replace(/[\\%_]/g, "\\$&")}%`;
}
