import type { Person } from "./person.ts";

const SALES = { job: "account-manager-benelux" } as const;

/** All people are invented. */
export const SELLERS: readonly Person[] = [
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
