output "image_repository" {
  value = module.installation.image_repository
}

output "deploy_role_arn" {
  value = module.installation.deploy_role_arn
}

output "migration" {
  value = module.installation.migration
}

output "admin_password" {
  value     = module.installation.admin_password
  sensitive = true
}
