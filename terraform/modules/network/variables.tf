variable "name" {
  type        = string
  description = "Of the installation, such as talent-production."
}

variable "cidr" {
  type        = string
  description = "The addresses of the network; a /16."
}

variable "zones" {
  type        = number
  description = "How many availability zones; RDS and the load balancer need two."

  validation {
    condition     = var.zones >= 2 && var.zones <= 4
    error_message = "Two to four zones."
  }
}

variable "nat_gateways" {
  type        = number
  description = "How many ways out to the internet: one is cheaper, one a zone survives the loss of a zone."

  validation {
    condition     = var.nat_gateways >= 1
    error_message = "At least one: mails, webhooks and the language model go out by it."
  }
}

variable "interface_endpoints" {
  type        = list(string)
  description = "Services of AWS to be reached from within, such as ecr.api; each costs by the hour and zone."
}

variable "kms_key_arn" {
  type        = string
  description = "The key that logs are encrypted with."
}
