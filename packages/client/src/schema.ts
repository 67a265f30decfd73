// Written by `deno task client` from openapi.json.
// deno-lint-ignore-file

declare const ITEM: unique symbol;
/** A text that holds many of these, one after the other. */
export type Many<Item> = string & { readonly [ITEM]?: Item };

export interface paths {
  "/answers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Answer a question by quotes of the workspace's résumés, the best first
     * @description `q` is plain words, or AND, OR, NOT, brackets, "words together", `skill:python`, `years:python>3` and `language:nl`. Quotes stand in the résumé's text exactly; each mark says which of `asked` it shows. `total_count` is how many résumés have the words; those that do not bear the question out are left out of `data`.
     */
    get: operations["getAnswers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api_keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The workspace's API keys: those that hold first, then the newest */
    get: operations["getApiKeys"];
    put?: never;
    /**
     * Make an API key; `key` is the secret, which is shown this once
     * @description A scope to write brings the one to read along. A test key sees a sandbox with the sample data and nothing of the workspace.
     */
    post: operations["postApiKeys"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api_keys/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An API key, without its secret */
    get: operations["getApiKeysById"];
    put?: never;
    post?: never;
    /** Revoke an API key, at once and for good */
    delete: operations["deleteApiKeysById"];
    options?: never;
    head?: never;
    /** Change an API key's name, scopes or end */
    patch: operations["patchApiKeysById"];
    trace?: never;
  };
  "/api_keys/{id}/rotate": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give an API key a new secret; the present one holds for `overlap_hours` */
    post: operations["postApiKeysByIdRotate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/audit_log": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was done in the workspace: by whom, when, on what; the latest first
     * @description `actor_id` is of a person or an API key; `from` and `to` are days in UTC, both counted in. What an entry is about is null when it is no longer there.
     */
    get: operations["getAuditLog"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/audit_log.csv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All that the filter leaves of the audit log as CSV, the latest first
     * @description RFC 4180 in UTF-8, the heads first, in the reader's language. Who takes it along is in the log, in an entry that is not among the rows.
     */
    get: operations["getAuditLogCsv"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidate_requests": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What candidates ask for on their own pages, the last first */
    get: operations["getCandidateRequests"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidate_requests/{id}/settle": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Say that a candidate's request is done, or why it is not
     * @description The candidate reads the answer on their page. An erasure that is done deletes the person with everything about them, and the answer is the request as it last stood; a legal hold refuses it (409). The others change nothing but the request.
     */
    post: operations["postCandidateRequestsByIdSettle"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The people of the workspace across jobs, the last changed first */
    get: operations["getCandidates"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates/duplicates": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Pairs of people who may be one, those with more in common first */
    get: operations["getCandidatesDuplicates"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A person with their résumés, grades, stages and tags */
    get: operations["getCandidatesById"];
    put?: never;
    post?: never;
    /** Delete a person with all their résumés, files, evaluations, notes and tags */
    delete: operations["deleteCandidatesById"];
    options?: never;
    head?: never;
    /** Change how to reach a person, or whether their data may be kept */
    patch: operations["patchCandidatesById"];
    trace?: never;
  };
  "/candidates/{id}/dismissals": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that this and another one are two people */
    post: operations["postCandidatesByIdDismissals"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates/{id}/dismissals/{other_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Let this and another one be proposed as one person again */
    delete: operations["deleteCandidatesByIdDismissalsByOtherId"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates/{id}/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * All that is kept of a person: a ZIP of person.json and the files of their résumés
     * @description Who takes it along is in the audit log.
     */
    get: operations["getCandidatesByIdExport"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates/{id}/keeping": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How long the data of a person is kept, and what holds it */
    get: operations["getCandidatesByIdKeeping"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates/{id}/legal_hold": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Keep a person from being deleted, by anybody and by the rule */
    put: operations["putCandidatesByIdLegalHold"];
    post?: never;
    /** Let a person be deleted again */
    delete: operations["deleteCandidatesByIdLegalHold"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates/{id}/letters": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The letters that were sent to a person, the last first */
    get: operations["getCandidatesByIdLetters"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates/{id}/merges": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Merge another person into this one; it can be undone at any time */
    post: operations["postCandidatesByIdMerges"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates/{id}/notes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What people wrote about a person, the last first */
    get: operations["getCandidatesByIdNotes"];
    put?: never;
    /** Write a note about a person, and about a job if it is */
    post: operations["postCandidatesByIdNotes"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates/{id}/page_links": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The links to their own page that were mailed to a person, the last first
     * @description At most 50; those that expired more than a month ago are gone.
     */
    get: operations["getCandidatesByIdPageLinks"];
    put?: never;
    /**
     * Mail a person the link to their own page, where they see what is kept of them
     * @description It goes to their e-mail address, works for 30 days without signing in, and takes the place of an earlier one. Its secret is in the mail alone. There they read what is kept and how their résumé was judged, consent to be kept longer, take their data along, and make requests. A sandbox sends no mail.
     */
    post: operations["postCandidatesByIdPageLinks"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates/{id}/page_links/{link_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Revoke a link to a person's own page */
    delete: operations["deleteCandidatesByIdPageLinksByLinkId"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/candidates/{id}/tags": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a person a tag, in the spelling that the workspace has for it */
    post: operations["postCandidatesByIdTags"];
    /** Take a tag from a person, in any case */
    delete: operations["deleteCandidatesByIdTags"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/db_user/{username}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Erase an account for good
     * @description Workspaces that nobody else is in go with everything in them.
     */
    delete: operations["deleteDbUserByUsername"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/email_verification/confirm": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm an e-mail address by the token of the link that was mailed to it */
    post: operations["postEmailVerificationConfirm"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/equal_treatment": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether groups are treated alike, by what candidates say of themselves
     * @description For each question that the workspace asks, how many of each group applied and came as far as each stage, the ratio to the group with the highest rate (four fifths: 29 CFR 1607.4(D)), and Fisher's exact test. As it stood at the start of the month. Groups of fewer than ten are left out, and whatever would let them be worked out; then a stage, or all of them, is missing. Nobody can read what one person answered.
     */
    get: operations["getEqualTreatment"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/evaluations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Judge up to twenty résumés by a job's text; nothing of it is kept
     * @description JSON with the texts, or `multipart/form-data` with the job in `job` (its text, or JSON with `text` and `weights`) and the résumés in `files`. Answers what came of it within 20 seconds; otherwise, or at once with `Prefer: respond-async`, 202 with the `task_id` to ask for. Each résumé counts as a call, and in the quota of the month.
     */
    post: operations["postEvaluations"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/evaluations/tasks/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What came of résumés that are judged and not kept, until it expires */
    get: operations["getEvaluationsTasksById"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/evaluations/{id}/opinion": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A language model's opinion on each requirement, beside the engine's verdict */
    get: operations["getEvaluationsByIdOpinion"];
    put?: never;
    /**
     * Ask a language model for a second opinion; it plays no part in the score
     * @description The résumé is sent without name, contacts and personal lines, and without the engine's verdicts. A YES or PARTIAL counts only with a quote that stands in the text to the letter. Where it differs, the ranking shows the flag `opinion_differs`.
     */
    post: operations["postEvaluationsByIdOpinion"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/evaluations/{id}/overrides": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put your verdict in place of the engine's, with the reason; answers the evaluation */
    post: operations["postEvaluationsByIdOverrides"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/evaluations/{id}/overrides/{override_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Let the engine's verdict hold again; answers the evaluation */
    delete: operations["deleteEvaluationsByIdOverridesByOverrideId"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/evaluations/{id}/receipt": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the score is made of, as canonical JSON: input, versions, every term, overrides
     * @description `content` is what the engine was given and what it made of that; it is the same for as long as the evaluation is. `holds` is the sum with people's verdicts in it. The answer is canonical JSON (RFC 8785), so that its bytes can be kept and compared.
     */
    get: operations["getEvaluationsByIdReceipt"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/evaluations/{id}/recompute": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Judge the stored text again and compare what comes out, byte for byte
     * @description By what the receipt says it was judged by. Compared are the receipt, the verdicts with their quotes, and the score that holds; nothing is changed. `different` means that something is wrong: the text or a row was changed behind the product's back.
     */
    post: operations["postEvaluationsByIdRecompute"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/evaluations/{id}/wording": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The engine's reasons in a language model's words, each beside the engine's own */
    get: operations["getEvaluationsByIdWording"];
    put?: never;
    /** Ask a language model to say the reasons in plainer words; ask with GET */
    post: operations["postEvaluationsByIdWording"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/feedback": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What people wrote, the last first; for superusers */
    get: operations["getFeedback"];
    put?: never;
    /** Send feedback: JSON, or a form with a picture in the field `screenshot` */
    post: operations["postFeedback"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/health": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether PostgreSQL, Redis and a worker answer; 503 when one does not */
    get: operations["getHealth"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The workspace's jobs, the last active first */
    get: operations["getJobs"];
    put?: never;
    /** Make a job of a text; its requirements are read at once */
    post: operations["postJobs"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A job with its requirements */
    get: operations["getJobsById"];
    put?: never;
    post?: never;
    /** Delete a job with its requirements, résumés, files and evaluations */
    delete: operations["deleteJobsById"];
    options?: never;
    head?: never;
    /** Change title, description, place, department, weights or status of a job */
    patch: operations["patchJobsById"];
    trace?: never;
  };
  "/jobs/{id}/activity": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was done in the job, the latest first; alike things in a row are one entry */
    get: operations["getJobsByIdActivity"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/answers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Answer a question by quotes of the job's résumés, the best first */
    get: operations["getJobsByIdAnswers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/board": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The job's résumés by stage, the best first; with `stage_id` that stage alone */
    get: operations["getJobsByIdBoard"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/compare": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Two to four of the job's résumés beside each other, requirement by requirement */
    get: operations["getJobsByIdCompare"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/engine_comparison": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who would move by the present engine, and why; kept beside the ranking that holds */
    get: operations["getJobsByIdEngineComparison"];
    put?: never;
    /**
     * Judge the ranking by the present engine, beside what holds; ask with GET
     * @description After an update of the product, verdicts stay as the engine of then gave them. This tells what the present one would say of the first thousand; nothing changes until it is accepted.
     */
    post: operations["postJobsByIdEngineComparison"];
    /** Forget a comparison of engines; the verdicts that hold stay */
    delete: operations["deleteJobsByIdEngineComparison"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/engine_comparison/accept": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take the present engine's verdicts in the place of the ones that hold */
    post: operations["postJobsByIdEngineComparisonAccept"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/evaluations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All evaluations of a job as NDJSON: one JSON object a line, while they are read */
    get: operations["getJobsByIdEvaluations"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/events": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Follow a job: server-sent events `snapshot` and `changes`, resumed by Last-Event-ID */
    get: operations["getJobsByIdEvents"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/evidence": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What shows how a job was filled: data, engine, settings, oversight, figures, log
     * @description For who must account for the use of a system that recruits (Regulation (EU) 2024/1689). Candidates are named by the ids of their résumés alone; reasons are as they were written. Who takes it along is in the audit log. `evidence.html` is the same to be read.
     */
    get: operations["getJobsByIdEvidence"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/evidence.html": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same to be read: one HTML document with nothing outside of it */
    get: operations["getJobsByIdEvidenceHtml"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/legal_hold": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Keep a job and everybody in it from being deleted, by anybody and by the rule */
    put: operations["putJobsByIdLegalHold"];
    post?: never;
    /** Let a job and everybody in it be deleted again */
    delete: operations["deleteJobsByIdLegalHold"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/letter_drafts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Letters to those who were decided upon for a job and have none yet, drafted
     * @description At most twenty, as many as a person can read; `has_more` says whether others follow once these are sent. Each is drafted as `GET /resumes/{id}/letter_draft` does; nothing is sent or kept.
     */
    get: operations["getJobsByIdLetterDrafts"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/letters": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send up to twenty letters about résumés of a job, each to one person alone
     * @description For a signed-in person alone, each letter as `POST /resumes/{id}/letters` sends it. One whose decision was not made by a person, or that is more than a day allows, stands under `unsent` with why, and keeps no other from going. A `draft_key` that was sent is not sent again.
     */
    post: operations["postJobsByIdLetters"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/pool": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The people of other jobs who fit this one, as the last search found them */
    get: operations["getJobsByIdPool"];
    put?: never;
    /** Put people forward for this job with a copy of a résumé from another one */
    post: operations["postJobsByIdPool"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/pool/searches": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Look for people of other jobs who fit this one */
    post: operations["postJobsByIdPoolSearches"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/proposals": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Requirements that a language model proposes and nobody has decided on */
    get: operations["getJobsByIdProposals"];
    put?: never;
    /**
     * Ask a language model for requirements that the rules missed; ask with GET
     * @description The posting is sent without addresses and numbers to reach anybody by. A proposal quotes the posting to the letter, or it is thrown away. Nothing changes until one is taken.
     */
    post: operations["postJobsByIdProposals"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/ranking": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The job's résumés, best first; those without a score come last */
    get: operations["getJobsByIdRanking"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/ranking.csv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The whole ranking as CSV, for people: heads and words are in their language
     * @description RFC 4180 in UTF-8, the heads first; one row for each résumé with its evaluation, where it stands, and its verdict on each requirement. No cell is a formula. How to reach the people is told to who has `candidates:read`. Who takes it along is in the audit log.
     */
    get: operations["getJobsByIdRankingCsv"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/ranking.xlsx": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The same as an Excel workbook, its figures as figures
     * @description At most 5000 rows; with more of them, take `ranking.csv`.
     */
    get: operations["getJobsByIdRankingXlsx"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/requirements": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Make the job's requirements exactly these; its résumés are judged anew */
    put: operations["putJobsByIdRequirements"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/resumes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The résumés of a job: first the failed, then those under way, then the others */
    get: operations["getJobsByIdResumes"];
    put?: never;
    /** Upload résumés (text, PDF, DOCX, ODT, RTF, HTML) in the field `files`; they are read afterwards */
    post: operations["postJobsByIdResumes"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/jobs/{id}/sensitivity": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How firm the ranking is: the ranks that one step of a weight or one PARTIAL makes
     * @description Each importance and both weights are moved by one step, and each PARTIAL that no person gave is read as YES and as NO, one at a time. `best` and `worst` are the ranks that any of that leads to; `steps` says what each step does to the whole ranking. It looks at the first thousand that the requirements of now judged; `left_out` counts the others.
     */
    get: operations["getJobsByIdSensitivity"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/language_model": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether a language model is set up, and what of its monthly tokens is used */
    get: operations["getLanguageModel"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/letter_templates": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the letters of each kind and language begin with
     * @description The workspace's own where it wrote one (`is_own`), or else the product's.
     */
    get: operations["getLetterTemplates"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/letter_templates/{kind}/{language}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Write what the letters of a kind and language begin with
     * @description A text has the places `{name}`, `{job}`, `{workspace}`, `{sender}`, `{met}` and `{missing}`; a subject has the first four. For a signed-in person alone, as sending is.
     */
    put: operations["putLetterTemplatesByKindByLanguage"];
    post?: never;
    /** Give a kind and language the product's template back */
    delete: operations["deleteLetterTemplatesByKindByLanguage"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/letters/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A letter as it was sent, and whether the mail server took it */
    get: operations["getLettersById"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/login": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Sign in with username or e-mail and password; answers an access token
     * @description Who has two-factor sign-in also sends `totp`: the code of their app, or a recovery code. Without it, a right password is answered with `/problems/second_factor_required`. `workspace_id` says in which of your workspaces the tokens are to work; otherwise it is the one that you joined first.
     */
    post: operations["postLogin"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/logout": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign out: end the access and refresh tokens of this sign-in */
    post: operations["postLogout"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/mails": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The mails of the installation in the last month, the last first
     * @description Without a mail server (`SMTP_URL`) they are written to files and count as sent.
     */
    get: operations["getMails"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/mails/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A mail with its text
     * @description The secret of its link is shown on your own machine alone (`ENVIRONMENT=local`).
     */
    get: operations["getMailsById"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/merges/{id}/undo": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a merge back; both people are as they were */
    post: operations["postMergesByIdUndo"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/moves": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move résumés to a stage, or by a bare decision; a refusal needs `reason_code` */
    post: operations["postMoves"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/moves/{batch_id}/undo": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back what one call moved, within 30 seconds */
    post: operations["postMovesByBatchIdUndo"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/notes/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove one's own note */
    delete: operations["deleteNotesById"];
    options?: never;
    head?: never;
    /** Write one's own note anew */
    patch: operations["patchNotesById"];
    trace?: never;
  };
  "/password_reset": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have a link for a new password mailed to who forgot theirs
     * @description The answer is the same whether anybody has the address or not. The link works once, for an hour; what stands in it after `token=` is taken by `POST /password_reset/confirm` too.
     */
    post: operations["postPasswordReset"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/password_reset/confirm": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Set a new password by the token of the link that was mailed
     * @description Its user is signed out everywhere, and told by mail.
     */
    post: operations["postPasswordResetConfirm"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/proposals/{id}/drop": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Drop a proposal; it is not made again for this job */
    post: operations["postProposalsByIdDrop"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/proposals/{id}/take": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a requirement of a proposal; the job's résumés are judged anew */
    post: operations["postProposalsByIdTake"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/refresh": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Exchange the refresh token, of the cookie or the body, for the next tokens
     * @description A refresh token is good for one exchange. One that comes a second time ends the sign-in, but for 30 seconds it gives the same next token once more: to calls at once, and to who never got the answer.
     */
    post: operations["postRefresh"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/reports": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of the résumés that came in: stages, times, grades, refusals, overrides */
    get: operations["getReports"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/resumes/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A résumé with its text, pages and warnings */
    get: operations["getResumesById"];
    put?: never;
    post?: never;
    /** Remove a résumé with its file, its evaluation and, if its last, its candidate */
    delete: operations["deleteResumesById"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/resumes/{id}/evaluation": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The verdict on each requirement, with the quotes that prove it */
    get: operations["getResumesByIdEvaluation"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/resumes/{id}/jobs": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The open jobs that a résumé fits, the best first; judged now
     * @description Of more than a hundred open jobs the last active ones; `is_cut` says so.
     */
    get: operations["getResumesByIdJobs"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/resumes/{id}/letter_draft": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A letter to a candidate, drafted from the evaluation; nothing is sent or kept
     * @description The workspace's template of that kind, filled in with the name, the job and what was met and missing by the verdicts that hold. It says nothing of scores, of character, or of what the law protects. `hold` says why it cannot be sent yet.
     */
    get: operations["getResumesByIdLetterDraft"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/resumes/{id}/letters": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send a letter to a candidate, as it stands in the body
     * @description For a signed-in person alone: no API key sends letters. An acceptance needs a candidate who is shortlisted; the others need one whom a person has rejected with a reason. With the `draft_key` of a letter that was sent, that one is answered and nothing is sent. Ask for `GET /letters/{id}` to see whether the mail server took it.
     */
    post: operations["postResumesByIdLetters"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/resumes/{id}/moves": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who moved the résumé from where to where and on what evidence, the latest first */
    get: operations["getResumesByIdMoves"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/resumes/{id}/original": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The file as it was uploaded */
    get: operations["getResumesByIdOriginal"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/resumes/{id}/profile": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What the engine reads of a résumé: roles, gaps, skills with months and last use
     * @description Verdicts rest on it; it is no verdict itself, and gaps count for nothing. Months of overlapping work are counted once. `links` are the pages that it names, and `sections` say in which language each part is written. Of a masked résumé it tells nothing of whose it is. Labels are in your language, or in that of `accept-language`.
     */
    get: operations["getResumesByIdProfile"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/resumes/{id}/replace": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put another file in the place of a résumé's; stage, notes and candidate stay */
    post: operations["postResumesByIdReplace"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/resumes/{id}/retry": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read a failed résumé once more */
    post: operations["postResumesByIdRetry"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/resumes/{id}/unmask": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show whose a résumé of a blind job is, before it is decided on; it is written down */
    post: operations["postResumesByIdUnmask"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/retention/deletions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The proof of what was deleted: ids and SHA-256 of files, the latest first */
    get: operations["getRetentionDeletions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/retention/due": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whose data is deleted in the next 30 days, the soonest first; at most 500 */
    get: operations["getRetentionDue"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/search": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Find people by name, e-mail address, tag and what their résumés say */
    get: operations["getSearch"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/stages": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The workspace's stages, in order */
    get: operations["getStages"];
    put?: never;
    /** Add a stage behind the last one that means the same */
    post: operations["postStages"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/stages/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove a stage; `move_to` says where those go who stand in it */
    delete: operations["deleteStagesById"];
    options?: never;
    head?: never;
    /** Give a stage another name or place */
    patch: operations["patchStagesById"];
    trace?: never;
  };
  "/tags": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The tags of the workspace with how many people have them, the most used first */
    get: operations["getTags"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The tasks of the workspace
     * @description The latest first; done ones go after a week. Superusers see those of all workspaces with `all=true`.
     */
    get: operations["getTasks"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/task": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Run the sample task, which takes five seconds
     * @description It answers `Task NAME is complete!`. Without a token anybody who knows the id can read it.
     */
    post: operations["postTasksTask"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/task/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * How a task stands, and what it answered
     * @description Texts in the arguments read `…`, except in the sample task: they may be about a person.
     */
    get: operations["getTasksTaskById"];
    put?: never;
    post?: never;
    /**
     * Discard a parked task for good, with what it was to do
     * @description For superusers; `POST /tasks/task/{id}/retry` tries it once more instead.
     */
    delete: operations["deleteTasksTaskById"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/task/{id}/cancel": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Cancel a task that has not ended */
    post: operations["postTasksTaskByIdCancel"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tasks/task/{id}/retry": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Run a parked or cancelled task again, as a new one */
    post: operations["postTasksTaskByIdRetry"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tier": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a tier: a name, what a workspace may add in a month, and keep */
    post: operations["postTier"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tier/{name}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A tier */
    get: operations["getTierByName"];
    put?: never;
    post?: never;
    /** Remove a tier that nobody has, with its limits */
    delete: operations["deleteTierByName"];
    options?: never;
    head?: never;
    /** Change a tier's name or quotas; null is no quota */
    patch: operations["patchTierByName"];
    trace?: never;
  };
  "/tier/{name}/rate_limit": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a tier a limit: `limit` calls within any `period` seconds on a path */
    post: operations["postTierByNameRateLimit"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tier/{name}/rate_limit/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A limit of a tier */
    get: operations["getTierByNameRateLimitById"];
    put?: never;
    post?: never;
    /** Take a limit from a tier */
    delete: operations["deleteTierByNameRateLimitById"];
    options?: never;
    head?: never;
    /** Change a limit; what was counted stays counted */
    patch: operations["patchTierByNameRateLimitById"];
    trace?: never;
  };
  "/tier/{name}/rate_limits": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The limits of a tier, by path */
    get: operations["getTierByNameRateLimits"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/tiers": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All tiers, by name */
    get: operations["getTiers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/usage": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was done in a month, by day, and what is left of the quotas
     * @description `requests` are calls of this API. What was removed since is in no figure, and counts in a quota all the same. Months and days are those of UTC.
     */
    get: operations["getUsage"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/user": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Register: make an account
     * @description Who may is said by the setting `REGISTRATION`: anybody (`open`), who has an invitation (`invite`, the default), or nobody (`closed`). A superuser always may, for somebody else. `invitation` is the secret at the end of the link in its mail; without one, the account gets a workspace of its own. The address is asked for by mail.
     */
    post: operations["postUser"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/user/me": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Your own account, with the workspaces that you are in */
    get: operations["getUserMe"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/user/me/email_verification": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Have the link that confirms your e-mail address mailed again
     * @description To `pending_email` if there is one; when the address is confirmed already, nothing is sent. The link works once, for 7 days, and the one before works no more.
     */
    post: operations["postUserMeEmailVerification"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/user/me/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where one is signed in: browsers and programs, the last used first */
    get: operations["getUserMeSessions"];
    put?: never;
    post?: never;
    /** Sign out everywhere else: of every browser and program but the one that asks */
    delete: operations["deleteUserMeSessions"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/user/me/sessions/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Sign out of one browser or program, at once and for good */
    delete: operations["deleteUserMeSessionsById"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/user/me/two_factor": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How your two-factor sign-in stands */
    get: operations["getUserMeTwoFactor"];
    put?: never;
    /**
     * Begin to set up two-factor sign-in: answers a secret for your app
     * @description `uri` is what a QR code says to the app (TOTP, RFC 6238: six digits, 30 seconds, SHA-1). Nothing changes before `POST /user/me/two_factor/confirm`; a secret that was not confirmed is forgotten.
     */
    post: operations["postUserMeTwoFactor"];
    /**
     * Turn your two-factor sign-in off, by password and code
     * @description `code` is one of your app, or a recovery code.
     */
    delete: operations["deleteUserMeTwoFactor"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/user/me/two_factor/confirm": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Turn two-factor sign-in on, by password and the first code of the app
     * @description Answers the recovery codes, this once. You are signed out everywhere else: those sign-ins asked for no code.
     */
    post: operations["postUserMeTwoFactorConfirm"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/user/me/two_factor/recovery_codes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Make new recovery codes, by password and code; those before count no more
     * @description They are answered this once. `code` is one of your app, or a recovery code.
     */
    post: operations["postUserMeTwoFactorRecoveryCodes"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/user/{username}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An account: your own, for superusers anybody's */
    get: operations["getUserByUsername"];
    put?: never;
    post?: never;
    /**
     * Delete an account: your own by its password, for superusers anybody's
     * @description Its user is signed out everywhere. Username and address stay taken, until a superuser erases the account with `DELETE /db_user/{username}`.
     */
    delete: operations["deleteUserByUsername"];
    options?: never;
    head?: never;
    /**
     * Change an account: your own, for superusers anybody's
     * @description Another `email` is used from when the link that is mailed to it is opened; until then it is `pending_email`, and the present address is told. Another `email` or a new `password` of your own asks for `current_password`; the password signs you out everywhere else. `is_superuser` and `is_disabled` are for superusers, of others.
     */
    patch: operations["patchUserByUsername"];
    trace?: never;
  };
  "/user/{username}/rate_limits": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The limits that hold for a user; of others for superusers alone */
    get: operations["getUserByUsernameRateLimits"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/user/{username}/tier": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The tier that a user has of their own; of others for superusers alone */
    get: operations["getUserByUsernameTier"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Give a user a tier; null takes it away, and that of the workspace holds */
    patch: operations["patchUserByUsernameTier"];
    trace?: never;
  };
  "/user/{username}/two_factor": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a user's second factor away, for who has lost it and the recovery codes
     * @description They are signed out everywhere and sign in by the password alone. Your own is turned off by `DELETE /user/me/two_factor`, with password and code (403 here).
     */
    delete: operations["deleteUserByUsernameTwoFactor"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The users of the installation, deleted ones too; the last made first */
    get: operations["getUsers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The workspace's webhooks */
    get: operations["getWebhooks"];
    put?: never;
    /** Add a webhook; the answer has its secret, which is told this once */
    post: operations["postWebhooks"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One webhook */
    get: operations["getWebhooksById"];
    put?: never;
    post?: never;
    /** Remove a webhook with its log */
    delete: operations["deleteWebhooksById"];
    options?: never;
    head?: never;
    /** Change, pause or resume a webhook */
    patch: operations["patchWebhooksById"];
    trace?: never;
  };
  "/webhooks/{id}/deliveries": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was sent to a webhook, and what it answered; the latest first */
    get: operations["getWebhooksByIdDeliveries"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{id}/deliveries/{delivery_id}/replay": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send an event once more, under the same id */
    post: operations["postWebhooksByIdDeliveriesByDeliveryIdReplay"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{id}/rotate": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a webhook a new secret; for a day messages are signed with both */
    post: operations["postWebhooksByIdRotate"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/webhooks/{id}/test": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send `webhook.test` to a webhook */
    post: operations["postWebhooksByIdTest"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/workspace": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The workspace that you work in */
    get: operations["getWorkspace"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Give the workspace another name */
    patch: operations["patchWorkspace"];
    trace?: never;
  };
  "/workspace/group_questions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What candidates are asked about themselves on their own pages */
    get: operations["getWorkspaceGroupQuestions"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Choose what candidates are asked about themselves
     * @description Answers are voluntary, are told in groups of ten or more alone (`GET /equal_treatment`), and are no input of any judgement. What was answered to a question that is left out is deleted. Origin and disability are special data (GDPR, article 9): see to a ground before you ask.
     */
    patch: operations["patchWorkspaceGroupQuestions"];
    trace?: never;
  };
  "/workspace/half_lives": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** After how many months of other work a thing shown counts half */
    get: operations["getWorkspaceHalfLives"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Set after how many months of other work a thing shown counts half
     * @description A YES that rests on dated jobs alone, all left longer ago, becomes a PARTIAL; null: it never ages. What is left out stays. Where something changed, the résumés of all jobs are judged anew.
     */
    patch: operations["patchWorkspaceHalfLives"];
    trace?: never;
  };
  "/workspace/invitations": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The invitations that nobody has taken yet; the last first */
    get: operations["getWorkspaceInvitations"];
    put?: never;
    /** Invite somebody by a mailed link, which works once, for 7 days */
    post: operations["postWorkspaceInvitations"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/workspace/invitations/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Take an invitation back; its link works no more */
    delete: operations["deleteWorkspaceInvitationsById"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/workspace/invitations/{id}/resend": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send an invitation again, with a new link; the earlier one works no more */
    post: operations["postWorkspaceInvitationsByIdResend"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/workspace/join": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Join a workspace by an invitation, with the account that you have
     * @description `invitation` is the secret at the end of the link in its mail, which works once. You go on where you are: `POST /workspace/switch` goes there. Who has no account yet makes one with the same secret, by `POST /user`.
     */
    post: operations["postWorkspaceJoin"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/workspace/leave": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Leave the workspace that you work in; your account stays
     * @description Its tokens are refused from now on. The last owner cannot leave (409).
     */
    post: operations["postWorkspaceLeave"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/workspace/members": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is in the workspace, by name */
    get: operations["getWorkspaceMembers"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/workspace/members/{user_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Take a member out of the workspace; their account stays
     * @description Their sessions and tokens for it end. A workspace keeps at least one owner (409).
     */
    delete: operations["deleteWorkspaceMembersByUserId"];
    options?: never;
    head?: never;
    /**
     * Give a member another role
     * @description A workspace keeps at least one owner (409).
     */
    patch: operations["patchWorkspaceMembersByUserId"];
    trace?: never;
  };
  "/workspace/retention": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many days the data of somebody who was rejected is kept */
    get: operations["getWorkspaceRetention"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Set how many days the data of somebody who was rejected is kept
     * @description From the last rejection on, of people who were rejected for every job that they are in. Recorded consent keeps them longer, at most a year from the day it was given; a legal hold until it is released. The owners and recruiters are told a week before anybody is deleted.
     */
    patch: operations["patchWorkspaceRetention"];
    trace?: never;
  };
  "/workspace/switch": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Work in another workspace of yours: answers an access token for it
     * @description The sign-in moves: its access tokens for the workspace before are refused from now on, and its refresh token stays and renews the new one. To work in two at once, sign in twice, with `workspace_id`. `GET /user/me` lists the workspaces that you are in.
     */
    post: operations["postWorkspaceSwitch"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/workspace/two_factor": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the workspace asks everybody for two-factor sign-in */
    get: operations["getWorkspaceTwoFactor"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Ask everybody in the workspace for two-factor sign-in, or no longer
     * @description Members without it are led to set it up before anything else, and their access tokens open only `/user/me/two_factor` until then. API keys go on. Who asks it of others has it themselves.
     */
    patch: operations["patchWorkspaceTwoFactor"];
    trace?: never;
  };
  "/workspace/{id}/tier": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The tier that a workspace has */
    get: operations["getWorkspaceByIdTier"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Give a workspace a tier; null takes it away
     * @description Its limits and quotas hold from now on, for keys and for members without a tier.
     */
    patch: operations["patchWorkspaceByIdTier"];
    trace?: never;
  };
  "/workspaces": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The workspaces of the installation with their tiers, by name
     * @description Your own are in `GET /user/me`. The sandboxes of test keys are left out.
     */
    get: operations["getWorkspaces"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  "resume.evaluated": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A résumé was judged, judged anew, or a verdict on it overruled */
    post: operations["onResumeEvaluated"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "resume.failed": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A résumé could not be read */
    post: operations["onResumeFailed"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "job.ranked": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** All résumés of a job are judged by its present requirements */
    post: operations["onJobRanked"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "job.created": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A job was made */
    post: operations["onJobCreated"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "decision.made": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Somebody was shortlisted, rejected, or is undecided again */
    post: operations["onDecisionMade"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "webhook.test": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Somebody tests the webhook */
    post: operations["onWebhookTest"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    /** @description RFC 9457. `type` is stable; tell errors apart by it. */
    Problem: {
      /** @enum {string} */
      type:
        | "/problems/unauthenticated"
        | "/problems/second_factor_required"
        | "/problems/forbidden"
        | "/problems/second_factor_missing"
        | "/problems/not_found"
        | "/problems/method_not_allowed"
        | "/problems/conflict"
        | "/problems/request_timeout"
        | "/problems/too_large"
        | "/problems/unsupported_type"
        | "/problems/invalid_input"
        | "/problems/too_many_requests"
        | "/problems/quota_exceeded"
        | "/problems/storage_full"
        | "/problems/internal"
        | "/problems/unavailable";
      title: string;
      status: number;
      /** @description What was wrong and what to do */
      detail: string;
      /** @description To quote when you ask us */
      request_id: string;
      /** @description What is wrong with the input */
      errors?: {
        /** @description JSON pointer (RFC 6901) into the input */
        pointer: string;
        detail: string;
      }[];
      /** @description With `storage_full`: what the files of the workspace have together */
      used_bytes?: number;
      /** @description With `storage_full`: what they may have together */
      allowed_bytes?: number;
    };
    ActivityEntry: {
      id: number;
      /** @enum {string} */
      kind:
        | "moves"
        | "overrides"
        | "letters"
        | "files"
        | "requirements"
        | "notes"
        | "people"
        | "reads"
        | "downloads"
        | "job";
      action: string;
      user_name: string | null;
      /** Format: date-time */
      created_at: string;
      count: number;
      subject: components["schemas"]["ActivitySubject"] | null;
      people: components["schemas"]["ActivitySubject"][];
      other: components["schemas"]["ActivitySubject"] | null;
      from: components["schemas"]["Stage"] | null;
      to: components["schemas"]["Stage"] | null;
      reason_code: components["schemas"]["ReasonCode"] | null;
      reason: string | null;
      requirement: string | null;
      verdict_before: components["schemas"]["Verdict"] | null;
      verdict: components["schemas"]["Verdict"] | null;
      fields: string[];
      tag: string | null;
      table: string | null;
    };
    ActivitySubject: {
      /** Format: uuid */
      resume_id: string | null;
      /** Format: uuid */
      person_id: string | null;
      name: string;
    };
    AddedResume: {
      /** Format: uuid */
      id: string;
      file_name: string;
      status: components["schemas"]["ResumeStatus"];
      error: {
        code: string;
        detail: string;
      } | null;
      duplicate: boolean;
    };
    AskedThing: {
      at: number;
      label: string;
      start: number;
      end: number;
      ways: string[];
    };
    AuditActor: {
      /** @enum {string} */
      kind: "person" | "api_key";
      /** Format: uuid */
      id: string;
      name: string;
    };
    AuditEntry: {
      id: number;
      /** Format: date-time */
      created_at: string;
      action: string;
      /** @enum {string|null} */
      group:
        | "accounts"
        | "members"
        | "access"
        | "jobs"
        | "resumes"
        | "decisions"
        | "people"
        | "reads"
        | "downloads"
        | "tasks"
        | "limits"
        | "feedback"
        | null;
      actor: components["schemas"]["AuditActor"] | null;
      subject: components["schemas"]["AuditSubject"] | null;
      /** Format: uuid */
      target_id: string | null;
      /** Format: uuid */
      job_id: string | null;
      /** Format: uuid */
      resume_id: string | null;
      /** Format: uuid */
      candidate_id: string | null;
      details: {
        [key: string]: unknown;
      };
    };
    AuditSubject: {
      /** @enum {string} */
      kind: "resume" | "candidate" | "job" | "api_key" | "webhook" | "stage" | "member";
      /** Format: uuid */
      id: string;
      name: string | null;
    };
    BatchLetter: {
      kind: components["schemas"]["LetterKind"];
      /** @enum {string} */
      language: "en" | "nl";
      recipient: string;
      subject: string;
      text: string;
      /** Format: uuid */
      draft_key: string;
      /** Format: uuid */
      resume_id: string;
    };
    BoardCard: {
      /** Format: uuid */
      resume_id: string;
      name: string;
      headline: string | null;
      score: number | null;
      grade: components["schemas"]["Grade"] | null;
      flags: components["schemas"]["Flag"][];
      /** Format: date-time */
      stage_since: string;
      stage_version: number;
    };
    BoardColumn: {
      stage: components["schemas"]["Stage"];
      total_count: number;
      cards: components["schemas"]["BoardCard"][];
    };
    CandidateEdit: {
      name?: string | null;
      email?: string | null;
      phone?: string | null;
      place?: string | null;
      /** @enum {string|null} */
      consent?: "given" | "withdrawn" | null;
      /** Format: date */
      consent_on?: string | null;
      /** Format: date */
      consent_until?: string | null;
      seen?: {
        name?: string | null;
        email?: string | null;
        phone?: string | null;
        place?: string | null;
        consent?: string | null;
        consent_on?: string | null;
        consent_until?: string | null;
      };
    };
    CandidateRequest: {
      /** Format: uuid */
      id: string;
      candidate: {
        /** Format: uuid */
        id: string;
        name: string | null;
      };
      kind: components["schemas"]["RequestKind"];
      text: string;
      state: components["schemas"]["RequestState"];
      answer: string | null;
      /** Format: date-time */
      created_at: string;
      /** Format: date */
      due_on: string;
      /** Format: date-time */
      settled_at: string | null;
      settled_by: string | null;
    };
    Comparison: {
      job: {
        /** Format: uuid */
        id: string;
        title: string;
      };
      requirements: {
        /** Format: uuid */
        id: string;
        name: string;
        /** @enum {string} */
        level: "required" | "nice_to_have";
        /** @enum {string} */
        kind: "hard" | "soft" | "occupation";
        years: number | null;
        importance: number;
        gate: boolean;
        metric: components["schemas"]["Metric"] | null;
        skill: string | null;
        source: {
          start: number;
          end: number;
        } | null;
        is_different: boolean;
      }[];
      shares: {
        required: number;
        nice_to_have: number;
      };
      candidates: {
        /** Format: uuid */
        resume_id: string;
        /** Format: uuid */
        evaluation_id: string | null;
        name: string;
        headline: string | null;
        score: number | null;
        raw_score: number | null;
        grade: components["schemas"]["Grade"] | null;
        required_met: number | null;
        required_total: number | null;
        flags: components["schemas"]["Flag"][];
        stage: components["schemas"]["Stage"];
        stage_version: number;
        matches: {
          /** Format: uuid */
          requirement_id: string;
          quote: {
            text: string;
            place: number | null;
          } | null;
          change: {
            reason: string;
            user_name: string | null;
          } | null;
          match: components["schemas"]["Verdict"];
        }[];
      }[];
    };
    /** @enum {string} */
    Decision: "undecided" | "shortlisted" | "rejected";
    Deletion: {
      entry_id: number;
      /** Format: uuid */
      candidate_id: string;
      /** Format: date-time */
      deleted_at: string;
      deleted_by: string | null;
      /** @enum {string} */
      cause: "person" | "request" | "retention" | "restore";
      files: {
        /** Format: uuid */
        id: string;
        sha256: string;
      }[];
      letters: string[];
      evaluations: number;
      notes: number;
      backups: components["schemas"]["ListedBackup"][];
    };
    Difference: {
      pointer: string;
      stored: string | null;
      computed: string | null;
    };
    Duplicate: {
      first: components["schemas"]["Person"];
      second: components["schemas"]["Person"];
      reasons: ("email" | "phone" | "text")[];
      similarity: number | null;
    };
    EngineComparison: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      status: "waiting" | "done" | "failed";
      engine_version: string;
      requirements_version: number;
      is_outdated: boolean;
      /** Format: date-time */
      started_at: string;
      /** Format: date-time */
      finished_at: string | null;
      /** Format: date-time */
      accepted_at: string | null;
      judged: number;
      moves: {
        /** Format: uuid */
        resume_id: string;
        name: string;
        engine_version: string;
        before: {
          rank: number;
          score: number | null;
          grade: components["schemas"]["Grade"] | null;
        };
        after: {
          rank: number;
          score: number | null;
          grade: components["schemas"]["Grade"] | null;
        };
        verdicts: {
          requirement_id: string;
          from: components["schemas"]["Verdict"];
          to: components["schemas"]["Verdict"];
          reason: string;
        }[];
      }[];
    };
    EqualTreatment: {
      /** Format: date */
      as_of: string;
      least: number;
      job: {
        /** Format: uuid */
        id: string;
        title: string;
      } | null;
      questions: {
        question: components["schemas"]["GroupQuestion"];
        stages: {
          stage: components["schemas"]["Stage"];
          groups: {
            group: string;
            applied: number;
            reached: number;
            rate: number;
            impact_ratio: number | null;
            p_value: number | null;
            is_below_four_fifths: boolean;
            is_significant: boolean;
          }[];
        }[];
      }[];
    };
    Evaluation: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      resume_id: string;
      /** Format: uuid */
      job_id: string;
      score: number | null;
      raw_score: number | null;
      grade: components["schemas"]["Grade"] | null;
      engine_score: number | null;
      engine_grade: components["schemas"]["Grade"] | null;
      required_met: number;
      required_total: number;
      headline: string | null;
      flags: components["schemas"]["Flag"][];
      weights: {
        required: number;
        nice_to_have: number;
        text: number;
      };
      likeness: components["schemas"]["Likeness"] | null;
      shares: {
        required: number;
        nice_to_have: number;
      };
      requirements_version: number;
      engine_version: string;
      is_stale: boolean;
      /** Format: date-time */
      evaluated_at: string;
      matches: {
        requirement_id: string;
        requirement: string;
        /** @enum {string} */
        level: "required" | "nice_to_have";
        /** @enum {string} */
        kind: "hard" | "soft" | "occupation";
        years: number | null;
        importance: number;
        gate: boolean;
        match: components["schemas"]["Verdict"];
        engine_match: components["schemas"]["Verdict"];
        reason: string;
        evidence: {
          text: string;
          start: number;
          end: number;
        }[];
        tried: string[];
        override: {
          /** Format: uuid */
          id: string;
          reason: string;
          /** Format: uuid */
          user_id: string | null;
          user_name: string | null;
          /** Format: date-time */
          created_at: string;
          match: components["schemas"]["Verdict"];
        } | null;
      }[];
    };
    Feedback: {
      /** Format: uuid */
      id: string;
      title: string;
      text: string;
      page: string | null;
      /** @enum {string|null} */
      screenshot_type: "image/png" | "image/jpeg" | "image/webp" | null;
      workspace: {
        /** Format: uuid */
        id: string;
        name: string;
      };
      user: {
        /** Format: uuid */
        id: string;
        name: string;
      } | null;
      /** Format: date-time */
      created_at: string;
    };
    /** @enum {string} */
    Flag:
      | "gate_failed"
      | "gate_partial"
      | "near_line"
      | "hidden_text"
      | "keyword_list"
      | "objection";
    /** @enum {string} */
    Grade: "A" | "B" | "C" | "D";
    GradeCounts: {
      A: number;
      B: number;
      C: number;
      D: number;
    };
    /** @enum {string} */
    GroupQuestion: "gender" | "age" | "origin" | "disability";
    GroupQuestions: {
      questions: components["schemas"]["GroupQuestion"][];
    };
    HalfLives: {
      occupation: number | null;
      tool: number | null;
      knowledge: number | null;
    };
    Job: {
      /** Format: uuid */
      id: string;
      title: string;
      place: string | null;
      department: string | null;
      /** @enum {string} */
      status: "draft" | "open" | "archived";
      /** @enum {string|null} */
      language: "en" | "nl" | null;
      /** @enum {string} */
      description_status: "reading" | "ready" | "failed";
      is_sample: boolean;
      is_stale: boolean;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      updated_at: string;
      resumes: {
        waiting: number;
        reading: number;
        judging: number;
        done: number;
        failed: number;
        total: number;
      };
      decisions: {
        [key: string]: number;
      };
      description: string | null;
      description_file_name: string | null;
      description_error: {
        code: string;
        params: {
          [key: string]: string | number;
        };
      } | null;
      weights: {
        required: number;
        nice_to_have: number;
        text: number;
      };
      is_blind: boolean;
      requirements_version: number;
      /** Format: date-time */
      archived_at: string | null;
      requirements: components["schemas"]["JobRequirement"][];
    };
    JobEvidence: {
      /** Format: date-time */
      generated_at: string;
      workspace: string;
      job: {
        /** Format: uuid */
        id: string;
        title: string;
        /** @enum {string|null} */
        language: "en" | "nl" | null;
        /** Format: date-time */
        created_at: string;
        /** Format: date-time */
        confirmed_at: string | null;
        /** Format: date-time */
        archived_at: string | null;
        is_blind: boolean;
        requirements_version: number;
      };
      requirements: components["schemas"]["JobRequirement"][];
      data: {
        resumes: number;
        judged: number;
        failed: number;
        masked: number;
        /** Format: date */
        first_on: string | null;
        /** Format: date */
        last_on: string | null;
        by_kind: {
          [key: string]: number;
        };
        by_language: {
          [key: string]: number;
        };
        retention_days: number;
      };
      engine: {
        now: {
          version: string;
          /** @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 */
          lexicon_sha256: string;
          /** @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 */
          settings_sha256: string;
          settings: {
            [key: string]: number | {
              [key: string]: number;
            };
          };
        };
        weights: {
          required: number;
          nice_to_have: number;
          text: number;
        };
        half_lives: components["schemas"]["HalfLives"];
        used: {
          version: string;
          evaluations: number;
          /** Format: date-time */
          first_at: string;
          /** Format: date-time */
          last_at: string;
        }[];
        model_requests: number;
      };
      history: {
        id: number;
        /** Format: date-time */
        at: string;
        action: string;
        by: string | null;
        /** Format: uuid */
        target_id: string | null;
        /** Format: uuid */
        resume_id: string | null;
        details: {
          [key: string]: unknown;
        };
      }[];
      oversight: {
        verdicts: number;
        overridden: number;
        shortlisted: number;
        rejected: number;
        undecided: number;
        rejected_with_reason: number;
        letters: {
          [key: string]: number;
        };
        requests: {
          [key: string]: number;
        };
        overrides: {
          /** Format: uuid */
          resume_id: string;
          requirement: string;
          before: components["schemas"]["Verdict"];
          after: components["schemas"]["Verdict"];
          reason: string;
          by: string | null;
          /** Format: date-time */
          at: string;
          /** Format: date-time */
          undone_at: string | null;
        }[];
        decisions: {
          /** Format: uuid */
          resume_id: string;
          stage: {
            /** @enum {string|null} */
            key: "new" | "shortlisted" | "interview" | "offer" | "hired" | "rejected" | null;
            name: string | null;
          };
          decision: components["schemas"]["Decision"];
          reason_code: components["schemas"]["ReasonCode"] | null;
          reason: string | null;
          score: number | null;
          engine_version: string | null;
          by: string | null;
          /** Format: date-time */
          at: string;
        }[];
      };
      equal_treatment: components["schemas"]["EqualTreatment"];
      log: {
        entries: number;
        by_action: {
          [key: string]: number;
        };
        latest: {
          id: number;
          /** Format: date-time */
          at: string;
          action: string;
          by: string | null;
          /** Format: uuid */
          target_id: string | null;
          /** Format: uuid */
          resume_id: string | null;
          details: {
            [key: string]: unknown;
          };
        }[];
        seal: {
          number: number;
          hash: string;
          /** Format: date-time */
          sealed_at: string;
        } | null;
      };
    };
    JobInput: {
      title: string;
      description: string;
      /** @default null */
      place?: string | null;
      /** @default null */
      department?: string | null;
    };
    JobPatch: {
      title?: string;
      description?: string;
      place?: string | null;
      department?: string | null;
      weights?: {
        required: number;
        nice_to_have: number;
        text?: number;
      };
      is_blind?: boolean;
      /** @enum {string} */
      status?: "open" | "archived";
    };
    JobProgress: {
      counts: {
        waiting: number;
        reading: number;
        judging: number;
        done: number;
        failed: number;
        total: number;
      };
      decisions: {
        [key: string]: number;
      };
      is_stale: boolean;
      outdated: number;
      requirements_version: number;
      ranked_version: number;
      resumes: {
        /** Format: uuid */
        id: string;
        /** Format: uuid */
        job_id: string;
        file_name: string;
        size_bytes: number;
        status: components["schemas"]["ResumeStatus"];
        error: {
          code: string;
          detail: string;
        } | null;
        /** @enum {string|null} */
        kind: "text" | "pdf" | "docx" | "odt" | "html" | "rtf" | null;
        /** @enum {string|null} */
        language: "en" | "nl" | null;
        page_count: number;
        candidate: {
          /** Format: uuid */
          id: string;
          name: string | null;
        } | null;
        is_masked: boolean;
        /** Format: date */
        received_on: string;
        /** Format: date-time */
        created_at: string;
        /** Format: date-time */
        updated_at: string;
        score: number | null;
        grade: components["schemas"]["Grade"] | null;
        /** Format: uuid */
        stage_id: string | null;
        stage_version: number;
      }[];
    };
    JobRequirement: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @enum {string} */
      level: "required" | "nice_to_have";
      /** @enum {string} */
      kind: "hard" | "soft" | "occupation";
      years: number | null;
      importance: number;
      gate: boolean;
      metric: components["schemas"]["Metric"] | null;
      skill: string | null;
      source: {
        start: number;
        end: number;
      } | null;
    };
    JobSummary: {
      /** Format: uuid */
      id: string;
      title: string;
      place: string | null;
      department: string | null;
      /** @enum {string} */
      status: "draft" | "open" | "archived";
      /** @enum {string|null} */
      language: "en" | "nl" | null;
      /** @enum {string} */
      description_status: "reading" | "ready" | "failed";
      is_sample: boolean;
      is_stale: boolean;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      updated_at: string;
      resumes: {
        waiting: number;
        reading: number;
        judging: number;
        done: number;
        failed: number;
        total: number;
      };
      decisions: {
        [key: string]: number;
      };
      requirement_counts: {
        required: number;
        nice_to_have: number;
      };
      grades: components["schemas"]["GradeCounts"];
    };
    JudgedRequirement: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @enum {string} */
      level: "required" | "nice_to_have";
      /** @enum {string} */
      kind: "hard" | "soft" | "occupation";
      years: number | null;
      importance: number;
      gate: boolean;
      metric?: components["schemas"]["Metric"];
      skill: string | null;
    };
    Keeping: {
      /** Format: uuid */
      candidate_id: string;
      name: string | null;
      /** Format: date-time */
      kept_until: string | null;
      /** Format: date-time */
      deleted_at: string | null;
      is_by_consent: boolean;
      is_held: boolean;
    };
    LegalHold: {
      /** Format: uuid */
      id: string;
      job: {
        /** Format: uuid */
        id: string;
        title: string;
      } | null;
      reason: string;
      placed_by: string | null;
      /** Format: date-time */
      created_at: string;
    };
    LegalHoldInput: {
      reason: string;
    };
    Letter: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      candidate_id: string;
      /** Format: uuid */
      resume_id: string | null;
      job: {
        /** Format: uuid */
        id: string;
        title: string;
      } | null;
      kind: components["schemas"]["LetterKind"];
      /** @enum {string} */
      language: "en" | "nl";
      recipient: string;
      subject: string;
      text: string;
      /** @enum {string} */
      state: "waiting" | "sent" | "refused";
      error: string | null;
      sender: {
        /** Format: uuid */
        id: string;
        name: string;
      } | null;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      finished_at: string | null;
    };
    LetterBatch: {
      data: components["schemas"]["LetterDraft"][];
      has_more: boolean;
    };
    LetterBatchInput: {
      letters: components["schemas"]["BatchLetter"][];
    };
    LetterDraft: {
      /** Format: uuid */
      resume_id: string;
      candidate: {
        /** Format: uuid */
        id: string;
        name: string | null;
      } | null;
      job: {
        /** Format: uuid */
        id: string;
        title: string;
      };
      /** Format: uuid */
      draft_key: string;
      kind: components["schemas"]["LetterKind"];
      /** @enum {string} */
      language: "en" | "nl";
      recipient: string | null;
      reply_to: string;
      subject: string;
      text: string;
      /** @enum {string|null} */
      hold: "masked" | "unread" | "not_shortlisted" | "not_rejected" | null;
    };
    LetterInput: {
      kind: components["schemas"]["LetterKind"];
      /** @enum {string} */
      language: "en" | "nl";
      recipient: string;
      subject: string;
      text: string;
      /** Format: uuid */
      draft_key: string;
    };
    /** @enum {string} */
    LetterKind: "acceptance" | "rejection" | "missing";
    LetterTemplate: {
      kind: components["schemas"]["LetterKind"];
      /** @enum {string} */
      language: "en" | "nl";
      subject: string;
      text: string;
      is_own: boolean;
    };
    Likeness: {
      percent: number;
      evidence: {
        text: string;
        start: number;
        end: number;
      }[];
    };
    ListedBackup: {
      file_name: string;
      /** Format: date-time */
      made_at: string;
      /** Format: date-time */
      kept_until: string;
    };
    /** @enum {string} */
    Measure:
      | "tenure"
      | "total_years"
      | "years_in_field"
      | "languages"
      | "education"
      | "certificates"
      | "place"
      | "keywords";
    Merge: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      kept_id: string;
      /** Format: uuid */
      merged_id: string;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      undone_at: string | null;
    };
    Metric: {
      measure: components["schemas"]["Measure"];
      readonly of: string[];
      readonly nearly: string[];
      full: number | null;
      part: number | null;
    };
    MetricInput: {
      measure: components["schemas"]["Measure"];
      of?: string[];
      nearly?: string[];
      full?: number | null;
      part?: number | null;
    };
    ModelBudget: {
      is_on: boolean;
      model: string | null;
      host: string | null;
      monthly_tokens: number | null;
      used_tokens: number;
      calls: number;
      /** Format: date */
      renews_on: string;
    };
    /** @enum {string} */
    ModelError:
      | "off"
      | "budget"
      | "unreachable"
      | "late"
      | "busy"
      | "refused"
      | "nonsense"
      | "internal";
    ModelRequest: {
      /** @enum {string} */
      status: "waiting" | "done" | "failed";
      error: components["schemas"]["ModelError"] | null;
      model: string;
      /** Format: date-time */
      started_at: string;
      /** Format: date-time */
      finished_at: string | null;
    };
    Moved: {
      /** Format: uuid */
      batch_id: string;
      moved: {
        /** Format: uuid */
        resume_id: string;
        name: string;
        from: components["schemas"]["Stage"];
        to: components["schemas"]["Stage"];
        version: number;
        /** Format: date-time */
        stage_since: string;
      }[];
      conflicts: {
        /** Format: uuid */
        resume_id: string;
        name: string;
        stage: components["schemas"]["Stage"];
        version: number;
        moved_by: string | null;
        /** Format: date-time */
        moved_at: string | null;
      }[];
    };
    Note: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      candidate_id: string;
      job: {
        /** Format: uuid */
        id: string;
        title: string;
      } | null;
      text: string;
      author: {
        /** Format: uuid */
        id: string;
        name: string;
      } | null;
      is_own: boolean;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      updated_at: string;
    };
    NoteInput: {
      text: string;
      /**
       * Format: uuid
       * @default null
       */
      job_id?: string | null;
    };
    OwnSession: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: "browser" | "api";
      user_agent: string | null;
      /** Format: date-time */
      signed_in_at: string;
      /** Format: date-time */
      last_used_at: string;
      /** Format: date-time */
      expires_at: string;
      /** Format: date-time */
      ends_at: string;
      is_current: boolean;
    };
    PageLink: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      candidate_id: string;
      recipient: string;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      expires_at: string;
      /** Format: date-time */
      ended_at: string | null;
      /** Format: date-time */
      opened_at: string | null;
      is_usable: boolean;
      sent_by: string | null;
    };
    PageLinkInput: {
      /** @enum {string} */
      language: "en" | "nl";
    };
    PastMove: {
      /** Format: uuid */
      id: string;
      from: components["schemas"]["Stage"];
      to: components["schemas"]["Stage"];
      reason_code: components["schemas"]["ReasonCode"] | null;
      reason: string | null;
      evidence: {
        /** @default null */
        score: number | null;
        /** @default null */
        grade: components["schemas"]["Grade"] | null;
        /** @default null */
        engine_version: string | null;
        /** @default null */
        requirements_version: number | null;
      };
      user_name: string | null;
      /** Format: date-time */
      created_at: string;
      seconds_in_from: number;
    };
    Person: {
      /** Format: uuid */
      id: string;
      name: string | null;
      email: string | null;
      phone: string | null;
      place: string | null;
      headline: string | null;
      /** @enum {string|null} */
      consent: "given" | "withdrawn" | null;
      /** Format: date */
      consent_on: string | null;
      /** Format: date */
      consent_until: string | null;
      tags: string[];
      resumes: components["schemas"]["PersonResume"][];
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      updated_at: string;
    };
    PersonKeeping: {
      /** Format: uuid */
      candidate_id: string;
      name: string | null;
      /** Format: date-time */
      kept_until: string | null;
      /** Format: date-time */
      deleted_at: string | null;
      is_by_consent: boolean;
      is_held: boolean;
      holds: components["schemas"]["LegalHold"][];
    };
    PersonResume: {
      /** Format: uuid */
      id: string;
      job: {
        /** Format: uuid */
        id: string;
        title: string;
        is_open: boolean;
      };
      file_name: string;
      status: components["schemas"]["ResumeStatus"];
      /** Format: date */
      received_on: string;
      score: number | null;
      grade: components["schemas"]["Grade"] | null;
      headline: string | null;
      stage: components["schemas"]["Stage"];
    };
    PoolRow: {
      /** Format: uuid */
      resume_id: string;
      /** Format: uuid */
      person_id: string;
      name: string | null;
      file_name: string;
      headline: string | null;
      score: number;
      raw_score: number;
      grade: components["schemas"]["Grade"] | null;
      required_met: number;
      required_total: number;
      flags: components["schemas"]["Flag"][];
      /** Format: date */
      received_on: string;
      job: {
        /** Format: uuid */
        id: string;
        title: string;
      };
      /** @enum {string|null} */
      consent: "given" | "withdrawn" | null;
      /** Format: date */
      consent_until: string | null;
      strip: {
        requirement_id: string;
        /** @enum {string} */
        level: "required" | "nice_to_have";
        gate: boolean;
        is_overridden: boolean;
        match: components["schemas"]["Verdict"];
      }[];
    };
    PoolSearch: {
      /** @enum {string} */
      status: "waiting" | "judging" | "done" | "failed";
      found: number;
      judged: number;
      is_cut: boolean;
      is_outdated: boolean;
      /** Format: date-time */
      started_at: string;
      /** Format: date-time */
      finished_at: string | null;
    };
    QuotaUse: {
      used: number;
      /** @description null: none */
      quota: number | null;
      /** @description null: as much as you like */
      remaining: number | null;
    };
    /** @enum {string} */
    RankingFlag:
      | "gate_failed"
      | "gate_partial"
      | "near_line"
      | "hidden_text"
      | "keyword_list"
      | "objection"
      | "opinion_differs";
    RankingRow: {
      rank: number | null;
      /** Format: uuid */
      resume_id: string;
      /** Format: uuid */
      evaluation_id: string | null;
      candidate: {
        name: string | null;
      };
      file_name: string;
      is_masked: boolean;
      status: components["schemas"]["ResumeStatus"];
      score: number | null;
      raw_score: number | null;
      grade: components["schemas"]["Grade"] | null;
      required_met: number | null;
      required_total: number | null;
      flags: components["schemas"]["RankingFlag"][];
      headline: string | null;
      strength: {
        requirement_id: string;
        name: string;
        quote: string;
      } | null;
      stage: components["schemas"]["Stage"];
      stage_version: number;
      /** Format: date-time */
      received_at: string;
      error?: {
        code: string;
        detail: string;
      };
      strip: {
        requirement_id: string;
        /** @enum {string} */
        level: "required" | "nice_to_have";
        gate: boolean;
        is_overridden: boolean;
        match: components["schemas"]["Verdict"];
      }[];
      gap: {
        requirement_id: string;
        name: string;
        match: components["schemas"]["Verdict"];
      } | null;
    };
    /** @enum {string} */
    ReasonCode:
      | "requirements_not_met"
      | "gate_not_met"
      | "less_experience"
      | "other_chosen"
      | "withdrew"
      | "conditions"
      | "other";
    Receipt: {
      /** Format: uuid */
      evaluation_id: string;
      /** Format: uuid */
      resume_id: string;
      /** Format: uuid */
      job_id: string;
      content: components["schemas"]["ReceiptContent"];
      /** @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 */
      content_sha256: string;
      overrides: {
        /** Format: uuid */
        id: string;
        /** Format: uuid */
        requirement_id: string;
        from: components["schemas"]["Verdict"];
        to: components["schemas"]["Verdict"];
        reason: string;
        user_name: string | null;
        /** Format: date-time */
        created_at: string;
      }[];
      holds: {
        sum: components["schemas"]["ReceiptSum"];
        flags: components["schemas"]["Flag"][];
      };
    };
    ReceiptContent: {
      /** @constant */
      format: 1;
      engine: {
        version: string;
        /** @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 */
        lexicon_sha256: string;
        /** @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 */
        settings_sha256: string;
        settings: {
          [key: string]: number | {
            [key: string]: number;
          };
        };
      };
      input: {
        /** @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 */
        text_sha256: string;
        text_length: number;
        /** @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 */
        requirements_sha256: string;
        requirements: components["schemas"]["JudgedRequirement"][];
        weights: {
          required: number;
          nice_to_have: number;
          text?: number;
        };
        readonly posting?: {
          word: string;
          weight: number;
        }[];
        /** Format: date */
        now: string;
        hidden_characters: number;
        half_lives?: components["schemas"]["HalfLives"];
        /** @enum {string} */
        language?: "en" | "nl";
      } & {
        [key: string]: unknown;
      };
      sum: components["schemas"]["ReceiptSum"];
      flags: ("gate_failed" | "gate_partial" | "near_line" | "hidden_text" | "keyword_list")[];
    };
    ReceiptSum: {
      terms: ({
        /** @constant */
        kind: "requirement";
        /** Format: uuid */
        requirement_id: string;
        /** @enum {string} */
        level: "required" | "nice_to_have";
        importance: number;
        gate: boolean;
        match: components["schemas"]["Verdict"];
        reason: string;
        evidence: {
          start: number;
          end: number;
        }[];
        /** Format: uuid */
        override_id: string | null;
        weight: number;
        counts: number;
      } | {
        /** @constant */
        kind: "text";
        likeness: number;
        evidence: {
          start: number;
          end: number;
        }[];
        weight: number;
        counts: number;
      })[];
      counts: number;
      weight: number;
      raw_score: number | null;
      gates: {
        /** Format: uuid */
        requirement_id: string;
        match: components["schemas"]["Verdict"];
      }[];
      cap: number | null;
      score: number | null;
      grade: components["schemas"]["Grade"] | null;
      required_met: number;
      required_total: number;
    };
    Recomputation: {
      /** Format: uuid */
      evaluation_id: string;
      /** Format: uuid */
      resume_id: string;
      /** Format: uuid */
      job_id: string;
      /** @enum {string} */
      outcome: "equal" | "different" | "other_engine";
      stored_engine: string;
      engine: string;
      /** @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 */
      stored_sha256: string;
      /** @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 */
      computed_sha256: string;
      differences: components["schemas"]["Difference"][];
    };
    Report: {
      job: {
        /** Format: uuid */
        id: string;
        title: string;
      } | null;
      /** @enum {string} */
      period: "30" | "90" | "365" | "all";
      received: number;
      funnel: {
        stage: components["schemas"]["Stage"];
        reached: number;
        now: number;
      }[];
      jobs: {
        /** Format: uuid */
        id: string;
        title: string;
        received: number;
        stages: {
          /** Format: uuid */
          stage_id: string;
          reached: number;
          now: number;
        }[];
      }[];
      times: {
        stage: components["schemas"]["Stage"];
        left: number;
        median_seconds: number | null;
        slow_seconds: number | null;
      }[];
      grades: {
        A: number;
        B: number;
        C: number;
        D: number;
        none: number;
      };
      refusals: {
        reason_code: components["schemas"]["ReasonCode"] | null;
        count: number;
      }[];
      overrides: {
        judged: number;
        changed: number;
        requirements: {
          /** Format: uuid */
          requirement_id: string;
          name: string;
          /** Format: uuid */
          job_id: string;
          job_title: string;
          judged: number;
          changed: number;
          up: number;
          down: number;
        }[];
      };
    };
    /** @enum {string} */
    RequestKind: "correction" | "objection" | "access" | "erasure";
    RequestSettlement: {
      /** @enum {string} */
      outcome: "done" | "declined";
      /** @default  */
      answer?: string;
    };
    /** @enum {string} */
    RequestState: "open" | "done" | "declined" | "withdrawn";
    RequirementProposal: {
      /** Format: uuid */
      id: string;
      name: string;
      /** @enum {string} */
      level: "required" | "nice_to_have";
      quote: string;
      source: {
        start: number;
        end: number;
      } | null;
    };
    RequirementProposals: {
      request: components["schemas"]["ModelRequest"] | null;
      data: components["schemas"]["RequirementProposal"][];
    };
    RequirementSet: {
      requirements: {
        name: string;
        /** @enum {string} */
        level?: "required" | "nice_to_have";
        /** @enum {string} */
        kind?: "hard" | "soft" | "occupation";
        years?: number | null;
        importance?: number;
        gate?: boolean;
        metric?: components["schemas"]["MetricInput"] | null;
        /** Format: uuid */
        id?: string;
      }[];
    };
    Resume: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      job_id: string;
      file_name: string;
      size_bytes: number;
      status: components["schemas"]["ResumeStatus"];
      error: {
        code: string;
        detail: string;
      } | null;
      /** @enum {string|null} */
      kind: "text" | "pdf" | "docx" | "odt" | "html" | "rtf" | null;
      /** @enum {string|null} */
      language: "en" | "nl" | null;
      page_count: number;
      candidate: {
        /** Format: uuid */
        id: string;
        name: string | null;
        email: string | null;
        phone: string | null;
        place: string | null;
      } | null;
      is_masked: boolean;
      /** Format: date */
      received_on: string;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      updated_at: string;
      text: string | null;
      pages: {
        start: number;
        end: number;
      }[];
      hidden: {
        page: number;
        at: number;
        text: string;
        /** @enum {string} */
        cause: "colour" | "size" | "off_page" | "invisible" | "vanish";
      }[];
      recognition: {
        /** @description Their numbers, from 1. */
        pages: number[];
        /** @description How sure that is, 0 to 1; null where the scanner did it, which does not tell. */
        confidence: number | null;
      } | null;
      has_photo: boolean | null;
      warnings: {
        code: string;
        detail: string;
      }[];
    };
    ResumeAnswer: {
      place: number;
      person: {
        /** Format: uuid */
        id: string;
        name: string | null;
      } | null;
      resume: {
        /** Format: uuid */
        id: string;
        file_name: string;
      };
      job: {
        /** Format: uuid */
        id: string;
        title: string;
      };
      quotes: {
        start: number;
        end: number;
        text: string;
        marks: {
          start: number;
          end: number;
          asked: number;
        }[];
      }[];
      found: {
        asked: number;
        places: number;
      }[];
    };
    ResumeProfile: {
      /** Format: uuid */
      resume_id: string;
      /** Format: uuid */
      job_id: string;
      file_name: string;
      /** @enum {string} */
      language: "en" | "nl";
      work_months: number;
      roles: {
        /** @enum {string} */
        kind: "work" | "project" | "volunteering";
        title: string | null;
        organisation: string | null;
        place: string | null;
        occupation: {
          id: string;
          label: string;
        } | null;
        /** @example 2024-03 */
        from: string;
        /** @example 2024-03 */
        to: string;
        is_current: boolean;
        months: number;
        span: {
          start: number;
          end: number;
        };
      }[];
      gaps: {
        /** @example 2024-03 */
        from: string;
        /** @example 2024-03 */
        to: string;
        months: number;
      }[];
      occupations: {
        id: string;
        label: string;
        months: number;
      }[];
      industries: {
        id: string;
        label: string;
        months: number;
      }[];
      skills: {
        id: string;
        label: string;
        months: number;
        /** @enum {string} */
        type: "skill" | "tool" | "method" | "knowledge" | "licence" | "certificate";
        /** @example 2024-03 */
        last_used: string | null;
        is_current: boolean;
        shown_in: ("work" | "project" | "study" | "certificate" | "told" | "list")[];
      }[];
      education: {
        /** @enum {string} */
        level:
          | "secondary"
          | "mbo2"
          | "mbo3"
          | "mbo4"
          | "associate"
          | "bachelor"
          | "master"
          | "doctorate";
        /** @enum {string} */
        status: "done" | "pending" | "dropped" | "level";
        about: string;
      }[];
      languages: {
        code: string;
        label: string;
        /** @enum {string|null} */
        level: "A1" | "A2" | "B1" | "B2" | "C1" | "C2" | "native" | null;
      }[];
      links: {
        /** @enum {string} */
        kind:
          | "linkedin"
          | "github"
          | "gitlab"
          | "stackoverflow"
          | "behance"
          | "dribbble"
          | "orcid"
          | "site";
        url: string;
      }[];
      sections: {
        /** @enum {string} */
        kind:
          | "summary"
          | "experience"
          | "education"
          | "skills"
          | "languages"
          | "certificates"
          | "projects"
          | "volunteering"
          | "interests"
          | "references"
          | "other";
        /** @enum {string} */
        language: "en" | "nl";
        span: {
          start: number;
          end: number;
        };
      }[];
    };
    ResumeRow: {
      /** Format: uuid */
      id: string;
      /** Format: uuid */
      job_id: string;
      file_name: string;
      size_bytes: number;
      status: components["schemas"]["ResumeStatus"];
      error: {
        code: string;
        detail: string;
      } | null;
      /** @enum {string|null} */
      kind: "text" | "pdf" | "docx" | "odt" | "html" | "rtf" | null;
      /** @enum {string|null} */
      language: "en" | "nl" | null;
      page_count: number;
      candidate: {
        /** Format: uuid */
        id: string;
        name: string | null;
      } | null;
      is_masked: boolean;
      /** Format: date */
      received_on: string;
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      updated_at: string;
    };
    /** @enum {string} */
    ResumeStatus: "waiting" | "reading" | "judging" | "done" | "failed";
    RetentionRule: {
      days: number;
    };
    SearchHit: {
      /** Format: uuid */
      id: string;
      name: string | null;
      email: string | null;
      phone: string | null;
      place: string | null;
      headline: string | null;
      /** @enum {string|null} */
      consent: "given" | "withdrawn" | null;
      /** Format: date */
      consent_on: string | null;
      /** Format: date */
      consent_until: string | null;
      tags: string[];
      resumes: components["schemas"]["PersonResume"][];
      /** Format: date-time */
      created_at: string;
      /** Format: date-time */
      updated_at: string;
      marks: {
        name: {
          text: string;
          is_hit: boolean;
        }[];
        email: {
          text: string;
          is_hit: boolean;
        }[];
      };
      quote: {
        /** Format: uuid */
        resume_id: string;
        parts: {
          text: string;
          is_hit: boolean;
        }[];
      } | null;
    };
    SecondOpinion: {
      request: components["schemas"]["ModelRequest"] | null;
      is_outdated: boolean;
      differs: boolean;
      opinions: {
        /** Format: uuid */
        requirement_id: string;
        verdict: components["schemas"]["Verdict"] | null;
        evidence: {
          text: string;
          start: number;
          end: number;
        }[];
        refused_quotes: number;
        engine_verdict: components["schemas"]["Verdict"];
        differs: boolean;
      }[];
    };
    SentBatch: {
      sent: components["schemas"]["Letter"][];
      unsent: {
        /** Format: uuid */
        resume_id: string;
        message: string;
      }[];
    };
    Stage: {
      /** Format: uuid */
      id: string;
      /** @enum {string|null} */
      key: "new" | "shortlisted" | "interview" | "offer" | "hired" | "rejected" | null;
      name: string | null;
      decision: components["schemas"]["Decision"];
      position: number;
    };
    StageChange: {
      name?: string | "" | null;
      position?: number;
    };
    StageInput: {
      name: string;
      decision: components["schemas"]["Decision"];
    };
    Standing: {
      /** Format: uuid */
      resume_id: string;
      name: string;
      rank: number;
      score: number | null;
      grade: components["schemas"]["Grade"] | null;
      best: {
        rank: number;
        grade: components["schemas"]["Grade"] | null;
        change:
          | ({
            /** @constant */
            kind: "importance";
            /** Format: uuid */
            requirement_id: string;
            from: number;
            to: number;
          } | {
            /** @constant */
            kind: "weight";
            /** @enum {string} */
            level: "required" | "nice_to_have";
            from: number;
            to: number;
          } | {
            /** @constant */
            kind: "verdict";
            /** Format: uuid */
            requirement_id: string;
            to: components["schemas"]["Verdict"];
          })
          | null;
      };
      worst: {
        rank: number;
        grade: components["schemas"]["Grade"] | null;
        change:
          | ({
            /** @constant */
            kind: "importance";
            /** Format: uuid */
            requirement_id: string;
            from: number;
            to: number;
          } | {
            /** @constant */
            kind: "weight";
            /** @enum {string} */
            level: "required" | "nice_to_have";
            from: number;
            to: number;
          } | {
            /** @constant */
            kind: "verdict";
            /** Format: uuid */
            requirement_id: string;
            to: components["schemas"]["Verdict"];
          })
          | null;
      };
      is_near_line: boolean;
    };
    /** @description What the files have together now */
    StorageUse: {
      used_bytes: number;
      /** @description null: none */
      quota_bytes: number | null;
      /** @description null: as much as you like */
      remaining_bytes: number | null;
    };
    Tag: {
      tag: string;
      people: number;
    };
    Usage: {
      /** @description `YYYY-MM` */
      month: string;
      /** @description The name of the workspace's tier */
      tier: string | null;
      /** @description Of the present month, whichever is asked for */
      quotas: {
        resumes: components["schemas"]["QuotaUse"];
        jobs: components["schemas"]["QuotaUse"];
      };
      storage: components["schemas"]["StorageUse"];
      /** @description The same of the sandbox of test keys; null: there is none */
      sandbox: {
        resumes: components["schemas"]["QuotaUse"];
        jobs: components["schemas"]["QuotaUse"];
        storage: components["schemas"]["StorageUse"];
      } | null;
      /**
       * Format: date
       * @description When the quotas begin anew
       */
      renews_on: string;
      totals: {
        resumes: number;
        evaluations: number;
        jobs: number;
        requests: number;
      };
      days: {
        /** Format: date */
        day: string;
        resumes: number;
        evaluations: number;
        jobs: number;
        requests: number;
      }[];
    };
    /** @enum {string} */
    Verdict: "YES" | "PARTIAL" | "NO";
    WeightStep: {
      change: {
        /** @constant */
        kind: "importance";
        /** Format: uuid */
        requirement_id: string;
        from: number;
        to: number;
      } | {
        /** @constant */
        kind: "weight";
        /** @enum {string} */
        level: "required" | "nice_to_have";
        from: number;
        to: number;
      } | {
        /** @constant */
        kind: "verdict";
        /** Format: uuid */
        requirement_id: string;
        to: components["schemas"]["Verdict"];
      };
      moved: number;
      regraded: number;
      furthest: number;
    };
    Wording: {
      request: components["schemas"]["ModelRequest"] | null;
      is_outdated: boolean;
      sentences: {
        /** Format: uuid */
        requirement_id: string;
        sentence: string;
        engine_reason: string;
      }[];
    };
  };
  responses: {
    /** @description Sign in first */
    unauthenticated: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Give a code as well */
    second_factor_required: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Not allowed */
    forbidden: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Set two-factor sign-in up first */
    second_factor_missing: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Not found */
    not_found: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Method not allowed */
    method_not_allowed: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Conflict with the present state */
    conflict: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Too slow */
    request_timeout: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Too large */
    too_large: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Unsupported type */
    unsupported_type: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Invalid input */
    invalid_input: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Too many requests */
    too_many_requests: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        "Retry-After": components["headers"]["Retry-After"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Quota of the month used up */
    quota_exceeded: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description No room for it in the workspace */
    storage_full: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Something broke on our side */
    internal: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
    /** @description Not available now */
    unavailable: {
      headers: {
        "X-Request-Id": components["headers"]["X-Request-Id"];
        "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
        RateLimit: components["headers"]["RateLimit"];
        "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
        "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
        "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
        "Retry-After": components["headers"]["Retry-After"];
        [name: string]: unknown;
      };
      content: {
        "application/problem+json": components["schemas"]["Problem"];
      };
    };
  };
  parameters: {
    /** @description The `ETag` of an answer that is still there */
    "If-None-Match": string;
    /** @description Makes the call repeatable: for 24 hours the first answer is given again */
    "Idempotency-Key": string;
    /** @description `no-cache`: the answer is made anew, not taken from the server's cache */
    "Cache-Control": string;
    /** @description `respond-async` (RFC 7240): answer at once, with where to ask */
    Prefer: string;
    /** @description The `id` of the last event that arrived: the stream goes on behind it */
    "Last-Event-ID": string;
    /** @description The language of sentences, for who has chosen none: English or Dutch */
    "Accept-Language": string;
    /** @description The id that the answer, a problem and our log name this request by */
    "X-Request-Id": string;
  };
  requestBodies: never;
  headers: {
    /** @description The id of this request, to quote when you ask us */
    "X-Request-Id": string;
    /** @description `true` when this answer was given before to the same Idempotency-Key */
    "Idempotency-Replayed": "true";
    /** @description How to sign in (RFC 6750) */
    "WWW-Authenticate": string;
    /** @description After how many seconds to come back */
    "Retry-After": number;
    /** @description The limits on this operation (draft-ietf-httpapi-ratelimit-headers): `"name";q=calls;w=seconds`, with commas between */
    "RateLimit-Policy": string;
    /** @description How each stands: `r` calls are left, after `t` seconds the oldest counts no more */
    RateLimit: string;
    /** @description The limit with the fewest calls left */
    "X-RateLimit-Limit": number;
    /** @description How many are left of it */
    "X-RateLimit-Remaining": number;
    /** @description After how many seconds its oldest call counts no more */
    "X-RateLimit-Reset": number;
    /** @description Of this answer; send it as `If-None-Match` to get 304 as long as it is the same */
    ETag: string;
    /** @description Since when the operation should not be used (RFC 9745) */
    Deprecation: string;
    /** @description When the operation goes (RFC 8594) */
    Sunset: string;
    /** @description Where it is said what to use instead: `rel="deprecation"` */
    Link: string;
    /** @description Where to ask what became of it */
    Location: string;
    /** @description The name of the file (RFC 6266) */
    "Content-Disposition": string;
    /** @description Outside production: whether the answer was kept */
    "X-Cache": "hit" | "miss" | "bypass";
    /** @description The methods that there are */
    Allow: string;
    /** @description The server's time: what to go back from for `updated_since` */
    Date: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getAnswers: {
    parameters: {
      query: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        q: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ResumeAnswer"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
            understood: string;
            asked: components["schemas"]["AskedThing"][];
            is_more: boolean;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getApiKeys: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: {
              /** Format: uuid */
              id: string;
              name: string;
              /** @enum {string} */
              mode: "live" | "test";
              scopes: (
                | "jobs:read"
                | "jobs:write"
                | "resumes:read"
                | "resumes:write"
                | "evaluations:read"
                | "evaluations:write"
                | "candidates:read"
                | "candidates:write"
                | "decisions:write"
                | "stages:write"
                | "reports:read"
                | "usage:read"
                | "members:read"
                | "webhooks:write"
                | "audit:read"
              )[];
              last_four: string;
              created_by: string | null;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              expires_at: string | null;
              /** Format: date-time */
              last_used_at: string | null;
              /** Format: date-time */
              revoked_at: string | null;
              /** Format: date-time */
              previous_until: string | null;
            }[];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postApiKeys: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name: string;
          /**
           * @default live
           * @enum {string}
           */
          mode?: "live" | "test";
          scopes: (
            | "jobs:read"
            | "jobs:write"
            | "resumes:read"
            | "resumes:write"
            | "evaluations:read"
            | "evaluations:write"
            | "candidates:read"
            | "candidates:write"
            | "decisions:write"
            | "stages:write"
            | "reports:read"
            | "usage:read"
            | "members:read"
            | "webhooks:write"
            | "audit:read"
          )[];
          /**
           * Format: date-time
           * @default null
           */
          expires_at?: string | null;
        };
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            mode: "live" | "test";
            scopes: (
              | "jobs:read"
              | "jobs:write"
              | "resumes:read"
              | "resumes:write"
              | "evaluations:read"
              | "evaluations:write"
              | "candidates:read"
              | "candidates:write"
              | "decisions:write"
              | "stages:write"
              | "reports:read"
              | "usage:read"
              | "members:read"
              | "webhooks:write"
              | "audit:read"
            )[];
            last_four: string;
            created_by: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: date-time */
            last_used_at: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            /** Format: date-time */
            previous_until: string | null;
            key: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getApiKeysById: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            mode: "live" | "test";
            scopes: (
              | "jobs:read"
              | "jobs:write"
              | "resumes:read"
              | "resumes:write"
              | "evaluations:read"
              | "evaluations:write"
              | "candidates:read"
              | "candidates:write"
              | "decisions:write"
              | "stages:write"
              | "reports:read"
              | "usage:read"
              | "members:read"
              | "webhooks:write"
              | "audit:read"
            )[];
            last_four: string;
            created_by: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: date-time */
            last_used_at: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            /** Format: date-time */
            previous_until: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteApiKeysById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchApiKeysById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name?: string;
          scopes?: (
            | "jobs:read"
            | "jobs:write"
            | "resumes:read"
            | "resumes:write"
            | "evaluations:read"
            | "evaluations:write"
            | "candidates:read"
            | "candidates:write"
            | "decisions:write"
            | "stages:write"
            | "reports:read"
            | "usage:read"
            | "members:read"
            | "webhooks:write"
            | "audit:read"
          )[];
          /** Format: date-time */
          expires_at?: string | null;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            mode: "live" | "test";
            scopes: (
              | "jobs:read"
              | "jobs:write"
              | "resumes:read"
              | "resumes:write"
              | "evaluations:read"
              | "evaluations:write"
              | "candidates:read"
              | "candidates:write"
              | "decisions:write"
              | "stages:write"
              | "reports:read"
              | "usage:read"
              | "members:read"
              | "webhooks:write"
              | "audit:read"
            )[];
            last_four: string;
            created_by: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: date-time */
            last_used_at: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            /** Format: date-time */
            previous_until: string | null;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postApiKeysByIdRotate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /** @default 24 */
          overlap_hours?: number;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            mode: "live" | "test";
            scopes: (
              | "jobs:read"
              | "jobs:write"
              | "resumes:read"
              | "resumes:write"
              | "evaluations:read"
              | "evaluations:write"
              | "candidates:read"
              | "candidates:write"
              | "decisions:write"
              | "stages:write"
              | "reports:read"
              | "usage:read"
              | "members:read"
              | "webhooks:write"
              | "audit:read"
            )[];
            last_four: string;
            created_by: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /** Format: date-time */
            last_used_at: string | null;
            /** Format: date-time */
            revoked_at: string | null;
            /** Format: date-time */
            previous_until: string | null;
            key: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getAuditLog: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        group?:
          | "accounts"
          | "members"
          | "access"
          | "jobs"
          | "resumes"
          | "decisions"
          | "people"
          | "reads"
          | "downloads"
          | "tasks"
          | "limits"
          | "feedback";
        actor_id?: string;
        target_id?: string;
        from?: string;
        to?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["AuditEntry"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getAuditLogCsv: {
    parameters: {
      query?: {
        group?:
          | "accounts"
          | "members"
          | "access"
          | "jobs"
          | "resumes"
          | "decisions"
          | "people"
          | "reads"
          | "downloads"
          | "tasks"
          | "limits"
          | "feedback";
        actor_id?: string;
        target_id?: string;
        from?: string;
        to?: string;
      };
      header?: {
        /** @description The language of sentences, for who has chosen none: English or Dutch */
        "Accept-Language"?: components["parameters"]["Accept-Language"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getCandidateRequests: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        state?: components["schemas"]["RequestState"];
        candidate?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["CandidateRequest"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postCandidateRequestsByIdSettle: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RequestSettlement"];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CandidateRequest"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getCandidates: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        tag?: string;
        sort?:
          | "change"
          | "-change"
          | "name"
          | "-name"
          | "added"
          | "-added"
          | "updated_at"
          | "-updated_at"
          | "created_at"
          | "-created_at";
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Person"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getCandidatesDuplicates: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Duplicate"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getCandidatesById: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Person"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteCandidatesById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchCandidatesById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CandidateEdit"];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Person"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postCandidatesByIdDismissals: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** Format: uuid */
          other_id: string;
        };
      };
    };
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteCandidatesByIdDismissalsByOtherId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        other_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getCandidatesByIdExport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/zip": string;
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getCandidatesByIdKeeping: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PersonKeeping"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  putCandidatesByIdLegalHold: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["LegalHoldInput"];
      };
    };
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteCandidatesByIdLegalHold: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getCandidatesByIdLetters: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Letter"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postCandidatesByIdMerges: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** Format: uuid */
          merge_id: string;
          /** @default {} */
          choices?: {
            /** @enum {string} */
            name?: "kept" | "merged";
            /** @enum {string} */
            email?: "kept" | "merged";
            /** @enum {string} */
            phone?: "kept" | "merged";
            /** @enum {string} */
            place?: "kept" | "merged";
          };
        };
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Merge"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getCandidatesByIdNotes: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Note"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postCandidatesByIdNotes: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["NoteInput"];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Note"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getCandidatesByIdPageLinks: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["PageLink"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postCandidatesByIdPageLinks: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PageLinkInput"];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PageLink"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteCandidatesByIdPageLinksByLinkId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        link_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postCandidatesByIdTags: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          tag: string;
        };
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: string[];
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteCandidatesByIdTags: {
    parameters: {
      query: {
        tag: string;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: string[];
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteDbUserByUsername: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        username: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postEmailVerificationConfirm: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          token: string;
        };
      };
    };
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getEqualTreatment: {
    parameters: {
      query?: {
        job?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["EqualTreatment"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postEvaluations: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
        /** @description `respond-async` (RFC 7240): answer at once, with where to ask */
        Prefer?: components["parameters"]["Prefer"];
        /** @description The language of sentences, for who has chosen none: English or Dutch */
        "Accept-Language"?: components["parameters"]["Accept-Language"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          job: {
            text: string;
            weights?: {
              required: number;
              nice_to_have: number;
              text?: number;
            };
          };
          resumes: {
            text: string;
            file_name?: string;
          }[];
        };
        "multipart/form-data": {
          job: {
            text: string;
            weights?: {
              required: number;
              nice_to_have: number;
              text?: number;
            };
          };
          files: Blob[];
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            task_id: string;
            /** @enum {string} */
            status: "waiting" | "done" | "failed";
            /** Format: date-time */
            expires_at: string;
            result: {
              engine_version: string;
              /** @enum {string} */
              language: "en" | "nl";
              weights: {
                required: number;
                nice_to_have: number;
                text: number;
              };
              requirements: {
                id: string;
                name: string;
                /** @enum {string} */
                level: "required" | "nice_to_have";
                /** @enum {string} */
                kind: "hard" | "soft" | "occupation";
                years: number | null;
                importance: number;
                gate: boolean;
                skill: string | null;
                source: {
                  start: number;
                  end: number;
                } | null;
              }[];
              resumes: {
                file_name: string;
                error: {
                  code: string;
                  detail: string;
                } | null;
                rank: number | null;
                /** @enum {string|null} */
                language: "en" | "nl" | null;
                recognition: {
                  /** @description Their numbers, from 1. */
                  pages: number[];
                  /** @description How sure that is, 0 to 1; null where the scanner did it, which does not tell. */
                  confidence: number | null;
                } | null;
                headline: string | null;
                score: number | null;
                raw_score: number | null;
                grade: components["schemas"]["Grade"] | null;
                required_met: number | null;
                required_total: number | null;
                flags: components["schemas"]["Flag"][];
                likeness: components["schemas"]["Likeness"] | null;
                matches: {
                  requirement_id: string;
                  reason: string;
                  evidence: {
                    text: string;
                    start: number;
                    end: number;
                  }[];
                  tried: string[];
                  match: components["schemas"]["Verdict"];
                }[];
              }[];
            } | null;
          };
        };
      };
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            task_id: string;
            /** @enum {string} */
            status: "waiting" | "done" | "failed";
            /** Format: date-time */
            expires_at: string;
            result: {
              engine_version: string;
              /** @enum {string} */
              language: "en" | "nl";
              weights: {
                required: number;
                nice_to_have: number;
                text: number;
              };
              requirements: {
                id: string;
                name: string;
                /** @enum {string} */
                level: "required" | "nice_to_have";
                /** @enum {string} */
                kind: "hard" | "soft" | "occupation";
                years: number | null;
                importance: number;
                gate: boolean;
                skill: string | null;
                source: {
                  start: number;
                  end: number;
                } | null;
              }[];
              resumes: {
                file_name: string;
                error: {
                  code: string;
                  detail: string;
                } | null;
                rank: number | null;
                /** @enum {string|null} */
                language: "en" | "nl" | null;
                recognition: {
                  /** @description Their numbers, from 1. */
                  pages: number[];
                  /** @description How sure that is, 0 to 1; null where the scanner did it, which does not tell. */
                  confidence: number | null;
                } | null;
                headline: string | null;
                score: number | null;
                raw_score: number | null;
                grade: components["schemas"]["Grade"] | null;
                required_met: number | null;
                required_total: number | null;
                flags: components["schemas"]["Flag"][];
                likeness: components["schemas"]["Likeness"] | null;
                matches: {
                  requirement_id: string;
                  reason: string;
                  evidence: {
                    text: string;
                    start: number;
                    end: number;
                  }[];
                  tried: string[];
                  match: components["schemas"]["Verdict"];
                }[];
              }[];
            } | null;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      /** @description Too many requests; Quota of the month used up */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getEvaluationsTasksById: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            task_id: string;
            /** @enum {string} */
            status: "waiting" | "done" | "failed";
            /** Format: date-time */
            expires_at: string;
            result: {
              engine_version: string;
              /** @enum {string} */
              language: "en" | "nl";
              weights: {
                required: number;
                nice_to_have: number;
                text: number;
              };
              requirements: {
                id: string;
                name: string;
                /** @enum {string} */
                level: "required" | "nice_to_have";
                /** @enum {string} */
                kind: "hard" | "soft" | "occupation";
                years: number | null;
                importance: number;
                gate: boolean;
                skill: string | null;
                source: {
                  start: number;
                  end: number;
                } | null;
              }[];
              resumes: {
                file_name: string;
                error: {
                  code: string;
                  detail: string;
                } | null;
                rank: number | null;
                /** @enum {string|null} */
                language: "en" | "nl" | null;
                recognition: {
                  /** @description Their numbers, from 1. */
                  pages: number[];
                  /** @description How sure that is, 0 to 1; null where the scanner did it, which does not tell. */
                  confidence: number | null;
                } | null;
                headline: string | null;
                score: number | null;
                raw_score: number | null;
                grade: components["schemas"]["Grade"] | null;
                required_met: number | null;
                required_total: number | null;
                flags: components["schemas"]["Flag"][];
                likeness: components["schemas"]["Likeness"] | null;
                matches: {
                  requirement_id: string;
                  reason: string;
                  evidence: {
                    text: string;
                    start: number;
                    end: number;
                  }[];
                  tried: string[];
                  match: components["schemas"]["Verdict"];
                }[];
              }[];
            } | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getEvaluationsByIdOpinion: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SecondOpinion"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postEvaluationsByIdOpinion: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SecondOpinion"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postEvaluationsByIdOverrides: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** Format: uuid */
          requirement_id: string;
          reason: string;
          /** Format: uuid */
          replaces?: string | null;
          match: components["schemas"]["Verdict"];
        };
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Evaluation"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteEvaluationsByIdOverridesByOverrideId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
        override_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Evaluation"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getEvaluationsByIdReceipt: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Receipt"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postEvaluationsByIdRecompute: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Recomputation"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getEvaluationsByIdWording: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Wording"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postEvaluationsByIdWording: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Wording"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getFeedback: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Feedback"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postFeedback: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          title: string;
          text: string;
          /** @default null */
          page?: string | null;
        };
        "multipart/form-data": {
          title: string;
          text: string;
          /** @default null */
          page?: string | null;
          /** Format: binary */
          screenshot?: Blob;
        };
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Feedback"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      /** @description Too large; No room for it in the workspace */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @enum {string} */
            status: "ok" | "degraded";
            /** @enum {string} */
            postgres: "ok" | "away";
            /** @enum {string} */
            redis: "ok" | "away";
            /** @enum {string} */
            worker: "ok" | "away";
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      /** @description A part is away */
      503: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @enum {string} */
            status: "ok" | "degraded";
            /** @enum {string} */
            postgres: "ok" | "away";
            /** @enum {string} */
            redis: "ok" | "away";
            /** @enum {string} */
            worker: "ok" | "away";
          };
        };
      };
    };
  };
  getJobs: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        sort?: "updated_at" | "-updated_at" | "created_at" | "-created_at" | "title" | "-title";
        status?: "draft" | "open" | "archived";
        q?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["JobSummary"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postJobs: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["JobInput"];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      /** @description Too many requests; Quota of the month used up */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsById: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
        /** @description `no-cache`: the answer is made anew, not taken from the server's cache */
        "Cache-Control"?: components["parameters"]["Cache-Control"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteJobsById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchJobsById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["JobPatch"];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Job"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdActivity: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        kind?:
          | "moves"
          | "overrides"
          | "letters"
          | "files"
          | "requirements"
          | "notes"
          | "people"
          | "reads"
          | "downloads"
          | "job";
        user_id?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ActivityEntry"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdAnswers: {
    parameters: {
      query: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        q: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ResumeAnswer"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
            understood: string;
            asked: components["schemas"]["AskedThing"][];
            is_more: boolean;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdBoard: {
    parameters: {
      query?: {
        cards?: number;
        stage_id?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["BoardColumn"][];
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdCompare: {
    parameters: {
      query: {
        resumes: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Comparison"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdEngineComparison: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["EngineComparison"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postJobsByIdEngineComparison: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["EngineComparison"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteJobsByIdEngineComparison: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postJobsByIdEngineComparisonAccept: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["EngineComparison"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdEvaluations: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/x-ndjson": Many<{
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            resume_id: string;
            /** Format: uuid */
            job_id: string;
            score: number | null;
            raw_score: number | null;
            grade: components["schemas"]["Grade"] | null;
            engine_score: number | null;
            engine_grade: components["schemas"]["Grade"] | null;
            required_met: number;
            required_total: number;
            headline: string | null;
            flags: components["schemas"]["Flag"][];
            weights: {
              required: number;
              nice_to_have: number;
              text: number;
            };
            likeness: components["schemas"]["Likeness"] | null;
            shares: {
              required: number;
              nice_to_have: number;
            };
            requirements_version: number;
            engine_version: string;
            is_stale: boolean;
            /** Format: date-time */
            evaluated_at: string;
            matches: {
              requirement_id: string;
              requirement: string;
              /** @enum {string} */
              level: "required" | "nice_to_have";
              /** @enum {string} */
              kind: "hard" | "soft" | "occupation";
              years: number | null;
              importance: number;
              gate: boolean;
              match: components["schemas"]["Verdict"];
              engine_match: components["schemas"]["Verdict"];
              reason: string;
              evidence: {
                text: string;
                start: number;
                end: number;
              }[];
              tried: string[];
              override: {
                /** Format: uuid */
                id: string;
                reason: string;
                /** Format: uuid */
                user_id: string | null;
                user_name: string | null;
                /** Format: date-time */
                created_at: string;
                match: components["schemas"]["Verdict"];
              } | null;
            }[];
            file_name: string;
            candidate: {
              /** Format: uuid */
              id: string;
              name: string | null;
            } | null;
            /** Format: date-time */
            received_at: string;
          }>;
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdEvents: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `id` of the last event that arrived: the stream goes on behind it */
        "Last-Event-ID"?: components["parameters"]["Last-Event-ID"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "text/event-stream": Many<components["schemas"]["JobProgress"]>;
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdEvidence: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["JobEvidence"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdEvidenceHtml: {
    parameters: {
      query?: never;
      header?: {
        /** @description The language of sentences, for who has chosen none: English or Dutch */
        "Accept-Language"?: components["parameters"]["Accept-Language"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "text/html": string;
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  putJobsByIdLegalHold: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["LegalHoldInput"];
      };
    };
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteJobsByIdLegalHold: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdLetterDrafts: {
    parameters: {
      query: {
        kind: components["schemas"]["LetterKind"];
        /** @description Default: that of each résumé, or else the job's */
        language?: "en" | "nl";
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LetterBatch"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postJobsByIdLetters: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["LetterBatchInput"];
      };
    };
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SentBatch"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdPool: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        all?: "true" | "false";
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["PoolRow"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            search: components["schemas"]["PoolSearch"] | null;
            weak_count: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postJobsByIdPool: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          resume_ids: string[];
        };
      };
    };
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            resume_ids: string[];
            left: number;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      /** @description Too large; No room for it in the workspace */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      /** @description Too many requests; Quota of the month used up */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postJobsByIdPoolSearches: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PoolSearch"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdProposals: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RequirementProposals"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postJobsByIdProposals: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RequirementProposals"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdRanking: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        sort?: "score" | "-score" | "name" | "-name" | "met" | "-met" | "received" | "-received";
        q?: string;
        decision?: components["schemas"]["Decision"] | string;
        requirement?: string;
        flag?: components["schemas"]["RankingFlag"];
        grade?: components["schemas"]["Grade"];
        match?: components["schemas"]["Verdict"];
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
        /** @description `no-cache`: the answer is made anew, not taken from the server's cache */
        "Cache-Control"?: components["parameters"]["Cache-Control"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["RankingRow"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdRankingCsv: {
    parameters: {
      query?: {
        sort?: "score" | "-score" | "name" | "-name" | "met" | "-met" | "received" | "-received";
        q?: string;
        decision?: components["schemas"]["Decision"] | string;
        requirement?: string;
        flag?: components["schemas"]["RankingFlag"];
        grade?: components["schemas"]["Grade"];
        match?: components["schemas"]["Verdict"];
      };
      header?: {
        /** @description The language of sentences, for who has chosen none: English or Dutch */
        "Accept-Language"?: components["parameters"]["Accept-Language"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "text/csv": string;
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdRankingXlsx: {
    parameters: {
      query?: {
        sort?: "score" | "-score" | "name" | "-name" | "met" | "-met" | "received" | "-received";
        q?: string;
        decision?: components["schemas"]["Decision"] | string;
        requirement?: string;
        flag?: components["schemas"]["RankingFlag"];
        grade?: components["schemas"]["Grade"];
        match?: components["schemas"]["Verdict"];
      };
      header?: {
        /** @description The language of sentences, for who has chosen none: English or Dutch */
        "Accept-Language"?: components["parameters"]["Accept-Language"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  putJobsByIdRequirements: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RequirementSet"];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            requirements: components["schemas"]["JobRequirement"][];
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdResumes: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        sort?:
          | "attention"
          | "-attention"
          | "created_at"
          | "-created_at"
          | "updated_at"
          | "-updated_at";
        status?: components["schemas"]["ResumeStatus"];
        q?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["ResumeRow"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postJobsByIdResumes: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "multipart/form-data": {
          files: Blob[];
        };
      };
    };
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["AddedResume"][];
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      /** @description Too large; No room for it in the workspace */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      /** @description Too many requests; Quota of the month used up */
      429: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Retry-After": components["headers"]["Retry-After"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getJobsByIdSensitivity: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Standing"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            steps: components["schemas"]["WeightStep"][];
            left_out: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getLanguageModel: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ModelBudget"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getLetterTemplates: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["LetterTemplate"][];
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  putLetterTemplatesByKindByLanguage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components["schemas"]["LetterKind"];
        language: "en" | "nl";
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          subject: string;
          text: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LetterTemplate"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteLetterTemplatesByKindByLanguage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components["schemas"]["LetterKind"];
        language: "en" | "nl";
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LetterTemplate"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getLettersById: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Letter"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postLogin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/x-www-form-urlencoded": {
          username: string;
          password: string;
          totp?: string;
          /** Format: uuid */
          workspace_id?: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            access_token: string;
            /** @constant */
            token_type: "bearer";
            /** @description Seconds */
            expires_in: number;
            refresh_token?: string;
          };
        };
      };
      /** @description Sign in first; Give a code as well */
      401: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postLogout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          refresh_token: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            message: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getMails: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        state?: "waiting" | "sent" | "refused" | "dropped";
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: {
              /** Format: uuid */
              id: string;
              to: string;
              kind: string;
              /** @enum {string} */
              language: "en" | "nl";
              subject: string;
              /** @enum {string} */
              state: "waiting" | "sent" | "refused" | "dropped";
              error: string | null;
              /** Format: date-time */
              created_at: string;
            }[];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getMailsById: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            to: string;
            kind: string;
            /** @enum {string} */
            language: "en" | "nl";
            subject: string;
            /** @enum {string} */
            state: "waiting" | "sent" | "refused" | "dropped";
            error: string | null;
            /** Format: date-time */
            created_at: string;
            text: string;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postMergesByIdUndo: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Merge"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postMoves: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          to: {
            /** Format: uuid */
            stage_id: string;
          } | {
            decision: components["schemas"]["Decision"];
          };
          reason_code?: components["schemas"]["ReasonCode"] | null;
          reason?: string | null;
          resumes: {
            /** Format: uuid */
            id: string;
            version?: number;
          }[];
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Moved"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postMovesByBatchIdUndo: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        batch_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Moved"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteNotesById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchNotesById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          text: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Note"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postPasswordReset: {
    parameters: {
      query?: never;
      header?: {
        /** @description The language of sentences, for who has chosen none: English or Dutch */
        "Accept-Language"?: components["parameters"]["Accept-Language"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          email: string;
        };
      };
    };
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postPasswordResetConfirm: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          token: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postProposalsByIdDrop: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postProposalsByIdTake: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["JobRequirement"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postRefresh: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          refresh_token: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            access_token: string;
            /** @constant */
            token_type: "bearer";
            /** @description Seconds */
            expires_in: number;
            refresh_token?: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getReports: {
    parameters: {
      query?: {
        job?: string;
        period?: "30" | "90" | "365" | "all";
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
        /** @description `no-cache`: the answer is made anew, not taken from the server's cache */
        "Cache-Control"?: components["parameters"]["Cache-Control"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Report"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getResumesById: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Resume"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteResumesById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getResumesByIdEvaluation: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Evaluation"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getResumesByIdJobs: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        all?: "true" | "false";
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: {
              job: {
                /** Format: uuid */
                id: string;
                title: string;
                place: string | null;
                department: string | null;
              };
              score: number | null;
              raw_score: number | null;
              grade: components["schemas"]["Grade"] | null;
              required_met: number;
              required_total: number;
              flags: components["schemas"]["Flag"][];
              is_in_job: boolean;
              strip: {
                requirement_id: string;
                /** @enum {string} */
                level: "required" | "nice_to_have";
                gate: boolean;
                is_overridden: boolean;
                match: components["schemas"]["Verdict"];
              }[];
            }[];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            is_cut: boolean;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getResumesByIdLetterDraft: {
    parameters: {
      query: {
        kind: components["schemas"]["LetterKind"];
        /** @description Default: the résumé's, or else the job's */
        language?: "en" | "nl";
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LetterDraft"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postResumesByIdLetters: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["LetterInput"];
      };
    };
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Letter"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getResumesByIdMoves: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        sort?: "created_at" | "-created_at";
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["PastMove"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getResumesByIdOriginal: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "*/*": string;
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getResumesByIdProfile: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ResumeProfile"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postResumesByIdReplace: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "multipart/form-data": {
          files: Blob[];
        };
      };
    };
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ResumeRow"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      /** @description Too large; No room for it in the workspace */
      413: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postResumesByIdRetry: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ResumeRow"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postResumesByIdUnmask: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ResumeRow"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getRetentionDeletions: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Deletion"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getRetentionDue: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Keeping"][];
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getSearch: {
    parameters: {
      query: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        q: string;
        tag?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["SearchHit"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            is_more: boolean;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getStages: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
        /** @description `no-cache`: the answer is made anew, not taken from the server's cache */
        "Cache-Control"?: components["parameters"]["Cache-Control"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Stage"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postStages: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["StageInput"];
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Stage"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteStagesById: {
    parameters: {
      query?: {
        move_to?: string | null;
      };
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            moved: number;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchStagesById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["StageChange"];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Stage"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getTags: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["Tag"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getTasks: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        sort?: "created_at" | "-created_at";
        status?: "waiting" | "running" | "done" | "parked" | "cancelled";
        all?: "true" | "false";
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: {
              /** Format: uuid */
              id: string;
              function: string;
              arguments: {
                [key: string]: unknown;
              };
              /** @enum {string} */
              status: "waiting" | "running" | "done" | "parked" | "cancelled";
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              due_at: string;
              /** Format: date-time */
              started_at: string | null;
              /** Format: date-time */
              finished_at: string | null;
              failures: number;
              error: string | null;
              result: unknown;
            }[];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postTasksTask: {
    parameters: {
      query: {
        message: string;
      };
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getTasksTaskById: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            function: string;
            arguments: {
              [key: string]: unknown;
            };
            /** @enum {string} */
            status: "waiting" | "running" | "done" | "parked" | "cancelled";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            due_at: string;
            /** Format: date-time */
            started_at: string | null;
            /** Format: date-time */
            finished_at: string | null;
            failures: number;
            error: string | null;
            result: unknown;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteTasksTaskById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postTasksTaskByIdCancel: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            function: string;
            arguments: {
              [key: string]: unknown;
            };
            /** @enum {string} */
            status: "waiting" | "running" | "done" | "parked" | "cancelled";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            due_at: string;
            /** Format: date-time */
            started_at: string | null;
            /** Format: date-time */
            finished_at: string | null;
            failures: number;
            error: string | null;
            result: unknown;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postTasksTaskByIdRetry: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            function: string;
            arguments: {
              [key: string]: unknown;
            };
            /** @enum {string} */
            status: "waiting" | "running" | "done" | "parked" | "cancelled";
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            due_at: string;
            /** Format: date-time */
            started_at: string | null;
            /** Format: date-time */
            finished_at: string | null;
            failures: number;
            error: string | null;
            result: unknown;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postTier: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name: string;
          /** @default null */
          monthly_resumes?: number | null;
          /** @default null */
          monthly_jobs?: number | null;
          /** @default null */
          storage_bytes?: number | null;
        };
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            monthly_resumes: number | null;
            monthly_jobs: number | null;
            storage_bytes: number | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getTierByName: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            monthly_resumes: number | null;
            monthly_jobs: number | null;
            storage_bytes: number | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteTierByName: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchTierByName: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name?: string;
          monthly_resumes?: number | null;
          monthly_jobs?: number | null;
          storage_bytes?: number | null;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            monthly_resumes: number | null;
            monthly_jobs: number | null;
            storage_bytes: number | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postTierByNameRateLimit: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name?: string;
          path: string;
          /**
           * @default null
           * @enum {string|null}
           */
          method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | null;
          limit: number;
          period: number;
        };
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            tier_id: string;
            name: string;
            /** @enum {string|null} */
            method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | null;
            path: string;
            limit: number;
            period: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getTierByNameRateLimitById: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        name: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            tier_id: string;
            name: string;
            /** @enum {string|null} */
            method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | null;
            path: string;
            limit: number;
            period: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteTierByNameRateLimitById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchTierByNameRateLimitById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name?: string;
          path?: string;
          /** @enum {string|null} */
          method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | null;
          limit?: number;
          period?: number;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            tier_id: string;
            name: string;
            /** @enum {string|null} */
            method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | null;
            path: string;
            limit: number;
            period: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getTierByNameRateLimits: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              tier_id: string;
              name: string;
              /** @enum {string|null} */
              method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | null;
              path: string;
              limit: number;
              period: number;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              updated_at: string;
            }[];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getTiers: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: {
              /** Format: uuid */
              id: string;
              name: string;
              monthly_resumes: number | null;
              monthly_jobs: number | null;
              storage_bytes: number | null;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              updated_at: string;
            }[];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getUsage: {
    parameters: {
      query?: {
        month?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Usage"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postUser: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name: string;
          username: string;
          email: string;
          password: string;
          workspace_name?: string;
          invitation?: string;
        };
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            username: string;
            email: string;
            /** Format: date-time */
            email_verified_at: string | null;
            /** @enum {string|null} */
            language: "en" | "nl" | null;
            /** Format: uuid */
            tier_id: string | null;
            is_superuser: boolean;
            is_disabled: boolean;
            is_deleted: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            deleted_at: string | null;
            pending_email: string | null;
            workspaces: {
              /** Format: uuid */
              id: string;
              name: string;
              /** @enum {string} */
              role: "owner" | "recruiter" | "hiring_manager" | "viewer";
            }[];
          };
        };
      };
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getUserMe: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            username: string;
            email: string;
            /** Format: date-time */
            email_verified_at: string | null;
            /** @enum {string|null} */
            language: "en" | "nl" | null;
            /** Format: uuid */
            tier_id: string | null;
            is_superuser: boolean;
            is_disabled: boolean;
            is_deleted: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            deleted_at: string | null;
            pending_email: string | null;
            workspaces: {
              /** Format: uuid */
              id: string;
              name: string;
              /** @enum {string} */
              role: "owner" | "recruiter" | "hiring_manager" | "viewer";
            }[];
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postUserMeEmailVerification: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getUserMeSessions: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: components["schemas"]["OwnSession"][];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteUserMeSessions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteUserMeSessionsById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getUserMeTwoFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** @enum {string} */
            state: "off" | "begun" | "on";
            /** Format: date-time */
            since: string | null;
            recovery_codes_left: number | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postUserMeTwoFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            secret: string;
            uri: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteUserMeTwoFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          password: string;
          code: string;
        };
      };
    };
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postUserMeTwoFactorConfirm: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          password: string;
          code: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            recovery_codes: string[];
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postUserMeTwoFactorRecoveryCodes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          password: string;
          code: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            recovery_codes: string[];
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getUserByUsername: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        username: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            username: string;
            email: string;
            /** Format: date-time */
            email_verified_at: string | null;
            /** @enum {string|null} */
            language: "en" | "nl" | null;
            /** Format: uuid */
            tier_id: string | null;
            is_superuser: boolean;
            is_disabled: boolean;
            is_deleted: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            deleted_at: string | null;
            pending_email: string | null;
            workspaces: {
              /** Format: uuid */
              id: string;
              name: string;
              /** @enum {string} */
              role: "owner" | "recruiter" | "hiring_manager" | "viewer";
            }[];
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteUserByUsername: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        username: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          password?: string;
        };
      };
    };
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchUserByUsername: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        username: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name?: string;
          username?: string;
          email?: string;
          /** @enum {string|null} */
          language?: "en" | "nl" | null;
          password?: string;
          current_password?: string;
          is_superuser?: boolean;
          is_disabled?: boolean;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            username: string;
            email: string;
            /** Format: date-time */
            email_verified_at: string | null;
            /** @enum {string|null} */
            language: "en" | "nl" | null;
            /** Format: uuid */
            tier_id: string | null;
            is_superuser: boolean;
            is_disabled: boolean;
            is_deleted: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date-time */
            deleted_at: string | null;
            pending_email: string | null;
            workspaces: {
              /** Format: uuid */
              id: string;
              name: string;
              /** @enum {string} */
              role: "owner" | "recruiter" | "hiring_manager" | "viewer";
            }[];
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getUserByUsernameRateLimits: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        username: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            username: string;
            tier: {
              /** Format: uuid */
              id: string;
              name: string;
              monthly_resumes: number | null;
              monthly_jobs: number | null;
              storage_bytes: number | null;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              updated_at: string;
            } | null;
            data: {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              tier_id: string;
              name: string;
              /** @enum {string|null} */
              method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | null;
              path: string;
              limit: number;
              period: number;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              updated_at: string;
            }[];
            default: {
              limit: number;
              period: number;
            };
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getUserByUsernameTier: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        username: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            username: string;
            /** Format: uuid */
            tier_id: string | null;
            tier: {
              /** Format: uuid */
              id: string;
              name: string;
              monthly_resumes: number | null;
              monthly_jobs: number | null;
              storage_bytes: number | null;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              updated_at: string;
            } | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchUserByUsernameTier: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        username: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** Format: uuid */
          tier_id: string | null;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            username: string;
            /** Format: uuid */
            tier_id: string | null;
            tier: {
              /** Format: uuid */
              id: string;
              name: string;
              monthly_resumes: number | null;
              monthly_jobs: number | null;
              storage_bytes: number | null;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              updated_at: string;
            } | null;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteUserByUsernameTwoFactor: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        username: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getUsers: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        sort?:
          | "created_at"
          | "-created_at"
          | "updated_at"
          | "-updated_at"
          | "name"
          | "-name"
          | "username"
          | "-username";
        q?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: {
              /** Format: uuid */
              id: string;
              name: string;
              username: string;
              email: string;
              /** Format: date-time */
              email_verified_at: string | null;
              /** @enum {string|null} */
              language: "en" | "nl" | null;
              /** Format: uuid */
              tier_id: string | null;
              is_superuser: boolean;
              is_disabled: boolean;
              is_deleted: boolean;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              updated_at: string;
              /** Format: date-time */
              deleted_at: string | null;
            }[];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getWebhooks: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: {
              /** Format: uuid */
              id: string;
              url: string;
              events: (
                | "resume.evaluated"
                | "resume.failed"
                | "job.ranked"
                | "job.created"
                | "decision.made"
              )[];
              description: string | null;
              /** @enum {string} */
              state: "active" | "paused" | "disabled";
              /** Format: date-time */
              failing_since: string | null;
              /** Format: date-time */
              previous_secret_until: string | null;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              updated_at: string;
            }[];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postWebhooks: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          url: string;
          events: (
            | "resume.evaluated"
            | "resume.failed"
            | "job.ranked"
            | "job.created"
            | "decision.made"
          )[];
          /** @default null */
          description?: string | null;
        };
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            url: string;
            events: (
              | "resume.evaluated"
              | "resume.failed"
              | "job.ranked"
              | "job.created"
              | "decision.made"
            )[];
            description: string | null;
            /** @enum {string} */
            state: "active" | "paused" | "disabled";
            /** Format: date-time */
            failing_since: string | null;
            /** Format: date-time */
            previous_secret_until: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            secret: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getWebhooksById: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            url: string;
            events: (
              | "resume.evaluated"
              | "resume.failed"
              | "job.ranked"
              | "job.created"
              | "decision.made"
            )[];
            description: string | null;
            /** @enum {string} */
            state: "active" | "paused" | "disabled";
            /** Format: date-time */
            failing_since: string | null;
            /** Format: date-time */
            previous_secret_until: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteWebhooksById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchWebhooksById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          url?: string;
          events?: (
            | "resume.evaluated"
            | "resume.failed"
            | "job.ranked"
            | "job.created"
            | "decision.made"
          )[];
          description?: string | null;
          /** @enum {string} */
          state?: "active" | "paused";
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            url: string;
            events: (
              | "resume.evaluated"
              | "resume.failed"
              | "job.ranked"
              | "job.created"
              | "decision.made"
            )[];
            description: string | null;
            /** @enum {string} */
            state: "active" | "paused" | "disabled";
            /** Format: date-time */
            failing_since: string | null;
            /** Format: date-time */
            previous_secret_until: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getWebhooksByIdDeliveries: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        sort?: "created_at" | "-created_at";
        state?: "waiting" | "delivered" | "failed";
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: {
              /** Format: uuid */
              id: string;
              /** Format: uuid */
              event_id: string;
              event: string;
              /** @enum {string} */
              state: "waiting" | "delivered" | "failed";
              is_replay: boolean;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              next_attempt_at: string | null;
              /** Format: date-time */
              finished_at: string | null;
              request: {
                [key: string]: unknown;
              };
              attempts: {
                /** Format: date-time */
                started_at: string;
                duration_ms: number;
                status: number | null;
                response: string | null;
                error: string | null;
              }[];
            }[];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postWebhooksByIdDeliveriesByDeliveryIdReplay: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
        delivery_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            event_id: string;
            event: string;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            is_replay: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            next_attempt_at: string | null;
            /** Format: date-time */
            finished_at: string | null;
            request: {
              [key: string]: unknown;
            };
            attempts: {
              /** Format: date-time */
              started_at: string;
              duration_ms: number;
              status: number | null;
              response: string | null;
              error: string | null;
            }[];
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postWebhooksByIdRotate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            url: string;
            events: (
              | "resume.evaluated"
              | "resume.failed"
              | "job.ranked"
              | "job.created"
              | "decision.made"
            )[];
            description: string | null;
            /** @enum {string} */
            state: "active" | "paused" | "disabled";
            /** Format: date-time */
            failing_since: string | null;
            /** Format: date-time */
            previous_secret_until: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            secret: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postWebhooksByIdTest: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Taken; the work goes on afterwards */
      202: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            event_id: string;
            event: string;
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            is_replay: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            next_attempt_at: string | null;
            /** Format: date-time */
            finished_at: string | null;
            request: {
              [key: string]: unknown;
            };
            attempts: {
              /** Format: date-time */
              started_at: string;
              duration_ms: number;
              status: number | null;
              response: string | null;
              error: string | null;
            }[];
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getWorkspace: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchWorkspace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          name: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getWorkspaceGroupQuestions: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GroupQuestions"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchWorkspaceGroupQuestions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["GroupQuestions"];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["GroupQuestions"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getWorkspaceHalfLives: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["HalfLives"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchWorkspaceHalfLives: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          occupation?: number | null;
          tool?: number | null;
          knowledge?: number | null;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["HalfLives"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getWorkspaceInvitations: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: {
              /** Format: uuid */
              id: string;
              email: string;
              /** @enum {string} */
              role: "owner" | "recruiter" | "hiring_manager" | "viewer";
              invited_by: string | null;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              sent_at: string;
              /** Format: date-time */
              expires_at: string;
            }[];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postWorkspaceInvitations: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          email: string;
          /** @enum {string} */
          role: "owner" | "recruiter" | "hiring_manager" | "viewer";
        };
      };
    };
    responses: {
      /** @description Made */
      201: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "recruiter" | "hiring_manager" | "viewer";
            invited_by: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            sent_at: string;
            /** Format: date-time */
            expires_at: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteWorkspaceInvitationsById: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postWorkspaceInvitationsByIdResend: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "recruiter" | "hiring_manager" | "viewer";
            invited_by: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            sent_at: string;
            /** Format: date-time */
            expires_at: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postWorkspaceJoin: {
    parameters: {
      query?: never;
      header?: {
        /** @description Makes the call repeatable: for 24 hours the first answer is given again */
        "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          invitation: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "recruiter" | "hiring_manager" | "viewer";
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postWorkspaceLeave: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getWorkspaceMembers: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: {
              /** Format: uuid */
              user_id: string;
              name: string;
              username: string;
              email: string;
              /** @enum {string} */
              role: "owner" | "recruiter" | "hiring_manager" | "viewer";
              /** Format: date-time */
              joined_at: string;
            }[];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  deleteWorkspaceMembersByUserId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        user_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Done; there is nothing to answer */
      204: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      409: components["responses"]["conflict"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchWorkspaceMembersByUserId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        user_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** @enum {string} */
          role: "owner" | "recruiter" | "hiring_manager" | "viewer";
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            user_id: string;
            name: string;
            username: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "recruiter" | "hiring_manager" | "viewer";
            /** Format: date-time */
            joined_at: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getWorkspaceRetention: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RetentionRule"];
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchWorkspaceRetention: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["RetentionRule"];
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["RetentionRule"];
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  postWorkspaceSwitch: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** Format: uuid */
          workspace_id: string;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            access_token: string;
            /** @constant */
            token_type: "bearer";
            /** @description Seconds */
            expires_in: number;
            refresh_token?: string;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getWorkspaceTwoFactor: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            is_required: boolean;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchWorkspaceTwoFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          is_required: boolean;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            is_required: boolean;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      403: components["responses"]["forbidden"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getWorkspaceByIdTier: {
    parameters: {
      query?: never;
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            workspace_id: string;
            /** Format: uuid */
            tier_id: string | null;
            tier: {
              /** Format: uuid */
              id: string;
              name: string;
              monthly_resumes: number | null;
              monthly_jobs: number | null;
              storage_bytes: number | null;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              updated_at: string;
            } | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  patchWorkspaceByIdTier: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": {
          /** Format: uuid */
          tier_id: string | null;
        };
      };
    };
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            /** Format: uuid */
            workspace_id: string;
            /** Format: uuid */
            tier_id: string | null;
            tier: {
              /** Format: uuid */
              id: string;
              name: string;
              monthly_resumes: number | null;
              monthly_jobs: number | null;
              storage_bytes: number | null;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              updated_at: string;
            } | null;
          };
        };
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      404: components["responses"]["not_found"];
      408: components["responses"]["request_timeout"];
      409: components["responses"]["conflict"];
      413: components["responses"]["too_large"];
      415: components["responses"]["unsupported_type"];
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  getWorkspaces: {
    parameters: {
      query?: {
        page?: number;
        items_per_page?: number;
        /** @description Which fields each item is to have, with commas between. The others are left out, whatever the schema of the answer requires. */
        fields?: string;
        cursor?: string;
        updated_since?: string;
        sort?: "name" | "-name" | "created_at" | "-created_at" | "updated_at" | "-updated_at";
        q?: string;
      };
      header?: {
        /** @description The `ETag` of an answer that is still there */
        "If-None-Match"?: components["parameters"]["If-None-Match"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description OK */
      200: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          ETag: components["headers"]["ETag"];
          [name: string]: unknown;
        };
        content: {
          "application/json": {
            data: {
              /** Format: uuid */
              id: string;
              name: string;
              /** Format: uuid */
              tier_id: string | null;
              /** Format: date-time */
              created_at: string;
              /** Format: date-time */
              updated_at: string;
            }[];
            total_count: number;
            has_more: boolean;
            page: number;
            items_per_page: number;
            next_cursor: string | null;
          };
        };
      };
      /** @description The same as in `If-None-Match` */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["unauthenticated"];
      /** @description Not allowed; Set two-factor sign-in up first */
      403: {
        headers: {
          "X-Request-Id": components["headers"]["X-Request-Id"];
          "RateLimit-Policy": components["headers"]["RateLimit-Policy"];
          RateLimit: components["headers"]["RateLimit"];
          "X-RateLimit-Limit": components["headers"]["X-RateLimit-Limit"];
          "X-RateLimit-Remaining": components["headers"]["X-RateLimit-Remaining"];
          "X-RateLimit-Reset": components["headers"]["X-RateLimit-Reset"];
          [name: string]: unknown;
        };
        content: {
          "application/problem+json": components["schemas"]["Problem"];
        };
      };
      422: components["responses"]["invalid_input"];
      429: components["responses"]["too_many_requests"];
      500: components["responses"]["internal"];
      503: components["responses"]["unavailable"];
    };
  };
  onResumeEvaluated: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /** Format: uuid */
          id: string;
          /** @constant */
          type: "resume.evaluated";
          /** Format: date-time */
          timestamp: string;
          /** Format: uuid */
          workspace_id: string;
          data: {
            /** Format: uuid */
            resume_id: string;
            /** Format: uuid */
            job_id: string;
            /** Format: uuid */
            candidate_id: string | null;
            /** Format: uuid */
            evaluation_id: string;
            score: number | null;
            grade: components["schemas"]["Grade"] | null;
            required_met: number;
            required_total: number;
            flags: components["schemas"]["Flag"][];
            requirements_version: number;
            engine_version: string;
          };
        };
      };
    };
    responses: {
      /** @description Taken; anything else is tried again */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onResumeFailed: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /** Format: uuid */
          id: string;
          /** @constant */
          type: "resume.failed";
          /** Format: date-time */
          timestamp: string;
          /** Format: uuid */
          workspace_id: string;
          data: {
            /** Format: uuid */
            resume_id: string;
            /** Format: uuid */
            job_id: string;
            code: string;
          };
        };
      };
    };
    responses: {
      /** @description Taken; anything else is tried again */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onJobRanked: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /** Format: uuid */
          id: string;
          /** @constant */
          type: "job.ranked";
          /** Format: date-time */
          timestamp: string;
          /** Format: uuid */
          workspace_id: string;
          data: {
            /** Format: uuid */
            job_id: string;
            requirements_version: number;
            done: number;
            failed: number;
          };
        };
      };
    };
    responses: {
      /** @description Taken; anything else is tried again */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onJobCreated: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /** Format: uuid */
          id: string;
          /** @constant */
          type: "job.created";
          /** Format: date-time */
          timestamp: string;
          /** Format: uuid */
          workspace_id: string;
          data: {
            /** Format: uuid */
            job_id: string;
            title: string;
          };
        };
      };
    };
    responses: {
      /** @description Taken; anything else is tried again */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onDecisionMade: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /** Format: uuid */
          id: string;
          /** @constant */
          type: "decision.made";
          /** Format: date-time */
          timestamp: string;
          /** Format: uuid */
          workspace_id: string;
          data: {
            /** Format: uuid */
            resume_id: string;
            /** Format: uuid */
            job_id: string;
            /** Format: uuid */
            candidate_id: string | null;
            decision: components["schemas"]["Decision"];
            previous_decision: components["schemas"]["Decision"];
            /** Format: uuid */
            stage_id: string;
            reason_code: components["schemas"]["ReasonCode"] | null;
            /** Format: uuid */
            user_id: string | null;
            is_undo: boolean;
          };
        };
      };
    };
    responses: {
      /** @description Taken; anything else is tried again */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  onWebhookTest: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "application/json": {
          /** Format: uuid */
          id: string;
          /** @constant */
          type: "webhook.test";
          /** Format: date-time */
          timestamp: string;
          /** Format: uuid */
          workspace_id: string;
          data: {
            /** Format: uuid */
            webhook_id: string;
          };
        };
      };
    };
    responses: {
      /** @description Taken; anything else is tried again */
      "2XX": {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
