import type { ContainerRole, S3Config } from "../settings/storage.ts";

/** What requests to a bucket are signed with. */
export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of credentials that last for a while. */
  readonly sessionToken?: string | undefined;
}

/** Credentials, and until when they are good. */
interface Lent extends S3Credentials {
  readonly expiration?: Date | undefined;
}

/** Clocks differ, and a signed address has to last as long as it says. */
const BEFORE_MS = 5 * 60_000;

/**
 * What requests are signed with: the key of the settings, or else what the role of this container
 * is lent, by the endpoint that Amazon ECS and EKS tell a container of
 * (https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html).
 *
 * What is lent is asked for anew before it expires, once for all who wait.
 *
 * @param lend Asks the endpoint.
 */
export function credentialsOf(
  { key, role }: Pick<S3Config, "key" | "role">,
  lend: () => Promise<Lent> = () => askEndpoint(role),
): () => Promise<S3Credentials> {
  if (key) return () => Promise.resolve(key);
  let last: Promise<Lent> | undefined;
  const renew = () => {
    const before = last;
    const asked = lend();
    last = asked;
    asked.catch(() => last = before); // the next one asks again
    return asked;
  };
  return async () => {
    const known = last;
    if (!known) return await renew();
    const lent = await known;
    if (!isOver(lent)) return lent;
    // Of all who find it nearly over, the first one asks.
    const asked = last === known || !last ? renew() : last;
    return await asked.catch((error) => {
      if (isOver(lent, 0)) throw error;
      return lent;
    });
  };
}

function isOver({ expiration }: Lent, beforeMs = BEFORE_MS): boolean {
  return expiration !== undefined && expiration.getTime() - Date.now() < beforeMs;
}

/** The token for it, where one is wanted, is found in the environment by the library itself. */
async function askEndpoint(role: ContainerRole | undefined): Promise<Lent> {
  // Few installations have a role, and none should wait for this to load.
  const { fromHttp } = await import("@aws-sdk/credential-provider-http");
  return await fromHttp({
    awsContainerCredentialsRelativeUri: role?.relativeUri,
    awsContainerCredentialsFullUri: role?.fullUri,
    timeout: 2000,
    maxRetries: 2,
  })();
}
