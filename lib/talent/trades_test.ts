import assert from "node:assert/strict";
import { readRequirement } from "./requirements.ts";
import { evaluate } from "./evaluate.ts";
import { DEFAULT_WEIGHTS } from "./score.ts";

/** What a trade calls a thing, and what of it a job shows: name asked, title held, deed, verdict. */
type Row = readonly [asked: string, title: string, deed: string, verdict: string];

function check(rows: readonly Row[]): void {
  const wrong = rows.flatMap(([asked, title, deed, verdict]) => {
    const text =
      `Jo Jansen\njo@example.com\n\nExperience\n${title}, Jan 2019 – Dec 2022\n- ${deed}\n`;
    const [match] = evaluate({
      text,
      requirements: [readRequirement(asked)],
      weights: DEFAULT_WEIGHTS,
      now: "2026-01-01",
      hiddenCharacters: 0,
    }).matches;
    return match?.verdict === verdict
      ? []
      : [`${asked}: ${title} / ${deed}: ${match?.verdict} (${match?.reason.code})`];
  });
  assert.deepEqual(wrong, []);
}

Deno.test("evaluate() knows what nurses call their wards and tasks", () => {
  check([
    ["2 jaar intensive care", "IC-verpleegkundige, Ziekenhuis Oost", "Rapportage", "YES"],
    ["2 jaar intensive care", "Intensivecareverpleegkundige, Oost", "Rapportage", "YES"],
    ["2 jaar thuiszorg", "Wijkverpleegkundige, Oost", "Rapportage", "YES"],
    ["2 jaar intensive care", "Doktersassistent, Oost", "Verslagen over de IT", "NO"],
    ["Ervaring met beademing", "Verpleegkundige, Oost", "Zorgt voor beademde patiënten", "YES"],
    ["CVVH of dialyse", "Verpleegkundige, Oost", "CVVH op de afdeling", "YES"],
    ["Stagiairs begeleiden", "Verpleegkundige, Oost", "Werkbegeleider van stagiairs", "YES"],
  ]);
});

Deno.test("evaluate() knows what programmers call tests, pipelines and interfaces", () => {
  check([
    ["Automated testing", "Developer, Acme", "Contract tests for each service", "YES"],
    ["Automated testing", "Developer, Acme", "Unit tests for each service", "YES"],
    ["Automated testing", "Developer, Acme", "Test suites with Vitest", "YES"],
    ["Continuous integration", "Developer, Acme", "Pipelines that run on every push", "YES"],
    ["HTTP APIs", "Developer, Acme", "REST interface for the branches", "YES"],
    ["HTTP APIs", "Developer, Acme", "Styled the front page in CSS", "NO"],
    ["Written communication", "Developer, Acme", "Runbooks for the night shift", "YES"],
    ["Automated testing", "Developer, Acme", "Tested the taste of the coffee", "NO"],
  ]);
});

Deno.test("evaluate() knows an industry by its employers", () => {
  check([
    ["Experience in the energy sector", "Analyst, Noord (electricity)", "Reports", "YES"],
    ["Experience in the energy sector", "Analyst, Gemeente Noord", "Reports", "NO"],
    ["Experience in hospitality", "Controller, Seaside Hotels", "Month-end close", "YES"],
    ["Knowledge of the packaging industry", "Buyer, Karo (golfkarton)", "Contracts", "YES"],
    ["Ervaring in de farmaceutische industrie", "Inkoper, Medi (pharma)", "Contracten", "YES"],
    ["Energiek", "Analist, Energiebedrijf Noord", "Rapporten", "NO"],
  ]);
});

Deno.test("evaluate() knows who sells to companies and what a CRM is", () => {
  check([
    ["B2B sales", "Telesales agent, Acme", "Calls business customers", "YES"],
    ["B2B sales", "Shop assistant, Acme", "Sells shoes", "NO"],
    ["CRM system", "Account manager, Acme", "Plans visits in Microsoft Dynamics 365", "YES"],
    ["Negotiate contracts", "Sales agent, Acme", "Prepares for executives, who negotiate", "NO"],
  ]);
});

Deno.test("evaluate() takes one of the same sort where something similar will do", () => {
  check([
    ["Mailchimp or a similar tool", "Marketer, Acme", "Newsletters in Klaviyo", "YES"],
    ["Mailchimp of een vergelijkbaar systeem", "Marketeer, Acme", "Mailings in Klaviyo", "YES"],
    ["Prometheus or comparable", "Administrator, Acme", "Alerts in Nagios", "YES"],
    ["Prometheus or comparable", "Administrator, Acme", "Invoices in Excel", "NO"],
    ["CCNA of een vergelijkbaar certificaat", "Beheerder, Acme", "Beheert de VPN", "NO"],
  ]);
});

Deno.test("evaluate() takes a tool for no part of another that is only used beside it", () => {
  check([
    ["dbt", "Analyst, Acme", "Reports in SQL", "NO"],
    ["Zaaksysteem", "Medewerker, Gemeente Noord", "Vergunningen in het openbaar bestuur", "NO"],
    ["Prometheus", "Administrator, Acme", "Dashboards in Grafana", "PARTIAL"],
  ]);
});

Deno.test("evaluate() takes several parts of a field, done at work, for the field", () => {
  check([
    ["Networking", "Administrator, Acme", "VPN for six sites; Cisco switches", "YES"],
    ["Social media management", "Marketer, Acme", "Runs Instagram and TikTok", "YES"],
    ["Networking", "Administrator, Acme", "VPN for six sites", "PARTIAL"],
    ["Netwerkbeheer: firewalls en VPN", "Beheerder, Acme", "Beheert firewalls en VPN", "YES"],
  ]);
});

Deno.test("evaluate() reads verb and object in any order and form", () => {
  check([
    ["Wonden verzorgen", "Verpleegkundige, Oost", "Ik verzorg wonden en geef medicatie", "YES"],
    ["Wondzorg", "Verpleegkundige, Oost", "Verzorgde wonden bij cliënten thuis", "YES"],
    ["Tekeningen lezen", "Timmerman, Acme", "Lees tekeningen van de architect", "YES"],
    ["Reading blueprints", "Carpenter, Acme", "Reads the blueprints of each house", "YES"],
    ["Wonden verzorgen", "Verkoper, Acme", "Verzorgde de etalage van de winkel", "NO"],
    ["Tekeningen lezen", "Verkoper, Acme", "Leest de krant aan de balie", "NO"],
  ]);
});

Deno.test("evaluate() counts work with an instance of a thing for its years", () => {
  check([
    ["3 years of Linux", "Administrator, Acme", "300 Debian servers and a Linux desktop", "YES"],
    ["3 jaar Linux", "Beheerder, Acme", "Beheert Ubuntu", "YES"],
  ]);
});

Deno.test("evaluate() believes what hours one can work, and a refusal of them", () => {
  check([
    ["Werken in het weekend", "Kok, Acme", "Werkt al tien jaar ieder weekend", "YES"],
    ["Weekend work", "Cook, Acme", "Works every weekend", "YES"],
    ["On-call duty", "Administrator, Acme", "On-call rota one week in four", "YES"],
    ["On-call duty", "Administrator, Acme", "I no longer want stand-by duties", "NO"],
    ["Bereikbaarheidsdienst", "Beheerder, Acme", "Wil geen bereikbaarheidsdienst meer", "NO"],
    ["Weekend work", "Cook, Acme", "Soups and salads", "NO"],
  ]);
});

Deno.test("evaluate() takes how a team works for a skill of who leads it", () => {
  check([
    ["Scrum", "Project manager, Acme", "Leads two Scrum teams", "YES"],
    ["Scrum", "Projectleider, Acme", "Leidt twee Scrum-teams", "YES"],
    ["Java", "Project manager, Acme", "Managed a team of Java developers", "NO"],
  ]);
});

Deno.test("evaluate() tells one technique of the laboratory from another", () => {
  check([
    ["Plant tissue culture", "Technician, Lab", "PCR and ELISA for viruses", "NO"],
    ["Celkweek", "Analist, Lab", "Celkweek en microscopie", "YES"],
    ["PCR", "Technician, Lab", "Real-time PCR every day", "YES"],
    ["Laboratory techniques", "Technician, Lab", "PCR for respiratory viruses", "PARTIAL"],
  ]);
});

Deno.test("evaluate() tells the two VCA certificates apart", () => {
  check([
    ["VCA-VOL", "Voorman, Acme", "VCA-VOL geldig tot 2031", "YES"],
    ["VCA-VOL", "Voorman, Acme", "VCA-basis (2025)", "PARTIAL"],
    ["VCA", "Voorman, Acme", "VCA-basis (2025)", "YES"],
  ]);
});
