import { LEXICON } from "./lexicon_data.ts";
import { stem } from "./stems.ts";
import { tokenize } from "./text.ts";
import { isContentWord, verbBase } from "./words.ts";

/** Words that most postings and résumés hold, whatever the work: they tell little of it. */
const COMMON: ReadonlySet<string> = new Set(
  (`able accordance accurate accurately achieve across action activity additional address administrative affair agency all annual
   appropriate area arrange aspect assign assigned assist assistance associate assure attend authority available award aware
   bank base based begin best board body book bring budget build business busy call capacity care carry case central change check city class clear close
   closely code collect come commitment common communicate communication community company complete completion complex compliance
   condition conduct confidential connection consistent contact content continue control coordinate correct correspondence cost cover
   create critical current customer daily data date deadline deal decision delivery department description detail detailed determine develop development
   different direct direction directly discuss division document documentation draft during duty dynamic early effective effectively efficiency efficient
   effort email employee employer end ensure enter entire equipment essential establish evaluate evening event every excellent exercise
   existing external facility fast file final find first flexible follow form full function general give goal good great group growth guest guideline hand handle
   health help high hire home hour idea identify impact implement important improve improvement include including incoming increase individual information initiative
   inquiry inside instruction internal issue item keep key know large late law lead leader leadership learn letter level line list local location long lot
   maintain make manage management manager manner manual market material matter meet meeting member message monitor month monthly morning motivate move
   multiple national necessary need network new night note number objective obtain offer office ongoing open operate operation operational
   opportunity oral order organization organize outside overall oversee own part participate party pay performance perform person personal personnel phone place plan
   play point policy positive possible practice prepare present presentation price print priority private problem procedure process
   produce product professional program progress project promote proper property provide public purpose quality question quick range
   rate reach read real receive recommend recommendation record reduce regard regular regulation relate related relation relationship
   relevant report represent request require requirement research resolve resource respond response responsibility responsible result review right
   risk room routine rule run safe safety sale save schedule scope see self send senior serve service set several share sheet shift show side site
   situation size small solve source special specific specification staff standard start state statement status step strategic strategy strong
   structure study submit success successful supervise supervision supervisor supplier supply support system take talk target task team technical
   telephone term test thing through time timely today together top total track train training travel type unit update use user
   utilize value variety various verbal verify via visit visitor week weekend weekly well wide word work worker workflow workplace world write year young
   aan aanpak aanspreekpunt actie afdeling afspraak algemeen avond bedrijf begeleiden beheer beheren beleid bellen beoordelen bereiken bespreken bestaand bewaken
   bieden bijdragen bijhouden binnen brengen contact controle dag dagelijks document doel doen eigen extern gegeven gesprek goed groei groep
   houden hulp informatie intern jaar kans klant komen kwaliteit leiden leiding maand maken markt medewerker meewerken nieuw onderhouden ondersteunen
   ontwikkelen oplossen oplossing opstellen orde organiseren overleg overzicht persoon plan plannen planning probleem proces product project rapport rapportage
   regelen resultaat samen samenwerken stap stellen steun taak team tijd uitvoeren verantwoordelijk verbeteren verbetering verschillend
   verwerken verzorgen volgen voorbereiden vraag week wekelijks werk werken werkplek werkzaamheid zaak zorgen`)
    .split(/\s+/).map(stem),
);

/** What a word tells that no list knows: more than an everyday one, less than a craft's own. */
const UNKNOWN = 0.6;
const COMMON_WEIGHT = 0.2;
const VERB_WEIGHT = 0.25;

let entries: ReadonlyMap<string, number> | undefined;

/** In how many entries of the lexicon each stem stands. */
function entryCounts(): ReadonlyMap<string, number> {
  if (entries !== undefined) return entries;
  const counts = new Map<string, number>();
  for (const { skills } of LEXICON) {
    for (const { en, nl } of skills) {
      const stems = new Set<string>();
      for (const label of [...en, ...nl]) {
        for (const { kind, text } of tokenize(label)) if (kind === "word") stems.add(stem(text));
      }
      for (const one of stems) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
  }
  return entries = counts;
}

const WIDEST = Math.log(1000);

/**
 * How much a word tells of what work is about, from 0 (a function word) to 1 (a word that one trade
 * alone has): by the lists of words.ts, an everyday list, and the number of lexicon entries in
 * which its stem stands. No text but our own goes into it.
 */
export function tellingOf(word: string): number {
  if (word.length < 2 || !isContentWord(word)) return 0;
  const key = stem(word);
  if (COMMON.has(key)) return COMMON_WEIGHT;
  const count = entryCounts().get(key);
  const isVerb = verbBase(word) !== null;
  if (count === undefined) return isVerb ? VERB_WEIGHT : UNKNOWN;
  const weight = Math.max(COMMON_WEIGHT, 1 - Math.log(count) / WIDEST);
  return isVerb ? Math.min(weight, 0.5) : weight;
}
