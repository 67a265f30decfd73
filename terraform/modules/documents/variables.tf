variable "name" {
  type        = string
  description = "Of the installation."
}

variable "deleted_days" {
  type        = number
  description = "For how many days what was deleted can be brought back; after that it is gone."
}

variable "kms_key_arn" {
  type        = string
  description = "The key that documents are encrypted with."
}
