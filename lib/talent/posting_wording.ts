import type { Language, Span } from "./types.ts";

/** Whom wording may keep from applying. */
export type Exclusion = "age" | "gender" | "origin" | "ability";

/** Words of a posting that shut people out for what they are rather than what they can. */
export interface Excluding extends Span {
  readonly kind: Exclusion;
  /** What says the same of the work, in the language of the words; null when leaving out is best. */
  readonly neutral: string | null;
}

type Rule = readonly [language: Language, kind: Exclusion, shape: string, neutral: string | null];

const RULES: readonly Rule[] = [
  [
    "en",
    "age",
    "young (?:and \\p{L}+ |, \\p{L}+ )?(?:team|company|professionals?|people|candidates?)",
    "dynamic team",
  ],
  ["en", "age", "(?:youthful|digital natives?)", "at home with digital tools"],
  ["en", "age", "young(?= (?:rock ?stars?|ninjas?|dogs?|talents?|persons?|individuals?))", null],
  ["en", "age", "recent graduates?(?: only)?", "people at the start of their career"],
  [
    "en",
    "age",
    "(?:maximum|max\\.?|no older than|under|below) (?:age (?:of )?)?\\d{2}(?: years(?: old| of age)?)?(?= years| old|$|[.,;\\n])",
    null,
  ],
  ["en", "age", "(?:between|aged?) \\d{2}(?: and | ?- ?|–)\\d{2}(?: years)?(?: old| of age)", null],
  ["en", "gender", "(?:salesman|salesmen)", "sales representative"],
  ["en", "gender", "(?:chairman|foreman)", "chair or supervisor"],
  ["en", "gender", "(?:waitress|hostess|stewardess)", "waiting, hosting or cabin staff"],
  ["en", "gender", "manpower", "staff"],
  [
    "en",
    "gender",
    "(?:(?:fe)?males?|(?:wo)?m[ae]n|ladies|gentlemen|girls|boys) (?:only|preferred|candidates?)",
    null,
  ],
  ["en", "gender", "(?:preferably|ideally) (?:a )?(?:(?:fe)?male|(?:wo)?man)", null],
  ["en", "gender", "(?:handyman|craftsman|craftsmen)", "skilled worker"],
  ["en", "gender", "(?:he|his) (?:will|must|should|has to|is)(?! or she|/she)", "you"],
  ["en", "gender", "(?:girl|guy|man|woman) (?:for|who)", "somebody"],
  [
    "en",
    "origin",
    "(?:english |dutch |german |french )?(?:native(?:[- ](?:level|english|dutch|german|french))?[- ]speakers?|native[- ]level (?:english|dutch|german|french)|mother tongue)",
    "fluent (C2)",
  ],
  [
    "en",
    "origin",
    "(?:eu|european|dutch|british|us) (?:nationals?|citizens?|passport)(?: only)?",
    "the right to work here",
  ],
  [
    "en",
    "ability",
    "(?:able[- ]bodied|physically fit|(?:must|should) be fit(?! (?:for|to))|in perfect health)",
    "able to do the lifting and standing that the work needs",
  ],
  [
    "nl",
    "age",
    "jong(?:e)? (?:en \\p{L}+ |, \\p{L}+ )?(?:team|bedrijf|professionals?|mensen|collega's|honden?|talent(?:en)?)",
    "enthousiast team",
  ],
  ["nl", "age", "(?:jeugdig|jonge hond(?:en)?)\\p{L}*", "energiek"],
  ["nl", "age", "(?:pas|net) afgestudeerd(?:e|en)?", "aan het begin van de loopbaan"],
  [
    "nl",
    "age",
    "(?:maximaal|max\\.?|niet ouder dan|tot|onder de) \\d{2} jaar(?: oud)?(?! ervaring| werkervaring| relevante)(?= oud|$|[.,;\\n]| en (?:je|een|bent|hebt))",
    null,
  ],
  [
    "nl",
    "age",
    "(?:tussen (?:de )?|leeftijd )\\d{2}(?: en (?:de )?| ?- ?|–)\\d{2} jaar(?: oud)?",
    null,
  ],
  [
    "nl",
    "gender",
    "(?:secretaresse|verkoopster|serveerster|gastvrouw|poetsvrouw|schoonmaakster)",
    "een naam voor iedereen, zoals secretarieel medewerker",
  ],
  ["nl", "gender", "(?:vakman|vakmannen|timmerman|voorman)", "vakmens"],
  ["nl", "gender", "mankracht", "menskracht"],
  [
    "nl",
    "gender",
    "(?:bij voorkeur|liefst|alleen|uitsluitend) (?:een )?(?:man|vrouw|mannen|vrouwen|dame|heer)",
    null,
  ],
  [
    "nl",
    "gender",
    "(?:mannelijke|vrouwelijke) (?:kandida(?:at|ten)|collega's?|medewerkers?)",
    null,
  ],
  ["nl", "gender", "(?:een|die) (?:vent|kerel|man|vrouw|meid|dame) (?:die|met|voor)", "iemand"],
  ["nl", "gender", "hij (?:zal|moet|is|heeft)", "je"],
  [
    "nl",
    "origin",
    "(?:nederlands |duits |engels |frans )?(?:als )?moedertaal(?:spreker)?|native (?:speaker|nederlands|engels)",
    "vloeiend (C2)",
  ],
  [
    "nl",
    "origin",
    "nederlandse (?:nationaliteit|afkomst)|nederlanderschap",
    "het recht om hier te werken",
  ],
  [
    "nl",
    "ability",
    "(?:lichamelijk|fysiek) (?:fit|gezond|sterk)|in goede gezondheid",
    "in staat tot het tillen en staan dat het werk vraagt",
  ],
];

const SHAPES = RULES.map(([language, kind, shape, neutral]) => ({
  language,
  kind,
  neutral,
  shape: new RegExp(`(?<![\\p{L}\\p{N}])(?:${shape})(?![\\p{L}\\p{N}])`, "giu"),
}));

/** Finds wording that excludes, in order; where two rules meet, the longer words count. */
export function findExcluding(text: string): Excluding[] {
  const all = SHAPES.flatMap(({ kind, neutral, shape }) =>
    [...text.matchAll(shape)].map((found) => ({
      kind,
      neutral,
      start: found.index,
      end: found.index + found[0].length,
    }))
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Excluding[] = [];
  for (const one of all) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
}
