{{- /* The exporter's configuration file. Of the shards it needs their number alone: each pod knows its own by the end of its host name. */ -}}
{{- define "dxjobs-exporter.config" -}}
{{- $config := deepCopy (default dict .Values.config) -}}
{{- if gt (int .Values.shards) 1 }}{{ $_ := set $config "shard" (dict "count" (int .Values.shards)) }}{{ end -}}
{{- toYaml $config -}}
{{- end -}}
