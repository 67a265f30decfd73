import { keysOf, Phrases } from "./phrases.ts";
import { tokenize } from "./text.ts";

/** What a section of a job text is about. */
export type JobSectionKind =
  | "intro"
  | "company"
  | "duties"
  | "requirements"
  | "nice_to_have"
  | "benefits"
  | "process"
  | "other";

/** What a section of a résumé is about. */
export type ResumeSectionKind =
  | "summary"
  | "experience"
  | "education"
  | "skills"
  | "languages"
  | "certificates"
  | "projects"
  | "volunteering"
  | "interests"
  | "references"
  | "other";

export type SectionKind = JobSectionKind | ResumeSectionKind;

/** The phrases that make a heading, and the words that may stand around them. */
export interface Headings {
  readonly phrases: Phrases<SectionKind>;
  readonly fillers: ReadonlySet<string>;
}

const JOB: Readonly<Partial<Record<SectionKind, string>>> = {
  company:
    "about us | about the company | about our company | about our team | about the team | who we are | who are we | our company | the company | " +
    "company overview | company description | company profile | company | our culture | our mission | our team | our values | the team | your team | " +
    "meet the team | background | introduction | organisation | about | life at | over ons | over de organisatie | over het bedrijf | wie zijn wij | wie zijn we | wie wij zijn | " +
    "wij zijn | ons bedrijf | het bedrijf | bedrijfsprofiel | bedrijfsomschrijving | de organisatie | organisatie | onze organisatie | ons team | het team | " +
    "jouw team | je team | onze cultuur | onze missie | over het team | waar kom je te werken | waar kom je terecht | waar ga je werken | de afdeling | afdeling | jouw werkplek | de werkgever | de opdrachtgever | opdrachtgever",
  duties:
    "responsibilities | responsibility | accountabilities | duties | tasks | activities | what you will do | what youll do | what you do | what you will be doing | what youll be doing | " +
    "what will you do | what will you be doing | you will | your role | the role | role | about the role | the job | about the job | the position | " +
    "about the position | position | role overview | job overview | job description | job summary | position summary | summary | role description | position description | job duties | " +
    "essential functions | job functions | functions | definition | distinguishing characteristics | the opportunity | opportunity | " +
    "your day | a day in the life | day to day | your mission | your tasks | your responsibilities | scope | purpose | examples of work | examples of duties | key deliverables | deliverables | " +
    "what the job involves | the work | your work | supervision received | supervision exercised | areas of responsibility | " +
    "wat ga je doen | wat ga jij doen | wat doe je | wat je gaat doen | wat je doet | dit ga je doen | dit ga jij doen | dit doe je | jouw rol | je rol | de rol | de functie | functie | jouw functie | je functie | " +
    "functieomschrijving | functiebeschrijving | functie inhoud | functie-inhoud | taken | takenpakket | werkzaamheden | verantwoordelijkheden | activiteiten | " +
    "wat houdt de functie in | over de functie | over deze functie | de baan | over de baan | jouw werkdag | een dag uit het leven | hoe ziet je dag eruit | hoe ziet jouw dag eruit | " +
    "je werkzaamheden | wat ga je hier doen | de klus | jouw klus | de uitdaging | jouw uitdaging | opdracht | opdrachtomschrijving | resultaatgebieden | kerntaken | doel van de functie | plaats in de organisatie | wat ga je bij ons doen | wat wordt jouw rol",
  requirements:
    "requirements | requirement | qualifications | qualification | what you bring | what youll bring | what you will bring | what you need | what youll need | youll need | you will need | youll have | youll bring | you will bring | what you have | " +
    "what we are looking for | what were looking for | what we look for | who we are looking for | who were looking for | we are looking for | were looking for | looking for | what we expect | our expectations | expectations | what we ask | we ask | you have | you bring | you are | " +
    "who you are | who are you | your profile | profile | candidate profile | person specification | about you | your background | your experience | your skills | your qualifications | " +
    "must have | must haves | must-haves | skills | skill | skillset | skill set | competencies | competences | competency | capabilities | abilities | ability | knowledge | experience | education | training | " +
    "license | licenses | licence | certificate | certificates | certification | certifications | credentials | knowledge skills and abilities | selection criteria | eligibility | " +
    "to be successful | to succeed | ideal candidate | the ideal candidate | successful candidate | the successful candidate | the candidate | candidate | prerequisites | criteria | technologies | tech stack | technology experience | desired profile | language | languages | " +
    "functie-eisen | functie eisen | eisen | eis | vereisten | vereist | verplicht | noodzakelijk | kwalificaties | wat vragen wij | wat vragen we | wat wij vragen | wat we vragen | wij vragen | we vragen | dit vragen wij | dit vragen we | gevraagd | " +
    "wat breng je mee | wat breng jij mee | wat je meebrengt | wat jij meebrengt | dit breng je mee | dit breng jij mee | jij brengt mee | je brengt mee | wat neem je mee | wat neem jij mee | dit neem je mee | dit neem jij mee | " +
    "wat heb je nodig | wat heb jij nodig | wat heb je in huis | wat heb jij in huis | dit heb je in huis | dit heb jij in huis | dit heb je | dit heb jij | jij hebt | je hebt | u heeft | u beschikt over | je beschikt over | jij beschikt over | wat verwachten wij | wat verwachten we | wij verwachten | we verwachten | dit verwachten wij | " +
    "wie ben jij | wie ben je | wie jij bent | dit ben jij | dit ben je | jij bent | je bent | wie zoeken wij | wie zoeken we | wij zoeken | we zoeken | jouw profiel | je profiel | uw profiel | profiel | het profiel | profielschets | kandidaatprofiel | over jou | jouw achtergrond | " +
    "kennis | ervaring | opleiding | opleidingsniveau | vaardigheden | competenties | kerncompetenties | diploma | diplomas | kennis en ervaring | kennis en vaardigheden | werk- en denkniveau | jouw talenten | jouw kwaliteiten | jouw competenties | knock-outcriteria | knock-out criteria | knockout criteria | harde eisen | minimumeisen | selectiecriteria | herken jij jezelf | herken je jezelf | jouw bagage | talen | taal | certificaten",
  nice_to_have:
    "nice to have | nice to haves | nice-to-have | nice-to-haves | good to have | preferred | preferences | preferably | desired | desirable | desirables | bonus | bonus points | bonus skills | pluses | a plus | plusses | advantageous | advantage | advantages | " +
    "optional | optioneel | extra credit | extra points | extras | welcome | would be nice | would be great | it would be great | its a plus | it is a plus | ideally | wed love | we would love | wed like | we would like | youll score points with | what would set you apart | stand out | brownie points | beneficial | would be a plus | even better | " +
    "dat is een plus | een plus | een pre | een pluspunt | dit is een plus | pluspunten | pluspunt | pre | pres | wensen | gewenst | wenselijk | functiewensen | mooi meegenomen | leuk als | fijn als | bij voorkeur | voorkeur | extra punten | bonuspunten | handig | is meegenomen | streepje voor | misschien | wij zien graag | we zien graag | wij zien graag dat | we zien graag dat | zien wij graag | zien we graag | gunningscriteria | heb je ook",
  benefits:
    "what we offer | we offer | our offer | the offer | offer | benefits | our benefits | perks | perks and benefits | compensation | salary | salary range | pay | pay range | remuneration | rewards | package | what you get | what youll get | what you will get | " +
    "what you can expect | whats in it for you | what is in it for you | why join us | why join | why us | why work with us | why work for us | why work here | why you will love it | why youll love | top reasons to work with us | reasons to work | what we provide | we provide | what do we offer | what we can offer | working conditions | conditions of employment | employment conditions | terms of employment | career development | " +
    "wat bieden wij | wat bieden we | wat wij bieden | wat we bieden | wij bieden | we bieden | dit bieden wij | dit bieden we | wij bieden jou | we bieden jou | ons aanbod | aanbod | arbeidsvoorwaarden | wat krijg je | wat krijg jij | dit krijg je | dit krijg jij | wat je krijgt | wat mag je verwachten | wat kun je verwachten | dit kun je verwachten | dit mag je verwachten | wat kan je van ons verwachten | wat kun je van ons verwachten | salaris | vergoeding | beloning | " +
    "voordelen | waarom wij | waarom bij ons | waarom werken bij | waarom je bij ons wilt werken | jouw voordelen | extras van ons | het aanbod | wat hebben wij jou te bieden | wat hebben we te bieden | wat staat er tegenover | dit staat er tegenover | waar kun je op rekenen | secundaire arbeidsvoorwaarden | dit is voor jou | what will you get | this is for you",
  process:
    "how to apply | apply | apply now | application | applications | applying | application process | application procedure | the process | recruitment process | interview process | hiring process | selection process | interested | next steps | contact | contact us | more information | further information | " +
    "equal opportunity | equal opportunities | equal employment opportunity | equal opportunity employer | equal opportunity statement | eeo | eeo statement | disclaimer | diversity | diversity and inclusion | privacy | legal | note | deadline | notice to agencies | your right to work | copyright | " +
    "solliciteren | solliciteer | sollicitatie | sollicitatieprocedure | hoe solliciteer je | procedure | de procedure | selectieprocedure | interesse | geinteresseerd | enthousiast | reageren | reageer | meer informatie | meer weten | vragen | nieuwsgierig | acquisitie | diversiteit | diversiteit en inclusie | contactpersoon | jouw sollicitatie | word jij onze nieuwe collega | bijzonderheden | overige informatie",
  other:
    "physical demands | physical requirements | physical | work environment | working environment | environmental conditions | travel | location | schedule | hours | standplaats | werktijden | locatie | werklocatie",
};

const JOB_FILLERS =
  "the a an your our my this that these those for of in to be is are you we i will what who us with at it on do does if as some s " +
  "and or job position role key main primary essential minimum basic general core additional other specific technical technology professional personal work working " +
  "related mandatory required overall typical day daily about candidate candidates must need needs should ll re also any special applicable sector level and/or top current typical first following more here now some qualification " +
  "jij je jouw jou u uw wij we ons onze het de een en van voor bij als in deze dit die wat wie hoe naar om te op ook met belangrijkste algemene technische persoonlijke " +
  "minimale specifieke overige verder jezelf hierin ben bent heb hebt aan jobs vacature concreet nog dan is there geeft wel";

const RESUME: Readonly<Partial<Record<SectionKind, string>>> = {
  summary:
    "summary | professional summary | career summary | executive summary | profile | professional profile | personal profile | career profile | about me | about | objective | career objective | career objectives | objectives | personal statement | " +
    "statement | overview | professional overview | career overview | introduction | highlights of qualifications | who am i | bio | biography | career focus | " +
    "profiel | persoonlijk profiel | over mij | samenvatting | profielschets | wie ben ik | personalia | persoonlijke gegevens | persoonsgegevens | personal details | personal information | contact | contact details | contactgegevens | doel | introductie | personal data",
  experience:
    "experience | work experience | professional experience | employment | employment history | work history | career history | career | positions held | relevant experience | working experience | job history | professional background | work background | internships | internship | " +
    "industry experience | other experience | teaching experience | clinical experience | experience details | experiences | employment experience | related experience | military experience | military service | additional experience | " +
    "ervaring | werkervaring | relevante werkervaring | loopbaan | carriere | arbeidsverleden | professionele ervaring | beroepservaring | praktijkervaring | stages | stage | stage-ervaring | functies | dienstverbanden | overige werkervaring | bijbanen | nevenfuncties | overzicht werkervaring",
  education:
    "education | education details | educational background | educational qualifications | education and training | academic background | academic qualifications | academic history | academics | studies | qualifications | training | trainings | courses | coursework | relevant coursework | degrees | education history | academic profile | scholastics | professional development | continuing education | workshops | " +
    "opleiding | opleidingen | opleidingen en cursussen | studie | studies | scholing | onderwijs | cursussen | cursussen en trainingen | trainingen | gevolgde opleidingen | vooropleiding | diploma | diplomas | bijscholing",
  skills:
    "skills | top skills | digital skills | digital competence | job-related skills | organisational skills | organisational / managerial skills | communication skills | key skills | core skills | technical skills | professional skills | it skills | computer skills | software skills | hard skills | soft skills | skills and tools | skill set | skillset | skill highlights | skill details | highlights | core competencies | competencies | competences | core qualifications | areas of expertise | " +
    "expertise | technologies | technology | tools | tools and technologies | technical expertise | technical proficiencies | proficiencies | technical knowledge | technical summary | technical profile | strengths | key strengths | abilities | qualifications summary | summary of qualifications | summary of skills | software | programming languages | programming | tech stack | specialties | specialities | knowledge | additional skills | other skills | areas of strength | specialization | capabilities | " +
    "vaardigheden | belangrijkste vaardigheden | topvaardigheden | kennis | kennis en vaardigheden | competenties | kerncompetenties | computervaardigheden | technische vaardigheden | it-vaardigheden | ict-vaardigheden | automatisering | programmas | software | gereedschappen | sterke punten | kwaliteiten | eigenschappen | persoonlijke eigenschappen | persoonlijke kwaliteiten | expertise | specialisaties | digitale vaardigheden | vakkennis | kwalificaties | technieken | applicaties | systemen | methoden en technieken",
  languages:
    "languages | language | language skills | mother tongue | mother tongues | other languages | languages known | linguistic skills | languages spoken | talen | talenkennis | taalvaardigheden | taalkennis | taal | taalbeheersing",
  certificates:
    "certifications | certification | certificates | certificate | licenses | licences | license | licence | credentials | accreditations | registrations | registration | professional certifications | licensure | affiliations | memberships | professional affiliations | professional memberships | " +
    "certificaten | certificeringen | certificering | diplomas en certificaten | registraties | registratie | rijbewijs | rijbewijzen | lidmaatschappen | lidmaatschap | vergunningen",
  projects:
    "projects | project | key projects | personal projects | academic projects | selected projects | project experience | project details | side projects | portfolio | open source | publications | research | research experience | presentations | patents | thesis | papers | " +
    "projecten | projectervaring | eigen projecten | opdrachten | publicaties | onderzoek | scriptie | afstudeeropdracht | presentaties",
  volunteering:
    "volunteering | volunteer | volunteer work | volunteer experience | voluntary work | community | community service | community involvement | extracurricular activities | extra curricular activities | activities | leadership | leadership experience | involvement | " +
    "vrijwilligerswerk | vrijwilliger | nevenactiviteiten | bestuurswerk | bestuursfuncties | maatschappelijke activiteiten",
  interests:
    "interests | hobbies | personal interests | hobby | hobbys | interesses | vrije tijd | hobbies and interests | hobbys en interesses",
  references: "references | reference | referees | referenties | referentie",
  other:
    "awards | honors | honours | achievements | accomplishments | honors and awards | awards and honors | scholarships | additional information | other | miscellaneous | declaration | personal | prijzen | overig | overige | overige informatie | aanvullende informatie | links",
};

const RESUME_FILLERS =
  "my the a and of in or key relevant selected other additional related main core professional personal recent current previous further overige " +
  "relevante mijn en de van belangrijkste recente voor";

function buildHeadings(
  kinds: Readonly<Partial<Record<SectionKind, string>>>,
  fillers: string,
): Headings {
  const phrases = new Phrases<SectionKind>();
  for (const [kind, list] of Object.entries(kinds)) {
    for (const phrase of list.split(/\s*\|\s*/)) {
      phrases.add(keysOf(tokenize(phrase)), kind as SectionKind); // Object.entries widens the keys
    }
  }
  return { phrases, fillers: new Set(fillers.split(" ")) };
}

export const JOB_HEADINGS: Headings = buildHeadings(JOB, JOB_FILLERS);
export const RESUME_HEADINGS: Headings = buildHeadings(RESUME, RESUME_FILLERS);
