/** The least that a sign-in can be: reads the form, verifies the password, answers. */
import { verify } from "@node-rs/argon2";
import { limitConcurrency } from "../../lib/platform/concurrency.ts";
import { given, serveBare } from "./serve.ts";

const hash = given("BARE_HASH");
const inTurn = limitConcurrency(navigator.hardwareConcurrency);

serveBare(async (request) => {
  const password = new URLSearchParams(await request.text()).get("password") ?? "";
  const isRight = await inTurn(() => verify(hash, password));
  return Response.json({ isRight }, { status: isRight ? 200 : 401 });
});
