/** A variable that the compose files read and the product does not. */
interface ComposeSetting {
  readonly about: string;
  /** Empty: it must be set where it is used. */
  readonly value: string;
}

/** What stands in `.env` for the containers around the product: see docs/deploy/docker.md. */
export const COMPOSE_SETTINGS: Readonly<Record<string, ComposeSetting>> = {
  TALENT_IMAGE: {
    about: "The image that is built and run.",
    value: "talent-copilot:local",
  },
  TALENT_DOMAIN: {
    about: "The name that people open; Caddy gets its certificate (deploy/compose/production.yml).",
    value: "",
  },
  TALENT_ACME_EMAIL: {
    about: "Who is told when a certificate can't be renewed (deploy/compose/production.yml).",
    value: "",
  },
  PGADMIN_EMAIL: { about: "Who signs in to pgAdmin (profile tools).", value: "admin@example.com" },
  PGADMIN_PASSWORD: { about: "The password for pgAdmin (profile tools).", value: "" },
  PGADMIN_PORT: { about: "Where pgAdmin listens on this machine (profile tools).", value: "5050" },
  GRAFANA_PASSWORD: {
    about: "The password of Grafana's admin (deploy/compose/observability.yml).",
    value: "",
  },
};

/** What Deno's own OpenTelemetry reads: https://docs.deno.com/runtime/fundamentals/open_telemetry. */
export const RUNTIME_SETTINGS: readonly string[] = [
  "OTEL_DENO",
  "OTEL_SERVICE_NAME",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OTEL_EXPORTER_OTLP_PROTOCOL",
];
