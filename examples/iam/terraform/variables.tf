variable "role_name" {
  description = "The role's name."
  type        = string
  default     = "dxjobs-read"
}

variable "trusted_principal_arns" {
  description = "Who may assume the role, such as the exporter's own role in a hub account."
  type        = list(string)
  default     = []
}

variable "external_id" {
  description = "What these must say when they assume it: external_id of the target. Null for nothing."
  type        = string
  default     = null
}

variable "oidc_provider_arn" {
  description = "The EKS cluster's OIDC provider, when a service account is to have the role (IRSA)."
  type        = string
  default     = null
}

variable "namespace" {
  description = "The service account's namespace."
  type        = string
  default     = "monitoring"
}

variable "service_account" {
  description = "The service account's name."
  type        = string
  default     = "dxjobs-exporter"
}

variable "data_set_names" {
  description = "Whether data_sets.enabled is on, so that names of data sets are asked for."
  type        = bool
  default     = false
}

variable "assume_role_arns" {
  description = "Roles in other accounts that this one may assume (a hub)."
  type        = list(string)
  default     = []
}

variable "tags" {
  description = "Tags of the role."
  type        = map(string)
  default     = {}
}
