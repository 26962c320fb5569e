{{- define "dxjobs-exporter.container" -}}
name: exporter
image: {{ include "dxjobs-exporter.image" . }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
args:
  - --config.file=/etc/dxjobs-exporter/config.yaml
  - --log.level={{ .Values.log.level }}
  - --log.format={{ .Values.log.format }}
  - --web.telemetry-path={{ .Values.telemetryPath }}
  {{- if .Values.webConfig.existingSecret }}
  - --web.config.file=/etc/dxjobs-exporter-web/{{ .Values.webConfig.key }}
  {{- end }}
  {{- if .Values.simulate }}
  - --simulate
  {{- end }}
  {{- with .Values.extraArgs }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with include "dxjobs-exporter.env" . }}
env:
  {{- . | nindent 2 }}
{{- end }}
{{- with .Values.extraEnvFrom }}
envFrom:
  {{- toYaml . | nindent 2 }}
{{- end }}
ports:
  - name: http
    containerPort: 10390
    protocol: TCP
{{- range $kind, $path := dict "startup" "/healthz" "liveness" "/healthz" "readiness" "/readyz" }}
{{- with index $.Values.probes $kind }}
{{- if .enabled }}
{{ $kind }}Probe:
  {{- if .override }}
  {{- toYaml .override | nindent 2 }}
  {{- else }}
  {{- if $.Values.webConfig.clientCertificates }}
  tcpSocket:
    port: http
  {{- else }}
  httpGet:
    path: {{ $path }}
    port: http
    scheme: {{ ternary "HTTPS" "HTTP" $.Values.webConfig.tls }}
  {{- end }}
  {{- toYaml (omit . "enabled" "override") | nindent 2 }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}
resources:
  {{- toYaml (default dict .Values.resources) | nindent 2 }}
securityContext:
  {{- include "dxjobs-exporter.securityContext" (dict "root" . "context" .Values.securityContext) | nindent 2 }}
volumeMounts:
  # The whole folder: a file mounted by subPath never changes.
  - name: config
    mountPath: /etc/dxjobs-exporter
    readOnly: true
  {{- if .Values.webConfig.existingSecret }}
  - name: web-config
    mountPath: /etc/dxjobs-exporter-web
    readOnly: true
  {{- end }}
  {{- with .Values.extraVolumeMounts }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end -}}

{{- define "dxjobs-exporter.env" -}}
{{- $env := list -}}
{{- with .Values.aws.region }}{{ $env = append $env (dict "name" "AWS_REGION" "value" .) }}{{ end -}}
{{- /* An existing ConfigMap or Secret does not contain the number of shards. */ -}}
{{- if and (include "dxjobs-exporter.existingConfig" .) (gt (int .Values.shards) 1) }}{{ $env = append $env (dict "name" "DXJOBS_SHARD__COUNT" "value" (toString (int .Values.shards))) }}{{ end -}}
{{- with concat $env (default list .Values.extraEnv) }}{{ toYaml . }}{{ end -}}
{{- end -}}

{{- /* Both Secrets in one folder, so that the web configuration can name tls.crt beside it. */ -}}
{{- define "dxjobs-exporter.webVolume" -}}
- name: web-config
  projected:
    defaultMode: 288 # 0440
    sources:
      - secret:
          name: {{ .Values.webConfig.existingSecret }}
      {{- with .Values.webConfig.certificateSecret }}
      - secret:
          name: {{ . }}
      {{- end }}
{{- end -}}
