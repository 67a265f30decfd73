output "bucket" {
  value = aws_s3_bucket.this.id
}

output "access_policy" {
  value = data.aws_iam_policy_document.access.json
}
