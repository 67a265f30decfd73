/** What the invented résumés are drawn from, in the two languages that the engine reads. */
export interface Words {
  readonly headings: {
    readonly profile: string;
    readonly work: string;
    readonly education: string;
    readonly skills: string;
    readonly languages: string;
  };
  readonly months: readonly string[];
  readonly present: string;
  readonly titles: readonly string[];
  /** `{a}`, `{b}` and `{c}` stand for skills, `{n}` for a number. */
  readonly deeds: readonly string[];
  readonly profile: readonly string[];
  readonly education: readonly string[];
  readonly languages: readonly string[];
}

const EN: Words = {
  headings: {
    profile: "Profile",
    work: "Work experience",
    education: "Education",
    skills: "Skills",
    languages: "Languages",
  },
  months: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  present: "present",
  titles: ["Backend engineer", "Software developer", "Data analyst", "Team lead", "Consultant"],
  deeds: [
    "Built a planning service in {a} that {n} people open every morning, with {b} behind it",
    "Moved the reports of three departments from spreadsheets to {a} and {b} within a year",
    "Wrote the tests and the documentation for everything that touches {a}",
    "Brought the nightly run down from {n} minutes to four by looking at {a} before {b}",
    "Kept {a}, {b} and {c} alive through two audits and a move to another building",
    "Taught colleagues how {a} works and when it is better left alone",
    "Answered the questions of {n} customers a week and turned the best into work on {a}",
    "Took part in the on-call shift for {a} and wrote down what each night taught us",
    "Agreed with suppliers on what {a} should deliver and checked that it did",
  ],
  profile: [
    "I like work that others can build on, and I would rather finish one thing than begin three.",
    "Most of my years went into {a} and {b}, in teams of four to nine people.",
    "I have no experience with {c} yet and would like to learn it.",
    "What I am asked for most is a calm look at something that keeps breaking.",
  ],
  education: [
    "BSc Computer Science, University of Westmark, 2008 - 2012",
    "MSc Information Systems, Harbour University, 2012 - 2014",
    "Bachelor of Business Administration, Noorderpoort, 2009 - 2013",
  ],
  languages: ["English (native), Dutch (B2)", "Dutch (native), English (C1), German (B1)"],
};

const NL: Words = {
  headings: {
    profile: "Profiel",
    work: "Werkervaring",
    education: "Opleiding",
    skills: "Vaardigheden",
    languages: "Talen",
  },
  months: ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
  present: "heden",
  titles: ["Backend developer", "Softwareontwikkelaar", "Data-analist", "Teamleider", "Adviseur"],
  deeds: [
    "Bouwde een planningsdienst in {a} die {n} mensen elke ochtend openen, met {b} erachter",
    "Bracht de rapporten van drie afdelingen in een jaar van losse bestanden naar {a} en {b}",
    "Schreef de testen en de documentatie voor alles wat {a} raakt",
    "Maakte de nachtelijke verwerking korter, van {n} naar vier minuten, door eerst naar {a} te kijken",
    "Hield {a}, {b} en {c} in de lucht tijdens twee controles en een verhuizing",
    "Leerde collega's hoe {a} werkt en wanneer je het beter kunt laten",
    "Beantwoordde de vragen van {n} klanten per week en maakte er verbeteringen aan {a} van",
    "Draaide mee in de storingsdienst voor {a} en schreef op wat elke nacht ons leerde",
    "Sprak met leveranciers af wat {a} moest opleveren en ging dat na",
  ],
  profile: [
    "Ik houd van werk waar anderen op verder kunnen en maak liever één ding af dan dat ik er drie begin.",
    "De meeste jaren werkte ik met {a} en {b}, in teams van vier tot negen mensen.",
    "Met {c} heb ik nog geen ervaring, maar ik wil het graag leren.",
    "Waar men mij het meest voor vraagt is een rustige blik op iets dat steeds stukgaat.",
  ],
  education: [
    "Bachelor Informatica, Hogeschool Westmark, 2008 - 2012",
    "Master Informatiekunde, Universiteit Havenstad, 2012 - 2014",
    "Bachelor Bedrijfskunde, Noorderpoort, 2009 - 2013",
  ],
  languages: ["Nederlands (moedertaal), Engels (C1)", "Engels (moedertaal), Nederlands (B2)"],
};

export const WORDS = { en: EN, nl: NL } as const;

export const FIRST_NAMES = [
  "Aart",
  "Bahar",
  "Cecile",
  "Dunya",
  "Emeka",
  "Femke",
  "Goran",
  "Hedwig",
];
export const LAST_NAMES = [
  "Aalders",
  "Bouchra",
  "Castell",
  "Dijkman",
  "Ekwueme",
  "Fonteyn",
  "Grgic",
];
export const PLACES = ["Delft", "Gent", "Leeuwarden", "Bristol", "Aarhus", "Breda"];
export const COMPANIES = [
  "Sluiswater",
  "Kettle & Crane",
  "Nachtpost",
  "Brugwacht Systems",
  "Halm and Daughters",
  "Vierkant Logistiek",
  "Tidegate Analytics",
  "Molenwiek",
];
