output "task_security_group_id" {
  value = aws_security_group.tasks.id
}

output "cluster" {
  value = aws_ecs_cluster.this.name
}

output "cluster_arn" {
  value = aws_ecs_cluster.this.arn
}

output "service_arns" {
  value = [aws_ecs_service.web.id, aws_ecs_service.worker.id]
}

output "migrate_task_family" {
  value = aws_ecs_task_definition.migrate.family
}

output "role_arns" {
  value = [aws_iam_role.execution.arn, aws_iam_role.task.arn]
}

output "task_role" {
  value = aws_iam_role.task.name
}

output "load_balancer" {
  value = aws_lb.this.arn_suffix
}

output "target_group" {
  value = aws_lb_target_group.web.arn_suffix
}
