variable "name" {
  type        = string
  description = "Of the installation."
}

variable "environment" {
  type        = string
  description = "As the product calls it: staging or production."

  validation {
    condition     = contains(["staging", "production"], var.environment)
    error_message = "It is staging or production."
  }
}

variable "domain" {
  type        = string
  description = "The name that people open."
}

variable "zone_id" {
  type        = string
  description = "The Route 53 zone that the name is in."
}

variable "vpc_id" {
  type        = string
  description = "The network."
}

variable "network_cidr" {
  type        = string
  description = "Its addresses; the load balancer's are among them."
}

variable "public_subnet_ids" {
  type        = list(string)
  description = "For the load balancer."
}

variable "private_subnet_ids" {
  type        = list(string)
  description = "For the tasks."
}

variable "image_repository" {
  type        = string
  description = "Where the image is fetched."
}

variable "image_repository_arn" {
  type        = string
  description = "The same, by its ARN."
}

variable "image_tag" {
  type        = string
  description = "Which version runs."
}

variable "settings" {
  type        = map(string)
  description = "Settings that are no secret: docs/configuration.md."
}

variable "secret_arns" {
  type        = map(string)
  description = "Settings that are secret, by the ARN of each; METRICS_TOKEN among them."
}

variable "web" {
  type = object({
    cpu    = number
    memory = number
    min    = number
    max    = number
  })
  description = "Size (1024 is a processor; MiB) and number of the web servers."
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
  description = "Size and number of the workers, and for how many waiting tasks there is one."
}

variable "log_days" {
  type        = number
  description = "For how long logs are kept."
}

variable "is_protected" {
  type        = bool
  description = "Whether the load balancer can't be deleted."
}

variable "kms_key_arn" {
  type        = string
  description = "The key that logs and secrets are encrypted with."
}
