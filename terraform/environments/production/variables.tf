variable "region" {
  type        = string
  description = "Where it runs, such as eu-central-1."
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
