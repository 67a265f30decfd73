variable "region" {
  type        = string
  description = "Where it all runs, such as eu-central-1."
}

variable "bucket" {
  type        = string
  description = "The name of the bucket for the states; no other in the world has it."
}
