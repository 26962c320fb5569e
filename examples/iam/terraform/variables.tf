variable "role_name" {
  description = "The role's name."
  type        = string
  default     = "dxjobs-read"
}

variable "trusted_principal_arns" {
  description = "Who may assume the role, such as the exporter's own role in a hub account."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.trusted_principal_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(root|(role|user)/.+)$", arn))])
    error_message = "Each must be the ARN of a role, a user or an account's root."
  }
}

variable "external_id" {
  description = "What these must say when they assume it: external_id of the target. Null for nothing."
  type        = string
  default     = null

  validation {
    condition     = var.external_id == null ? true : can(regex("^[A-Za-z0-9+=,.@:/_-]{2,1000}$", var.external_id))
    error_message = "An external id has 2 to 1000 letters, digits and +=,.@:/_- alone."
  }
}

variable "oidc_provider_arn" {
  description = "The EKS cluster's OIDC provider, when a service account is to have the role (IRSA)."
  type        = string
  default     = null
}

variable "pod_identity" {
  description = "Whether a service account is to have the role by EKS Pod Identity. The association is made where the cluster is."
  type        = bool
  default     = false
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

  validation {
    condition     = alltrue([for arn in var.assume_role_arns : can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:role/.+$", arn))])
    error_message = "Each must be the ARN of a role, with its account."
  }
}

variable "tags" {
  description = "Tags of the role."
  type        = map(string)
  default     = {}
}
