import assert from "node:assert/strict";
import { join } from "node:path";
import { permissionsOf } from "../scripts/local/permissions.ts";
import { ROOT } from "../scripts/local/web_build.ts";
import { startS3 } from "./harness/s3_server.ts";
import { denoDir } from "./harness/shipped.ts";

/** As Kubernetes mounts a token: by links, of which one leads elsewhere after each exchange. */
async function mountToken(folder: string) {
  const path = join(folder, "eks-pod-identity-token");
  const put = async (token: string) => {
    const data = join(folder, `..${token}`);
    await Deno.mkdir(data, { recursive: true });
    await Deno.writeTextFile(join(data, "eks-pod-identity-token"), token);
    await Deno.symlink(`..${token}`, join(folder, "..data_new"));
    await Deno.rename(join(folder, "..data_new"), join(folder, "..data"));
  };
  await Deno.symlink("..data/eks-pod-identity-token", path);
  return { path, put };
}

Deno.test("in a pod with a role, the image's processes show its token and sign with what it is lent", async () => {
  const folder = await Deno.makeTempDir({ prefix: "talent_pod_" });
  const access = {
    accessKeyId: "ASIATEST",
    secretAccessKey: "lent/+key",
    sessionToken: "of the role",
    region: "eu-west-1",
    bucket: "talent-files",
  };
  const shown: (string | null)[] = [];
  const { path, put } = await mountToken(folder);
  await using s3 = startS3(access);
  await using lender = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async ({ headers }) => {
      shown.push(headers.get("authorization"));
      if (shown.length === 1) await put("second");
      return Response.json({
        AccessKeyId: access.accessKeyId,
        SecretAccessKey: access.secretAccessKey,
        Token: access.sessionToken,
        // Nearly over, so it is asked for again.
        Expiration: new Date(Date.now() + 60_000).toISOString(),
      });
    },
  );
  const env = {
    ENVIRONMENT: "production",
    PUBLIC_URL: "https://talent.example",
    SECRET_KEY: "k".repeat(40),
    DATA_DIR: join(folder, "data"),
    DATABASE_URL: "postgresql://db.example/talent",
    REDIS_URL: "redis://cache.example",
    STORAGE: "s3",
    S3_BUCKET: access.bucket,
    S3_REGION: access.region,
    S3_ENDPOINT: `http://127.0.0.1:${s3.port}`,
    S3_PATH_STYLE: "true",
    AWS_CONTAINER_CREDENTIALS_FULL_URI: `http://127.0.0.1:${lender.addr.port}/v1/credentials`,
    AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: path,
  };
  const script = join(folder, "keep.ts");
  await Deno.writeTextFile(
    script,
    `import { loadConfig } from ${JSON.stringify(join(ROOT, "lib/platform/config.ts"))};
     import { S3Store } from ${JSON.stringify(join(ROOT, "lib/platform/storage/s3_store.ts"))};
     const store = new S3Store(loadConfig(Deno.env.toObject()).storage.s3);
     const bytes = new TextEncoder().encode("Anna Berg");
     const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
     const name = { workspaceId: crypto.randomUUID(), hash };
     await store.write(name, bytes);
     console.log(new TextDecoder().decode(await store.read(name)));`,
  );
  try {
    for (const part of ["web", "worker"] as const) {
      shown.length = 0;
      await put("first");
      const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
        args: [
          ...["run", "-q", "--config", join(ROOT, "deno.json")],
          ...permissionsOf(part, env, { packages: denoDir() }),
          script,
        ],
        clearEnv: true,
        env: { ...env, DENO_DIR: denoDir() },
      }).output();
      const text = new TextDecoder();
      assert.equal(text.decode(stdout), "Anna Berg\n", text.decode(stderr));
      assert.ok(shown.length > 1, "what is nearly over is asked for again");
      assert.deepEqual([shown[0], shown.at(-1)], ["first", "second"], "the token of the moment");
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
