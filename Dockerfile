# One native binary on a base without a shell. For another architecture build with --platform linux/arm64 (on such a machine, or emulated).
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble-aot AS build
# The builder sets it by --platform. It has no default, for a default would win over what the builder sets.
ARG TARGETARCH
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 ContinuousIntegrationBuild=true MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
WORKDIR /source

# What decides the packages alone, so that this layer stays while the code changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/DxJobs.Core/*.csproj src/DxJobs.Core/packages*.json src/DxJobs.Core/
COPY src/DxJobs.DataExchange/*.csproj src/DxJobs.DataExchange/packages*.json src/DxJobs.DataExchange/
COPY src/DxJobs.Simulator/*.csproj src/DxJobs.Simulator/packages*.json src/DxJobs.Simulator/
COPY src/DxJobs.Exporter/*.csproj src/DxJobs.Exporter/packages*.json src/DxJobs.Exporter/
RUN case "${TARGETARCH:-$(dpkg --print-architecture)}" in \
      amd64) echo linux-x64 ;; \
      arm64) echo linux-arm64 ;; \
      *) echo "no build for the architecture $TARGETARCH" >&2; exit 1 ;; \
    esac > /platform \
 && dotnet restore src/DxJobs.Exporter -r "$(cat /platform)" -p:PublishAot=true --locked-mode

# Below the packages: they need not be fetched again for another version or revision.
ARG VERSION=0.1.0
ARG REVISION=unknown
# Seconds since 1970: the time that the file in the image bears.
ARG SOURCE_DATE_EPOCH=0
COPY .editorconfig ./
COPY eng eng
COPY src src
# Without debug information, which holds generated sources whose parts come in another order each time, the same source gives the same binary.
RUN dotnet publish src/DxJobs.Exporter -c Release -r "$(cat /platform)" --no-restore -o /published \
      -p:PublishAot=true -p:DebugType=none -p:Version="$VERSION" -p:SourceRevisionId="$REVISION" \
 && touch -d "@$SOURCE_DATE_EPOCH" /published/dxjobs-exporter

FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
ARG VERSION=0.1.0
ARG REVISION=unknown
ARG CREATED=1970-01-01T00:00:00Z
LABEL org.opencontainers.image.title="dxjobs-exporter" \
      org.opencontainers.image.description="Prometheus exporter for the jobs of AWS Data Exchange" \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.source="https://github.com/dxjobs-exporter/dxjobs-exporter" \
      org.opencontainers.image.documentation="https://github.com/dxjobs-exporter/dxjobs-exporter/blob/main/README.md" \
      org.opencontainers.image.version="$VERSION" \
      org.opencontainers.image.revision="$REVISION" \
      org.opencontainers.image.created="$CREATED"
COPY --from=build /published/dxjobs-exporter /usr/bin/dxjobs-exporter
# The base names a port for ASP.NET Core that isn't ours.
ENV ASPNETCORE_HTTP_PORTS=""
USER $APP_UID
EXPOSE 10390
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s --retries=3 CMD ["/usr/bin/dxjobs-exporter", "healthcheck"]
ENTRYPOINT ["/usr/bin/dxjobs-exporter"]
