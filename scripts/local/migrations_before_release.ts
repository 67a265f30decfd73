import type { Rule } from "./migration_rules.ts";

/**
 * What the migrations from before the first release break, while every table that they met was
 * empty. They are never edited, so the reason stands here and not in them; whoever comes after them
 * has no place in this list.
 */
export const BEFORE_RELEASE: Readonly<Record<string, readonly Rule[]>> = {
  "0004_recruiting.ts": ["rewrite", "scan", "index", "not null", "rows"],
  "0005_talent_pool.ts": ["index"],
  "0006_people.ts": ["rows"],
  "0007_tokens_and_keys.ts": ["index"],
  "0008_accounts_by_mail.ts": ["scan"],
  "0009_tiers.ts": ["index"],
  "0010_task_results.ts": ["scan", "index"],
  "0012_lists.ts": ["index"],
  "0015_read_in_order.ts": ["index"],
  "0017_audit_log_filters.ts": ["index"],
  "0018_occupations.ts": ["scan"],
  "0019_receipts.ts": ["index"],
  "0020_text_likeness.ts": ["scan"],
  "0022_odt.ts": ["scan"],
  "0023_blind_mode.ts": ["scan"],
  "0025_task_list_index.ts": ["index"],
  "0030_html_and_rtf.ts": ["scan"],
  "0033_metrics.ts": ["scan"],
  "0034_half_lives.ts": ["scan"],
  "0039_storage.ts": ["scan", "index", "rows"],
  "0041_audit_chain.ts": ["scan", "rows"],
  "0042_retention.ts": ["scan", "index"],
  "0046_candidate_page.ts": ["scan", "index"],
  "0047_equal_treatment.ts": ["scan"],
  "0048_workspace_wall.ts": ["unread"],
};
