import { asset } from "fresh/runtime";
import { sheetsOf } from "../components/page_sheets.ts";
import { define } from "../define.ts";
import { translate } from "../locales/translate.ts";

const LATIN = "/fonts/inter-latin-5.3.0.woff2";
const LATIN_EXT = "/fonts/inter-latin-ext-5.3.0.woff2";

const LATIN_RANGE = "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+304,U+308,U+2000-206F," +
  "U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const LATIN_EXT_RANGE = "U+100-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+329,U+1D00-1DBF," +
  "U+1E00-1E9F,U+1EF2-1EFF,U+2C60-2C7F,U+A720-A7FF";

export default define.page(({ Component, state, url }) => (
  <html lang={state.language ?? "en"} data-theme={dataTheme(state.theme)}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="description" content={translate(state.language ?? "en", "app.description")} />
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#1b1a18" media="(prefers-color-scheme: dark)" />
      <link rel="icon" href={asset("/favicon.svg")} type="image/svg+xml" />
      <link
        rel="preload"
        href={asset(LATIN)}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <style>{fontFaces()}</style>
      <link rel="stylesheet" href={asset("/styles.css")} />
      {sheetsOf(url.pathname).map((name) => (
        <link key={name} rel="stylesheet" href={asset(`/${name}.css`)} />
      ))}
    </head>
    <body>
      <Component />
    </body>
  </html>
));

/**
 * Here and not in the style sheet, so that the address is the preloaded one. Without quotes, which
 * the page would escape.
 */
function fontFaces(): string {
  return fontFace(LATIN_EXT, LATIN_EXT_RANGE) + fontFace(LATIN, LATIN_RANGE);
}

function fontFace(path: string, range: string): string {
  return `@font-face{font-family:Inter Variable;font-style:normal;font-display:swap;` +
    `font-weight:100 900;src:url(${asset(path)}) format(woff2);unicode-range:${range}}`;
}

function dataTheme(theme: string | undefined): "light" | "dark" | undefined {
  return theme === "light" || theme === "dark" ? theme : undefined;
}
