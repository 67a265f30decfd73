import { asset } from "fresh/runtime";
import { define } from "../define.ts";
import { translate } from "../locales/translate.ts";

export default define.page(({ Component, state }) => (
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
        href="/fonts/inter-latin-5.3.0.woff2"
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={asset("/styles.css")} />
    </head>
    <body>
      <Component />
    </body>
  </html>
));

function dataTheme(theme: string | undefined): "light" | "dark" | undefined {
  return theme === "light" || theme === "dark" ? theme : undefined;
}
