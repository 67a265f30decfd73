/** Said on the document: résumés of the job that changed, as the detail of a CustomEvent. */
export const NEWS = "ranking:news";

/** Said on the document: show the ranking as it is now. */
export const RENEW = "ranking:renew";

/** Said on the document: the ranking is shown as it is now. */
export const SHOWN = "ranking:shown";
