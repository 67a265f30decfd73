variable "name" {
  type        = string
  description = "Of the installation."
}

variable "repository" {
  type        = string
  description = "At GitHub, such as company/talent-copilot."
}

variable "environment" {
  type        = string
  description = "The environment at GitHub whose workflows may deploy."
}

variable "image_repository_arn" {
  type        = string
  description = "Where images are pushed."
}

variable "cluster_arn" {
  type        = string
  description = "Where migrations are run."
}

variable "service_arns" {
  type        = list(string)
  description = "What is brought to a new version."
}

variable "passed_role_arns" {
  type        = list(string)
  description = "The roles that tasks are started with."
}
