{{- /* What the schema cannot say: values that contradict each other. */ -}}
{{- define "dxjobs-exporter.checks" -}}
{{- with .Values -}}
{{- if and .config .existingConfigMap }}{{ fail "config and existingConfigMap: give one of them" }}{{ end -}}
{{- if and (gt (int .shards) 1) (gt (int .replicas) 1) }}{{ fail "replicas and shards: with shards over 1 there is one pod for each shard; leave replicas at 1" }}{{ end -}}
{{- if and (gt (int .shards) 1) .simulate }}{{ fail "simulate and shards: the simulated account is one target, which cannot be divided" }}{{ end -}}
{{- if and .serviceMonitor.enabled .podMonitor.enabled }}{{ fail "serviceMonitor and podMonitor: enable one of them, or every series is there twice" }}{{ end -}}
{{- if and (not .webConfig.existingSecret) (or .webConfig.tls .webConfig.clientCertificates .webConfig.certificateSecret) }}{{ fail "webConfig: name the Secret that holds the web configuration in webConfig.existingSecret" }}{{ end -}}
{{- if and .webConfig.clientCertificates (not .webConfig.tls) }}{{ fail "webConfig.clientCertificates: only with webConfig.tls" }}{{ end -}}
{{- end -}}
{{- end -}}
