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
  description = "Private subnets."
}

variable "client_security_group_id" {
  type        = string
  description = "Whoever is in it may connect."
}

variable "node_type" {
  type        = string
  description = "Such as cache.t4g.micro."
}

variable "nodes" {
  type        = number
  description = "Two or more survive the loss of a zone without a pause."
}

variable "kms_key_arn" {
  type        = string
  description = "The key that what is on disk is encrypted with."
}
