{{- define "dxjobs-exporter.podTemplate" -}}
{{- $labels := include "dxjobs-exporter.selectorLabels" . | fromYaml -}}
{{- $annotations := merge (dict) (default dict .Values.podAnnotations) (default dict .Values.commonAnnotations) -}}
{{- if and .Values.restartOnConfigChange (not (include "dxjobs-exporter.existingConfig" .)) -}}
{{- $_ := set $annotations "checksum/config" (include "dxjobs-exporter.config" . | sha256sum) -}}
{{- end -}}
metadata:
  labels:
    {{- toYaml (merge $labels (default dict .Values.podLabels) (default dict .Values.commonLabels)) | nindent 4 }}
  {{- with $annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  serviceAccountName: {{ include "dxjobs-exporter.serviceAccountName" . }}
  automountServiceAccountToken: {{ .Values.serviceAccount.automount }}
  # Kubernetes would set DXJOBS_EXPORTER_PORT and the like for every Service, beside the settings that are meant.
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .Values.terminationGracePeriodSeconds }}
  {{- with include "dxjobs-exporter.imagePullSecrets" . }}
  {{- . | nindent 2 }}
  {{- end }}
  {{- range $key := list "priorityClassName" "runtimeClassName" "dnsPolicy" "dnsConfig" "hostAliases" }}
  {{- with index $.Values $key }}
  {{- dict $key . | toYaml | nindent 2 }}
  {{- end }}
  {{- end }}
  securityContext:
    {{- include "dxjobs-exporter.securityContext" (dict "root" . "context" .Values.podSecurityContext) | nindent 4 }}
  {{- with .Values.initContainers }}
  initContainers:
    {{- tpl (toYaml .) $ | nindent 4 }}
  {{- end }}
  containers:
    - {{- include "dxjobs-exporter.container" . | nindent 6 }}
    {{- with .Values.extraContainers }}
    {{- tpl (toYaml .) $ | nindent 4 }}
    {{- end }}
  volumes:
    - name: config
      {{- if or .Values.configAsSecret .Values.existingConfigSecret }}
      secret:
        secretName: {{ default (include "dxjobs-exporter.fullname" .) .Values.existingConfigSecret }}
        defaultMode: 288 # 0440
      {{- else }}
      configMap:
        name: {{ default (include "dxjobs-exporter.fullname" .) .Values.existingConfigMap }}
      {{- end }}
    {{- if .Values.webConfig.existingSecret }}
    {{- include "dxjobs-exporter.webVolume" . | nindent 4 }}
    {{- end }}
    {{- with .Values.extraVolumes }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with .Values.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.topologySpreadConstraints }}
  topologySpreadConstraints:
    {{- $ours := dict "labelSelector" (dict "matchLabels" (include "dxjobs-exporter.selectorLabels" $ | fromYaml)) }}
    {{- range . }}
    - {{- toYaml (merge (dict) . (ternary (dict) $ours (hasKey . "labelSelector"))) | nindent 6 }}
    {{- end }}
  {{- end }}
{{- end -}}
