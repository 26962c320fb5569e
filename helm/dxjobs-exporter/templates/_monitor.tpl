{{- /* One endpoint of a ServiceMonitor or PodMonitor. Takes: root; monitor, its values. */ -}}
{{- define "dxjobs-exporter.endpoint" -}}
port: http
path: {{ .root.Values.telemetryPath }}
scheme: {{ ternary "https" "http" .root.Values.webConfig.tls }}
{{- if .monitor.honorLabels }}
honorLabels: true
{{- end }}
{{- range $key := list "interval" "scrapeTimeout" "tlsConfig" "basicAuth" "authorization" "relabelings" "metricRelabelings" }}
{{- with index $.monitor $key }}
{{ dict $key . | toYaml }}
{{- end }}
{{- end }}
{{- end -}}

{{- /* Takes: root; monitor. */ -}}
{{- define "dxjobs-exporter.monitored" -}}
{{- range $key := list "jobLabel" "targetLabels" "podTargetLabels" "sampleLimit" "scrapeProtocols" }}
{{- with get $.monitor $key }}
{{ dict $key . | toYaml }}
{{- end }}
{{- end }}
selector:
  matchLabels:
    {{- include "dxjobs-exporter.selectorLabels" .root | nindent 4 }}
namespaceSelector:
  matchNames:
    - {{ include "dxjobs-exporter.namespace" .root }}
{{- end -}}
