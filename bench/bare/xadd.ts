/** The least that handing in a task can be: an entry in a stream, which a crash of Redis may lose. */
import { connectRedis } from "../../lib/platform/redis.ts";
import { given, serveBare } from "./serve.ts";

const redis = await connectRedis(given("BARE_REDIS"));
const key = given("BARE_KEY");

serveBare(async (request) => {
  const message = new URL(request.url).searchParams.get("message") ?? "";
  const id = await redis.xAdd(key, "*", { message });
  return Response.json({ id }, { status: 201 });
});
