/**
 * Reads RFC 4180 CSV with a header: quoted fields may hold commas, quotes and line ends.
 *
 * @returns One record a row, by the header's names; empty lines are left out.
 */
export function readCsv(text: string): Record<string, string>[] {
  const [header = [], ...rows] = [...fieldsOfRows(text.replace(/^\uFEFF/, ""))];
  return rows.filter((row) => row.some((field) => field !== ""))
    .map((row) => Object.fromEntries(header.map((name, at) => [name.trim(), row[at] ?? ""])));
}

function* fieldsOfRows(text: string): Generator<string[]> {
  let row: string[] = [];
  let field = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (isQuoted) {
      if (char !== '"') field += char;
      else if (text[at + 1] === '"') field += text.charAt(++at);
      else isQuoted = false;
    } else if (char === '"') isQuoted = true;
    else if (char === ",") {
      row.push(field);
      field = "";
    } else if (char === "\n") {
      yield [...row, field];
      row = [];
      field = "";
    } else if (char !== "\r") field += char;
  }
  if (field !== "" || row.length > 0) yield [...row, field];
}
