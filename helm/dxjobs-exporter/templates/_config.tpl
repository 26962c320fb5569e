{{- /* Whether the configuration comes from outside of the chart. */ -}}
{{- define "dxjobs-exporter.existingConfig" -}}
{{- if or .Values.existingConfigMap .Values.existingConfigSecret }}true{{ end -}}
{{- end -}}

{{- /* The exporter's configuration file. It contains the number of shards only: the index of a pod is the ordinal of its host name. */ -}}
{{- define "dxjobs-exporter.config" -}}
{{- $config := deepCopy (default dict .Values.config) -}}
{{- if gt (int .Values.shards) 1 }}{{ $_ := set $config "shard" (dict "count" (int .Values.shards)) }}{{ end -}}
{{- toYaml $config -}}
{{- end -}}
