import { Head } from "fresh/runtime";
import type { Translate } from "../locales/translate.ts";

/** The title in the browser's tab. */
export function PageTitle({ title, t }: { title: string; t: Translate }) {
  return (
    <Head>
      <title>{t("app.title", { page: title })}</title>
    </Head>
  );
}
