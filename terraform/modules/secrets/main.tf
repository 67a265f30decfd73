# One entry for each secret setting. ECS hands them to the processes as environment variables.

resource "aws_secretsmanager_secret" "these" {
  for_each                = var.names
  name_prefix             = "${var.name}/${each.value}-"
  kms_key_id              = var.kms_key_arn
  recovery_window_in_days = 7
}

resource "aws_secretsmanager_secret_version" "these" {
  for_each      = var.names
  secret_id     = aws_secretsmanager_secret.these[each.value].id
  secret_string = var.values[each.value]
}
