import { fold } from "./text.ts";

/** What stands behind these in a line says who somebody is, not what they can; folded. */
export const PERSONAL_LABELS: ReadonlySet<string> = new Set([
  ...words(
    `name, full name, first name, given name, given names, last name, surname, family name,
    maiden name, date of birth, birth date, birthdate, dob, d.o.b, born, place of birth, birthplace,
    age, nationality, citizenship, marital status, civil status, family status, gender, sex,
    pronouns, religion, address, home address, postal code, zip code, children, email, e-mail,
    email address, phone, telephone, telephone number, phone number, mobile, cell, tel, photo`,
  ),
  ...words(
    `naam, volledige naam, voornaam, voornamen, achternaam, roepnaam, meisjesnaam, geboortedatum,
    geboren, geboren op, geboorteplaats, geb.datum, leeftijd, nationaliteit, burgerlijke staat,
    burgerlijke stand, gezinssituatie, geslacht, sekse, voornaamwoorden, religie, geloof, adres,
    woonplaats, postcode, kinderen, e-mailadres, emailadres, telefoon, telefoonnummer, mobiel,
    mobiel nummer, bsn, foto, pasfoto`,
  ),
]);

/** Words that tell a sex and mean nothing else in a résumé; "zijn" is too often the verb. */
export const GENDER_WORDS: ReadonlySet<string> = new Set([
  ...words(
    `he, she, him, her, his, hers, himself, herself, mr, mrs, ms, miss, sir, madam, male, female,
    man, woman, men, women, boy, girl, gentleman, lady, husband, wife, father, mother, dad, mum,
    mom, son, daughter, brother, sister`,
  ),
  ...words(
    `hij, zij, hem, haar, hemzelf, haarzelf, dhr, mevr, mw, meneer, mevrouw, vrouw, mannelijk,
    vrouwelijk, jongen, meisje, vader, moeder, zoon, dochter, broer, zus, echtgenoot, echtgenote`,
  ),
]);

/** Occupations in a form that tells a sex, with one that does not. */
export const NEUTRAL_TITLES: ReadonlyMap<string, string> = new Map(
  [
    ["waitress", "waiter"],
    ["hostess", "host"],
    ["stewardess", "steward"],
    ["actress", "actor"],
    ["salesman", "salesperson"],
    ["saleswoman", "salesperson"],
    ["businessman", "businessperson"],
    ["businesswoman", "businessperson"],
    ["chairman", "chair"],
    ["chairwoman", "chair"],
    ["policeman", "police officer"],
    ["policewoman", "police officer"],
    ["fireman", "firefighter"],
    ["handyman", "maintenance worker"],
    ["headmaster", "head teacher"],
    ["headmistress", "head teacher"],
    ["verpleegster", "verpleegkundige"],
    ["lerares", "leraar"],
    ["onderwijzeres", "onderwijzer"],
    ["docente", "docent"],
    ["studente", "student"],
    ["secretaresse", "secretarieel medewerker"],
    ["serveerster", "bedieningsmedewerker"],
    ["kapster", "kapper"],
    ["verkoopster", "verkoper"],
    ["directrice", "directeur"],
    ["medewerkster", "medewerker"],
    ["schoonmaakster", "schoonmaker"],
    ["begeleidster", "begeleider"],
    ["leidster", "leider"],
    ["actrice", "acteur"],
    ["redactrice", "redacteur"],
    ["psychologe", "psycholoog"],
    ["kokkin", "kok"],
    ["naaister", "kleermaker"],
  ] as const,
);

/** What somebody's marriage is called. */
export const MARITAL_WORDS: ReadonlySet<string> = new Set(
  words(
    `married, unmarried, divorced, widowed, widow, widower, gehuwd, ongehuwd, getrouwd, gescheiden,
    weduwe, weduwnaar, samenwonend, alleenstaand`,
  ),
);

function words(list: string): string[] {
  return list.split(",").map((word) => fold(word.trim().replace(/\s+/g, " ")));
}
