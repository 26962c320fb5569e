{{- /* A matcher of Alertmanager (`alertname =~ "A|B"`) as the operator's object. Takes a list of them. */ -}}
{{- define "dxjobs-exporter.matchers" -}}
{{- $pattern := "^\\s*(\\w+)\\s*(=~|!~|!=|=)\\s*\"?([^\"]*?)\"?\\s*$" -}}
{{- range . }}
- name: {{ regexReplaceAll $pattern . "${1}" }}
  matchType: {{ regexReplaceAll $pattern . "${2}" | quote }}
  value: {{ regexReplaceAll $pattern . "${3}" | quote }}
{{- end }}
{{- end -}}
