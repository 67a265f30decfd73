import type { SkillType } from "../../lib/talent/lexicon_types.ts";
import type { Concept } from "./concepts.ts";
import { readCsv } from "./csv_rows.ts";

/** The files of ESCO's CSV release that are read, by name; those of one language may be missing. */
export type Files = ReadonlyMap<string, string>;

/**
 * Reads ESCO's CSV release: `skills_*.csv`, `occupations_*.csv`, and the relations beside them.
 *
 * @see https://esco.ec.europa.eu/en/use-esco/download
 */
export function readEsco(files: Files): Concept[] {
  const concepts = new Map<string, Concept>();
  for (const language of ["en", "nl"] as const) {
    for (const kind of ["skills", "occupations"]) {
      for (const row of readCsv(files.get(`${kind}_${language}.csv`) ?? "")) {
        const uri = row.conceptUri ?? "";
        if (uri === "" || row.status === "obsolete") continue;
        const known = concepts.get(uri) ?? blank(uri, typeOf(kind, row));
        const labels = [row.preferredLabel ?? "", ...(row.altLabels ?? "").split("\n")];
        concepts.set(uri, { ...known, [language]: labels.filter((label) => label.trim() !== "") });
      }
    }
  }
  return [...addRelations(files, concepts).values()];
}

function blank(uri: string, type: SkillType): Concept {
  return { uri, type, en: [], nl: [], broader: [], related: [] };
}

function typeOf(kind: string, row: Record<string, string>): SkillType {
  if (kind === "occupations") return "occupation";
  return row.skillType === "knowledge" ? "knowledge" : "skill";
}

function addRelations(files: Files, concepts: Map<string, Concept>): Map<string, Concept> {
  for (const [name, text] of files) {
    const isBroader = name.startsWith("broaderRelations");
    if (!isBroader && !name.startsWith("skillSkillRelations")) continue;
    for (const row of readCsv(text)) {
      const from = concepts.get((isBroader ? row.conceptUri : row.originalSkillUri) ?? "");
      const to = (isBroader ? row.broaderUri : row.relatedSkillUri) ?? "";
      if (from === undefined || to === "") continue;
      const key = isBroader ? "broader" : "related";
      if (!from[key].includes(to)) concepts.set(from.uri, { ...from, [key]: [...from[key], to] });
    }
  }
  return concepts;
}
