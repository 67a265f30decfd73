import { z } from "zod";

/**
 * The part of the compose specification that our files use; anything else is refused, and so is
 * what is misspelled.
 *
 * @see https://github.com/compose-spec/compose-spec/blob/main/spec.md
 */
const duration = z.string().regex(/^(\d+(us|ms|s|m|h))+$/);
const texts = z.array(z.string());
const environment = z.record(z.string(), z.string());

const healthcheck = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({
    test: z.tuple([z.enum(["CMD", "CMD-SHELL"])]).rest(z.string()),
    interval: duration,
    timeout: duration,
    retries: z.int().positive(),
    start_period: duration.optional(),
  }),
]);

const dependsOn = z.union([
  texts,
  z.record(
    z.string(),
    z.strictObject({
      condition: z.enum([
        "service_started",
        "service_healthy",
        "service_completed_successfully",
      ]),
    }),
  ),
]);

const deployment = z.strictObject({
  replicas: z.int().positive().optional(),
  resources: z.strictObject({
    limits: z.strictObject({
      cpus: z.string().regex(/^\d+(\.\d+)?$/),
      memory: z.string().regex(/^\d+[KMG]$/),
    }),
  }),
});

const service = z.strictObject({
  image: z.string(),
  build: z.string(),
  command: texts,
  entrypoint: texts,
  environment,
  env_file: z.array(z.strictObject({ path: z.string(), required: z.boolean() })),
  configs: z.array(z.strictObject({ source: z.string(), target: z.string().startsWith("/") })),
  secrets: texts,
  volumes: z.array(z.string().regex(/^(\.?[\w./-]+):\/[\w./-]+(:ro)?$/)),
  ports: z.array(z.string().regex(/^(127\.0\.0\.1:)?(\d+|\$\{\w+:-\d+\}):\d+(\/udp)?$/)),
  depends_on: dependsOn,
  healthcheck,
  profiles: texts,
  restart: z.enum(["no", "unless-stopped"]),
  read_only: z.boolean(),
  tmpfs: texts,
  cap_drop: texts,
  cap_add: texts,
  security_opt: texts,
  shm_size: z.string(),
  stop_grace_period: duration,
  logging: z.strictObject({ driver: z.string(), options: environment }),
  deploy: deployment,
}).partial();

const network = z.strictObject({
  ipam: z.strictObject({ config: z.array(z.strictObject({ subnet: z.string() })) }),
});

/** A compose file; what begins with `x-` is for YAML's own anchors. */
export const ComposeFile = z.preprocess(
  withoutExtensions,
  z.strictObject({
    name: z.string().optional(),
    services: z.record(z.string(), service),
    configs: z.record(z.string(), z.strictObject({ content: z.string() })).default({}),
    secrets: z.record(z.string(), z.strictObject({ file: z.string() })).default({}),
    volumes: z.record(z.string(), z.null()).default({}),
    networks: z.record(z.string(), network).default({}),
  }),
);
export type ComposeFile = z.infer<typeof ComposeFile>;

function withoutExtensions(file: unknown): unknown {
  if (typeof file !== "object" || file === null) return file;
  return Object.fromEntries(Object.entries(file).filter(([key]) => !key.startsWith("x-")));
}
