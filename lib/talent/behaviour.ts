/** Any of these words, as whole words or (ending in a hyphen) as their beginning. */
function cue(words: string): RegExp {
  const any = words.split("|").map((word) => {
    const shape = word.trim().replace(/\s+/g, "\\s+");
    return shape.endsWith("-") ? `${shape.slice(0, -1)}\\p{L}*` : shape;
  }).join("|");
  return new RegExp(`(?<!\\p{L})(?:${any})(?!\\p{L})`, "iu");
}

const TOGETHER =
  "collaborat-|worked (?:closely )?with|works (?:closely )?with|working (?:closely )?with|together with|cooperat-|cross-functional|in a team of|within a team|team of|jointly|with (?:two|three|four|five|six|\\d+) colleagues|alongside|paired with|samen met|samenwerk-|samengewerkt|werkte? (?:nauw )?samen|(?:in|met|binnen) een team|met (?:twee|drie|vier|vijf|zes|\\d+) collega's|binnen een team|multidisciplina-|in teamverband|afstem-|overleg-|stemde? af";
const EXPLAINING =
  "explain-|present(?:ed|s|ing|ations?)|briefed|advised|demonstrat-|taught|teach-|trained|workshop-|reported to|reports to|legde? uit|uit te leggen|legt .{0,40} uit|uitgelegd|uitleg|presenteer-|gepresenteerd|presentaties|adviseer-|lichtte? toe|toegelicht|voorlichting|gaf les|geeft les|gesprekken|rapporteer-";
const WRITING =
  "(?:wrote|writes?|writing|written|drafted|drafts|drafting|prepared|edited|edits|editing) (?:\\p{L}+ ){0,4}(?:documents?|documentation|reports?|proposals?|guides?|manuals?|articles?|letters?|texts?|content|polic(?:y|ies)|plans?|newsletters?|briefs?|copy|stories|notes|descriptions?|correspondence|papers?|blogs?|minutes|specifications?|speeches|procedures|handbooks?|runbooks?|records)|authored|runbooks?|handbooks?|playbooks?|design documents?|(?:decision|design) records?|handboek\\p{L}*|draaiboek\\p{L}*|verslaglegging|documentation|published (?:in|(?:\\p{L}+ ){0,3}(?:articles?|papers?|books?|guides?|reports?|posts?|blogs?|stories))|publications?|correspondence|proofread|(?:schreef|schrijft|geschreven) (?:\\p{L}+ ){0,4}(?:\\p{L}*documenten|handleiding\\p{L}*|rapport\\p{L}*|verslag\\p{L}*|artikel\\p{L}*|teksten|brieven|beleid\\p{L}*|plannen|nieuwsbrie\\p{L}*|stukken|offertes)|opgesteld|stelde? .{0,40} op|handleiding|documenteer-|documentatie|rapportages?|verslagen|artikelen|teksten|redigeer-";
const LEADING =
  "led|leads|managed (?:a |the )?(?:team|staff|group|department|\\d+)|supervis(?:ed|es|ing)|head(?:ed)? (?:of|a)|direct(?:ed|s) (?:a |the )?(?:team|staff)|team of (?:\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|oversaw|chaired|captain|responsible for (?:a team|\\d+ )|leidde|leidt|leidinggeven-|gaf leiding|geeft leiding|leiding gegeven|aangestuurd|aansturing|stuurde|stuurt|teamleider|voorzitter";
const COACHING =
  "mentor-|coach(?:ed|es|ing)|guided|onboard-|trained (?:new|junior|staff|colleagues|two|three|four|five|\\d+)|taught|tutor-|supervis(?:ed|es|ing) (?:(?:a|an|the|its|our|new|\\d+|two|three|four|five) )*(?:interns?|students?|trainees?|juniors?|apprentices?|graduates?)|begeleiden|inwerk-|ingewerkt|werkte? .{0,30} in|begeleid(?:t|de|den|ing)?|coachte?|gecoacht|coaching|opgeleid|leerde .{0,30} aan|stagebegeleid-";
const RESULTS =
  "\\d+ ?%|percent|procent|targets?|quota|increased|grew|growth|reduced|saved|exceeded|awarded|best (?:sales\\p{L}*|seller|performer)|won|doubled|verhoogd-|verlaagd-|bespaard-|behaald-|beste verkoper|doelstelling-|omzetgroei|groei|verdubbel-|gestegen|besparing-";
const ORGANISING =
  "organi[sz](?:ed|es|ing)|coordinat(?:ed|es|ing)|planned|plans|planning|scheduled|scheduling|arranged|rosters?|budget and schedule|logistics of|organiseer-|georganiseerd|coördine-|gecoördineerd|plande|plant|gepland|planning|roosters?|regelde|geregeld|inplannen";
const CUSTOMERS =
  "customers?|clients?|guests?|patients?|visitors?|complaints?|klanten|cliënten|gasten|patiënten|bezoekers|bewoners|klachten|klantvragen|opdrachtgevers";
const SOLVING =
  "solv(?:ed|es|ing)|resolv(?:ed|es|ing)|troubleshoot-|troubleshot|debug-|root cause|fixed|diagnos-|investigat-|improved|opgelost|loste? .{0,30} op|oplossen|storing-|verbeterd-|verbeterde|onderzocht|herstelde|analyseerde";
const ANALYSING =
  "analy[sz](?:ed|es|ing)|analys[ei]s|modell(?:ed|ing)|forecast-|research(?:ed|ing)?|evaluat(?:ed|es|ing)|measured|tuned|reconcil-|statistic-|variance|analyseer-|geanalyseerd|analyses?|onderzoek|onderzocht|prognose-|berekend-|modellen|evalueer-";
const CHECKING =
  "check(?:ed|s|ing)|verif-|audit(?:ed|s|ing)?|proofread-|reconcil-|inspect(?:ed|s|ing)|validat-|quality control|without (?:a single )?errors?|error-free|no corrections?|zero defects|controleer-|gecontroleerd|nagekeken|zonder fouten|foutloos|geen (?:enkele )?correctie-?|steekproe-|toets(?:te|en)";
const PRESSURE =
  "deadlines?|under pressure|peak(?:s| hours| season)?|emergency|urgent|fast-paced|high[- ]volume|on[- ]call|rush|crisis|intensive care|month-end|(?:stayed|stays|remained|remains|kept|keeps) calm|(?:bleef|blijft|bleven) (?:\\p{L}+ )?(?:rustig|kalm)|onder (?:tijds)?druk|drukte|drukke|piek-|spoed-|\\p{L}{3,}drukte|deadlines|hectisch-|crisis|storingsdienst|weekenddrukte|spoedritten|noodafdeling|avondspits|last-?minute";
const ALONE =
  "independently|on (?:my|his|her) own|sole|single-handed-|self-employed|freelance|own (?:portfolio|clients|projects?|region|responsibility)|autonomous-|remotely|without supervision|zelfstandig|eigen (?:verantwoordelijkheid|beheer|klanten|regio|portefeuille|projecten|bedrijf)|alleen verantwoordelijk|zzp|freelance|als enige";
const STARTING =
  "initiated|introduced|set up|started|launched|proposed|founded|created|pioneered|established|invented|introduceerde|geïntroduceerd|opgezet|zette? .{0,40} op|initiatief|startte|gestart|opgericht|richtte? .{0,30} op|voerde .{0,40} in|ingevoerd|bedacht";
const CREATING =
  "designed|created|composed|invented|conceived|campaigns?|illustrat-|developed (?:new|concepts?|recipes|ideas)|concepts?|ontwierp|ontworpen|bedacht|creëer-|gecreëerd|concepten|campagnes?|ontwikkelde nieuwe|vormgegeven";
const CHANGING =
  "shifts?|evening|weekends?|night|rotat-|various (?:roles|departments|locations)|several (?:roles|departments|locations)|adapted|switched|ploegen-?|ploegendienst|wisselende|avonddienst-|nachtdienst-|weekenddienst-|\\d+-uursdiensten|(?:dag|avond|nacht|weekend)-(?:,| en)|nachten en weekenden|onregelmatig-|afwisselend-|verschillende (?:afdelingen|locaties)|invalkracht|flexpool|inval-";
const NEGOTIATING =
  "negotiat-|contract terms|framework agreements?|closed (?:deals?|contracts?)|renewed contracts?|onderhandel-|jaarcontract-|sloot .{0,30}(?:contract|overeenkomst)-|contracten|raamovereenkomst-|prijsafspraken|inkoopvoorwaarden";
const LEARNING =
  "completed (?:a |the )?(?:course|training|certification)|certified|course|self-taught|taught (?:myself|himself|herself)|studied|evening (?:school|course)|cursus-|opleiding (?:gevolgd|afgerond)|bijscholing|bijgeschoold|gecertificeerd|zelfstudie|leerde (?:mezelf|zichzelf)|avondstudie";
const RELATING =
  "stakeholders?|board|management team|suppliers?|partners?|directors?|steering (?:committee|group)|departments?|liais-|contact with|relationships? with|directie|bestuur|leveranciers|ketenpartners|afdelingen|stuurgroep|gemeente-|huisartsen|mantelzorgers|contact met|overleg met|partners";
const CARING =
  "comfort-|support(?:ed|s|ing)? (?:families|patients|clients|students|residents|children)|listen-|palliative|families|vulnerable|counsel-|care for|cared for|luister-|mantelzorg-|familie|palliatieve|kwetsbare|steun-|troost-|verzorgde|verzorg|begeleid- (?:van )?(?:cliënten|bewoners|kinderen|jongeren)";
const SAFETY =
  "safety|hazard-|incidents?|risk assessment-|vca|haccp|ppe|protocols?|veiligheid-|risico-inventarisatie|incidenten|lmra|toolbox-|protocollen|veilig werken";
const MANY =
  "multiple|several|simultaneous-|various|concurrent-|parallel|at the same time|meerdere|verschillende|tegelijk-|diverse|gelijktijdig|parallel|(?:\\d{2,}|twenty|thirty|forty|fifty) (?:clients|projects|accounts|customers|klanten|projecten)";

/** What people do who have a quality, by the skill's id. One of these told of work shows it. */
export const BEHAVIOUR: Readonly<Record<string, RegExp>> = {
  "accuracy": cue(CHECKING),
  "adaptability": cue(CHANGING),
  "analytical-thinking": cue(ANALYSING),
  "calm": cue(PRESSURE),
  "coaching-others": cue(COACHING),
  "collaboration": cue(TOGETHER),
  "commercial-mindset": cue(`${RESULTS}|${NEGOTIATING}|acquisit-|prospect-|cross-?sell-|upsell-`),
  "communication": cue(`${EXPLAINING}|${WRITING}|${NEGOTIATING}`),
  "conflict-handling": cue(
    "mediat-|de-escalat-|conflicts?|complaints?|disputes?|bemiddel-|klachten|conflicten|de-escal-|agressie-",
  ),
  "creativity": cue(CREATING),
  "critical-thinking": cue(ANALYSING),
  "customer-focus": cue(CUSTOMERS),
  "decisiveness": cue(
    "decided|decisions?|approved|prioriti[sz]ed|besliste|besluiten|besloten|beslissingen|knopen",
  ),
  "discretion": cue(
    "confidential\\p{L}*|without (?:\\p{L}+ ){0,3}(?:consent|permission)|under lock and key|non-disclosure|privacy\\p{L}*|vertrouwelijke?|zonder toestemming|achter slot(?: en grendel)?|geheimhouding\\p{L}*|beroepsgeheim|privacy-?gevoelig\\p{L}*",
  ),
  "eagerness-to-learn": cue(LEARNING),
  "empathy": cue(CARING),
  "entrepreneurship": cue(
    `founded|own (?:business|company)|startup|self-employed|freelance|eigen (?:bedrijf|onderneming|zaak)|zzp|opgericht|ondernemer`,
  ),
  "hands-on": cue(`${STARTING}|${SOLVING}`),
  "hospitality-attitude": cue(
    "guests?|welcom-|hosted|gasten|ontving|ontvangst|gastvrij-|bediende|serveerde",
  ),
  "independence": cue(ALONE),
  "influencing": cue(
    "convinced|persuaded|negotiat-|advocat-|overtuigd-|overtuigde|draagvlak|onderhandel-",
  ),
  "initiative": cue(STARTING),
  "innovation": cue(STARTING),
  "knowledge-sharing": cue(`${COACHING}|${EXPLAINING}|documentation|documentatie|kennissessie-`),
  "leadership": cue(LEADING),
  "listening": cue(CARING),
  "multitasking": cue(MANY),
  "negotiation": cue(NEGOTIATING),
  "networking-skills": cue(`${RELATING}|trade fairs?|network-|beurzen|netwerk-`),
  "organising": cue(
    `${ORGANISING}|schedules?|agenda-|diar(?:y|ies)|registers?|minutes|notulen|archief|archive-`,
  ),
  "ownership": cue(
    "responsible for|owned|owns|accountable|in charge of|end-to-end|verantwoordelijk voor|eindverantwoordelijk|eigenaar van|trok(?:ken)?",
  ),
  "presentation-skills": cue(
    "present(?:ed|s|ing|ations?)|demos?|speaker|spoke at|talks?|presenteer-|gepresenteerd|presentaties?|spreker|demo's",
  ),
  "problem-solving": cue(SOLVING),
  "quality-focus": cue(`${CHECKING}|quality|kwaliteit-`),
  "results-orientation": cue(RESULTS),
  "safety-awareness": cue(SAFETY),
  "sensitivity": cue(CARING),
  "social-skills": cue(`${CUSTOMERS}|${TOGETHER}`),
  "stakeholder-management": cue(RELATING),
  "strategic-thinking": cue(
    "strateg-|roadmap|long-term|vision|business plan|beleid-|meerjaren-|visie|jaarplan-",
  ),
  "stress-resistance": cue(PRESSURE),
  "structured-working": cue(
    `${ORGANISING}|processes|procedures|checklist-|werkwijze|processen|procedures`,
  ),
  "shift-work": cue(CHANGING),
  "time-management": cue(
    "deadlines?|on time|ahead of schedule|prioriti[sz]-|scheduled|op tijd|prioriteer-|planning|binnen de planning",
  ),
  "training-others": cue(COACHING),
  "verbal-communication": cue(
    `${EXPLAINING}|${NEGOTIATING}|telephone|by phone|calls?|telefonisch-|gesprekken|per telefoon`,
  ),
  "written-communication": cue(WRITING),
};

/**
 * The behaviours that a requirement's own words tell of: "explaining findings" is told by the words
 * for explaining. Null when they tell of none.
 */
export function behaviourOf(name: string): RegExp | null {
  for (
    const one of [
      COACHING,
      LEADING,
      NEGOTIATING,
      EXPLAINING,
      WRITING,
      TOGETHER,
      ORGANISING,
      SOLVING,
      ANALYSING,
    ]
  ) {
    const shape = cue(one);
    if (shape.test(name)) return shape;
  }
  return null;
}
