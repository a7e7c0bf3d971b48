# Left out: aws_s3_bucket_lifecycle_configuration, which the provider polls for a minute; tests/gaps has its gap.
data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = var.edited ? ["lambda.amazonaws.com", "apigateway.amazonaws.com"] : ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "api" {
  name                 = "api"
  description          = var.edited ? "second" : "first"
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  max_session_duration = var.edited ? 7200 : 3600
  tags                 = { purpose = var.edited ? "second" : "first" }
}

resource "aws_iam_role" "other" {
  name               = "other"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

resource "aws_iam_role_policy" "logs" {
  name = "logs"
  role = aws_iam_role.api.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = var.edited ? ["logs:PutLogEvents", "logs:CreateLogStream"] : ["logs:PutLogEvents"], Resource = "*" }]
  })
}

resource "aws_iam_policy" "deploy" {
  name = "deploy"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = var.edited ? ["s3:GetObject"] : ["s3:GetObject", "s3:PutObject"], Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "deploy" {
  role       = aws_iam_role.other.name
  policy_arn = aws_iam_policy.deploy.arn
}

resource "aws_iam_openid_connect_provider" "ci" {
  url             = "https://token.actions.githubusercontent.com"
  client_id_list  = var.edited ? ["sts.amazonaws.com", "other"] : ["sts.amazonaws.com"]
  thumbprint_list = [var.edited ? "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" : "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"]
}

resource "aws_lambda_function" "api" {
  function_name    = "api"
  description      = var.edited ? "second" : "first"
  role             = var.edited ? aws_iam_role.other.arn : aws_iam_role.api.arn
  handler          = var.edited ? "index.other" : "index.handler"
  runtime          = var.edited ? "nodejs22.x" : "nodejs20.x"
  architectures    = ["arm64"]
  filename         = var.edited ? "b.zip" : "a.zip"
  source_code_hash = filebase64sha256(var.edited ? "b.zip" : "a.zip")
  memory_size      = var.edited ? 512 : 256
  timeout          = var.edited ? 20 : 10

  environment {
    variables = var.edited ? { B = "2" } : { A = "1" }
  }

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.function.name
  }

  tracing_config {
    mode = var.edited ? "Active" : "PassThrough"
  }

  tags = { purpose = var.edited ? "second" : "first" }
}

resource "aws_lambda_permission" "api" {
  statement_id  = "api"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.api.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.api.execution_arn}/${var.edited ? "*/POST" : "*"}/reports"
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/gatehouse/access"
  retention_in_days = var.edited ? 30 : 7
  tags              = { purpose = var.edited ? "second" : "first" }
}

resource "aws_cloudwatch_log_group" "function" {
  name              = "/aws/lambda/api"
  retention_in_days = var.edited ? 30 : 7
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  alarm_description   = var.edited ? "second" : "first"
  namespace           = "AWS/ApiGateway"
  metric_name         = "5XXError"
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = var.edited ? 5 : 1
  period              = 60
  evaluation_periods  = var.edited ? 3 : 2
  treat_missing_data  = "notBreaching"
  dimensions          = { ApiName = aws_api_gateway_rest_api.api.name, Stage = aws_api_gateway_stage.api.stage_name }
  alarm_actions       = [aws_sns_topic.alarms.arn]
  tags                = { purpose = var.edited ? "second" : "first" }
}

resource "aws_sns_topic" "alarms" {
  name              = "alarms"
  kms_master_key_id = aws_kms_key.state.arn
  display_name      = var.edited ? "second" : "first"
}

# One edit: the provider waits ten seconds for each.
resource "aws_kms_key" "state" {
  description             = "state"
  enable_key_rotation     = true
  deletion_window_in_days = 7
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = var.edited ? "Second" : "First"
      Effect    = "Allow"
      Action    = "kms:*"
      Resource  = "*"
      Principal = { AWS = "arn:aws:iam::123456789012:root" }
    }]
  })
}

resource "aws_kms_alias" "state" {
  name          = "alias/drift-state"
  target_key_id = aws_kms_key.state.id
}

resource "aws_s3_bucket" "state" {
  bucket = "gatehouse-drift-state"
  tags   = { purpose = var.edited ? "second" : "first" }
}

resource "aws_s3_bucket_versioning" "state" {
  bucket = aws_s3_bucket.state.id
  versioning_configuration {
    status = var.edited ? "Suspended" : "Enabled"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "state" {
  bucket = aws_s3_bucket.state.id
  rule {
    bucket_key_enabled = !var.edited
    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.state.arn
    }
  }
}

resource "aws_s3_bucket_public_access_block" "state" {
  bucket                  = aws_s3_bucket.state.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = !var.edited
}

resource "aws_s3_bucket_ownership_controls" "state" {
  bucket = aws_s3_bucket.state.id
  rule {
    object_ownership = var.edited ? "BucketOwnerPreferred" : "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_policy" "state" {
  bucket = aws_s3_bucket.state.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = var.edited ? "Second" : "First"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = [aws_s3_bucket.state.arn, "${aws_s3_bucket.state.arn}/*"]
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}

resource "aws_acm_certificate" "api" {
  domain_name       = "api.example.com"
  validation_method = "DNS"
  tags              = { purpose = var.edited ? "second" : "first" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_wafv2_web_acl" "api" {
  name        = "api"
  description = var.edited ? "second" : "first"
  scope       = "REGIONAL"

  default_action {
    allow {}
  }

  rule {
    name     = "rate"
    priority = 1
    action {
      block {}
    }
    statement {
      rate_based_statement {
        limit              = var.edited ? 500 : 1000
        aggregate_key_type = "IP"
      }
    }
    visibility_config {
      cloudwatch_metrics_enabled = false
      metric_name                = "rate"
      sampled_requests_enabled   = false
    }
  }

  visibility_config {
    cloudwatch_metrics_enabled = var.edited
    metric_name                = "api"
    sampled_requests_enabled   = false
  }

  tags = { purpose = var.edited ? "second" : "first" }
}

resource "aws_wafv2_web_acl_association" "api" {
  resource_arn = aws_api_gateway_stage.api.arn
  web_acl_arn  = aws_wafv2_web_acl.api.arn
}
