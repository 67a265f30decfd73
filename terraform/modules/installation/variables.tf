variable "name" {
  type        = string
  description = "Of the installation; stands before every name and in the tag Installation."
}

variable "environment" {
  type        = string
  description = "staging or production."
}

variable "domain" {
  type        = string
  description = "The name that people open."
}

variable "zone_id" {
  type        = string
  description = "The Route 53 zone that the name is in."
}

variable "repository" {
  type        = string
  description = "At GitHub, such as company/talent-copilot."
}

variable "image_tag" {
  type        = string
  description = "Which version runs."
}

variable "emails" {
  type        = list(string)
  description = "Who is told of alarms and costs."
}

variable "settings" {
  type        = map(string)
  description = "More settings that are no secret: docs/configuration.md."
}

variable "secrets" {
  type        = map(string)
  description = "More settings that are secret, such as SMTP_URL."
  sensitive   = true
}

variable "cidr" {
  type        = string
  description = "The addresses of the network; a /16."
}

variable "zones" {
  type        = number
  description = "How many availability zones."
}

variable "nat_gateways" {
  type        = number
  description = "How many ways out."
}

variable "interface_endpoints" {
  type        = list(string)
  description = "Services of AWS to be reached from within the network."
}

variable "database" {
  type = object({
    instance_class = string
    storage_gb     = number
    multi_az       = bool
    backup_days    = number
  })
  description = "Size and safety of PostgreSQL."
}

variable "redis" {
  type = object({
    node_type = string
    nodes     = number
  })
  description = "Size and safety of Valkey."
}

variable "web" {
  type = object({
    cpu    = number
    memory = number
    min    = number
    max    = number
  })
  description = "Size and number of the web servers."
}

variable "worker" {
  type = object({
    cpu                = number
    memory             = number
    min                = number
    max                = number
    waiting_per_worker = number
    is_spot            = bool
  })
  description = "Size and number of the workers."
}

variable "deleted_days" {
  type        = number
  description = "For how many days deleted documents can be brought back."
}

variable "log_days" {
  type        = number
  description = "For how long logs are kept."
}

variable "is_protected" {
  type        = bool
  description = "Whether database and load balancer can't be deleted."
}

variable "monthly_dollars" {
  type        = number
  description = "What a month may cost."
}
