{{- /* One endpoint of a ServiceMonitor or PodMonitor. Takes: root; monitor, its values. */ -}}
{{- define "dxjobs-exporter.endpoint" -}}
port: http
path: {{ .root.Values.telemetryPath }}
scheme: {{ ternary "https" "http" .root.Values.webConfig.tls }}
{{- range $key := list "interval" "scrapeTimeout" "tlsConfig" "basicAuth" "relabelings" "metricRelabelings" }}
{{- with index $.monitor $key }}
{{ dict $key . | toYaml }}
{{- end }}
{{- end }}
{{- end -}}

{{- /* Takes: root; monitor. */ -}}
{{- define "dxjobs-exporter.monitored" -}}
jobLabel: app.kubernetes.io/name
selector:
  matchLabels:
    {{- include "dxjobs-exporter.selectorLabels" .root | nindent 4 }}
namespaceSelector:
  matchNames:
    - {{ .root.Release.Namespace }}
{{- end -}}
