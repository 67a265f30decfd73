import {
  deliverWebhook as deliver,
  DeliverWebhookTask,
  giveUpDelivery,
} from "../../lib/accounts/webhook_delivery.ts";
import { task } from "../task.ts";

/** Sends one event to one webhook; what fails there asks for its own next attempt. */
export const deliverWebhook = task(
  DeliverWebhookTask,
  (input, { services, signal }) => deliver(services, input, signal),
  { whenParked: (input, { services }) => giveUpDelivery(services, input) },
);
