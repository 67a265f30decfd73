import { CONTACT_FIELDS } from "../../../../components/CandidateContact.tsx";
import { define } from "../../../../define.ts";
import { updateCandidate } from "../../../../lib/hiring/candidate_changes.ts";
import { ContactForm } from "../../../(_shared)/candidate_form.ts";
import { CandidatePage, candidatePage, orShow } from "../../../(_shared)/candidate_page.tsx";
import { done, readForm } from "../../../(_shared)/forms.ts";
import { pathId } from "../../../(_shared)/ids.ts";

export const handler = define.handlers({
  async GET(ctx) {
    const found = await candidatePage(ctx, pathId(ctx.params.id));
    // Somebody who was merged is part of another now, who has an address of their own.
    const { id } = found.data.person;
    if (id !== ctx.params.id) return ctx.redirect(`/candidates/${id}${ctx.url.search}`, 303);
    return found;
  },

  /** Changes how to reach a person. */
  POST(ctx) {
    const { actor, db } = ctx.state;
    const id = pathId(ctx.params.id);
    const form = (typed: Readonly<Record<string, string>>) =>
      CONTACT_FIELDS.find((field) => field in typed) ?? "name";
    return orShow(ctx, { candidateId: () => id, form }, async (req) => {
      const person = await updateCandidate(actor, db, id, await readForm(req, ContactForm));
      return done(ctx, `/candidates/${person.id}?done=saved`, person);
    });
  },
});

export default define.page<typeof handler>(CandidatePage);
