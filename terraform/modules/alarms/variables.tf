variable "name" {
  type        = string
  description = "Of the installation."
}

variable "emails" {
  type        = list(string)
  description = "Who is told."
}

variable "load_balancer" {
  type        = string
  description = "By the last part of its ARN."
}

variable "target_group" {
  type        = string
  description = "By the last part of its ARN."
}

variable "database" {
  type        = string
  description = "The identifier of the RDS instance."
}

variable "redis" {
  type        = string
  description = "The identifier of the replication group."
}

variable "kms_key_arn" {
  type        = string
  description = "The key that notices are encrypted with."
}
