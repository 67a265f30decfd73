import { SAMPLE_TASK } from "../lib/platform/sample_task.ts";
import { CANCELLED_TASK } from "../lib/platform/queue.ts";
import { DELIVER_TASK } from "../lib/platform/webhooks/events.ts";
import type { Registry } from "./task.ts";
import { applyRetention } from "./tasks/apply_retention.ts";
import { askModel } from "./tasks/ask_model.ts";
import { compareEngine } from "./tasks/compare_engine.ts";
import { deliverWebhook } from "./tasks/deliver_webhook.ts";
import { evaluateJob } from "./tasks/evaluate_job.ts";
import { fillSandbox } from "./tasks/fill_sandbox.ts";
import { forgetBulk } from "./tasks/forget_bulk.ts";
import { housekeeping } from "./tasks/housekeeping.ts";
import { judgeBulk } from "./tasks/judge_bulk.ts";
import { prepareReset } from "./tasks/prepare_reset.ts";
import { readJobDescription } from "./tasks/read_job_description.ts";
import { readResume } from "./tasks/read_resume.ts";
import { removeBytes } from "./tasks/remove_bytes.ts";
import { sampleTask } from "./tasks/sample_task.ts";
import { sealAudit } from "./tasks/seal_audit_log.ts";
import { searchPool } from "./tasks/search_pool.ts";
import { sendLetter } from "./tasks/send_letter.ts";
import { sendMail } from "./tasks/send_mail.ts";
import { sweepStorage } from "./tasks/sweep_storage.ts";
import { tellRanked } from "./tasks/tell_ranked.ts";
import { taskCancelled } from "./tasks/task_cancelled.ts";

/** Every task of the product. */
export const registry: Registry = {
  read_resume: readResume,
  evaluate_job: evaluateJob,
  read_job_description: readJobDescription,
  search_pool: searchPool,
  compare_engine: compareEngine,
  ask_model: askModel,
  judge_bulk: judgeBulk,
  forget_bulk: forgetBulk,
  send_mail: sendMail,
  send_letter: sendLetter,
  fill_sandbox: fillSandbox,
  tell_ranked: tellRanked,
  [DELIVER_TASK]: deliverWebhook,
  prepare_reset: prepareReset,
  housekeeping,
  apply_retention: applyRetention,
  seal_audit_log: sealAudit,
  remove_bytes: removeBytes,
  sweep_storage: sweepStorage,
  [SAMPLE_TASK]: sampleTask,
  [CANCELLED_TASK]: taskCancelled(() => registry),
};
