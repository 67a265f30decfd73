output "url" {
  value     = "postgresql://talent:${random_password.this.result}@${aws_db_instance.this.endpoint}/talent?sslmode=require"
  sensitive = true
}

output "identifier" {
  value = aws_db_instance.this.identifier
}
