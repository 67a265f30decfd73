import type { Context } from "fresh";
import { page } from "fresh";
import { z } from "zod";
import { CandidateActivity } from "../../../../components/CandidateActivity.tsx";
import { CandidateConsent } from "../../../../components/CandidateConsent.tsx";
import {
  CandidateContact,
  CONTACT_FIELDS,
  type ContactField,
} from "../../../../components/CandidateContact.tsx";
import { CandidateHead } from "../../../../components/CandidateHead.tsx";
import { CandidateResumes } from "../../../../components/CandidateResumes.tsx";
import { CandidateTags } from "../../../../components/CandidateTags.tsx";
import { CandidateToast } from "../../../../components/CandidateToast.tsx";
import { DuplicateHint } from "../../../../components/DuplicateHint.tsx";
import { Frame } from "../../../../components/Frame.tsx";
import { Notes } from "../../../../components/Notes.tsx";
import { PageTitle } from "../../../../components/PageTitle.tsx";
import { PersonMerges } from "../../../../components/PersonMerges.tsx";
import { define, type State } from "../../../../define.ts";
import { can } from "../../../../lib/accounts/permissions.ts";
import { listActivity, listActors } from "../../../../lib/hiring/activity.ts";
import { ActivityKind } from "../../../../lib/hiring/activity_kinds.ts";
import {
  describeCandidateDeletion,
  updateCandidate,
} from "../../../../lib/hiring/candidate_changes.ts";
import { getPerson } from "../../../../lib/hiring/candidates.ts";
import { duplicatesOf } from "../../../../lib/hiring/duplicates.ts";
import { listMerges } from "../../../../lib/hiring/merges.ts";
import { listNotes } from "../../../../lib/hiring/notes.ts";
import { listTags } from "../../../../lib/hiring/tags.ts";
import { Id } from "../../../../lib/platform/input.ts";
import { pageFields } from "../../../../lib/platform/page_of.ts";
import { translator } from "../../../../locales/translate.ts";
import { ContactForm } from "../../../(_shared)/candidate_form.ts";
import { formFields, readQuery } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

/** A select that asks for everything sends nothing. */
const nothing = z.literal("").transform(() => undefined);

const PersonQuery = z.object({
  ...pageFields(20, 100),
  kind: ActivityKind.or(nothing).optional(),
  by: Id.or(nothing).optional(),
  done: z.enum(["saved", "merged", "undone"]).optional(),
  merge: Id.optional(),
  wrong: z.enum(["consent", "tag"]).optional(),
  note: z.literal("wrong").optional(),
});

interface WrongField {
  readonly field: ContactField;
  readonly typed: string;
}

export const handler = define.handlers({
  async GET(ctx) {
    const data = await gather(ctx, null);
    // Somebody who was merged is part of another now, who has an address of their own.
    const { id } = data.person;
    if (id !== ctx.params.id) return ctx.redirect(`/candidates/${id}${ctx.url.search}`, 303);
    return page(data);
  },

  /** Changes how to reach a person; a value that cannot be taken is shown with the reason. */
  async POST(ctx) {
    const fields = Object.fromEntries(await formFields(ctx.req));
    const patch = ContactForm.safeParse(fields);
    if (patch.success) {
      const { actor, db } = ctx.state;
      const { id } = await updateCandidate(actor, db, pathId(ctx.params.id), patch.data);
      return ctx.redirect(`/candidates/${id}?done=saved`, 303);
    }
    const field = CONTACT_FIELDS.find((one) => patch.error.issues[0]?.path[0] === one) ?? "name";
    return page(await gather(ctx, { field, typed: fields[field] ?? "" }), { status: 422 });
  },
});

async function gather(
  { state: { actor, db }, params, url }: Context<State>,
  wrong: WrongField | null,
) {
  const { page, itemsPerPage, ...query } = readQuery(url, PersonQuery);
  const id = pathId(params.id);
  const wanted = { page, itemsPerPage, kind: query.kind, userId: query.by };
  const person = await getPerson(actor, db, id);
  const [notes, tags, deletion, activity, people, duplicates, merges] = await Promise.all([
    listNotes(actor, db, id),
    listTags(actor, db),
    describeCandidateDeletion(actor, db, id),
    listActivity(actor, db, { candidateId: id }, wanted),
    listActors(actor, db, { candidateId: id }),
    duplicatesOf(actor, db, id),
    listMerges(actor, db, person.id),
  ]);
  return { person, notes, tags, deletion, activity, people, duplicates, merges, wrong, query };
}

export default define.page<typeof handler>(({ data, state, url }) => {
  const { language, actor } = state;
  const t = translator(language);
  const { person, notes, tags, deletion, duplicates, merges, wrong, query } = data;
  const mayWrite = can(actor, "candidates:write");
  return (
    <Frame state={state} url={url} t={t}>
      <PageTitle title={person.name ?? t("candidate.no_name")} t={t} />
      <div class="page">
        <CandidateHead person={person} deletion={deletion} mayWrite={mayWrite} t={t} />
        <DuplicateHint
          personId={person.id}
          duplicates={duplicates}
          canWrite={mayWrite}
          language={language}
          t={t}
        />
        <div class="person">
          <div class="grid min-w-0 content-start gap-8">
            <CandidateResumes resumes={person.resumes} language={language} t={t} />
            <Notes
              candidateId={person.id}
              notes={notes}
              jobs={person.resumes.map(({ job }) => job)}
              back={url.pathname}
              mayWrite={can(actor, "decisions:write")}
              isWrong={query.note === "wrong"}
              language={language}
              t={t}
            />
            <CandidateActivity
              activity={data.activity}
              people={data.people}
              kinds={ActivityKind.options}
              kind={query.kind}
              userId={query.by}
              url={url}
              language={language}
              t={t}
            />
          </div>
          <aside class="grid min-w-0 content-start gap-7">
            <CandidateContact person={person} mayWrite={mayWrite} wrong={wrong} t={t} />
            <CandidateTags
              person={person}
              suggestions={tags.map(({ tag }) => tag)}
              mayWrite={mayWrite}
              isWrong={query.wrong === "tag"}
              t={t}
            />
            <CandidateConsent
              person={person}
              mayWrite={mayWrite}
              isWrong={query.wrong === "consent"}
              language={language}
              t={t}
            />
            <PersonMerges
              merges={merges}
              canWrite={mayWrite}
              back={url.pathname}
              now={new Date()}
              language={language}
              t={t}
            />
          </aside>
        </div>
      </div>
      <CandidateToast
        done={query.done}
        mergeId={query.merge}
        name={person.name ?? t("candidate.no_name")}
        mayWrite={mayWrite}
        back={url.pathname}
        t={t}
      />
    </Frame>
  );
});
