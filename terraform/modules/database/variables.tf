variable "name" {
  type        = string
  description = "Of the installation."
}

variable "vpc_id" {
  type        = string
  description = "The network."
}

variable "subnet_ids" {
  type        = list(string)
  description = "Private subnets in two zones or more."
}

variable "client_security_group_id" {
  type        = string
  description = "Whoever is in it may connect."
}

variable "instance_class" {
  type        = string
  description = "Such as db.t4g.small."
}

variable "storage_gb" {
  type        = number
  description = "At the start; grows to four times that by itself."
}

variable "multi_az" {
  type        = bool
  description = "Whether a second instance in another zone takes over when the first is lost."
}

variable "backup_days" {
  type        = number
  description = "For how many days any moment can be restored."

  validation {
    condition     = var.backup_days >= 1 && var.backup_days <= 35
    error_message = "One to 35 days: without backups there is no way back."
  }
}

variable "is_protected" {
  type        = bool
  description = "Whether it can't be deleted, and leaves a last snapshot."
}

variable "kms_key_arn" {
  type        = string
  description = "The key that data, backups and figures are encrypted with."
}
