{{- /* The groups of files/dxjobs.rules.yaml, with the changes that the values ask for. */ -}}
{{- define "dxjobs-exporter.ruleGroups" -}}
{{- $file := .Files.Get "files/dxjobs.rules.yaml" | fromYaml -}}
{{- if not $file.groups }}{{ fail "files/dxjobs.rules.yaml holds no rules: in the repository it is a symbolic link, which this copy of the chart has lost" }}{{ end -}}
{{- $groups := list -}}
{{- range $group := $file.groups -}}
{{- $rules := list -}}
{{- range $rule := $group.rules -}}
{{- if $rule.record -}}
{{- $rules = append $rules $rule -}}
{{- else -}}
{{- $named := default dict (get (default dict $.Values.prometheusRule.alerts) $rule.alert) -}}
{{- $change := mergeOverwrite (dict) (deepCopy (omit $named "warning" "critical")) (deepCopy (default dict (get $named $rule.labels.severity))) -}}
{{- if not (eq (toString $change.enabled) "false") -}}
{{- $rules = append $rules (include "dxjobs-exporter.alert" (dict "rule" $rule "change" $change "values" $.Values.prometheusRule) | fromYaml) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $groups = append $groups (set $group "rules" $rules) -}}
{{- end -}}
{{- with .Values.prometheusRule.expectedCompletions -}}
{{- $expected := list -}}
{{- range . -}}
{{- $expected = append $expected (dict "record" "dxjobs:expected_completion:seconds" "expr" (printf "vector(%s)" (toJson .seconds)) "labels" (omit . "seconds")) -}}
{{- end -}}
{{- $groups = append $groups (dict "name" "dxjobs-expected-completions" "rules" $expected) -}}
{{- end -}}
{{- toYaml $groups -}}
{{- end -}}

{{- /* One alert. Takes: rule, as the file has it; change, its values; values, those of prometheusRule. The schema knows the numbers of each alert. A number to tune ends its line as "0.25 # tune: ratio". */ -}}
{{- define "dxjobs-exporter.alert" -}}
{{- $rule := .rule -}}
{{- range $name, $value := .change.tune -}}
{{- $number := printf "(?m)\\S+( # tune: %s)$" $name -}}
{{- $_ := set $rule "expr" (regexReplaceAll $number $rule.expr (printf "%s${1}" (toJson $value))) -}}
{{- end -}}
{{- with .change.for }}{{ $_ := set $rule "for" . }}{{ end -}}
{{- with .change.keepFiringFor }}{{ $_ := set $rule "keep_firing_for" . }}{{ end -}}
{{- with .change.severity }}{{ $_ := set $rule.labels "severity" . }}{{ end -}}
{{- $_ := set $rule "labels" (merge (dict) (default dict .change.labels) $rule.labels (default dict .values.alertLabels)) -}}
{{- range $name, $text := $rule.annotations -}}
{{- $_ := set $rule.annotations $name ($text | replace "http://localhost:3000" $.values.grafanaUrl | replace "http://localhost:10390" $.values.exporterUrl) -}}
{{- end -}}
{{- toYaml $rule -}}
{{- end -}}
