# One native binary on a base without a shell. For another architecture build with --platform linux/arm64 (on such a machine, or emulated).
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble-aot AS build
ARG TARGETARCH=amd64
ARG VERSION=0.1.0
ARG REVISION=unknown
# Seconds since 1970: the time that files in the image bear, so that the same source gives the same layers.
ARG SOURCE_DATE_EPOCH=0
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 ContinuousIntegrationBuild=true MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
WORKDIR /source

# What decides the packages alone, so that this layer stays while the code changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/DxJobs.DataExchange/*.csproj src/DxJobs.DataExchange/packages*.json src/DxJobs.DataExchange/
COPY src/DxJobs.Simulator/*.csproj src/DxJobs.Simulator/packages*.json src/DxJobs.Simulator/
COPY src/DxJobs.Exporter/*.csproj src/DxJobs.Exporter/packages*.json src/DxJobs.Exporter/
RUN rid=linux-$(test "$TARGETARCH" = amd64 && echo x64 || echo "$TARGETARCH") \
 && dotnet restore src/DxJobs.Exporter -r "$rid" -p:PublishAot=true --locked-mode

COPY .editorconfig ./
COPY eng eng
COPY src src
RUN rid=linux-$(test "$TARGETARCH" = amd64 && echo x64 || echo "$TARGETARCH") \
 && dotnet publish src/DxJobs.Exporter -c Release -r "$rid" --no-restore -o /published \
      -p:PublishAot=true -p:Version="$VERSION" -p:SourceRevisionId="$REVISION" \
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
