import type { Range, Reading } from "./reading.ts";
import { remember } from "./remember.ts";

/** Last words of the names of occupations; Dutch ones also as the end of a compound. */
const HEADS = new Set(
  ("manager engineer developer programmer architect analyst administrator consultant advisor adviser specialist coordinator technician operator officer assistant associate clerk nurse teacher instructor trainer " +
    "lecturer professor tutor coach therapist physiotherapist psychologist pharmacist dentist doctor physician surgeon midwife caregiver carer chef cook baker waiter waitress bartender barista receptionist host hostess housekeeper cleaner janitor driver " +
    "courier planner dispatcher buyer purchaser recruiter accountant bookkeeper controller auditor lawyer attorney paralegal notary designer illustrator photographer editor writer copywriter journalist translator interpreter marketer seller salesperson " +
    "salesman representative agent broker banker underwriter actuary economist statistician scientist researcher chemist biologist physicist geologist electrician plumber carpenter welder painter mason bricklayer roofer mechanic machinist fitter installer inspector " +
    "foreman superintendent supervisor director president executive head lead leader owner master dba tester secretary librarian archivist curator guard firefighter soldier pilot steward stewardess hairdresser beautician gardener farmer butcher tailor " +
    "warehouseman picker packer merchandiser cashier intern trainee apprentice fellow strategist evangelist producer animator musician actor dancer sommelier ambassador liaison practitioner worker counselor counsellor expert " +
    "ontwikkelaar programmeur beheerder adviseur medewerker verpleegkundige verzorgende begeleider helpende leraar docent leerkracht onderwijzer lerares kok bakker ober gastheer gastvrouw schoonmaker chauffeur bezorger koerier planner inkoper verkoper vertegenwoordiger " +
    "boekhouder accountant belastingadviseur jurist advocaat notaris ontwerper vormgever redacteur schrijver journalist vertaler tolk onderzoeker monteur elektricien loodgieter timmerman lasser schilder metselaar dakdekker stukadoor tegelzetter installateur uitvoerder voorman " +
    "werkvoorbereider calculator tekenaar constructeur opzichter projectleider teamleider leidinggevende afdelingshoofd directeur bestuurder secretaresse secretaris receptionist assistent assistente administrateur magazijnmedewerker heftruckchauffeur orderpicker logistiek kassamedewerker " +
    "kapper hovenier tuinman boer slager beveiliger brandweerman agent rechercheur arts huisarts tandarts apotheker fysiotherapeut psycholoog logopedist ergotherapeut verloskundige kraamverzorgende doktersassistent doktersassistente activiteitenbegeleider jongerenwerker stagiair trainee leerling operator machinist procesoperator kwaliteitsmedewerker")
    .split(" "),
);
const COMPOUND_HEADS = [
  "medewerker",
  "manager",
  "planner",
  "adviseur",
  "beheerder",
  "ontwikkelaar",
  "begeleider",
  "leider",
  "monteur",
  "chauffeur",
  "docent",
  "leraar",
  "leerkracht",
  "assistent",
  "assistente",
  "verpleegkundige",
  "verzorgende",
  "consultant",
  "coordinator",
  "specialist",
  "engineer",
  "analist",
  "inkoper",
  "verkoper",
  "controleur",
  "inspecteur",
  "technicus",
  "therapeut",
  "arts",
  "kok",
  "ontwerper",
  "tekenaar",
  "deskundige",
  "functionaris",
  "bewerker",
  "installateur",
  "lasser",
  "bouwer",
];

/** Words of rank, which tell how senior and not what. */
const SENIORITY = new Set(
  ("senior junior medior lead principal staff sr jr chief head mid level entry experienced ervaren aankomend aankomende beginnend beginnende gediplomeerd gediplomeerde allround zelfstandig assistant-free trainee-free")
    .split(" "),
);

/** Whether a word (folded) can be the last of an occupation's name. */
export const isRoleHead: (word: string) => boolean = remember((word) => {
  // "body mechanics" is a field of knowledge.
  const singular = word.endsWith("s") && !word.endsWith("ics") ? word.slice(0, -1) : word;
  if (HEADS.has(word) || HEADS.has(singular)) return true;
  return COMPOUND_HEADS.some((head) => word.length > head.length + 2 && word.endsWith(head));
});

export function isSeniority(word: string): boolean {
  return SENIORITY.has(word);
}

/** The known occupation within a range that is longest, or null. */
export function occupationIn(reading: Reading, range: Range): string | null {
  let best: { skill: string; length: number } | null = null;
  for (const { skill, type, from, to } of reading.mentions) {
    if (type !== "occupation" || from < range.from || to > range.to) continue;
    if (best === null || to - from > best.length) best = { skill, length: to - from };
  }
  return best?.skill ?? null;
}
