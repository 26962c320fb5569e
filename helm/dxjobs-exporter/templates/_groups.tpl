{{- /* Our rule groups with the runbook URL and interval of the values, and the additional rules. */ -}}
{{- define "dxjobs-exporter.allRuleGroups" -}}
{{- $values := .Values.prometheusRule -}}
{{- $ours := printf "groups:\n%s" (include "dxjobs-exporter.ruleGroups" .) | fromYaml -}}
{{- $groups := list -}}
{{- range $group := $ours.groups -}}
{{- range $rule := $group.rules -}}
{{- if and $rule.annotations $values.runbookUrl -}}
{{- $_ := set $rule.annotations "runbook_url" (printf "%s/%s" (trimSuffix "/" $values.runbookUrl) (base $rule.annotations.runbook_url)) -}}
{{- end -}}
{{- end -}}
{{- $groups = append $groups $group -}}
{{- end -}}
{{- with $values.additionalRules }}{{ $groups = append $groups (dict "name" "dxjobs-additional" "rules" .) }}{{ end -}}
{{- if $values.interval -}}
{{- range $groups }}{{ $_ := set . "interval" $values.interval }}{{ end -}}
{{- end -}}
{{- toYaml (concat $groups (default list $values.additionalGroups)) -}}
{{- end -}}
