variable "name" {
  type        = string
  description = "Of the repository."
}

variable "kept_images" {
  type        = number
  description = "How many images are kept; older ones can't be gone back to."
}

variable "kms_key_arn" {
  type        = string
  description = "The key that images are encrypted with."
}
