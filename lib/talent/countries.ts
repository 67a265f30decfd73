import { fold } from "./text.ts";

/** Countries of Europe, and others that people here come from or worked in, in English and Dutch. */
const ONE_WORD =
  `albania andorra armenia austria azerbaijan belarus belgium bosnia bulgaria croatia cyprus
    czechia denmark estonia finland france georgia germany greece hungary iceland ireland italy
    kosovo latvia liechtenstein lithuania luxembourg malta moldova monaco montenegro netherlands
    norway poland portugal romania russia serbia slovakia slovenia spain sweden switzerland
    turkey ukraine england scotland wales uk argentina australia brazil canada chile china
    colombia egypt ghana india indonesia iran iraq israel japan kenya lebanon malaysia mexico
    morocco nigeria pakistan peru philippines singapore suriname syria taiwan thailand tunisia
    usa vietnam albanië armenië oostenrijk azerbeidzjan belgië bosnië bulgarije kroatië tsjechië
    denemarken estland frankrijk georgië duitsland griekenland hongarije ijsland ierland italië
    letland litouwen luxemburg moldavië nederland noorwegen polen roemenië rusland servië
    slowakije slovenië spanje zweden zwitserland turkije oekraïne engeland schotland argentinië
    australië brazilië egypte indonesië israël libanon maleisië marokko filipijnen syrië tunesië`;

const SEVERAL_WORDS =
  `bosnia and herzegovina, czech republic, the netherlands, north macedonia, northern ireland,
    united kingdom, great britain, hong kong, new zealand, saudi arabia, south africa, south
    korea, united arab emirates, united states, wit-rusland, noord-macedonië, verenigd
    koninkrijk, groot-brittannië, nieuw-zeeland, saoedi-arabië, zuid-afrika, zuid-korea,
    verenigde arabische emiraten, verenigde staten`;

const COUNTRIES = new Set(
  [...ONE_WORD.split(/\s+/), ...SEVERAL_WORDS.split(/,\s+/)].map((name) => fold(name)),
);

const PLACE_IN =
  /^[\s–—,|-]*(\p{Lu}[\p{L}'’. -]{1,40})(?:,\s*([\p{L} -]{2,40})|\s*\(([\p{L} -]{2,40})\))$/u;

/** Whether words are a place with its country, and nothing else: "Assen, Netherlands". */
export function isPlaceInCountry(words: string): boolean {
  const found = PLACE_IN.exec(words.trim());
  return found !== null && isCountry(found[2] ?? found[3] ?? "");
}

/** Whether words are the name of a country, in English or Dutch. */
export function isCountry(words: string): boolean {
  return COUNTRIES.has(fold(words.trim()));
}
