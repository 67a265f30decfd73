export { type BulkAnswer, type BulkBody, evaluateNow } from "./bulk.ts";
export { type Client, type ClientOptions, createClient, type SignInOptions } from "./client.ts";
export { itemsOf, type PageAsk } from "./pages.ts";
export { ApiProblem, dataOf, type Problem } from "./problem.ts";
export type { RetryOptions } from "./retry.ts";
export type { components, paths } from "./schema.ts";
export { type EventPath, eventsOf, type LinePath, linesOf, type StreamEvent } from "./streams.ts";
export type { KnownTokens, Tokens } from "./tokens.ts";
export { type DeliveryHeaders, verifyWebhook, WebhookRefused } from "./webhook.ts";
