import { z } from "zod";
import type { Counted, QuotaUse } from "../../../lib/accounts/quotas.ts";
import type { StorageUse } from "../../../lib/accounts/stored_bytes.ts";
import { getUsage } from "../../../lib/hiring/usage.ts";
import { resource } from "../../../lib/platform/endpoint.ts";
import { Day } from "../../../lib/platform/input.ts";
import { endpoint } from "../(_shared)/endpoint.ts";

const Count = z.int().min(0);

const QuotaAnswer = z.object({
  used: Count,
  quota: Count.nullable().meta({ description: "null: none" }),
  remaining: Count.nullable().meta({ description: "null: as much as you like" }),
}).meta({ id: "QuotaUse" });

const Quotas = z.object({ resumes: QuotaAnswer, jobs: QuotaAnswer });

const StorageAnswer = z.object({
  usedBytes: Count,
  quotaBytes: Count.nullable().meta({ description: "null: none" }),
  remainingBytes: Count.nullable().meta({ description: "null: as much as you like" }),
}).meta({ id: "StorageUse", description: "What the files have together now" });

const Figures = { resumes: Count, evaluations: Count, jobs: Count, requests: Count };

const UsageAnswer = z.object({
  month: z.string().meta({ description: "`YYYY-MM`" }),
  tier: z.string().nullable().meta({ description: "The name of the workspace's tier" }),
  quotas: Quotas.meta({ description: "Of the present month, whichever is asked for" }),
  storage: StorageAnswer,
  sandbox: Quotas.extend({ storage: StorageAnswer }).nullable().meta({
    description: "The same of the sandbox of test keys; null: there is none",
  }),
  renewsOn: Day.meta({ description: "When the quotas begin anew" }),
  totals: z.object(Figures),
  days: z.array(z.object({ day: Day, ...Figures })),
}).meta({ id: "Usage" });

const WRONG_MONTH = "must be a month from 2000 on: YYYY-MM";

const UsageQuery = z.strictObject({
  /** Of UTC; the present one unless it is given. */
  month: z.string(WRONG_MONTH).regex(/^20\d\d-(0[1-9]|1[0-2])$/, WRONG_MONTH).optional(),
});

export const handler = resource({
  GET: endpoint({
    summary: "What was done in a month, by day, and what is left of the quotas",
    tag: "Workspace",
    description:
      "`requests` are calls of this API. What was removed since is in no figure, and counts in a " +
      "quota all the same. Months and days are those of UTC.",
    examples: {
      "This month": { answer: { tier: null, quotas: { jobs: { quota: null, remaining: null } } } },
      "Another month": {
        query: { month: "2026-01" },
        answer: { month: "2026-01", totals: { resumes: 0 } },
      },
    },
    may: "usage:read",
    query: UsageQuery,
    answer: UsageAnswer,
    async handle({ actor, state, query }) {
      const month = query.month ?? new Date().toISOString().slice(0, 7);
      const usage = await getUsage(actor, state, month);
      return {
        month: usage.month,
        tier: usage.tierName,
        quotas: toQuotas(usage.quotas),
        storage: toStorage(usage.storage.own),
        sandbox: usage.sandbox && usage.storage.sandbox
          ? { ...toQuotas(usage.sandbox), storage: toStorage(usage.storage.sandbox) }
          : null,
        renewsOn: usage.renewsOn,
        totals: usage.totals,
        days: [...usage.days],
      };
    },
  }),
});

function toQuotas({ resumes, jobs }: Readonly<Record<Counted, QuotaUse>>): z.infer<typeof Quotas> {
  return { resumes: toQuota(resumes), jobs: toQuota(jobs) };
}

/** A quota that was lowered since may be used up by more than it is. */
function toQuota({ used, quota }: QuotaUse): z.infer<typeof QuotaAnswer> {
  return { used, quota, remaining: quota === null ? null : Math.max(0, quota - used) };
}

function toStorage({ usedBytes, quotaBytes }: StorageUse): z.infer<typeof StorageAnswer> {
  const remainingBytes = quotaBytes === null ? null : Math.max(0, quotaBytes - usedBytes);
  return { usedBytes, quotaBytes, remainingBytes };
}
