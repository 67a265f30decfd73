terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
    random = {
      source  = "hashicorp/random"
      version = "~> 3.7"
    }
  }

  # bucket and region: terraform init -backend-config=backend.hcl. The lock is a file beside the state.
  backend "s3" {
    key          = "talent/production.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Installation = "talent-production"
      ManagedBy    = "terraform"
    }
  }
}

module "installation" {
  source      = "../../modules/installation"
  name        = "talent-production"
  environment = "production"
  domain      = var.domain
  zone_id     = var.zone_id
  repository  = var.repository
  image_tag   = var.image_tag
  emails      = var.emails
  settings    = var.settings
  secrets     = var.secrets

  cidr                = "10.40.0.0/16"
  zones               = 2
  nat_gateways        = 2
  interface_endpoints = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"]

  database = {
    instance_class = "db.t4g.medium"
    storage_gb     = 50
    multi_az       = true
    backup_days    = 14
  }

  redis = {
    node_type = "cache.t4g.small"
    nodes     = 2
  }

  web = {
    cpu    = 512
    memory = 1024
    min    = 2
    max    = 6
  }

  worker = {
    cpu                = 2048
    memory             = 4096
    min                = 1
    max                = 8
    waiting_per_worker = 50
    is_spot            = false
  }

  deleted_days    = 30
  log_days        = 90
  is_protected    = true
  monthly_dollars = 600
}
