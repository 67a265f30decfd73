/** A Markdown table; columns that hold numbers alone are set right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const isNumber = (at: number) =>
    rows.every((row) => /^(?:\d[\d.]*(?: %)?|–|)$/.test(row[at] ?? ""));
  const rule = head.map((_, at) => isNumber(at) ? "--:" : "---");
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** Three decimals; a dash where there is no value. */
export function share(value: number | null): string {
  return value === null || Number.isNaN(value) ? "–" : value.toFixed(3);
}

/** "reached", or how far it is missed. */
export function distance(value: number, goal: number): string {
  return value >= goal ? "reached" : `missed by ${(goal - value).toFixed(3)}`;
}
