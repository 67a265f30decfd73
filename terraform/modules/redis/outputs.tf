output "url" {
  value     = "rediss://:${random_password.this.result}@${aws_elasticache_replication_group.this.primary_endpoint_address}:6379"
  sensitive = true
}

output "identifier" {
  value = aws_elasticache_replication_group.this.id
}
