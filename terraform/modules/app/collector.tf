# Beside each worker: reads talent_queue_depth from its /metrics and tells CloudWatch, by which the
# number of workers is chosen.

locals {
  collector = {
    name             = "collector"
    image            = "public.ecr.aws/aws-observability/aws-otel-collector:v0.45.1"
    essential        = false
    logConfiguration = local.log["collector"]
    environment      = [{ name = "AOT_CONFIG_CONTENT", value = yamlencode(local.collector_config) }]
    secrets          = [{ name = "METRICS_TOKEN", valueFrom = var.secret_arns["METRICS_TOKEN"] }]
  }

  collector_config = {
    receivers = {
      prometheus = {
        config = {
          scrape_configs = [{
            job_name        = "worker"
            scrape_interval = "30s"
            authorization   = { credentials = "$${env:METRICS_TOKEN}" }
            static_configs  = [{ targets = ["127.0.0.1:8001"] }]
            metric_relabel_configs = [{
              source_labels = ["__name__"]
              regex         = "talent_queue_depth|talent_queue_oldest_age_seconds|talent_queue_parked"
              action        = "keep"
            }]
          }]
        }
      }
    }
    exporters = {
      awsemf = {
        namespace               = "Talent/${var.name}"
        log_group_name          = aws_cloudwatch_log_group.these["collector"].name
        dimension_rollup_option = "NoDimensionRollup"
        metric_declarations = [{
          dimensions            = [[]]
          metric_name_selectors = ["^talent_queue_.*"]
        }]
      }
    }
    service = {
      pipelines = { metrics = { receivers = ["prometheus"], exporters = ["awsemf"] } }
    }
  }
}
