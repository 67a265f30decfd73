import type { Person } from "./person.ts";

const CARE = { job: "verpleegkundige-intensive-care", language: "nl" } as const;

/** All people are invented. */
export const NURSES: readonly Person[] = [
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
];
