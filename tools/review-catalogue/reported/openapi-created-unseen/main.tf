resource "aws_iam_role" "fn" {
  name               = "m2-fn"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }] })
}
resource "aws_lambda_function" "fn" {
  for_each      = local.functions
  function_name = each.key
  role          = aws_iam_role.fn.arn
  filename      = "code.zip"
  handler       = "index.handler"
  runtime       = "nodejs20.x"
}
locals {
  functions = toset(["m2-orders", "m2-health"])
  paths = {
    "/orders" = { delete = { security = [{ users = ["orders/admin"] }], "x-amazon-apigateway-integration" = { type = "aws_proxy", httpMethod = "POST", uri = aws_lambda_function.fn["m2-orders"].invoke_arn } } }
    "/health" = { get = { "x-amazon-apigateway-integration" = { type = "aws_proxy", httpMethod = "POST", uri = aws_lambda_function.fn["m2-health"].invoke_arn } } }
  }
}
resource "aws_api_gateway_rest_api" "a" {
  name = "m2"
  body = jsonencode({
    openapi = "3.0.1"
    info    = { title = "m2", version = "1" }
    components = { securitySchemes = { users = {
      type = "apiKey", name = "Authorization", in = "header"
      "x-amazon-apigateway-authtype"   = "cognito_user_pools"
      "x-amazon-apigateway-authorizer" = { type = "cognito_user_pools", providerARNs = ["arn:aws:cognito-idp:us-east-1:123456789012:userpool/us-east-1_AAAAAAAAA"] }
    } } }
    paths = local.paths
  })
}
resource "aws_api_gateway_deployment" "d" {
  rest_api_id = aws_api_gateway_rest_api.a.id
  triggers    = { body = sha1(aws_api_gateway_rest_api.a.body) }
  lifecycle { create_before_destroy = true }
}
resource "aws_api_gateway_stage" "s" {
  rest_api_id   = aws_api_gateway_rest_api.a.id
  deployment_id = aws_api_gateway_deployment.d.id
  stage_name    = "live"
}
