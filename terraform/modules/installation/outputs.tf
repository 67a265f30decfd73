output "image_repository" {
  value = module.registry.url
}

output "deploy_role_arn" {
  value = module.github.role_arn
}

# aws ecs run-task needs these to migrate.
output "migration" {
  value = {
    cluster         = module.app.cluster
    task_definition = module.app.migrate_task_family
    subnets         = module.network.private_subnet_ids
    security_groups = [module.app.task_security_group_id]
  }
}

output "admin_password" {
  value     = random_password.admin.result
  sensitive = true
}
