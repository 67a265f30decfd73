import { Head } from "fresh/runtime";
import type { ComponentChildren } from "preact";
import type { State } from "../define.ts";
import type { OwnPage as OwnPageData } from "../lib/hiring/privacy/own_page.ts";
import type { Language } from "../lib/talent/types.ts";
import { formatDay, formatNumber } from "../locales/format.ts";
import type { Translate } from "../locales/translate.ts";
import { Brand } from "./Brand.tsx";
import { Button, ButtonLink } from "./Button.tsx";
import { sayConsent } from "./CandidateConsent.tsx";
import { LetterText } from "./LetterText.tsx";
import { Notice } from "./Notice.tsx";
import { OwnApplications } from "./OwnApplications.tsx";
import { OwnGroupsForm } from "./OwnGroupsForm.tsx";
import { OwnRequests } from "./OwnRequests.tsx";
import { LanguageSwitch } from "./Switches.tsx";
import { ToolIcon } from "./ToolIcon.tsx";

export interface OwnFrameProps {
  title: string;
  state: State;
  /** The path of this page, to come back to with another language. */
  path: string;
  t: Translate;
  children: ComponentChildren;
}

/** The frame of a page for candidates: no menu, and nothing that a search engine may keep. */
export function OwnFrame({ title, state, path, t, children }: OwnFrameProps) {
  return (
    <>
      <Head>
        <title>{t("app.title", { page: title })}</title>
        <meta name="robots" content="noindex, nofollow, noarchive" />
      </Head>
      <a class="skip" href="#main">{t("app.skip")}</a>
      <header class="top justify-between">
        <Brand name={t("app.name")} />
        <LanguageSwitch back={path} t={t} language={state.language} />
      </header>
      <main id="main" class="page page-form own" tabIndex={-1}>{children}</main>
    </>
  );
}

export interface OwnPageProps {
  data: OwnPageData;
  /** Where the forms of the page are sent to. */
  base: string;
  /** What was just done. */
  done: "consent" | "withdrawn" | "asked" | "taken_back" | "answered" | undefined;
  /** A request that could not be taken, and what was typed. */
  refused: { readonly kind: string; readonly text: string; readonly isTwice: boolean } | null;
  language: Language;
  t: Translate;
}

/** What a candidate reads of what is kept about them, and what they can do about it. */
export function OwnPage({ data, base, done, refused, language, t }: OwnPageProps) {
  const { workspace, expiresAt, groups } = data;
  const hasQuestions = groups.questions.length > 0;
  return (
    <>
      <h1 class="text-2xl text-balance">{t("own.title", { workspace })}</h1>
      <p class="text-fg-2">
        {t("own.intro", { workspace })} {t("own.until", { date: day(language, expiresAt) })}
      </p>
      {done && <Notice>{t(`own.done_${done}`)}</Notice>}
      <nav aria-label={t("own.contents")}>
        <ul class="flex flex-wrap gap-x-4 gap-y-1">
          {SECTIONS.filter((name) => name !== "groups" || hasQuestions).map((name) => (
            <li key={name}>
              <a class="link" href={`#${name}`}>{t(`own.${name}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Kept data={data} language={language} t={t} />
      <section id="applications" aria-labelledby="applications-title">
        <h2 id="applications-title">{t("own.applications")}</h2>
        <p class="text-fg-2">{t("own.how")}</p>
        <OwnApplications applications={data.applications} language={language} t={t} />
      </section>
      <Letters data={data} language={language} t={t} />
      <Keep data={data} base={base} language={language} t={t} />
      <section id="rights" aria-labelledby="rights-title">
        <h2 id="rights-title">{t("own.rights")}</h2>
        <p>
          <ButtonLink href={`${base}/export`} download icon={<ToolIcon name="download" />}>
            {t("own.export")}
          </ButtonLink>
        </p>
        <p class="hint">{t("own.export_hint")}</p>
        <OwnRequests
          requests={data.requests}
          base={base}
          refused={refused}
          language={language}
          t={t}
        />
        <p class="hint">{t("own.authority")}</p>
      </section>
      <OwnGroupsForm groups={groups} base={base} t={t} />
    </>
  );
}

const SECTIONS = ["kept", "applications", "letters", "keeping", "rights", "groups"] as const;

type Part = Pick<OwnPageProps, "data" | "language" | "t">;

/** Who they are here, and how much is kept besides. */
function Kept({ data: { person, counts, applications }, language, t }: Part) {
  const rows = [
    [t("candidate.name"), person.name],
    [t("candidate.email"), person.email],
    [t("candidate.phone"), person.phone],
    [t("candidate.place"), person.place],
    [t("own.files"), applications.map(({ fileName }) => fileName).join(", ")],
    [t("own.notes"), formatNumber(language, counts.notes)],
    [t("own.tags"), formatNumber(language, counts.tags)],
    [t("own.opinions"), formatNumber(language, counts.opinions)],
  ] as const;
  return (
    <section id="kept" aria-labelledby="kept-title">
      <h2 id="kept-title">{t("own.kept")}</h2>
      <dl class="own-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || "–"}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{t("own.kept_hint")}</p>
    </section>
  );
}

function Letters({ data: { letters }, language, t }: Part) {
  return (
    <section id="letters" aria-labelledby="letters-title">
      <h2 id="letters-title">{t("own.letters")}</h2>
      {letters.length === 0 && <p class="text-fg-3">{t("own.letters_none")}</p>}
      {letters.map(({ id, subject, text, sentAt }) => (
        <details key={id}>
          <summary>
            {subject} · {day(language, sentAt)}
          </summary>
          <div class="letter mt-2">
            <LetterText text={text} />
          </div>
        </details>
      ))}
    </section>
  );
}

/** How long it is kept, and their consent to longer. */
function Keep({ data, base, language, t }: Part & Pick<OwnPageProps, "base">) {
  const { person, retentionDays, keptUntil } = data;
  const consent = { ...person, consent: asConsent(person.consent) };
  return (
    <section id="keeping" aria-labelledby="keeping-title">
      <h2 id="keeping-title">{t("own.keeping")}</h2>
      <p>
        {t("own.keeping_rule", { count: retentionDays })}
        {keptUntil && ` ${t("own.keeping_until", { date: day(language, keptUntil) })}`}
      </p>
      <p>
        {t("candidate.consent")}: <b>{sayConsent(consent, language, t)}</b>
      </p>
      {consent.consent === "given"
        ? (
          <form method="post" action={`${base}/consent/withdraw`}>
            <Button>{t("own.withdraw")}</Button>
          </form>
        )
        : (
          <form method="post" action={`${base}/consent`}>
            <Button>{t("own.consent")}</Button>
          </form>
        )}
      <p class="hint">{t("own.consent_hint")}</p>
    </section>
  );
}

function asConsent(state: string | null): "given" | "withdrawn" | null {
  return state === "given" || state === "withdrawn" ? state : null;
}

/** A moment as the day that it is in. */
function day(language: Language, at: Date): string {
  return formatDay(language, at.toISOString().slice(0, 10));
}
