# The role of dxjobs-exporter, with the least that it needs.
#
#   A role in an account that is read from a hub:   trusted_principal_arns, external_id
#   The exporter's own role on EKS (IRSA):          oidc_provider_arn, namespace, service_account
#   The same by EKS Pod Identity:                   pod_identity, namespace, service_account
#   A hub that assumes roles in other accounts:     assume_role_arns, beside one of these

locals {
  # arn:aws:iam::ACCOUNT:oidc-provider/ISSUER; conditions name the issuer without https://
  issuer = var.oidc_provider_arn == null ? "" : element(split("oidc-provider/", var.oidc_provider_arn), 1)
}

data "aws_iam_policy_document" "trust" {
  dynamic "statement" {
    for_each = length(var.trusted_principal_arns) > 0 ? [1] : []

    content {
      actions = ["sts:AssumeRole"]

      principals {
        type        = "AWS"
        identifiers = var.trusted_principal_arns
      }

      dynamic "condition" {
        for_each = var.external_id == null ? [] : [var.external_id]

        content {
          test     = "StringEquals"
          variable = "sts:ExternalId"
          values   = [condition.value]
        }
      }
    }
  }

  # Sessions of EKS Pod Identity hand their tags on. The external id is no part of this: only sts:AssumeRole knows it.
  dynamic "statement" {
    for_each = length(var.trusted_principal_arns) > 0 ? [1] : []

    content {
      actions = ["sts:TagSession"]

      principals {
        type        = "AWS"
        identifiers = var.trusted_principal_arns
      }
    }
  }

  dynamic "statement" {
    for_each = var.pod_identity ? [1] : []

    content {
      actions = ["sts:AssumeRole", "sts:TagSession"]

      principals {
        type        = "Service"
        identifiers = ["pods.eks.amazonaws.com"]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:RequestTag/kubernetes-namespace"
        values   = [var.namespace]
      }

      condition {
        test     = "StringEquals"
        variable = "aws:RequestTag/kubernetes-service-account"
        values   = [var.service_account]
      }
    }
  }

  dynamic "statement" {
    for_each = var.oidc_provider_arn == null ? [] : [var.oidc_provider_arn]

    content {
      actions = ["sts:AssumeRoleWithWebIdentity"]

      principals {
        type        = "Federated"
        identifiers = [statement.value]
      }

      condition {
        test     = "StringEquals"
        variable = "${local.issuer}:aud"
        values   = ["sts.amazonaws.com"]
      }

      condition {
        test     = "StringEquals"
        variable = "${local.issuer}:sub"
        values   = ["system:serviceaccount:${var.namespace}:${var.service_account}"]
      }
    }
  }
}

data "aws_iam_policy_document" "read" {
  statement {
    actions   = ["dataexchange:ListJobs", "dataexchange:GetJob"]
    resources = ["*"]
  }

  dynamic "statement" {
    for_each = var.data_set_names ? [1] : []

    content {
      actions   = ["dataexchange:GetDataSet"]
      resources = ["*"]
    }
  }
}

data "aws_iam_policy_document" "assume" {
  count = length(var.assume_role_arns) > 0 ? 1 : 0

  statement {
    actions   = ["sts:AssumeRole", "sts:TagSession"]
    resources = var.assume_role_arns
  }
}

resource "aws_iam_role" "exporter" {
  name               = var.role_name
  description        = "dxjobs-exporter: reads the jobs of AWS Data Exchange"
  assume_role_policy = data.aws_iam_policy_document.trust.json
  tags               = var.tags

  lifecycle {
    precondition {
      condition     = length(var.trusted_principal_arns) > 0 || var.oidc_provider_arn != null || var.pod_identity
      error_message = "Nobody could assume the role: give trusted_principal_arns, oidc_provider_arn or pod_identity."
    }
  }
}

resource "aws_iam_role_policy" "read" {
  name   = "dxjobs-read"
  role   = aws_iam_role.exporter.id
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_role_policy" "assume" {
  count = length(var.assume_role_arns) > 0 ? 1 : 0

  name   = "dxjobs-assume"
  role   = aws_iam_role.exporter.id
  policy = data.aws_iam_policy_document.assume[0].json
}
