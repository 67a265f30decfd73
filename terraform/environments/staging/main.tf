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
    key          = "talent/staging.tfstate"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = var.region

  default_tags {
    tags = {
      Installation = "talent-staging"
      ManagedBy    = "terraform"
    }
  }
}

module "installation" {
  source      = "../../modules/installation"
  name        = "talent-staging"
  environment = "staging"
  domain      = var.domain
  zone_id     = var.zone_id
  repository  = var.repository
  image_tag   = var.image_tag
  emails      = var.emails
  settings    = var.settings
  secrets     = var.secrets

  cidr                = "10.41.0.0/16"
  zones               = 2
  nat_gateways        = 1
  interface_endpoints = []

  database = {
    instance_class = "db.t4g.micro"
    storage_gb     = 20
    multi_az       = false
    backup_days    = 3
  }

  redis = {
    node_type = "cache.t4g.micro"
    nodes     = 1
  }

  web = {
    cpu    = 256
    memory = 1024
    min    = 1
    max    = 2
  }

  worker = {
    cpu                = 1024
    memory             = 3072
    min                = 1
    max                = 2
    waiting_per_worker = 50
    is_spot            = true
  }

  deleted_days    = 7
  log_days        = 14
  is_protected    = false
  monthly_dollars = 170
}
