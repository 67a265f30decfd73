output "arns" {
  value = { for name, secret in aws_secretsmanager_secret.these : name => secret.arn }
}
