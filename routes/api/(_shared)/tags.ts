/** What the operations are about, in the order of the documentation. */
export const TAGS = {
  "Sign-in": "Access tokens for people, and what renews them.",
  "API keys": "Access for programs.",
  "Jobs": "Vacancies and what they ask for.",
  "Résumés": "Upload, reading, progress.",
  "Evaluations": "The verdict on each requirement, its proof, and yours in its place.",
  "Ranking": "Who fits a job best.",
  "Stages": "Where people stand, and how they got there.",
  "Candidates": "People across jobs: contact, notes, tags, duplicates.",
  "Talent pool": "People of other jobs who fit this one.",
  "Search": "People by name, tag and what their résumés say.",
  "Reports": "What became of the résumés that came in.",
  "Webhooks": "Where we tell you what happens, signed as Standard Webhooks says.",
  "Tasks": "The work that is done behind the API.",
  "Tiers": "How often one may call, and how much one may add in a month.",
  "Feedback": "What you think of the product.",
  "Service": "Whether the service is well.",
} as const satisfies Readonly<Record<string, string>>;
