import { define } from "../../../../../define.ts";
import { addResumes, readUploads } from "../../../../../lib/hiring/resume_upload.ts";
import { done } from "../../../../(_shared)/forms.ts";
import { pathId } from "../../../../(_shared)/ids.ts";

/** Takes résumés, from the form or one by one from the drop zone. */
export const handler = define.handlers({
  async POST(ctx) {
    const { actor, config } = ctx.state;
    const jobId = pathId(ctx.params.id);
    const added = await addResumes(actor, ctx.state, jobId, readUploads(ctx.req, config));
    const duplicates = added.filter(({ duplicate }) => duplicate).length;
    const query = new URLSearchParams({
      added: String(added.length - duplicates),
      duplicates: String(duplicates),
    });
    return done(ctx, `/jobs/${jobId}/resumes?${query}`, added);
  },
});
