import type { Doubt } from "./denial.ts";
import { keysOf, Phrases } from "./phrases.ts";
import { tokenize } from "./text.ts";

/** How far the words of a doubt reach. */
export type Reach =
  /** To the end of the clause, or back to its start when nothing follows: "Java: none". */
  | "clause"
  /** The next few words alone: "no Java", "without Excel". */
  | "near"
  /** Only what stands before it in its clause: "Java ken ik niet". */
  | "back";

/** What words say of those around them; "safe" ones only look like a doubt: "no problem". */
export interface Cue {
  readonly doubt: Doubt | "safe";
  readonly reach: Reach;
}

/** One dictionary for all cues, so that each word is looked up once. */
export const CUES = new Phrases<Cue | "with others">();

function cues(doubt: Cue["doubt"], reach: Reach, list: string): void {
  for (const phrase of list.split("|")) CUES.add(keysOf(tokenize(phrase.trim())), { doubt, reach });
}

cues(
  "safe",
  "near",
  "not only | not just | not limited to | not least | no doubt | no problem | no problems | no longer than | no later than | no less than | no more than | no fewer than | " +
    "without exception | without incident | without incidents | without errors | without error | without supervision | without delay | without downtime | without interruption | " +
    "never missed | never late | never failed | never hesitate | not afraid | not to mention | no nonsense | no matter | no-code | no code | " +
    "niet alleen | niet enkel | niet alleen maar | geen probleem | geen problemen | geen moeite | niet bang | niet te vergeten | zonder problemen | zonder fouten | zonder uitval | " +
    "geen 9 tot 5 | geen negen tot vijf | geen dag hetzelfde | niet later dan | niet minder dan | zonder toezicht | zonder uitzondering | nooit te laat | nooit ziek | nooit een | no two days",
);
cues(
  "denied",
  "clause",
  "no experience | no prior experience | no previous experience | no working experience | no work experience | no hands on experience | no professional experience | " +
    "no commercial experience | no practical experience | no paid experience | no direct experience | no real experience | no actual experience | no relevant experience | no formal experience | " +
    "no knowledge | no formal training | no training | no background | no qualification | no qualifications | no certification | without experience | without any experience | " +
    "without prior experience | lack of experience | lack experience | lacking experience | lack of | never worked | never used | never | have not | havent | has not | hasnt | had not | " +
    "do not have | dont have | did not have | do not speak | dont speak | do not know | dont know | do not hold | dont hold | do not possess | dont possess | do not drive | dont drive | " +
    "no longer want | no longer wish | wil niet meer | wil geen | wil ik niet | do not do | dont do | doe niet aan | do not use | dont use | did not use | didnt use | did not work | didnt work | did not complete | does not have | does not hold | not yet | not familiar | unfamiliar | not available | unavailable | not willing | unwilling | not experienced | " +
    "not worked | not used | not done | not certified | not qualified | not registered | am not | im not | cannot | cant | can not | not in possession | yet to | have yet | new to | no longer have | no longer hold | inexperienced | " +
    "geen ervaring | geen werkervaring | geen praktijkervaring | geen enkele ervaring | geen professionele ervaring | geen directe ervaring | geen relevante ervaring | geen kennis | geen opleiding | geen diploma | zonder ervaring | zonder kennis | " +
    "nog geen | nog niet | nooit | nooit eerder | niet eerder | ben niet | heb niet | heeft niet | heb ik niet | ben ik niet | niet bekend | onbekend met | niet vertrouwd | niet in het bezit | niet in bezit | niet ervaren | niet beschikbaar | niet bereid | " +
    "spreek geen | spreek niet | ken geen | kan niet | kan ik niet | beheers niet | niet gewerkt | niet gebruikt | niet gehaald | niet behaald | niet gedaan | onervaren",
);
cues(
  "denied",
  "near",
  "no | without | geen | zonder | nor | noch | rather than | instead of | in plaats van",
);
cues(
  "denied",
  "back",
  "niet | none | nee | n/a | nil | not at all | nihil | helemaal niet | liever niet | unknown to me",
);
cues(
  "wished",
  "clause",
  "interested in | interest in | am interested | want to | wants to | wanting to | wish to | would like to | would love to | id like to | id love to | eager to | keen to | keen on | willing to | " +
    "hope to | hoping to | aspire to | aspiring to | looking forward to | looking for | looking to | seeking | seeks | ambition to | my ambition | goal is to | my goal | plan to | planning to | plans to | " +
    "intend to | curious about | would be happy to | ready to learn | to learn more | desire to | desires to | dream of | open to learning | in search of | on my list | " +
    "geinteresseerd in | interesse in | interesse voor | wil graag | wil me | wil mij | wil ik | wil mezelf | wil leren | ik wil | wil dat | zou graag | graag leren | graag willen | hoop te | hoop ik | ambitie om | ambitie is | op zoek naar | zoek | bereid om | bereid tot | " +
    "van plan om | van plan | sta open voor | nieuwsgierig naar | verdiepen in | bekwamen in | mijn doel | mijn droom | droom van | leergierig naar | verder ontwikkelen | toekomstige",
);
cues("wished", "near", "aspiring | future | toekomstig | aankomend");
cues(
  "weak",
  "clause",
  "some experience | some knowledge | limited experience | limited knowledge | little experience | little knowledge | a little | a bit of | basic knowledge | basic understanding | basic experience | " +
    "basics of | the basics | beginner in | beginner | familiar with | familiarity with | exposure to | exposed to | introduction to | awareness of | currently learning | online course in | taking a course in | following a course in | cursus in | am learning | learning | teaching myself | " +
    "self taught | i used to | long ago | a long time ago | many years ago | decades ago | in a previous life | in a former life | currently studying | studying for | notions of | elementary | rudimentary | once used | theoretical knowledge | " +
    "enige ervaring | enige kennis | beperkte ervaring | beperkte kennis | weinig ervaring | weinig kennis | een beetje | basiskennis | basisvaardigheden | basiservaring | de basis van | beginner in | beginnend | " +
    "beginnende kennis | kennismaking met | kennisgemaakt | in aanraking gekomen | aan het leren | leer momenteel | leer nu | zelfstudie | bezig met leren | theoretische kennis | redelijke kennis | meegekeken | lang geleden | vele jaren geleden | in een vorig leven | ooit gewerkt met",
);
cues("weak", "near", "basic | basis | beginnersniveau | junior level | novice");
cues(
  "weak",
  "back",
  "basic | basic level | basis | basisniveau | beginner | beginners | beginner level | novice | elementary | rudimentary | redelijk | matig | enigszins | a little | een beetje | learning | limited | beperkt",
);

/** Deeds after which a team or people with a skill are others. */
for (
  const phrase
    of ("managed | managing | manage | manages | led | leading | lead | leads | supervised | supervising | supervise | supervises | supported | supporting | support | supports | assisted | assisting | " +
      "assist | worked with | worked closely with | worked together with | worked alongside | working with | working closely with | working alongside | works with | work with | work closely with | collaborated with | collaborated closely with | collaborating with | " +
      "collaborate with | liaised with | liaising with | liaise with | liaison with | liaison between | cooperated with | partnered with | partnering with | partner with | hired | hiring | recruited | recruiting | recruitment of | sourced | sourcing | placed | " +
      "reported to | reporting to | interviewed | interviewing | coordinated | coordinating | coordinated with | coordination with | coordination of | on behalf of | a team of | team of | teams of | group of | head of | headed | oversaw | overseeing | directed | directing | line management of | " +
      "line manager of | responsible for | together with | alongside | handed over to | outsourced to | communication with | contact with | meetings with | tested by | built by | written by | developed by | done by | delivered by | made by | gave to | given to | for the | for our | by the | by our | between | " +
      "leidde | leidt | leiding aan | leiding gegeven aan | leidinggegeven aan | leiding geven aan | leidinggeven aan | geeft leiding aan | gaf leiding aan | aansturen van | aansturing van | aangestuurd | stuurde | stuurt | stuurt aan | stuurde aan | ondersteunde | ondersteunt | ondersteunen | ondersteund | ondersteuning van | " +
      "samengewerkt met | samenwerken met | samenwerking met | samen met | werkte samen met | werkte nauw samen met | werk samen met | werkt samen met | nauw samen met | wierf | werf | werven | werven van | geworven | werving van | werving en selectie van | " +
      "rapporteerde aan | rapporteer aan | rapporteren aan | overleg met | overlegde met | afstemming met | stemt af met | contact met | in opdracht van | een team van | team van | teams van | groep van | hoofd van | namens | bemiddelde | bemiddelen van | plaatste | gemaakt door | gebouwd door | gedaan door | verzorgd door | uitgevoerd door | voor het | voor de | voor ons | tussen")
      .split("|")
) CUES.add(keysOf(tokenize(phrase.trim())), "with others");
