{{- /* Short enough for what Kubernetes hangs on to it: a StatefulSet's revision label holds 63 characters, 11 of them its own. */ -}}
{{- define "dxjobs-exporter.fullname" -}}
{{- $name := default .Chart.Name .Values.nameOverride -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 52 | trimSuffix "-" -}}
{{- else if contains $name .Release.Name -}}
{{- .Release.Name | trunc 52 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 52 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{- /* What tells the exporter's pods from all others, the test's included. */ -}}
{{- define "dxjobs-exporter.selectorLabels" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
app.kubernetes.io/component: exporter
{{- end -}}

{{- /* The pod of helm test, which the selectors must not find. */ -}}
{{- define "dxjobs-exporter.testLabels" -}}
{{- $labels := include "dxjobs-exporter.selectorLabels" . | fromYaml -}}
{{- toYaml (set $labels "app.kubernetes.io/component" "test") -}}
{{- end -}}

{{- /* Our own labels win over the user's: selectors stand on them. */ -}}
{{- define "dxjobs-exporter.labels" -}}
{{- $own := include "dxjobs-exporter.selectorLabels" . | fromYaml -}}
{{- $_ := set $own "app.kubernetes.io/version" (regexReplaceAll "[^A-Za-z0-9._-]+" (default .Chart.AppVersion .Values.image.tag) "_" | trunc 63 | trimAll "-_.") -}}
{{- $_ := set $own "app.kubernetes.io/managed-by" .Release.Service -}}
{{- $_ := set $own "helm.sh/chart" (printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-") -}}
{{- toYaml (merge $own (default dict .Values.commonLabels)) -}}
{{- end -}}

{{- /*
  The metadata of everything but pods. Takes: root; suffix of the name; namespace; labels and annotations besides (the thing's own values);
  component, where it is not the exporter.
*/ -}}
{{- define "dxjobs-exporter.metadata" -}}
{{- $labels := include "dxjobs-exporter.labels" .root | fromYaml -}}
{{- if .component }}{{ $_ := set $labels "app.kubernetes.io/component" .component }}{{ end -}}
{{- $annotations := merge (dict) (default dict .annotations) (default dict .root.Values.commonAnnotations) -}}
name: {{ include "dxjobs-exporter.fullname" .root }}{{ with .suffix }}-{{ . }}{{ end }}
namespace: {{ default (include "dxjobs-exporter.namespace" .root) .namespace }}
labels:
  {{- toYaml (merge $labels (default dict .labels)) | nindent 2 }}
{{- with $annotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "dxjobs-exporter.namespace" -}}
{{- default .Release.Namespace .Values.namespaceOverride -}}
{{- end -}}

{{- define "dxjobs-exporter.serviceAccountName" -}}
{{- if .Values.serviceAccount.create -}}
{{- default (include "dxjobs-exporter.fullname" .) .Values.serviceAccount.name -}}
{{- else -}}
{{- default "default" .Values.serviceAccount.name -}}
{{- end -}}
{{- end -}}

{{- /* The registry of a parent chart replaces ours, but not one that the repository itself names. */ -}}
{{- define "dxjobs-exporter.image" -}}
{{- $global := default dict .Values.global -}}
{{- $registry := default .Values.image.registry $global.imageRegistry -}}
{{- $repository := .Values.image.repository -}}
{{- if and $registry (not (regexMatch "^([^/]*[.:][^/]*|localhost)/" $repository)) }}{{ $repository = printf "%s/%s" (trimSuffix "/" $registry) $repository }}{{ end -}}
{{- if .Values.image.digest -}}
{{- printf "%s@%s" $repository .Values.image.digest -}}
{{- else -}}
{{- printf "%s:%s" $repository (default .Chart.AppVersion .Values.image.tag) -}}
{{- end -}}
{{- end -}}

{{- /* A parent chart may list names alone, as the charts of others do. */ -}}
{{- define "dxjobs-exporter.imagePullSecrets" -}}
{{- $global := default dict .Values.global -}}
{{- $secrets := list -}}
{{- range concat (default list .Values.imagePullSecrets) (default list $global.imagePullSecrets) -}}
{{- if kindIs "string" . }}{{ $secrets = append $secrets (dict "name" .) }}{{ else }}{{ $secrets = append $secrets . }}{{ end -}}
{{- end -}}
{{- with uniq $secrets -}}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end -}}
{{- end -}}

{{- /* A security context, without the ids that OpenShift assigns. Takes: root; context. */ -}}
{{- define "dxjobs-exporter.securityContext" -}}
{{- $adapt := .root.Values.openshift.adaptSecurityContext -}}
{{- $context := default dict .context -}}
{{- if or (eq $adapt "force") (and (eq $adapt "auto") (.root.Capabilities.APIVersions.Has "security.openshift.io/v1")) -}}
{{- $context = omit $context "runAsUser" "runAsGroup" "fsGroup" -}}
{{- end -}}
{{- toYaml $context -}}
{{- end -}}
