resource "aws_api_gateway_rest_api" "api" {
  name                         = var.edited ? "api 2" : "api"
  description                  = var.edited ? "second" : "first"
  binary_media_types           = var.edited ? ["image/png", "application/pdf"] : ["image/png", "image/jpeg"]
  minimum_compression_size     = var.edited ? "2048" : "1024"
  disable_execute_api_endpoint = var.edited
  api_key_source               = var.edited ? "AUTHORIZER" : "HEADER"

  endpoint_configuration {
    types = ["REGIONAL"]
  }

  tags = { purpose = var.edited ? "second" : "first" }
}

resource "aws_api_gateway_rest_api_policy" "api" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.edited ? "*" : aws_iam_role.api.arn }
      Action    = "execute-api:Invoke"
      Resource  = "${aws_api_gateway_rest_api.api.execution_arn}/*"
    }]
  })
}

resource "aws_api_gateway_authorizer" "users" {
  rest_api_id                      = aws_api_gateway_rest_api.api.id
  name                             = var.edited ? "users 2" : "users"
  type                             = "COGNITO_USER_POOLS"
  provider_arns                    = var.edited ? [aws_cognito_user_pool.users.arn, "${aws_cognito_user_pool.users.arn}2"] : [aws_cognito_user_pool.users.arn]
  identity_source                  = var.edited ? "method.request.header.X-Token" : "method.request.header.Authorization"
  identity_validation_expression   = var.edited ? "b.*" : "a.*"
  authorizer_result_ttl_in_seconds = var.edited ? 0 : 300
}

resource "aws_api_gateway_resource" "reports" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  parent_id   = aws_api_gateway_rest_api.api.root_resource_id
  path_part   = var.edited ? "reports2" : "reports"
}

resource "aws_api_gateway_resource" "reports_by_id" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  parent_id   = var.edited ? aws_api_gateway_rest_api.api.root_resource_id : aws_api_gateway_resource.reports.id
  path_part   = "{id}"
}

resource "aws_api_gateway_request_validator" "body" {
  rest_api_id                 = aws_api_gateway_rest_api.api.id
  name                        = var.edited ? "body 2" : "body"
  validate_request_body       = !var.edited
  validate_request_parameters = var.edited
}

resource "aws_api_gateway_model" "report" {
  rest_api_id  = aws_api_gateway_rest_api.api.id
  name         = "report"
  content_type = "application/json"
  description  = var.edited ? "second" : "first"
  schema       = jsonencode({ type = "object", required = var.edited ? ["a", "b"] : ["a"] })
}

resource "aws_api_gateway_method" "post_reports" {
  rest_api_id          = aws_api_gateway_rest_api.api.id
  resource_id          = aws_api_gateway_resource.reports.id
  http_method          = "POST"
  authorization        = "COGNITO_USER_POOLS"
  authorizer_id        = aws_api_gateway_authorizer.users.id
  authorization_scopes = var.edited ? ["reports/write", "reports/admin"] : ["reports/read"]
  api_key_required     = var.edited
  operation_name       = var.edited ? "second" : "first"
  request_validator_id = var.edited ? null : aws_api_gateway_request_validator.body.id
  request_models       = var.edited ? {} : { "application/json" = aws_api_gateway_model.report.name }
  request_parameters   = var.edited ? { "method.request.querystring.page" = true } : { "method.request.querystring.page" = false, "method.request.header.X-A" = true }
}

resource "aws_api_gateway_integration" "post_reports" {
  rest_api_id             = aws_api_gateway_rest_api.api.id
  resource_id             = aws_api_gateway_resource.reports.id
  http_method             = aws_api_gateway_method.post_reports.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.api.invoke_arn
  timeout_milliseconds    = var.edited ? 5000 : 29000
}

# From public to guarded and back.
resource "aws_api_gateway_method" "get_reports" {
  rest_api_id   = aws_api_gateway_rest_api.api.id
  resource_id   = aws_api_gateway_resource.reports.id
  http_method   = "GET"
  authorization = var.edited ? "NONE" : "COGNITO_USER_POOLS"
  authorizer_id = var.edited ? null : aws_api_gateway_authorizer.users.id
}

resource "aws_api_gateway_integration" "get_reports" {
  rest_api_id             = aws_api_gateway_rest_api.api.id
  resource_id             = aws_api_gateway_resource.reports.id
  http_method             = aws_api_gateway_method.get_reports.http_method
  type                    = "HTTP"
  integration_http_method = "GET"
  uri                     = var.edited ? "https://example.com/b" : "https://example.com/a"
  content_handling        = var.edited ? "CONVERT_TO_TEXT" : null
  cache_key_parameters    = var.edited ? [] : ["method.request.path.id"]
  request_parameters      = var.edited ? { "integration.request.header.X" = "'b'" } : { "integration.request.header.X" = "'a'", "integration.request.header.Y" = "'a'" }
}

resource "aws_api_gateway_method" "options_reports" {
  rest_api_id   = aws_api_gateway_rest_api.api.id
  resource_id   = aws_api_gateway_resource.reports.id
  http_method   = "OPTIONS"
  authorization = "NONE"
}

resource "aws_api_gateway_integration" "options_reports" {
  rest_api_id       = aws_api_gateway_rest_api.api.id
  resource_id       = aws_api_gateway_resource.reports.id
  http_method       = aws_api_gateway_method.options_reports.http_method
  type              = "MOCK"
  request_templates = { "application/json" = var.edited ? "{\"statusCode\": 200}" : "{\"statusCode\": 204}" }
}

resource "aws_api_gateway_method_response" "options_reports" {
  rest_api_id         = aws_api_gateway_rest_api.api.id
  resource_id         = aws_api_gateway_resource.reports.id
  http_method         = aws_api_gateway_method.options_reports.http_method
  status_code         = "204"
  response_models     = var.edited ? { "application/json" = aws_api_gateway_model.report.name } : {}
  response_parameters = var.edited ? { "method.response.header.Access-Control-Allow-Origin" = false } : { "method.response.header.Access-Control-Allow-Origin" = true, "method.response.header.Vary" = true }
}

resource "aws_api_gateway_integration_response" "options_reports" {
  rest_api_id         = aws_api_gateway_rest_api.api.id
  resource_id         = aws_api_gateway_resource.reports.id
  http_method         = aws_api_gateway_integration.options_reports.http_method
  status_code         = aws_api_gateway_method_response.options_reports.status_code
  selection_pattern   = var.edited ? "2.." : null
  response_templates  = { "application/json" = var.edited ? "{}" : "" }
  response_parameters = { "method.response.header.Access-Control-Allow-Origin" = var.edited ? "'https://b.example'" : "'https://a.example'" }
}

resource "aws_api_gateway_gateway_response" "default_4xx" {
  rest_api_id         = aws_api_gateway_rest_api.api.id
  response_type       = "DEFAULT_4XX"
  status_code         = var.edited ? "418" : null
  response_templates  = { "application/json" = var.edited ? "{\"m\":$context.error.messageString}" : "{\"message\":$context.error.messageString}" }
  response_parameters = { "gatewayresponse.header.Access-Control-Allow-Origin" = var.edited ? "'https://b.example'" : "'https://a.example'" }
}

resource "aws_api_gateway_deployment" "api" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  description = var.edited ? "second" : "first"
  triggers    = { redeployment = tostring(var.edited) }

  lifecycle {
    create_before_destroy = true
  }

  depends_on = [
    aws_api_gateway_integration.post_reports,
    aws_api_gateway_integration.get_reports,
    aws_api_gateway_integration_response.options_reports,
    aws_api_gateway_integration.removed,
  ]
}

resource "aws_api_gateway_stage" "api" {
  rest_api_id          = aws_api_gateway_rest_api.api.id
  deployment_id        = aws_api_gateway_deployment.api.id
  stage_name           = "drift"
  description          = var.edited ? "second" : "first"
  xray_tracing_enabled = var.edited
  variables            = var.edited ? { colour = "green" } : { colour = "blue", size = "1" }

  dynamic "access_log_settings" {
    for_each = [var.edited]
    content {
      destination_arn = aws_cloudwatch_log_group.access.arn
      format          = access_log_settings.value ? "$context.requestId $context.status" : "$context.requestId"
    }
  }

  tags = { purpose = var.edited ? "second" : "first" }
}

resource "aws_api_gateway_method_settings" "api" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  stage_name  = aws_api_gateway_stage.api.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled        = var.edited
    logging_level          = var.edited ? "INFO" : "ERROR"
    data_trace_enabled     = false
    throttling_rate_limit  = var.edited ? 5.5 : 10
    throttling_burst_limit = var.edited ? 7 : 20
  }
}

resource "aws_api_gateway_method_settings" "post_reports" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  stage_name  = aws_api_gateway_stage.api.stage_name
  method_path = "reports/POST"

  settings {
    throttling_rate_limit  = var.edited ? 1 : 2
    throttling_burst_limit = 3
  }
}

resource "aws_api_gateway_usage_plan" "partners" {
  name        = var.edited ? "partners 2" : "partners"
  description = var.edited ? "second" : "first"

  api_stages {
    api_id = aws_api_gateway_rest_api.api.id
    stage  = aws_api_gateway_stage.api.stage_name

    dynamic "throttle" {
      for_each = var.edited ? [1] : []
      content {
        path        = "/reports/POST"
        burst_limit = 2
        rate_limit  = 1.5
      }
    }
  }

  quota_settings {
    limit  = var.edited ? 200 : 100
    period = var.edited ? "WEEK" : "MONTH"
  }

  throttle_settings {
    burst_limit = var.edited ? 6 : 5
    rate_limit  = var.edited ? 12.5 : 10
  }

  tags = { purpose = var.edited ? "second" : "first" }
}

resource "aws_api_gateway_api_key" "partner" {
  name        = var.edited ? "partner 2" : "partner"
  description = var.edited ? "second" : "first"
  enabled     = !var.edited
}

resource "aws_api_gateway_usage_plan_key" "partner" {
  key_id        = aws_api_gateway_api_key.partner.id
  key_type      = "API_KEY"
  usage_plan_id = aws_api_gateway_usage_plan.partners.id
}

resource "aws_api_gateway_account" "account" {
  cloudwatch_role_arn = var.edited ? aws_iam_role.other.arn : aws_iam_role.api.arn
}

resource "aws_api_gateway_domain_name" "api" {
  domain_name              = "api.example.com"
  regional_certificate_arn = aws_acm_certificate.api.arn
  security_policy          = "TLS_1_2"

  endpoint_configuration {
    types = ["REGIONAL"]
  }

  tags = { purpose = var.edited ? "second" : "first" }
}

resource "aws_api_gateway_base_path_mapping" "api" {
  domain_name = aws_api_gateway_domain_name.api.domain_name
  api_id      = aws_api_gateway_rest_api.api.id
  stage_name  = aws_api_gateway_stage.api.stage_name
  base_path   = var.edited ? "v2" : "v1"
}
