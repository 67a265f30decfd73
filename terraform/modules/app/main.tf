# Web servers behind a load balancer, workers beside them, and the one-off task that migrates.

data "aws_region" "this" {}

locals {
  settings = merge(var.settings, {
    ENVIRONMENT       = var.environment
    PUBLIC_URL        = "https://${var.domain}"
    HOST              = "0.0.0.0"
    PORT              = "8000"
    WORKER_PROBE_PORT = "8001"
    TRUST_PROXY       = var.network_cidr
    # Longer than the load balancer takes to notice, and with SHUTDOWN_SECONDS shorter than stopTimeout.
    DRAIN_SECONDS    = "30"
    SHUTDOWN_SECONDS = "60"
  })

  container = {
    image                  = "${var.image_repository}:${var.image_tag}"
    essential              = true
    readonlyRootFilesystem = true
    user                   = "10001:10001"
    stopTimeout            = 110
    environment            = [for name, value in local.settings : { name = name, value = value }]
    secrets                = [for name, arn in local.app_secrets : { name = name, valueFrom = arn }]
    linuxParameters        = { initProcessEnabled = true }
  }

  # Web and worker never see what owns the database, and sign in as who owns nothing.
  owner_secrets = ["OWNER_DATABASE_URL", "APP_DATABASE_PASSWORD", "ADMIN_PASSWORD"]
  app_secrets   = { for name, arn in var.secret_arns : name => arn if !contains(local.owner_secrets, name) }
  migrate_secrets = merge(local.app_secrets, {
    DATABASE_URL          = var.secret_arns["OWNER_DATABASE_URL"]
    APP_DATABASE_PASSWORD = var.secret_arns["APP_DATABASE_PASSWORD"]
    ADMIN_PASSWORD        = var.secret_arns["ADMIN_PASSWORD"]
  })
}

resource "aws_ecs_cluster" "this" {
  name = var.name

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  cluster_name       = aws_ecs_cluster.this.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}

resource "aws_cloudwatch_log_group" "these" {
  for_each          = toset(["web", "worker", "migrate", "collector"])
  name              = "/talent/${var.name}/${each.value}"
  retention_in_days = var.log_days
  kms_key_id        = var.kms_key_arn
}

resource "aws_ecs_task_definition" "web" {
  family                   = "${var.name}-web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.web.cpu
  memory                   = var.web.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  container_definitions = jsonencode([merge(local.container, {
    name             = "web"
    command          = ["web"]
    portMappings     = [{ containerPort = 8000, protocol = "tcp" }]
    logConfiguration = local.log["web"]
  })])
}

resource "aws_ecs_task_definition" "worker" {
  family                   = "${var.name}-worker"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.worker.cpu
  memory                   = var.worker.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  container_definitions = jsonencode([
    merge(local.container, {
      name             = "worker"
      command          = ["worker"]
      logConfiguration = local.log["worker"]
    }),
    local.collector,
  ])
}

resource "aws_ecs_task_definition" "migrate" {
  family                   = "${var.name}-migrate"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }

  container_definitions = jsonencode([merge(local.container, {
    name             = "migrate"
    command          = ["migrate"]
    secrets          = [for name, arn in local.migrate_secrets : { name = name, valueFrom = arn }]
    logConfiguration = local.log["migrate"]
  })])
}

locals {
  log = {
    for part in keys(aws_cloudwatch_log_group.these) : part => {
      logDriver = "awslogs"
      options = {
        awslogs-group         = aws_cloudwatch_log_group.these[part].name
        awslogs-region        = data.aws_region.this.region
        awslogs-stream-prefix = part
      }
    }
  }
}

resource "aws_ecs_service" "web" {
  name                              = "web"
  cluster                           = aws_ecs_cluster.this.id
  task_definition                   = aws_ecs_task_definition.web.arn
  desired_count                     = var.web.min
  launch_type                       = "FARGATE"
  health_check_grace_period_seconds = 120
  enable_execute_command            = false
  propagate_tags                    = "SERVICE"

  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.private_subnet_ids
    security_groups  = [aws_security_group.tasks.id, aws_security_group.web.id]
    assign_public_ip = false
  }

  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
    container_name   = "web"
    container_port   = 8000
  }

  lifecycle {
    ignore_changes = [desired_count]
  }

  depends_on = [aws_lb_listener.https]
}

resource "aws_ecs_service" "worker" {
  name                   = "worker"
  cluster                = aws_ecs_cluster.this.id
  task_definition        = aws_ecs_task_definition.worker.arn
  desired_count          = var.worker.min
  enable_execute_command = false
  propagate_tags         = "SERVICE"

  # A task that is taken away is taken over by another worker.
  capacity_provider_strategy {
    capacity_provider = var.worker.is_spot ? "FARGATE_SPOT" : "FARGATE"
    weight            = 1
  }

  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200

  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  network_configuration {
    subnets          = var.private_subnet_ids
    security_groups  = [aws_security_group.tasks.id]
    assign_public_ip = false
  }

  lifecycle {
    ignore_changes = [desired_count]
  }
}
