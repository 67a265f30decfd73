import { type Context, page, type PageProps, type PageResponse } from "fresh";
import { z } from "zod";
import { Career } from "../../components/Career.tsx";
import { CandidateActivity } from "../../components/CandidateActivity.tsx";
import { CandidateConsent } from "../../components/CandidateConsent.tsx";
import { CandidateContact } from "../../components/CandidateContact.tsx";
import { CandidateKeeping } from "../../components/CandidateKeeping.tsx";
import { CandidateHead } from "../../components/CandidateHead.tsx";
import { CandidatePageLink, type PageLinkFault } from "../../components/CandidatePageLink.tsx";
import { CandidateResumes } from "../../components/CandidateResumes.tsx";
import { CandidateTags } from "../../components/CandidateTags.tsx";
import { CandidateToast } from "../../components/CandidateToast.tsx";
import { DuplicateHint } from "../../components/DuplicateHint.tsx";
import { Frame } from "../../components/Frame.tsx";
import { LetterList } from "../../components/LetterList.tsx";
import { Notes } from "../../components/Notes.tsx";
import { PageTitle } from "../../components/PageTitle.tsx";
import { PersonMerges } from "../../components/PersonMerges.tsx";
import { RequestsNotice } from "../../components/RequestList.tsx";
import type { RefusedEdit } from "../../components/refused_edit.ts";
import type { State } from "../../define.ts";
import { InPlaceForms } from "../../islands/InPlaceForms.tsx";
import { can } from "../../lib/accounts/permissions.ts";
import { listActivity, listActors } from "../../lib/hiring/activity.ts";
import { ActivityKind } from "../../lib/hiring/activity_kinds.ts";
import { describeCandidateDeletion } from "../../lib/hiring/candidate_changes.ts";
import { getPerson } from "../../lib/hiring/candidates.ts";
import { duplicatesOf } from "../../lib/hiring/duplicates.ts";
import { listLetters } from "../../lib/hiring/letters.ts";
import { listMerges } from "../../lib/hiring/merges.ts";
import { listNotes } from "../../lib/hiring/notes.ts";
import { toE164 } from "../../lib/hiring/phones.ts";
import { listRequests } from "../../lib/hiring/privacy/candidate_requests.ts";
import { listPageLinks } from "../../lib/hiring/privacy/page_links.ts";
import { getKeeping } from "../../lib/hiring/privacy/retention.ts";
import { showProfile } from "../../lib/hiring/resume_profile.ts";
import { listTags } from "../../lib/hiring/tags.ts";
import { allOf } from "../../lib/platform/all_of.ts";
import { Conflict, InvalidInput } from "../../lib/platform/errors.ts";
import { Id } from "../../lib/platform/input.ts";
import { pageFields } from "../../lib/platform/page_of.ts";
import { translator } from "../../locales/translate.ts";
import { formFields, readQuery, safePath, wantsJson } from "./forms.ts";

/** A select that asks for everything sends nothing. */
const nothing = z.literal("").transform(() => undefined);

const PersonQuery = z.object({
  ...pageFields(20, 100),
  kind: ActivityKind.or(nothing).optional(),
  by: Id.or(nothing).optional(),
  done: z.enum(["saved", "merged", "undone", "letter", "link"]).optional(),
  merge: Id.optional(),
});

type PersonData = Awaited<ReturnType<typeof gather>>;

/** The page of a person; with what was typed when it was not taken. */
export async function candidatePage(
  ctx: Context<State>,
  candidateId: string,
  refused: RefusedEdit | null = null,
): Promise<PageResponse<PersonData>> {
  const status = refused ? refused.isLate ? 409 : 422 : 200;
  return page(await gather(ctx, candidateId, refused), { status });
}

/**
 * Does what a form of a person's page asks for. When it cannot be, or when somebody else was
 * first, the page shows what stands, with what was typed.
 *
 * @param form Which form it is, by what was typed.
 */
export async function orShow(
  ctx: Context<State>,
  { candidateId, form }: {
    candidateId: () => string | Promise<string>;
    form: (typed: Readonly<Record<string, string>>) => string;
  },
  act: (req: Request) => Promise<Response>,
): Promise<Response | PageResponse<PersonData>> {
  const typed = Object.fromEntries(await formFields(ctx.req.clone()));
  try {
    return await act(ctx.req);
  } catch (error) {
    const isLate = error instanceof Conflict;
    if (wantsJson(ctx) || !(isLate || error instanceof InvalidInput)) throw error;
    return candidatePage(ctx, await candidateId(), { form: form(typed), typed, isLate });
  }
}

async function gather(
  { state: { actor, db, language }, url }: Context<State>,
  id: string,
  refused: RefusedEdit | null,
) {
  const { page, itemsPerPage, ...query } = readQuery(url, PersonQuery);
  const wanted = { page, itemsPerPage, kind: query.kind, userId: query.by };
  const person = await getPerson(actor, db, id);
  const latest = person.resumes.find(({ status }) => status === "done");
  const openRequests = { page: 1, itemsPerPage: 1, state: "open", candidate: id } as const;
  const { links, requests, profile, ...parts } = await allOf({
    notes: listNotes(actor, db, id),
    tags: listTags(actor, db),
    deletion: describeCandidateDeletion(actor, db, id),
    activity: listActivity(actor, db, { candidateId: id }, wanted),
    people: listActors(actor, db, { candidateId: id }),
    duplicates: duplicatesOf(actor, db, id),
    merges: listMerges(actor, db, person.id),
    letters: listLetters(actor, db, person.id),
    keeping: getKeeping(actor, db, person.id),
    links: listPageLinks(actor, db, person.id),
    requests: listRequests(actor, db, openRequests),
    profile: latest ? showProfile(actor, db, latest.id, language) : null,
  });
  return {
    ...parts,
    career: profile && latest ? { profile, receivedOn: latest.receivedOn } : null,
    person,
    dial: toE164(person.phone),
    link: links[0] ?? null,
    requests: requests.totalCount,
    refused,
    query,
  };
}

export function CandidatePage({ data, state, url }: PageProps<PersonData, State>) {
  const { language, actor } = state;
  const t = translator(language);
  const { person, deletion, duplicates, refused, query } = data;
  const mayWrite = can(actor, "candidates:write");
  const here = `/candidates/${person.id}`;
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={person.name ?? t("candidate.no_name")} t={t} />
      <div class="page">
        <CandidateHead person={person} deletion={deletion} mayWrite={mayWrite} t={t} />
        <RequestsNotice
          count={data.requests}
          href={`/candidates/requests?candidate=${person.id}`}
          t={t}
        />
        <DuplicateHint
          personId={person.id}
          duplicates={duplicates}
          canWrite={mayWrite}
          language={language}
          t={t}
        />
        <div class="person">
          <Aside data={data} state={state} here={here} />
          <div class="grid min-w-0 content-start gap-8">
            <CandidateResumes resumes={person.resumes} language={language} t={t} />
            <Notes
              candidateId={person.id}
              notes={data.notes}
              jobs={person.resumes.map(({ job }) => job)}
              back={refused?.typed.back ? safePath(refused.typed.back) : here}
              mayWrite={can(actor, "decisions:write")}
              refused={refused}
              draft={`person:${actor.userId}:${person.id}`}
              language={language}
              t={t}
            />
            {data.career && <Career {...data.career} language={language} t={t} />}
            <LetterList letters={data.letters} language={language} t={t} />
            <CandidateActivity
              activity={data.activity}
              people={data.people}
              kinds={ActivityKind.options}
              kind={query.kind}
              userId={query.by}
              url={new URL(here + url.search, url)}
              language={language}
              t={t}
            />
          </div>
        </div>
      </div>
      <InPlaceForms />
      <CandidateToast
        done={query.done}
        mergeId={query.merge}
        name={person.name ?? t("candidate.no_name")}
        mayWrite={mayWrite}
        back={here}
        t={t}
      />
    </Frame>
  );
}

function Aside({ data, state, here }: { data: PersonData; state: State; here: string }) {
  const { language, actor } = state;
  const t = translator(language);
  const { person, dial, tags, merges, refused } = data;
  const mayWrite = can(actor, "candidates:write");
  return (
    <aside class="grid min-w-0 content-start gap-7">
      <CandidateContact
        person={person}
        dial={dial}
        mayWrite={mayWrite}
        refused={refused}
        userId={actor.userId}
        t={t}
      />
      <CandidateTags
        person={person}
        suggestions={tags.map(({ tag }) => tag)}
        mayWrite={mayWrite}
        refused={refused}
        t={t}
      />
      <CandidateConsent
        person={person}
        mayWrite={mayWrite}
        refused={refused}
        language={language}
        t={t}
      />
      <CandidateKeeping
        keeping={data.keeping}
        mayWrite={mayWrite}
        refused={refused}
        language={language}
        t={t}
      />
      <CandidatePageLink
        candidateId={person.id}
        email={person.email}
        link={data.link}
        fault={faultOf(refused)}
        mayWrite={mayWrite}
        language={language}
        t={t}
      />
      <PersonMerges
        merges={merges}
        canWrite={mayWrite}
        back={here}
        now={new Date()}
        language={language}
        t={t}
      />
    </aside>
  );
}

function faultOf(refused: RefusedEdit | null): PageLinkFault | null {
  if (refused?.form === "page_link_often") return "often";
  return refused?.form === "page_link_no_address" ? "no_address" : null;
}
