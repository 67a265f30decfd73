variable "name" {
  type        = string
  description = "Of the installation."
}

variable "names" {
  type        = set(string)
  description = "The settings; apart from the values, because names are no secret."
}

variable "values" {
  type        = map(string)
  description = "The value of each."
  sensitive   = true
}

variable "kms_key_arn" {
  type        = string
  description = "The key that the secrets are encrypted with."
}
