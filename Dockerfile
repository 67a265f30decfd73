# syntax=docker/dockerfile:1.19
# One image for every part: web (default), worker, migrate, create_superuser.
# docs/deploy/docker.md tells how it is run; `deno task container:rehearse` goes through these
# steps where there is no container engine.

ARG DENO_VERSION=2.9.6

# Builds the pages and picks out what a running product reaches.
FROM denoland/deno:debian-${DENO_VERSION} AS build
ENV DENO_DIR=/build-cache DENO_NO_UPDATE_CHECK=1
WORKDIR /build
COPY deno.json deno.lock ./
COPY packages/fresh packages/fresh
RUN deno install --frozen
COPY . .
RUN deno task build && deno task container:collect /app

# Fetches the packages of that, and no others; compiles what is compiled once.
FROM denoland/deno:debian-${DENO_VERSION} AS packages
ENV DENO_DIR=/deno-dir DENO_NO_UPDATE_CHECK=1
WORKDIR /app
COPY --from=build /app /app
RUN deno cache --quiet container_roots.ts && deno cache --quiet --frozen container_roots.ts
RUN mkdir /data

# No shell, no package manager: Deno, its C library, and the product.
FROM denoland/deno:distroless-${DENO_VERSION}
LABEL org.opencontainers.image.title="Talent Copilot" \
      org.opencontainers.image.description="Ranks résumés for a job, with the quote that proves each verdict" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.documentation="docs/deploy/docker.md"
ENV DENO_DIR=/deno-dir DENO_NO_UPDATE_CHECK=1 DENO_NO_PROMPT=1 NO_COLOR=1 \
    ENVIRONMENT=production HOST=0.0.0.0 PORT=8000 WORKER_PROBE_PORT=8001 DATA_DIR=/data \
    OTEL_TRACES_SAMPLER=parentbased_always_off OTEL_PROPAGATORS=none OTEL_DENO_CONSOLE=ignore
WORKDIR /app
COPY --from=packages /deno-dir /deno-dir
COPY --from=packages /app /app
COPY --from=packages --chown=10001:10001 /data /data
USER 10001:10001
EXPOSE 8000 8001
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["/bin/deno", "run", "--quiet", "--cached-only", "--allow-env=PORT,WORKER_PROBE_PORT", "--allow-net=127.0.0.1", "scripts/container/probe.ts"]
# Reads the settings, and starts each command as a process that may do what they ask for.
ENTRYPOINT ["/bin/deno", "run", "--quiet", "--cached-only", "--frozen", "--allow-env", \
  "--allow-read=/app,/deno-dir,/run/secrets,/run/talent", "--allow-run=/bin/deno", "scripts/container.ts"]
CMD ["web"]
