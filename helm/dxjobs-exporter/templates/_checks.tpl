{{- /* Values that contradict each other, which the schema cannot express. */ -}}
{{- define "dxjobs-exporter.checks" -}}
{{- with .Values -}}
{{- if and .config (or .existingConfigMap .existingConfigSecret) }}{{ fail "config is mutually exclusive with existingConfigMap and existingConfigSecret" }}{{ end -}}
{{- if and .existingConfigMap .existingConfigSecret }}{{ fail "existingConfigMap and existingConfigSecret are mutually exclusive" }}{{ end -}}
{{- if and .configAsSecret .existingConfigMap }}{{ fail "configAsSecret and existingConfigMap are mutually exclusive" }}{{ end -}}
{{- if and .ingress.enabled (not .ingress.hosts) }}{{ fail "ingress.hosts: at least one host is required" }}{{ end -}}
{{- if and .httpRoute.enabled (not .httpRoute.parentRefs) }}{{ fail "httpRoute.parentRefs: at least one gateway is required" }}{{ end -}}
{{- if and (gt (int .shards) 1) (gt (int .replicas) 1) }}{{ fail "replicas and shards: with more than one shard, replicas must be 1: each shard is one pod" }}{{ end -}}
{{- if and (gt (int .shards) 1) .simulate }}{{ fail "simulate and shards: the simulated account is one target and cannot be sharded" }}{{ end -}}
{{- if and .serviceMonitor.enabled .podMonitor.enabled }}{{ fail "serviceMonitor and podMonitor: are mutually exclusive; with both, every series is scraped twice" }}{{ end -}}
{{- if and (not .webConfig.existingSecret) (or .webConfig.tls .webConfig.clientCertificates .webConfig.certificateSecret) }}{{ fail "webConfig: webConfig.existingSecret is required" }}{{ end -}}
{{- if and .webConfig.clientCertificates (not .webConfig.tls) }}{{ fail "webConfig.clientCertificates requires webConfig.tls" }}{{ end -}}
{{- end -}}
{{- end -}}
