# Podmap in an image:
#
#   docker build -t podmap .
#   docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" podmap deploy/ -o app.svg
#
# The target 'ci' has git, curl, jq and the steps of scripts/ci besides, for GitLab: docs/ci.md.

FROM swift:6.2-bookworm AS builder
RUN apt-get update \
  && apt-get install -y --no-install-recommends g++ libyaml-dev make pkg-config \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN make build && strip -o /podmap .build/release/podmap

FROM debian:bookworm-slim AS runtime
LABEL org.opencontainers.image.title="podmap" \
  org.opencontainers.image.description="Draws Kubernetes applications" \
  org.opencontainers.image.documentation="https://github.com/OWNER/podmap" \
  org.opencontainers.image.licenses="Apache-2.0"
RUN apt-get update \
  && apt-get install -y --no-install-recommends fonts-dejavu-core fonts-liberation libgvc6 libyaml-0-2 \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --uid 1000 --create-home podmap
COPY LICENSE NOTICE /usr/share/doc/podmap/
COPY --from=builder /podmap /usr/local/bin/podmap
WORKDIR /work

FROM runtime AS ci
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates curl git jq \
  && rm -rf /var/lib/apt/lists/*
COPY scripts/ci /usr/local/share/podmap/ci

FROM runtime AS podmap
USER 1000:1000
ENTRYPOINT ["podmap"]
CMD ["--help"]
