import type { SkillType } from "../../lib/talent/lexicon_types.ts";
import type { Concept } from "./concepts.ts";
import { readCsv } from "./csv_rows.ts";
import type { Files } from "./esco.ts";

/**
 * Reads CompetentNL's concepts as CSV, the columns named after SKOS with or without its prefix:
 * `uri`, `type`, `prefLabel`, `altLabel`, `broader`, `related`. Cells with several values part them
 * with "|". Every `.csv` file of the folder is read.
 *
 * @see https://competentnl.nl
 */
export function readCompetentNl(files: Files): Concept[] {
  const concepts = new Map<string, Concept>();
  for (const [name, text] of files) {
    if (!name.endsWith(".csv")) continue;
    for (const row of readCsv(text)) {
      const uri = cell(row, "uri");
      if (uri === "" || concepts.has(uri)) continue;
      concepts.set(uri, {
        uri,
        type: typeOf(cell(row, "type")),
        en: [],
        nl: [cell(row, "prefLabel"), ...values(row, "altLabel")],
        broader: values(row, "broader"),
        related: values(row, "related"),
      });
    }
  }
  return [...concepts.values()];
}

function cell(row: Record<string, string>, name: string): string {
  const key = Object.keys(row).find((one) =>
    one.replace(/^skos:/, "").replace(/@nl$/, "").toLowerCase() === name.toLowerCase()
  );
  return key === undefined ? "" : row[key]?.trim() ?? "";
}

function values(row: Record<string, string>, name: string): string[] {
  return cell(row, name).split("|").map((value) => value.trim()).filter((value) => value !== "");
}

function typeOf(type: string): SkillType {
  if (/beroep|occupation/i.test(type)) return "occupation";
  if (/kennis|knowledge/i.test(type)) return "knowledge";
  return "skill";
}
