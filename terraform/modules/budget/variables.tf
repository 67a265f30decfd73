variable "name" {
  type        = string
  description = "Of the installation, as its resources are tagged."
}

variable "monthly_dollars" {
  type        = number
  description = "What a month may cost."
}

variable "emails" {
  type        = list(string)
  description = "Who is told."
}
