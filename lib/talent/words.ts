/** Words of both languages by the part that they play in what a posting asks. All folded. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

/** Articles, pointers and possessives. */
export const DETERMINERS = words(
  `a an the this that these those any some each every all both no our your their its his her my another either such
   several various many multiple few more most own other following same two three four five six seven eight nine ten
   een de het dit dat deze die elke elk alle allerlei ieder iedere onze ons jouw je jullie uw hun haar zijn mijn andere
   ander diverse verschillende meerdere enkele enige meer minimaal zulke dezelfde hetzelfde eigen`,
);

export const PRONOUNS = words(
  `i you we they he she it us them me him who whom whose which what that one ones someone anyone everyone yourself themselves oneself itself
   ik jij je u wij we zij ze hij het ons hen hun wie wat welke die dat men iemand iedereen zich jezelf er hier daar`,
);

export const PREPOSITIONS = words(
  `of in on at for with within without by from to into onto across over under between among through during about around against
   per via as towards toward upon throughout including like than using regarding concerning after before beyond behind near up out off
   van in op aan voor met binnen zonder door uit naar bij over onder tussen tijdens rond tegen per via als tot richting omtrent na voordat
   vanuit ten ter te om omheen waaronder zoals middels volgens namens inzake ivm mbt tbv`,
);

export const CONJUNCTIONS = words(
  `and or but nor plus so yet while when where whether if because since although though unless until
   en of maar noch dus want terwijl wanneer waar waarbij waarin waarmee waarvan waarop zodat indien omdat hoewel tenzij totdat alsmede evenals alsook`,
);

/** Words that open a clause about what stands before them: a name ends there. */
export const RELATIVES = words(
  `that which who whom whose where when while because since so if whether
   die dat waar waarbij waarin waarmee waarvan waarop waardoor waarvoor zodat omdat wanneer terwijl om`,
);

export const AUXILIARIES = words(
  `is are was were be been being am have has had having do does did will would shall should can could may might must need needs
   ll ve re wont cannot dont doesnt
   is ben bent zijn was waren geweest heb hebt heeft hebben had hadden gehad word wordt worden werd werden geworden zal zult zullen zou zouden
   kan kun kunt kunnen kon konden mag mogen moet moeten wil wilt willen wou wilde hoeft hoeven dient dienen gaat gaan ga laat laten durf durft`,
);

export const ADVERBS = words(
  `specifically especially preferable very highly well also not only just really always often usually ideally preferably strongly currently directly together closely at least
   minimum maximum approximately extremely particularly especially mainly primarily effectively efficiently successfully independently
   fluently ideally then there here too again ever never already still even quite as back soon now up
   zeer heel erg goed ook niet alleen altijd vaak meestal minstens tenminste ongeveer vooral met name voornamelijk zelfstandig
   samen direct al nog toch wel graag liefst tevens daarnaast verder bovendien eventueel ca circa reeds steeds`,
);

/** Adjectives that praise or measure without saying what: they open many demands and name none. */
export const PRAISE = words(
  `strong excellent good great solid proven demonstrated demonstrable extensive deep thorough sound outstanding exceptional superior
   basic general advanced intermediate working practical hands-on hands in-depth depth relevant related similar comparable equivalent appropriate suitable
   recent previous prior professional significant substantial considerable broad wide expert high higher minimum least required mandatory essential necessary
   desired preferred additional valid current active completed finished full fully ample necessary first proficient advanced some
   satisfactory successful clear keen genuine fundamental ability able capable willing ideal specific particular new different strongly existing
   sterke sterk uitstekend uitstekende goede goed grote groot gedegen aantoonbare aantoonbaar bewezen ruime ruim brede uitgebreide diepgaande grondige
   basis basale algemene gevorderde praktische relevante relevant vergelijkbare vergelijkbaar soortgelijke gelijkwaardige gelijkwaardig recente
   eerdere minimale vereiste noodzakelijke gewenste aanvullende geldig geldige afgeronde afgerond voltooide volledige actuele professionele perfecte
   voldoende passende gezonde flinke stevige enige enkele eerste degelijke uitmuntende prima hoog hoge specifieke nodige specifieke nieuwe juiste
   snelle hands-on optimale duidelijke`,
);

/** Nouns that say "skill" or "experience" and nothing of what. */
export const GENERIC = words(
  `experience experiences expertise knowledge skill skills understanding ability abilities proficiency familiarity background command
   competence competency competencies capability capabilities mastery grasp insight exposure aptitude affinity interest desire willingness passion
   year years month months day days week weeks hour hours level levels degree field fields area areas plus bonus pre advantage asset must requirement requirements
   qualification qualifications track record ways way type types kind kinds range variety number amount use usage work job role roles position positions
   environment environments setting settings industry sector company organisation organization team teams people person candidate candidates applicant applicants
   tool tools technology technologies technique techniques method methods methodology methodologies concept concepts principle principles practice practices
   fundamentals basics essentials aspects topics things thing part parts etc task tasks duties duty responsibilities responsibility activities activity functions function
   product products solution solutions system systems platform platforms application applications project projects process processes discipline
   time times basis context need needs order end result results opportunity opportunities life world eye sense pressure attitude mentality mindset personality
   professional professionals employee employees staff member members colleague colleagues client clients customer customers
   ervaring ervaringen kennis vaardigheid vaardigheden expertise inzicht begrip beheersing bekwaamheid affiniteit achtergrond interesse belangstelling vermogen
   jaar jaren maand maanden dag dagen week weken uur uren niveau werkniveau gebied gebieden vlak pluspunt pre voordeel vereiste eis eisen must
   werkervaring praktijkervaring opleiding rol rollen functie functies positie baan werk werkzaamheden taken taak omgeving omgevingen sector branche
   bedrijf bedrijven organisatie organisaties team teams mensen persoon kandidaat kandidaten
   tools technieken methoden methodes methodieken principes concepten applicaties systemen systeem programma programmas toepassingen projecten processen producten
   deel onderdelen aspecten zaken dingen houding instelling mentaliteit karakter persoonlijkheid gebruik bezit bereidheid passie collega collegas klant klanten
   medewerkers medewerker context basis manier manieren mate soort soorten diploma achtergrond`,
);

/** What may stand beside a language's name without making it another thing ("Dutch tax law"). */
export const LANGUAGE_WORDS = words(
  `language languages skills skill fluency fluent fluently proficiency proficient level native speaker speakers speaking spoken written writing oral
   verbal verbally communication command knowledge required preferred mandatory essential plus is and or at as both with in to good excellent basic
   taal talen taalvaardigheid niveau beheersing kennis vloeiend moedertaal spreken schrijven mondeling schriftelijk spreekt schrijft en of is in op
   vereist pre pluspunt woord geschrift goed goede uitstekend uitstekende zeer communicatie verplicht noodzakelijk voertaal voor bij te
   working business professional conversational grammar reading listening orally read write speak bilingual`,
);

/** Base forms of what one does at work, in English. */
export const VERBS = words(
  `achieve act adapt address administer advise advance align analyse analyze answer apply appraise approach approve arrange articulate ask assemble assess assign assist assure
   attend attract audit authorise author automate balance be become bill boost bring brief build buy calculate calibrate capture care carry challenge champion change check clarify
   clean close coach code collaborate collect combine come comfort communicate compare compile complete compose comply compute conceive conceptualise conceptualize conduct configure connect consolidate
   construct consult contact continue contribute control convert convey cook cooperate coordinate cope correct correspond counsel cover create customise customize cut deal debug decide define
   delegate deliver demonstrate deploy describe design detect determine develop devise diagnose direct discuss dispatch distribute document draft draw drive edit educate elicit embed
   embrace empower enable encourage enforce engage engineer enhance ensure enter escalate establish estimate evaluate examine execute exercise expand explain explore express extend extract facilitate
   feed fill finalise finalize find fix focus follow forecast form formalise formalize formulate foster gather generate give grow guide handle have head help hire host identify implement improve influence
   inform initiate innovate inspect inspire install instruct integrate interact interface interpret interview introduce invent investigate join keep know lead learn leverage liaise lift listen
   load localise locate log maintain make manage manufacture map market master maximise maximize measure mediate meet mentor migrate minimise minimize mitigate model moderate modify monitor motivate move multi-task multitask
   navigate negotiate network observe obtain offer onboard operate optimise optimize orchestrate order organise organize oversee own package participate partner perform persuade pick pilot plan possess post
   practise practice prepare present prevent prioritise prioritize problem-solve process procure produce program programme progress promote propose protect prototype prove provide publish purchase pursue qualify question
   raise react read recommend reconcile record recruit reduce refactor refine refer reflect register regulate relate release remain remove render repair replace reply report represent request
   research resolve respond restore retain review revise rework run safeguard scale schedule scope scrutinise secure see select sell send serve service set shape share ship show sign simplify simulate solve source speak specify
   spot stay steer stimulate stock streamline strengthen structure study submit succeed suggest summarise summarize supervise supply support surface survey sustain take talk target teach test think
   thrive track train transfer transform translate transport treat troubleshoot turn tutor uncover understand undertake update upgrade upload use utilise utilize validate value verify visit visualise visualize wash weigh weld welcome work write`,
);

/** Verbs of dealing with people and with oneself: what follows is behaviour, not craft. */
export const SOFT_VERBS = words(
  `act adapt articulate ask challenge coach collaborate come communicate connect contribute cooperate cope deal decide demonstrate embrace encourage engage explain express foster handle help influence inspire interact
   juggle keep lead learn liaise listen mediate meet mentor motivate multi-task multitask navigate negotiate organise organize own partner participate persuade prioritise prioritize present reflect relate remain
   respond share show stay succeed supervise take talk thrive think understand work
   samenwerken communiceren luisteren overtuigen plannen organiseren schakelen aanpassen meedenken uitleggen begeleiden coachen motiveren presenteren
   omgaan reflecteren leren werken denken houden blijven nemen bewaren`,
);

/** The base form of an English verb's form, or null when the word is no verb that we know. */
export function verbBase(word: string): string | null {
  if (VERBS.has(word)) return word;
  for (const [ending, bases] of ENDINGS) {
    if (!word.endsWith(ending) || word.length < ending.length + 2) continue;
    const stem = word.slice(0, -ending.length);
    for (const base of bases) {
      const candidate = base === "double" ? undoubled(stem) : stem + base;
      if (candidate !== null && VERBS.has(candidate)) return candidate;
    }
  }
  return IRREGULAR.get(word) ?? null;
}

const ENDINGS: readonly (readonly [string, readonly string[]])[] = [
  ["ies", ["y"]],
  ["ied", ["y"]],
  ["ing", ["", "e", "double"]],
  ["ed", ["", "e", "double"]],
  ["es", ["", "e"]],
  ["s", [""]],
];

const IRREGULAR: ReadonlyMap<string, string> = new Map(Object.entries({
  built: "build",
  drawn: "draw",
  driven: "drive",
  grown: "grow",
  kept: "keep",
  led: "lead",
  made: "make",
  ran: "run",
  sold: "sell",
  taken: "take",
  taught: "teach",
  wrote: "write",
  written: "write",
}));

function undoubled(stem: string): string | null {
  return stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : null;
}

/** Whether a word only holds others together. */
export function isFunctionWord(word: string): boolean {
  return DETERMINERS.has(word) || PRONOUNS.has(word) || PREPOSITIONS.has(word) ||
    CONJUNCTIONS.has(word) || AUXILIARIES.has(word);
}

/** Whether a word says something by itself: what a requirement can be named after. */
export function isContentWord(word: string): boolean {
  return !isFunctionWord(word) && !ADVERBS.has(word) && !PRAISE.has(word) && !GENERIC.has(word);
}
