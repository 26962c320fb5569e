{{- define "dxjobs-exporter.podTemplate" -}}
{{- $labels := include "dxjobs-exporter.selectorLabels" . | fromYaml -}}
{{- $annotations := merge (dict) (default dict .Values.podAnnotations) (default dict .Values.extraAnnotations) -}}
{{- if and .Values.restartOnConfigChange (not .Values.existingConfigMap) -}}
{{- $_ := set $annotations "checksum/config" (include "dxjobs-exporter.config" . | sha256sum) -}}
{{- end -}}
metadata:
  labels:
    {{- toYaml (merge $labels (default dict .Values.podLabels) (default dict .Values.extraLabels)) | nindent 4 }}
  {{- with $annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  serviceAccountName: {{ include "dxjobs-exporter.serviceAccountName" . }}
  automountServiceAccountToken: false
  # Kubernetes would set DXJOBS_EXPORTER_PORT and the like for every Service, beside the settings that are meant.
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .Values.terminationGracePeriodSeconds }}
  {{- with include "dxjobs-exporter.imagePullSecrets" . }}
  {{- . | nindent 2 }}
  {{- end }}
  {{- with .Values.priorityClassName }}
  priorityClassName: {{ . }}
  {{- end }}
  securityContext:
    {{- include "dxjobs-exporter.securityContext" (dict "root" . "context" .Values.podSecurityContext) | nindent 4 }}
  containers:
    - {{- include "dxjobs-exporter.container" . | nindent 6 }}
  volumes:
    - name: config
      configMap:
        name: {{ default (include "dxjobs-exporter.fullname" .) .Values.existingConfigMap }}
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
