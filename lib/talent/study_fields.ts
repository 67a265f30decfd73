import { lexicon } from "./lexicon.ts";
import { findMentions } from "./mentions.ts";
import { contentStems } from "./literal.ts";
import { fold, tokenize } from "./text.ts";
import { remember } from "./remember.ts";
import { stem } from "./stems.ts";

/** How near the field of a degree is to one that is asked for. */
export type FieldFit = "same" | "related" | "other";

/**
 * Fields of study in families: first near-equal names, then neighbours of those. Each name is the
 * beginning of a folded word or phrase.
 */
const FAMILIES: readonly (readonly string[])[] = [
  [
    "computer science|informatica|computing|computer applications|computer engineering|software engineering|software development|informatics|information technology|informatietechnologie|hbo ict|ict|information systems|informatiekunde|technische informatica|web development|application development|applicatieontwikkeling|cyber security",
    "artificial intelligence|kunstmatige intelligentie|data science|machine learning",
    "mathematic|wiskunde|statisti|econometri|actuari|operations research|applied math",
    "electrical engineering|elektrotechniek|electronic|elektronica|telecommunication|mechatroni",
    "physics|natuurkunde",
  ],
  [
    "accountan|accounting|fiscaal|fiscale|belasting|tax|bedrijfsadministratie|auditing|finance & control|finance and control|finance control",
    "financ|banking|bankwezen|econom|bedrijfseconomie|investment",
    "business administration|bedrijfskunde|bedrijfsadministratie|management|commerce|business|international business|mba|public administration|bestuurskunde",
    "econometri|statisti|mathematic|actuari",
  ],
  [
    "marketing|commerciele economie|communication|communicatie|advertising|public relations|media|journalis",
    "business administration|bedrijfskunde|commerce|business|handelswetenschap|small business|management",
    "sales|retail|international sales|commercieel",
    "psycholog|sociolog",
  ],
  [
    "human resource|personeel|hrm|hr management|personnel|organisatiepsychologie|industrial relations|arbeidsrelaties",
    "psycholog|sociolog|business administration|bedrijfskunde|management|rechten|law",
  ],
  [
    "nursing|verpleegkund|hbo v|nurse|verzorgende",
    "medicine|geneeskunde|health science|gezondheidswetenschap|physiotherap|fysiotherap|ergotherap|midwife|verloskund|public health|biomedical|maatschappelijke zorg|social work|pharmac|farmac",
  ],
  [
    "mechanical engineering|werktuigbouw|mechanical",
    "mechatroni|industrial engineering|aerospace|automotive|manufacturing|engineering|technische bedrijfskunde|marine|materials|electrical engineering|elektrotechniek|production",
    "physics|natuurkunde",
  ],
  [
    "civil engineering|civiele techniek|construction management|construction|bouwkunde|building|structural|bouw",
    "architect|engineering|quantity survey|urban|planologie|project management|real estate|vastgoed|mechanical engineering",
  ],
  [
    "mathematic|wiskunde|statisti|econometri|actuari|operations research|applied math|data science|quantitative",
    "physics|natuurkunde|computer science|informatica|econom|engineering|elektrotechniek|psycholog|artificial intelligence|financ",
  ],
  [
    "electrical engineering|elektrotechniek|electronic|electrical",
    "mechatroni|mechanical engineering|werktuigbouw|automation|telecommunication|physics|computer engineering|installatietechniek|engineering",
  ],
  [
    "education|pedagog|onderwijs|pabo|teaching|lerarenopleiding|leraar|onderwijskunde|early childhood|elementary|primary education|child development",
    "psycholog|social work|orthopedagog|english|history|mathematic|sociaal pedagogisch|spw|language",
  ],
  [
    "design|graphic|grafisch|vormgeving|visual|fine art|multimedia|communication and multimedia|kunst|illustration|art|animation",
    "architect|fashion|photograph|media|interior|interaction|communication",
  ],
  [
    "logisti|supply chain|transport|expeditie|forwarding",
    "business administration|bedrijfskunde|industrial engineering|technische bedrijfskunde|econom|management",
  ],
  [
    "exercise|kinesiolog|sport|physical education|bewegingswetenschap|lichamelijke opvoeding|calo|fitness|movement",
    "physiotherap|fysiotherap|nutrition|voeding|health|biolog|athletic",
  ],
  [
    "culinar|chef|cook|kok|horeca|hospitality|hotel|food",
    "tourism|toerisme|nutrition|voeding|facility|bakery|gastronom",
  ],
  [
    "law|rechten|recht|jurid|legal|llb|llm",
    "criminolog|fiscaal|notari|public administration|bestuurskunde|political",
  ],
  [
    "social work|maatschappelijk werk|sociaal werk|social pedagog|sociaal pedagogisch|sph|mwd|jeugdzorg|welfare|maatschappelijke zorg",
    "psycholog|pedagog|sociolog|nursing|verpleegkund|counsel",
  ],
  [
    "chemi|scheikunde|laborator|biochem",
    "biolog|life science|pharmac|farmac|chemical|biotechnolog|physics",
  ],
  ["psycholog", "sociolog|pedagog|social work|social science|neuroscience|behavioural|behavioral"],
];

/**
 * How near what a résumé tells of a degree is to any of the fields that are asked for.
 *
 * @param skills The ids of the skills that `about` names.
 */
export function fitOfField(
  fields: readonly string[],
  about: string,
  skills: readonly string[],
): FieldFit {
  if (fields.length === 0) return "same";
  const has = ` ${wordsOf(about)} `;
  const stems = new Set(tokenize(about).map(({ text }) => stem(text)));
  let best: FieldFit = "other";
  for (const field of fields) {
    const wanted = contentStems(field);
    const isNamed = wanted.length > 0 &&
      wanted.every((one) => stems.has(one) || isPartOfWord(one, stems));
    const fit = isNamed ? "same" : nearer(familyFit(field, has), skillFit(field, skills));
    if (fit === "same") return fit;
    best = nearer(best, fit);
  }
  return best;
}

/** "verpleegkunde" within "ziekenhuisverpleegkunde", "logistiek" beside "logistic". */
function isPartOfWord(wanted: string, stems: ReadonlySet<string>): boolean {
  if (wanted.length < 6) return false;
  for (const one of stems) {
    if (
      one.startsWith(wanted.slice(0, 7)) || (one.length > wanted.length && one.endsWith(wanted))
    ) return true;
  }
  return false;
}

/** The families with each name as it begins in folded words: " informatica". */
const NAMED: readonly (readonly (readonly string[])[])[] = FAMILIES.map((family) =>
  family.map((names) => names.split("|").map((name) => ` ${fold(name)}`))
);

/** By family: its first names are near-equal, the others neighbours of those alone. */
function familyFit(field: string, has: string): FieldFit {
  const asked = ` ${wordsOf(field)} `;
  let best: FieldFit = "other";
  for (const [first = [], ...others] of NAMED) {
    if (startsIn(first, asked)) {
      if (startsIn(first, has)) return "same";
      if (others.some((names) => startsIn(names, has))) best = "related";
    } else if (startsIn(first, has) && others.some((names) => startsIn(names, asked))) {
      best = "related";
    }
  }
  return best;
}

function wordsOf(text: string): string {
  return tokenize(text).filter(({ kind, text }) => kind !== "symbol" || text === "&").map((
    { text },
  ) => text).join(" ");
}

function startsIn(names: readonly string[], words: string): boolean {
  return names.some((name) => words.includes(name));
}

/** The skills that a field's name holds; a job asks for the same few fields of every résumé. */
export const skillsOfField = remember((field) => findMentions(field).map(({ skill }) => skill));

/** By the lexicon: a field is a skill too ("graphic design"). */
function skillFit(field: string, skills: readonly string[]): FieldFit {
  const wanted = skillsOfField(field);
  if (wanted.length === 0) return "other";
  let best: FieldFit = "other";
  for (const skill of skills) {
    for (const one of wanted) {
      const { kind } = lexicon().relation(one, skill);
      if (kind === "same") return "same";
      if (kind !== "none") best = "related";
    }
  }
  return best;
}

const NEARNESS: Readonly<Record<FieldFit, number>> = { same: 2, related: 1, other: 0 };

function nearer(a: FieldFit, b: FieldFit): FieldFit {
  return NEARNESS[a] >= NEARNESS[b] ? a : b;
}
