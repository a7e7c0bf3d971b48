# What a team with plain Terraform has: a user pool, and a REST API and an HTTP API in front of the function of ../function.

resource "aws_lambda_permission" "api" {
  function_name = aws_lambda_function.function.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.reports.execution_arn}/*"
}

resource "aws_cognito_user_pool" "people" {
  name = "people"

  lambda_config {
    post_confirmation = aws_lambda_function.function.arn
  }
}

resource "aws_lambda_permission" "people" {
  function_name = aws_lambda_function.function.function_name
  action        = "lambda:InvokeFunction"
  principal     = "cognito-idp.amazonaws.com"
  source_arn    = aws_cognito_user_pool.people.arn
}

resource "aws_cognito_user_pool_client" "app" {
  name                = "app"
  user_pool_id        = aws_cognito_user_pool.people.id
  explicit_auth_flows = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
}

resource "aws_api_gateway_rest_api" "reports" {
  name = "reports"
}

resource "aws_api_gateway_authorizer" "people" {
  rest_api_id   = aws_api_gateway_rest_api.reports.id
  name          = "people"
  type          = "COGNITO_USER_POOLS"
  provider_arns = [aws_cognito_user_pool.people.arn]
}

resource "aws_api_gateway_resource" "me" {
  rest_api_id = aws_api_gateway_rest_api.reports.id
  parent_id   = aws_api_gateway_rest_api.reports.root_resource_id
  path_part   = "me"
}

resource "aws_api_gateway_method" "me" {
  rest_api_id   = aws_api_gateway_rest_api.reports.id
  resource_id   = aws_api_gateway_resource.me.id
  http_method   = "GET"
  authorization = "COGNITO_USER_POOLS"
  authorizer_id = aws_api_gateway_authorizer.people.id
}

resource "aws_api_gateway_integration" "me" {
  rest_api_id             = aws_api_gateway_rest_api.reports.id
  resource_id             = aws_api_gateway_resource.me.id
  http_method             = aws_api_gateway_method.me.http_method
  type                    = "AWS_PROXY"
  integration_http_method = "POST"
  uri                     = aws_lambda_function.function.invoke_arn
}

resource "aws_api_gateway_deployment" "reports" {
  rest_api_id = aws_api_gateway_rest_api.reports.id
  depends_on  = [aws_api_gateway_integration.me]
}

resource "aws_cloudwatch_log_group" "api" {
  name = "api"
}

resource "aws_api_gateway_stage" "v1" {
  rest_api_id   = aws_api_gateway_rest_api.reports.id
  deployment_id = aws_api_gateway_deployment.reports.id
  stage_name    = "v1"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api.arn
    format          = "$context.httpMethod $context.resourcePath $context.status"
  }
}

resource "aws_apigatewayv2_api" "events" {
  name          = "events"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = ["https://app.example.com"]
    allow_headers = ["authorization"]
  }
}

resource "aws_lambda_permission" "events" {
  function_name = aws_lambda_function.function.function_name
  action        = "lambda:InvokeFunction"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.events.execution_arn}/*/*/me"
}

resource "aws_apigatewayv2_authorizer" "people" {
  api_id           = aws_apigatewayv2_api.events.id
  name             = "people"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = "https://${aws_cognito_user_pool.people.endpoint}"
    audience = [aws_cognito_user_pool_client.app.id]
  }
}

resource "aws_apigatewayv2_integration" "me" {
  api_id                 = aws_apigatewayv2_api.events.id
  integration_type       = "AWS_PROXY"
  integration_uri        = aws_lambda_function.function.arn
  payload_format_version = "2.0"
}

resource "aws_apigatewayv2_route" "me" {
  api_id             = aws_apigatewayv2_api.events.id
  route_key          = "GET /me"
  target             = "integrations/${aws_apigatewayv2_integration.me.id}"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.people.id
}

resource "aws_apigatewayv2_stage" "events" {
  api_id      = aws_apigatewayv2_api.events.id
  name        = "$default"
  auto_deploy = true
}

output "ids" {
  value = {
    pool   = aws_cognito_user_pool.people.id
    client = aws_cognito_user_pool_client.app.id
  }
}
