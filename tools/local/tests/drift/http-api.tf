# HTTP APIs and a WebSocket API. Left out: response_parameters of an integration, whose change the provider makes in two
# steps: it takes the mappings of the status code away first.
resource "aws_apigatewayv2_api" "http" {
  name                         = var.edited ? "b" : "a"
  protocol_type                = "HTTP"
  description                  = var.edited ? "" : "first"
  version                      = var.edited ? "2" : "1"
  disable_execute_api_endpoint = var.edited
  ip_address_type              = var.edited ? "dualstack" : "ipv4"
  dynamic "cors_configuration" {
    for_each = var.edited ? [] : [1]
    content {
      allow_origins     = ["https://example.com"]
      allow_methods     = ["GET"]
      allow_headers     = ["a"]
      expose_headers    = ["b"]
      allow_credentials = true
      max_age           = 5
    }
  }
  tags = { a = var.edited ? "2" : "1" }
}

resource "aws_apigatewayv2_api" "quick" {
  name          = "quick"
  protocol_type = "HTTP"
  route_key     = var.edited ? "GET /b" : "GET /a"
  target        = var.edited ? "https://example.com/b" : "https://example.com/a"
}

resource "aws_apigatewayv2_api" "body" {
  name             = "body"
  protocol_type    = "HTTP"
  version          = "1"
  fail_on_warnings = true
  body = jsonencode({
    openapi    = "3.0.1"
    info       = { title = "body", version = "1" }
    paths      = { (var.edited ? "/b" : "/a") = { get = { security = [{ jwt = ["x"] }], "x-amazon-apigateway-integration" = { type = "http_proxy", httpMethod = "GET", uri = "https://example.com", payloadFormatVersion = "1.0" } } } }
    components = { securitySchemes = { jwt = { type = "oauth2", "x-amazon-apigateway-authorizer" = { type = "jwt", identitySource = "$request.header.Authorization", jwtConfiguration = { issuer = "https://example.com", audience = ["a"] } } } } }
  })
}

resource "aws_apigatewayv2_stage" "body" {
  api_id      = aws_apigatewayv2_api.body.id
  name        = "$default"
  auto_deploy = true
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  api_id           = aws_apigatewayv2_api.http.id
  name             = var.edited ? "jwt2" : "jwt"
  authorizer_type  = "JWT"
  identity_sources = var.edited ? ["$request.querystring.a"] : ["$request.header.Authorization"]
  jwt_configuration {
    audience = var.edited ? ["a", "b"] : ["a"]
    issuer   = var.edited ? "https://example.com/b" : "https://example.com/a"
  }
}

resource "aws_apigatewayv2_authorizer" "function" {
  api_id                            = aws_apigatewayv2_api.http.id
  name                              = "function"
  authorizer_type                   = "REQUEST"
  authorizer_uri                    = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:${var.edited ? "b" : "a"}/invocations"
  authorizer_payload_format_version = var.edited ? "1.0" : "2.0"
  enable_simple_responses           = !var.edited
  identity_sources                  = var.edited ? [] : ["$request.header.a", "$request.header.b"]
  authorizer_result_ttl_in_seconds  = var.edited ? 0 : 60
  authorizer_credentials_arn        = var.edited ? null : aws_iam_role.api.arn
}

resource "aws_apigatewayv2_vpc_link" "private" {
  name               = var.edited ? "b" : "a"
  subnet_ids         = ["subnet-1"]
  security_group_ids = ["sg-1"]
  tags               = { a = var.edited ? "2" : "1" }
}

resource "aws_apigatewayv2_integration" "function" {
  api_id                 = aws_apigatewayv2_api.http.id
  integration_type       = "AWS_PROXY"
  integration_uri        = "arn:aws:lambda:eu-west-1:123456789012:function:${var.edited ? "b" : "a"}"
  payload_format_version = var.edited ? "1.0" : "2.0"
  timeout_milliseconds   = var.edited ? 1000 : 30000
  description            = var.edited ? null : "d"
  credentials_arn        = var.edited ? null : aws_iam_role.api.arn
}

resource "aws_apigatewayv2_integration" "http" {
  api_id             = aws_apigatewayv2_api.http.id
  integration_type   = "HTTP_PROXY"
  integration_method = var.edited ? "ANY" : "GET"
  integration_uri    = "https://example.com/${var.edited ? "b" : "a"}"
  request_parameters = var.edited ? { "append:header.b" = "x" } : { "append:header.a" = "x", "overwrite:path" = "/x" }
}

resource "aws_apigatewayv2_integration" "sqs" {
  api_id                 = aws_apigatewayv2_api.http.id
  integration_type       = "AWS_PROXY"
  integration_subtype    = "SQS-SendMessage"
  credentials_arn        = aws_iam_role.api.arn
  payload_format_version = "1.0"
  request_parameters     = { QueueUrl = "https://x", MessageBody = var.edited ? "$request.body.a" : "$request.body.b" }
}

resource "aws_apigatewayv2_integration" "private" {
  api_id             = aws_apigatewayv2_api.http.id
  integration_type   = "HTTP_PROXY"
  integration_method = "ANY"
  connection_type    = "VPC_LINK"
  connection_id      = aws_apigatewayv2_vpc_link.private.id
  integration_uri    = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:listener/app/a/1/1"
  dynamic "tls_config" {
    for_each = var.edited ? [] : [1]
    content { server_name_to_verify = "example.com" }
  }
}

resource "aws_apigatewayv2_route" "jwt" {
  api_id               = aws_apigatewayv2_api.http.id
  route_key            = var.edited ? "POST /reports/{id}" : "GET /reports/{id}"
  target               = "integrations/${var.edited ? aws_apigatewayv2_integration.http.id : aws_apigatewayv2_integration.function.id}"
  authorization_type   = "JWT"
  authorizer_id        = aws_apigatewayv2_authorizer.jwt.id
  authorization_scopes = var.edited ? [] : ["a/b"]
  operation_name       = var.edited ? null : "op"
}

resource "aws_apigatewayv2_route" "function" {
  api_id             = aws_apigatewayv2_api.http.id
  route_key          = "GET /function"
  target             = "integrations/${aws_apigatewayv2_integration.http.id}"
  authorization_type = var.edited ? "NONE" : "CUSTOM"
  authorizer_id      = var.edited ? null : aws_apigatewayv2_authorizer.function.id
}

resource "aws_apigatewayv2_route" "iam" {
  api_id               = aws_apigatewayv2_api.http.id
  route_key            = "$default"
  target               = "integrations/${aws_apigatewayv2_integration.private.id}"
  authorization_type   = var.edited ? "JWT" : "AWS_IAM"
  authorizer_id        = var.edited ? aws_apigatewayv2_authorizer.jwt.id : null
  authorization_scopes = var.edited ? ["z"] : null
}

# Gone after the edit, but not from what the stage `dev` serves: as the method of the same name.
resource "aws_apigatewayv2_route" "removed" {
  count              = var.edited ? 0 : 1
  api_id             = aws_apigatewayv2_api.http.id
  route_key          = "DELETE /reports"
  target             = "integrations/${aws_apigatewayv2_integration.http.id}"
  authorization_type = "AWS_IAM"
}

resource "aws_apigatewayv2_deployment" "http" {
  api_id      = aws_apigatewayv2_api.http.id
  description = var.edited ? "2" : "1"
  triggers    = { r = var.edited }
  depends_on  = [aws_apigatewayv2_route.jwt, aws_apigatewayv2_route.function, aws_apigatewayv2_route.iam, aws_apigatewayv2_route.removed]
  lifecycle { create_before_destroy = true }
}

resource "aws_apigatewayv2_stage" "manual" {
  api_id          = aws_apigatewayv2_api.http.id
  name            = "dev"
  deployment_id   = aws_apigatewayv2_deployment.http.id
  description     = var.edited ? null : "d"
  stage_variables = var.edited ? { b = "2" } : { a = "1", b = "1" }
  default_route_settings {
    throttling_burst_limit   = var.edited ? 2 : 1
    throttling_rate_limit    = var.edited ? 2 : 1
    detailed_metrics_enabled = var.edited
  }
  dynamic "route_settings" {
    for_each = var.edited ? ["$default"] : ["GET /function", "$default"]
    content {
      route_key              = route_settings.value
      throttling_burst_limit = var.edited ? 2 : 1
      throttling_rate_limit  = var.edited ? 2 : 1
    }
  }
  dynamic "access_log_settings" {
    for_each = var.edited ? [] : [1]
    content {
      destination_arn = aws_cloudwatch_log_group.access.arn
      format          = "$context.requestId"
    }
  }
  tags = { a = var.edited ? "2" : "1" }
}

resource "aws_apigatewayv2_stage" "auto" {
  api_id      = aws_apigatewayv2_api.http.id
  name        = "$default"
  auto_deploy = true
  tags        = { a = var.edited ? "2" : "1" }
}

resource "aws_apigatewayv2_domain_name" "http" {
  domain_name = "http.example.com"
  domain_name_configuration {
    certificate_arn = aws_acm_certificate.api.arn
    endpoint_type   = "REGIONAL"
    security_policy = "TLS_1_2"
    ip_address_type = var.edited ? "dualstack" : "ipv4"
  }
  dynamic "mutual_tls_authentication" {
    for_each = var.edited ? [] : [1]
    content {
      truststore_uri     = "s3://a/b.pem"
      truststore_version = "1"
    }
  }
  tags = { a = var.edited ? "2" : "1" }
}

resource "aws_apigatewayv2_api_mapping" "http" {
  api_id          = aws_apigatewayv2_api.http.id
  domain_name     = aws_apigatewayv2_domain_name.http.domain_name
  stage           = var.edited ? aws_apigatewayv2_stage.auto.name : aws_apigatewayv2_stage.manual.name
  api_mapping_key = var.edited ? "b" : "a/b"
}

resource "aws_apigatewayv2_api_mapping" "rest" {
  api_id          = aws_api_gateway_rest_api.api.id
  domain_name     = aws_apigatewayv2_domain_name.http.domain_name
  stage           = aws_api_gateway_stage.api.stage_name
  api_mapping_key = "rest/v1"
}

resource "aws_apigatewayv2_api" "socket" {
  name                         = var.edited ? "socket 2" : "socket"
  protocol_type                = "WEBSOCKET"
  route_selection_expression   = var.edited ? "$request.body.b" : "$request.body.a"
  api_key_selection_expression = "$request.header.x-api-key"
}

resource "aws_apigatewayv2_model" "message" {
  api_id       = aws_apigatewayv2_api.socket.id
  name         = var.edited ? "modelb" : "modela"
  content_type = "application/json"
  description  = var.edited ? "b" : "a"
  schema       = jsonencode({ type = var.edited ? "array" : "object" })
}

resource "aws_apigatewayv2_integration" "socket" {
  api_id                        = aws_apigatewayv2_api.socket.id
  integration_type              = "MOCK"
  passthrough_behavior          = var.edited ? "NEVER" : "WHEN_NO_MATCH"
  request_templates             = { "200" = var.edited ? "{b}" : "{a}" }
  template_selection_expression = var.edited ? "b" : "a"
  content_handling_strategy     = var.edited ? "CONVERT_TO_TEXT" : "CONVERT_TO_BINARY"
}

resource "aws_apigatewayv2_integration_response" "socket" {
  api_id                   = aws_apigatewayv2_api.socket.id
  integration_id           = aws_apigatewayv2_integration.socket.id
  integration_response_key = var.edited ? "/400/" : "/200/"
  response_templates       = { "application/json" = var.edited ? "{b}" : "{a}" }
}

resource "aws_apigatewayv2_route" "socket" {
  api_id                              = aws_apigatewayv2_api.socket.id
  route_key                           = "$connect"
  target                              = "integrations/${aws_apigatewayv2_integration.socket.id}"
  api_key_required                    = var.edited
  model_selection_expression          = var.edited ? "b" : "action"
  request_models                      = { action = aws_apigatewayv2_model.message.name }
  route_response_selection_expression = var.edited ? null : "$default"
  request_parameter {
    request_parameter_key = var.edited ? "route.request.header.b" : "route.request.header.a"
    required              = true
  }
}

resource "aws_apigatewayv2_route_response" "socket" {
  api_id             = aws_apigatewayv2_api.socket.id
  route_id           = aws_apigatewayv2_route.socket.id
  route_response_key = "$default"
  response_models    = { action = aws_apigatewayv2_model.message.name }
}

resource "aws_apigatewayv2_stage" "socket" {
  api_id = aws_apigatewayv2_api.socket.id
  name   = "dev"
  default_route_settings {
    logging_level          = var.edited ? "ERROR" : "INFO"
    data_trace_enabled     = var.edited
    throttling_burst_limit = 1
    throttling_rate_limit  = 1
  }
}
