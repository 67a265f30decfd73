output "url" {
  value     = "postgresql://talent_web:${random_password.app.result}@${aws_db_instance.this.endpoint}/talent?sslmode=require"
  sensitive = true
}

output "app_password" {
  value     = random_password.app.result
  sensitive = true
}

output "owner_url" {
  value     = "postgresql://talent:${random_password.this.result}@${aws_db_instance.this.endpoint}/talent?sslmode=require"
  sensitive = true
}

output "identifier" {
  value = aws_db_instance.this.identifier
}
