# All of one installation. The environments differ in sizes, and in what survives the loss of a zone.

data "aws_caller_identity" "this" {}

data "aws_region" "this" {}

data "aws_iam_policy_document" "key" {
  statement {
    sid       = "TheAccount"
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.this.account_id}:root"]
    }
  }

  statement {
    sid       = "LogsAndAlarms"
    actions   = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*", "kms:DescribeKey"]
    resources = ["*"]

    principals {
      type = "Service"
      identifiers = [
        "logs.${data.aws_region.this.region}.amazonaws.com",
        "cloudwatch.amazonaws.com",
        "sns.amazonaws.com",
      ]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [data.aws_caller_identity.this.account_id]
    }
  }
}

# One key for all that is kept; whoever may not use it reads nothing.
resource "aws_kms_key" "this" {
  description             = var.name
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.key.json
}

resource "aws_kms_alias" "this" {
  name          = "alias/${var.name}"
  target_key_id = aws_kms_key.this.id
}

resource "random_password" "secret_key" {
  length  = 64
  special = false
}

resource "random_password" "admin" {
  length  = 24
  special = false
}

resource "random_password" "metrics_token" {
  length  = 48
  special = false
}

locals {
  secrets = merge({
    SECRET_KEY            = random_password.secret_key.result
    ADMIN_PASSWORD        = random_password.admin.result
    METRICS_TOKEN         = random_password.metrics_token.result
    DATABASE_URL          = module.database.url
    OWNER_DATABASE_URL    = module.database.owner_url
    APP_DATABASE_PASSWORD = module.database.app_password
    REDIS_URL             = module.redis.url
  }, var.secrets)

  secret_names = setunion([
    "SECRET_KEY", "ADMIN_PASSWORD", "METRICS_TOKEN", "DATABASE_URL", "OWNER_DATABASE_URL",
    "APP_DATABASE_PASSWORD", "REDIS_URL",
  ], nonsensitive(toset(keys(var.secrets))))

  settings = merge({
    STORAGE       = "s3"
    S3_BUCKET     = module.documents.bucket
    S3_REGION     = data.aws_region.this.region
    S3_ENDPOINT   = "https://s3.${data.aws_region.this.region}.amazonaws.com"
    S3_ENCRYPTION = "aws:kms"
    S3_KMS_KEY_ID = aws_kms_key.this.arn
  }, var.settings)
}

module "network" {
  source              = "../network"
  name                = var.name
  cidr                = var.cidr
  zones               = var.zones
  nat_gateways        = var.nat_gateways
  interface_endpoints = var.interface_endpoints
  kms_key_arn         = aws_kms_key.this.arn
}

module "registry" {
  source      = "../registry"
  name        = var.name
  kept_images = 20
  kms_key_arn = aws_kms_key.this.arn
}

module "database" {
  source                   = "../database"
  name                     = var.name
  vpc_id                   = module.network.vpc_id
  subnet_ids               = module.network.private_subnet_ids
  client_security_group_id = module.app.task_security_group_id
  instance_class           = var.database.instance_class
  storage_gb               = var.database.storage_gb
  multi_az                 = var.database.multi_az
  backup_days              = var.database.backup_days
  is_protected             = var.is_protected
  kms_key_arn              = aws_kms_key.this.arn
}

module "redis" {
  source                   = "../redis"
  name                     = var.name
  vpc_id                   = module.network.vpc_id
  subnet_ids               = module.network.private_subnet_ids
  client_security_group_id = module.app.task_security_group_id
  node_type                = var.redis.node_type
  nodes                    = var.redis.nodes
  kms_key_arn              = aws_kms_key.this.arn
}

module "documents" {
  source       = "../documents"
  name         = var.name
  deleted_days = var.deleted_days
  kms_key_arn  = aws_kms_key.this.arn
}

# The tasks sign requests to the bucket with what their role is lent: there is no key to keep.
resource "aws_iam_role_policy" "documents" {
  name   = "documents"
  role   = module.app.task_role
  policy = module.documents.access_policy
}

module "secrets" {
  source      = "../secrets"
  name        = var.name
  names       = local.secret_names
  values      = local.secrets
  kms_key_arn = aws_kms_key.this.arn
}

module "app" {
  source               = "../app"
  name                 = var.name
  environment          = var.environment
  domain               = var.domain
  zone_id              = var.zone_id
  vpc_id               = module.network.vpc_id
  network_cidr         = module.network.cidr
  public_subnet_ids    = module.network.public_subnet_ids
  private_subnet_ids   = module.network.private_subnet_ids
  image_repository     = module.registry.url
  image_repository_arn = module.registry.arn
  image_tag            = var.image_tag
  settings             = local.settings
  secret_arns          = module.secrets.arns
  web                  = var.web
  worker               = var.worker
  log_days             = var.log_days
  is_protected         = var.is_protected
  kms_key_arn          = aws_kms_key.this.arn
}

module "alarms" {
  source        = "../alarms"
  name          = var.name
  emails        = var.emails
  load_balancer = module.app.load_balancer
  target_group  = module.app.target_group
  database      = module.database.identifier
  redis         = module.redis.identifier
  kms_key_arn   = aws_kms_key.this.arn
}

module "budget" {
  source          = "../budget"
  name            = var.name
  monthly_dollars = var.monthly_dollars
  emails          = var.emails
}

module "github" {
  source               = "../github"
  name                 = var.name
  repository           = var.repository
  environment          = var.environment
  image_repository_arn = module.registry.arn
  cluster_arn          = module.app.cluster_arn
  service_arns         = module.app.service_arns
  passed_role_arns     = module.app.role_arns
}
