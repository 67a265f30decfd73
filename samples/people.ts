/** One invented person's résumé, before it becomes a file. */
export interface Person {
  /** The file's name; its ending decides the format. */
  readonly file: string;
  readonly job:
    | "senior-backend-engineer"
    | "verpleegkundige-intensive-care"
    | "account-manager-benelux";
  readonly language: "en" | "nl";
  readonly layout?: "plain" | "side-bar";
  readonly name: string;
  readonly title: string;
  readonly contact: string;
  readonly summary?: string;
  /** Title and organisation; dates; what was done. */
  readonly work: readonly (readonly [string, string, readonly string[]])[];
  readonly education: readonly string[];
  readonly languages: string;
  readonly skills?: string;
  readonly other?: readonly string[];
  /** Printed white on white: what a reader does not see. */
  readonly hidden?: string;
}

const BACKEND = { job: "senior-backend-engineer", language: "en" } as const;
const CARE = { job: "verpleegkundige-intensive-care", language: "nl" } as const;
const SALES = { job: "account-manager-benelux" } as const;

/** All people are invented; so are the organisations where that matters. */
export const PEOPLE: readonly Person[] = [
  {
    ...BACKEND,
    file: "amara-okafor-lindqvist.pdf",
    name: "Amara Okafor-Lindqvist",
    title: "Staff engineer",
    contact: "Amsterdam · amara.okafor@example.com · +31 6 5550 1101 · Swedish citizen",
    summary: "I build systems that move money and sleep through the night.",
    work: [
      ["Staff engineer, Tidewater Bank", "Mar 2021 – now", [
        "Runs the payments API: TypeScript on Node.js, nine million calls a day",
        "Wrote the OpenAPI files first; four teams and two partners build on the API",
        "PostgreSQL ledger with monthly partitions; slowest report from 40 s to 1.2 s",
        "Settlement events over Kafka, replayed without loss after an outage",
        "Contract tests and pipelines that run on every push",
        "Moved the team to Kubernetes and added OpenTelemetry traces",
        "Mentored three junior engineers, two are senior now",
        "Design documents that the architecture board quotes",
      ]],
      ["Software engineer, Norrsken Mobility", "Aug 2017 – Feb 2021", [
        "Fleet planning in TypeScript with PostGIS on PostgreSQL",
        "Public REST interface for cities",
      ]],
    ],
    education: ["MSc Computer Science, KTH Stockholm, 2017"],
    languages: "Swedish (native), English (fluent)",
  },
  {
    ...BACKEND,
    file: "Herrera Tomas CV.docx",
    name: "Tomás Herrera",
    title: "Senior backend engineer",
    contact: "Valencia, willing to move · tomas.herrera@example.com · Spanish national",
    work: [
      ["Senior backend engineer, Lumen Freight", "01/2020 – present", [
        "Four services on Deno and Node.js, all TypeScript",
        "PostgreSQL read models and migrations without downtime",
        "REST API for customs brokers, described in OpenAPI",
        "Consumes an SQS queue that the platform team owns",
        "Unit, integration and load tests in GitLab CI",
        "Wrote the incident guide; mentor of two colleagues",
      ]],
      ["Web developer, Casa Digital", "06/2016 – 12/2019", [
        "Shops in PHP and MySQL",
        "TypeScript front ends from 2018",
      ]],
    ],
    education: ["BSc Computer Engineering, Universitat Politècnica de València, 2012 – 2016"],
    languages: "Spanish (native), English (C1), Dutch (A2)",
    skills: "TypeScript, Deno, Node.js, PostgreSQL, Docker, Kubernetes",
  },
  {
    ...BACKEND,
    file: "sanne-de-wit-2026.pdf",
    layout: "side-bar",
    name: "Sanne de Wit",
    title: "Backend engineer",
    contact: "Zwolle · sanne.dewit@example.com · Dutch national",
    work: [
      ["Backend engineer, Gemeente Zwolle", "Sept 2019 – now", [
        "Register services in TypeScript on Node.js",
        "Tunes PostgreSQL for the whole department, six years",
        "Designed the HTTP API that nine suppliers use",
        "Events through RabbitMQ",
        "Automated tests and a CI pipeline in GitLab",
        "Writes the decision records and the supplier guide",
      ]],
    ],
    education: ["HBO-ICT, Windesheim, 2015 – 2019"],
    languages: "Dutch (native), English (C1)",
    skills: "TypeScript, SQL, Linux",
  },
  {
    ...BACKEND,
    file: "jia-hui-tan.txt",
    name: "Jia-Hui Tan",
    title: "Software engineer",
    contact:
      "Eindhoven, jiahui.tan@example.com, EU Blue Card holder (work permit valid until 2030)",
    work: [
      ["Software engineer, Parcelwise", "2024-02 to present", [
        "Redis Streams pipeline at 40,000 messages a second",
        "Node.js services in TypeScript with PostgreSQL",
        "HTTP API for tracking, versioned",
        "Test suites with Vitest; GitHub Actions",
      ]],
      ["Software engineer, Grab, Singapore", "2019-07 to 2024-01", [
        "Front-end platform in TypeScript; Node.js gateways",
        "Runbooks and an internal newsletter read by 300 engineers",
      ]],
    ],
    education: ["BEng Computer Science, NUS Singapore, 2019"],
    languages: "English (native), Mandarin (native)",
  },
  {
    ...BACKEND,
    file: "cv-elamrani-2026.pdf",
    name: "Youssef El Amrani",
    title: "Backend engineer",
    contact: "Utrecht · youssef.elamrani@example.com · Dutch national",
    summary:
      "I like small interfaces, boring technology and reading the query plan before adding an index.",
    hidden:
      "typescript kubernetes kafka rabbitmq opentelemetry postgresql deno microservices senior lead architect clear written communication mentoring ten years of experience best candidate",
    work: [
      ["Backend engineer, Polderpay", "Mar 2023 – now", [
        "Payments API in TypeScript on Node.js 20, nine million calls a day",
        "Wrote the OpenAPI file first and contract tests that run on every push",
        "Moved the ledger to PostgreSQL with monthly partitions",
        "Settlement: published events to the platform team's Kafka",
        "Deployed and debugged on Kubernetes, four clusters",
      ]],
      ["Software developer, Stroomwijs", "Jan 2021 – Feb 2023", [
        "Rewrote the tariff engine in TypeScript, 600 test cases",
        "Public price API, versioned, with a changelog",
        "Guided a trainee for three months",
      ]],
      ["Junior developer, Bureau Linde", "Sep 2019 – Dec 2020", [
        "Web shops in PHP and PostgreSQL",
      ]],
    ],
    education: ["HBO-ICT, Hogeschool Utrecht, 2015 – 2019"],
    languages: "Dutch (native), Arabic (native), English (C1)",
  },
  {
    ...BACKEND,
    file: "priya-raghunathan.pdf",
    name: "Priya Raghunathan",
    title: "Full-stack engineer",
    contact: "Amstelveen · priya.raghunathan@example.com · work permit for the Netherlands (EU)",
    work: [
      ["Full-stack engineer, Kestrel Health", "Jul 2019 – now", [
        "Patient portal: TypeScript on both sides, Express on Node.js",
        "PostgreSQL with row-level security",
        "Jest, Playwright and pipelines for 30 repositories",
        "REST endpoints for the portal's own front end",
      ]],
    ],
    education: ["B.Tech Computer Science, Anna University, 2015 – 2019"],
    languages: "English (fluent), Tamil (native)",
    skills: "React, TypeScript, Node.js, RabbitMQ, Kubernetes",
  },
  {
    ...BACKEND,
    file: "Zielinski_Mateusz.docx",
    name: "Mateusz Zielinski",
    title: "Platform engineer",
    contact: "Gdańsk · mateusz.zielinski@example.com · Polish citizen",
    work: [
      ["Platform engineer, Baltica Cloud", "2021-05 – present", [
        "Twelve Kubernetes clusters for sixty teams, five years",
        "OpenTelemetry collectors and dashboards",
        "Operates Kafka, nine brokers",
        "Internal tools in TypeScript on Deno since 2024",
        "GitOps pipelines",
      ]],
      ["Java developer, Polbank IT", "2017-09 – 2021-04", [
        "Spring Boot services on PostgreSQL",
        "REST interface for branches",
      ]],
    ],
    education: ["MSc Computer Science, Gdańsk University of Technology, 2017"],
    languages: "Polish (native), English (C1)",
  },
  {
    ...BACKEND,
    file: "daniel-adeyemi.pdf",
    layout: "side-bar",
    name: "Daniel Adeyemi",
    title: "Principal engineer",
    contact:
      "Lagos · daniel.adeyemi@example.com · needs a work permit and visa sponsorship for the EU",
    work: [
      ["Principal engineer, Oriole Systems", "Feb 2018 – now", [
        "Card platform in TypeScript on Node.js, eighty services",
        "PostgreSQL at four terabytes",
        "API standards (OpenAPI) for eleven teams",
        "Kafka as the backbone, designed and run",
        "Test strategy and CI for all teams",
        "Wrote the engineering handbook",
        "Kubernetes, OpenTelemetry",
        "Mentors six engineers",
      ]],
    ],
    education: ["BSc Computer Science, University of Lagos, 2013"],
    languages: "English (native), Yoruba (native)",
  },
  {
    ...BACKEND,
    file: "fatima-bensaid.txt",
    name: "Fatima Bensaïd",
    title: "Backend developer",
    contact: "Rotterdam, fatima.bensaid@example.com, Belgian nationality",
    work: [
      ["Backend developer, Atelier 9", "March 2022 - now", [
        "Symfony and PHP back ends, PostgreSQL",
        "JSON APIs for museum apps, documented for three agencies",
        "Mentors two juniors",
        "PHPUnit and GitHub Actions",
      ]],
      ["Front-end developer, Musea.nl", "Sept 2019 - Feb 2022", [
        "React and TypeScript",
        "Side projects in Node.js",
      ]],
    ],
    education: ["Bachelor Multimedia en Communicatietechnologie, Howest, 2019"],
    languages: "Dutch (C2), French (native), English (C1)",
  },
  {
    ...BACKEND,
    file: "kevin-marsh-CV-final.docx",
    name: "Kevin Marsh",
    title: "Aspiring software engineer",
    contact: "Brighton · kevin.marsh@example.com",
    summary: "Interested in learning TypeScript and Kubernetes.",
    skills:
      "TypeScript, Node.js, Deno, PostgreSQL, Kafka, RabbitMQ, Redis Streams, OpenAPI, REST, CI/CD, Kubernetes, OpenTelemetry, mentoring, communication",
    work: [["Shop assistant, Brighton Garden Centre", "2019 – present", [
      "Serving customers",
      "Closing the till",
    ]]],
    education: ["GCSEs, 2016"],
    languages: "English (native)",
  },
  {
    ...CARE,
    file: "marieke-dijkstra.pdf",
    name: "Marieke Dijkstra",
    title: "IC-verpleegkundige",
    contact: "Zwolle · marieke.dijkstra@example.com · 06 5550 1201",
    work: [
      ["IC-verpleegkundige, Isala, Zwolle", "mei 2016 – heden", [
        "Verpleegt beademde en hemodynamisch instabiele patiënten, dag-, avond- en nachtdiensten",
        "CVVH zelfstandig, aanspreekpunt voor het team",
        "Werkbegeleider van leerlingen van de ic-opleiding",
        "Verslaglegging in HiX",
        "Leidde tijdens de covidgolven een noodafdeling van twaalf bedden",
      ]],
      ["Verpleegkundige cardiologie, Isala", "juli 2012 – april 2016", [
        "Hartbewaking en medicatie",
      ]],
    ],
    education: [
      "Vervolgopleiding intensive care, UMCG, diploma 2016",
      "hbo-verpleegkunde, Windesheim, diploma 2012",
    ],
    languages: "Nederlands (moedertaal), Engels (B2)",
    other: ["BIG-registratie verpleegkundige, geldig tot 2029", "ALS-certificaat (2025)"],
  },
  {
    ...CARE,
    file: "CV Ruben Vermeulen.docx",
    name: "Ruben Vermeulen",
    title: "Verpleegkundige ic in opleiding",
    contact: "Deventer · ruben.vermeulen@example.com",
    work: [
      ["Verpleegkundige ic in opleiding, Deventer Ziekenhuis", "september 2025 – heden", [
        "Zorg voor beademde patiënten onder begeleiding",
        "Wisselende diensten",
        "Rapporteert in HiX",
      ]],
      ["Verpleegkundige spoedeisende hulp, Gelre", "augustus 2021 – augustus 2025", [
        "Triage, reanimatie, opvang van traumapatiënten",
      ]],
    ],
    education: [
      "Vervolgopleiding intensive care, bezig, verwacht juni 2027",
      "hbo-verpleegkunde, Saxion, 2021",
    ],
    languages: "Nederlands (moedertaal)",
    other: ["BIG-geregistreerd", "ALS behaald in 2024"],
  },
  {
    ...CARE,
    file: "yasmina-amrouch.pdf",
    layout: "side-bar",
    name: "Yasmina Amrouch",
    title: "Intensivecareverpleegkundige",
    contact: "Almelo · yasmina.amrouch@example.com",
    work: [
      ["Intensivecareverpleegkundige, ZGT Almelo", "maart 2022 – heden", [
        "Invasieve en non-invasieve beademing",
        "Diensten in rooster, ook nachten en weekenden",
        "Instrueert familie in spannende uren, blijft daarbij kalm",
      ]],
      ["Verpleegkundige longafdeling, MST Enschede", "2018 – 2022", [
        "Zuurstoftherapie, tracheostomazorg",
      ]],
    ],
    education: [
      "Opleiding intensive care verpleegkundige, 2022",
      "mbo-verpleegkundige niveau 4, ROC van Twente, 2018",
    ],
    languages: "Nederlands (vloeiend), Tamazight (moedertaal)",
    other: ["BIG-registratie actief"],
  },
  {
    ...CARE,
    file: "gerda-pol.txt",
    name: "Gerda Pol",
    title: "Verpleegkundige",
    contact: "Kampen, gerda.pol@example.com",
    work: [
      ["Praktijkondersteuner, Huisartsenpraktijk De Brug", "2015 - heden", [
        "Spreekuur diabetes en COPD",
      ]],
      ["IC-verpleegkundige, Diaconessenhuis Meppel", "1996 - 2014", [
        "Beademing, dialyse (CVVH), leerlingen begeleid",
        "Onregelmatige diensten",
      ]],
    ],
    education: ["A-verpleegkundige, 1994", "Intensive care aantekening, 1997"],
    languages: "Nederlands (moedertaal)",
    other: [
      "BIG-registratie verlopen per 2020, herregistratie nog niet aangevraagd",
      "Niet meer beschikbaar voor nachtdiensten",
    ],
  },
  {
    ...CARE,
    file: "anna-petrova.docx",
    name: "Anna Petrova",
    title: "Verpleegkundige",
    contact: "Zwolle · anna.petrova@example.com",
    work: [
      ["Verpleegkundige intensive care, Pirogov-ziekenhuis, Sofia", "2016 – 2023", [
        "Beademing en CVVH, veertien bedden",
        "Ploegendiensten",
      ]],
      ["Verzorgende, IJsselheem", "oktober 2023 – heden", [
        "Zorg aan het bed, overdracht in het Nederlands",
      ]],
    ],
    education: [
      "Bachelor verpleegkunde, Medische Universiteit Sofia, 2016",
      "Specialisatie intensive care, 2018",
    ],
    languages: "Bulgaars (moedertaal), Engels (C1), Nederlands (B1)",
    other: ["BIG-registratie aangevraagd, in behandeling bij het CIBG"],
  },
  {
    ...CARE,
    file: "tim-de-haan.pdf",
    name: "Tim de Haan",
    title: "Ambulanceverpleegkundige",
    contact: "Meppel · tim.dehaan@example.com",
    work: [
      ["Ambulanceverpleegkundige, Ambulance IJsselland", "2019 – heden", [
        "Spoedritten en ic-transport van beademde patiënten",
        "24-uursdiensten",
        "Bleef rustig bij een kettingbotsing met elf gewonden en verdeelde het werk",
      ]],
      ["IC-verpleegkundige, Isala", "2014 – 2019", ["Beademing, HiX, werkbegeleiding"]],
    ],
    education: [
      "Ambulanceopleiding, 2020",
      "Vervolgopleiding intensive care, 2014",
      "hbo-verpleegkunde, Hanzehogeschool, 2011",
    ],
    languages: "Nederlands (moedertaal), Fries, Engels",
    other: ["BIG-geregistreerd tot 2028", "ALS- en PHTLS-certificaat"],
  },
  {
    ...CARE,
    file: "linde-kramer.txt",
    name: "Linde Kramer",
    title: "Doktersassistent",
    contact: "Hattem, linde.kramer@example.com",
    summary: "Ik wil graag doorgroeien naar de intensive care.",
    work: [["Doktersassistent, Huisartsenpost Zwolle", "2020 - heden", [
      "Triage aan de telefoon, avond- en weekenddiensten",
      "Wondzorg en injecties",
    ]]],
    education: ["mbo Doktersassistent niveau 4, Deltion, 2020"],
    languages: "Nederlands (moedertaal)",
    other: ["Geen BIG-registratie"],
  },
  {
    ...SALES,
    language: "nl",
    file: "lotte-van-damme.pdf",
    name: "Lotte Van Damme",
    title: "Account manager",
    contact: "Antwerpen · lotte.vandamme@example.com · +32 470 55 13 01",
    work: [
      ["Account manager, Zonnewind NV (zonnepanelen)", "06/2019 – heden", [
        "B2B-portefeuille van 85 installateurs in Vlaanderen en Zeeland",
        "22 nieuwe klanten per jaar door cold calling en beurzen",
        "Onderhandelt jaarcontracten met inkopers tot 1,2 miljoen euro",
        "Salesforce voor de pijplijn, rapporten in Power BI",
        "Vijf jaar op rij boven target (104 tot 131 %)",
      ]],
      ["Commercieel bediende, Proximus", "09/2016 – 05/2019", [
        "Verkoop van abonnementen aan kleine bedrijven",
      ]],
    ],
    education: ["Professionele bachelor Marketing, Karel de Grote Hogeschool, 2013 – 2016"],
    languages: "Nederlands (moedertaal), Frans (C1), Engels (vloeiend)",
    other: ["Rijbewijs B"],
  },
  {
    ...SALES,
    language: "en",
    file: "marc-lambert.docx",
    name: "Marc Lambert",
    title: "Senior sales executive",
    contact: "Brussels · marc.lambert@example.com",
    work: [
      ["Senior sales executive, Engie Home Services (boilers and solar)", "Jan 2017 – present", [
        "B2B sales to installers in Wallonia and Brussels",
        "Negotiates framework contracts with purchasing departments",
        "Opened 40 accounts by prospecting",
        "HubSpot",
        "118 % of target in 2025",
      ]],
    ],
    education: ["Bachelor in Business Management, EPHEC Brussels, 2012"],
    languages: "French (native), English (C1), Dutch (B1)",
    other: ["Driving licence B"],
  },
  {
    ...SALES,
    language: "nl",
    file: "rick-jansen.txt",
    name: "Rick Jansen",
    title: "Sales executive",
    contact: "Tilburg, rick.jansen@example.com, 06 5550 1303",
    work: [
      ["Sales executive, DataWorks BV", "2024-06 tot heden", [
        "Verkoopt software aan mkb-bedrijven (B2B)",
        "Acquisitie per telefoon: vijftig gesprekken per dag",
        "CRM: HubSpot",
      ]],
      ["Medewerker klantenservice, Bol", "2021-01 tot 2024-05", ["Vragen van klanten per chat"]],
    ],
    education: ["hbo Commerciële Economie, Avans, 2017 – 2021, diploma"],
    languages: "Nederlands (moedertaal), Engels (vloeiend), Frans (basis)",
    other: ["Rijbewijs B sinds 2017"],
  },
  {
    ...SALES,
    language: "en",
    file: "Sofie Maes - CV.pdf",
    layout: "side-bar",
    name: "Sofie Maes",
    title: "Sales manager",
    contact: "Gent · sofie.maes@example.com",
    work: [
      ["Sales manager, Indaver", "Jan 2018 – Dec 2025", [
        "Led six account managers and kept ten large accounts",
        "Closed and renewed annual contracts with purchasing managers",
        "Reports to the board from Salesforce and Power BI",
      ]],
      ["Account manager B2B, Atlas Copco Rental", "Feb 2014 – Dec 2017", [
        "Won clients by prospecting and cold calls in East Flanders",
        "Best seller of the year three times",
      ]],
    ],
    education: ["Master Handelswetenschappen, Hogeschool Gent, 2013"],
    languages: "Dutch (C2), French (C1), English (C1)",
    other: ["Driving licence B"],
  },
  {
    ...SALES,
    language: "nl",
    file: "bram-peeters.docx",
    name: "Bram Peeters",
    title: "Commerciële topper",
    contact: "Breda · bram.peeters@example.com",
    summary: "Resultaatgerichte teamplayer met passie voor sales.",
    skills:
      "B2B sales, new business, cold calling, onderhandelen, Salesforce, HubSpot, Power BI, prospecting, zonnepanelen",
    work: [["Buschauffeur, Arriva", "2018 – heden", ["Streekvervoer, vroege en late diensten"]], [
      "Magazijnmedewerker, Bol",
      "2015 – 2018",
      ["Orders verzamelen"],
    ]],
    education: ["mbo 3 Logistiek, 2015"],
    languages: "Nederlands (moedertaal), Engels (redelijk)",
    other: ["Rijbewijs B en D"],
  },
  {
    ...SALES,
    language: "en",
    file: "james-okoro.pdf",
    name: "James Okoro",
    title: "Business development representative",
    contact: "Rotterdam · james.okoro@example.com",
    work: [
      ["Business development representative, Paystack Europe", "Nov 2022 – present", [
        "Sixty cold calls a day to finance directors (B2B); account executives negotiate and close",
        "Keeps Salesforce clean for nine colleagues",
        "140 % of quota in 2025",
      ]],
      ["Telesales agent, KPN Zakelijk", "2020 – Oct 2022", [
        "Sold subscriptions to small companies by telephone",
      ]],
    ],
    education: ["BBA, Rotterdam Business School, 2016 – 2020"],
    languages: "English (native), Dutch (B1)",
    other: ["Driving licence B (converted 2021)"],
  },
  {
    ...SALES,
    language: "nl",
    file: "nathalie-claes.txt",
    name: "Nathalie Claes",
    title: "Technisch-commercieel adviseur",
    contact: "Hasselt, nathalie.claes@example.com",
    work: [
      ["Technisch-commercieel adviseur, Dakwerken Limburg", "april 2019 - heden", [
        "Adviseert particulieren over zonnepanelen en thuisbatterijen",
        "Offertes en opvolging in Excel",
        "Beste jaar van het bedrijf: 310 daken",
      ]],
      ["Elektrotechnisch installateur, Elektro Geerts", "2014 - 2019", [
        "Installatie van zonnepanelen",
      ]],
    ],
    education: ["Graduaat Elektromechanica, PXL, 2014"],
    languages: "Nederlands (moedertaal), Frans (B1), Engels (B2)",
    other: ["Rijbewijs B", "Geen ervaring met CRM-systemen"],
  },
];
