output "role_arn" {
  description = "For role_arn of a target, or for the service account's annotation eks.amazonaws.com/role-arn."
  value       = aws_iam_role.exporter.arn
}
