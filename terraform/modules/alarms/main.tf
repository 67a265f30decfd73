resource "aws_sns_topic" "this" {
  name              = "${var.name}-alarms"
  kms_master_key_id = var.kms_key_arn
}

resource "aws_sns_topic_subscription" "this" {
  for_each  = toset(var.emails)
  topic_arn = aws_sns_topic.this.arn
  protocol  = "email"
  endpoint  = each.value
}

locals {
  # Each by what is looked at, what is too much, and for how many minutes.
  alarms = {
    failing = {
      description = "More than ten requests in five minutes fail"
      namespace   = "AWS/ApplicationELB"
      metric      = "HTTPCode_Target_5XX_Count"
      dimensions  = { LoadBalancer = var.load_balancer }
      statistic   = "Sum"
      threshold   = 10
      minutes     = 5
    }
    no-web = {
      description = "A web server is not ready"
      namespace   = "AWS/ApplicationELB"
      metric      = "UnHealthyHostCount"
      dimensions  = { LoadBalancer = var.load_balancer, TargetGroup = var.target_group }
      statistic   = "Minimum"
      threshold   = 0
      minutes     = 5
    }
    slow = {
      description = "Requests take longer than a second"
      namespace   = "AWS/ApplicationELB"
      metric      = "TargetResponseTime"
      dimensions  = { LoadBalancer = var.load_balancer }
      statistic   = "Average"
      threshold   = 1
      minutes     = 15
    }
    queue = {
      description = "Résumés have waited longer than ten minutes"
      namespace   = "Talent/${var.name}"
      metric      = "talent_queue_oldest_age_seconds"
      dimensions  = {}
      statistic   = "Maximum"
      threshold   = 600
      minutes     = 5
    }
    parked = {
      description = "Tasks were given up and wait for a person"
      namespace   = "Talent/${var.name}"
      metric      = "talent_queue_parked"
      dimensions  = {}
      statistic   = "Maximum"
      threshold   = 0
      minutes     = 15
    }
    database-cpu = {
      description = "The database's processor is busy"
      namespace   = "AWS/RDS"
      metric      = "CPUUtilization"
      dimensions  = { DBInstanceIdentifier = var.database }
      statistic   = "Average"
      threshold   = 80
      minutes     = 15
    }
    redis-memory = {
      description = "Redis fills up"
      namespace   = "AWS/ElastiCache"
      metric      = "DatabaseMemoryUsagePercentage"
      dimensions  = { ReplicationGroupId = var.redis }
      statistic   = "Maximum"
      threshold   = 80
      minutes     = 10
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "these" {
  for_each            = local.alarms
  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  period              = 60
  evaluation_periods  = each.value.minutes
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.this.arn]
  ok_actions          = [aws_sns_topic.this.arn]
}

resource "aws_cloudwatch_metric_alarm" "database_storage" {
  alarm_name          = "${var.name}-database-storage"
  alarm_description   = "The database has less than 5 GB left"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"
  dimensions          = { DBInstanceIdentifier = var.database }
  statistic           = "Minimum"
  comparison_operator = "LessThanThreshold"
  threshold           = 5000000000
  period              = 300
  evaluation_periods  = 3
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.this.arn]
}
