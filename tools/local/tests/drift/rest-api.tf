# What a REST API may have besides, and REST APIs that come from a document.
resource "aws_api_gateway_client_certificate" "backend" {
  for_each    = toset(["a", "b"])
  description = var.edited ? "b" : "a"
  tags        = { a = var.edited ? "2" : "1" }
}

resource "aws_api_gateway_rest_api" "private" {
  name = "private"
  endpoint_configuration {
    types            = ["PRIVATE"]
    ip_address_type  = "dualstack"
    vpc_endpoint_ids = var.edited ? ["vpce-2"] : ["vpce-1", "vpce-2"]
  }
}

locals {
  doc = {
    openapi                                  = "3.0.1"
    info                                     = { title = "body", version = var.edited ? "2" : "1", description = "d" }
    paths                                    = { (var.edited ? "/b" : "/a") = { get = { security = [{ c = ["x"] }], parameters = [{ name = "a", in = "query", required = var.edited }], responses = { "200" = { description = "a", content = { "application/json" = { schema = { "$ref" = "#/components/schemas/M" } } } } }, "x-amazon-apigateway-integration" = { type = "http_proxy", httpMethod = "GET", uri = "https://example.com" } } } }
    components                               = { schemas = { M = { type = var.edited ? "array" : "object" } }, securitySchemes = { c = { type = "apiKey", name = "Authorization", in = "header", "x-amazon-apigateway-authtype" = "cognito_user_pools", "x-amazon-apigateway-authorizer" = { type = "cognito_user_pools", providerARNs = ["arn:aws:cognito-idp:eu-west-1:123456789012:userpool/eu-west-1_a"] } } } }
    "x-amazon-apigateway-binary-media-types" = var.edited ? ["a/b"] : ["a/c"]
    "x-amazon-apigateway-gateway-responses"  = { THROTTLED = { statusCode = 420 } }
  }
}

resource "aws_api_gateway_rest_api" "body" {
  name              = "body"
  body              = jsonencode(local.doc)
  put_rest_api_mode = var.edited ? "merge" : "overwrite"
  fail_on_warnings  = true
  parameters        = { basepath = "ignore" }
}

resource "aws_api_gateway_rest_api" "put" { name = "put" }

resource "aws_api_gateway_rest_api_put" "put" {
  rest_api_id      = aws_api_gateway_rest_api.put.id
  body             = jsonencode(merge(local.doc, { info = { title = "put", version = "1" } }))
  triggers         = { e = var.edited }
  fail_on_warnings = var.edited
  lifecycle { create_before_destroy = true }
}

resource "aws_api_gateway_deployment" "put" {
  rest_api_id = aws_api_gateway_rest_api.put.id
  depends_on  = [aws_api_gateway_rest_api_put.put]
}

resource "aws_api_gateway_stage" "put" {
  rest_api_id   = aws_api_gateway_rest_api.put.id
  deployment_id = aws_api_gateway_deployment.put.id
  stage_name    = "put"
}

resource "aws_api_gateway_authorizer" "token" {
  rest_api_id                      = aws_api_gateway_rest_api.api.id
  name                             = "token"
  type                             = var.edited ? "REQUEST" : "TOKEN"
  authorizer_uri                   = "arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:123456789012:function:${var.edited ? "b" : "a"}/invocations"
  authorizer_credentials           = var.edited ? null : aws_iam_role.api.arn
  identity_source                  = var.edited ? "method.request.header.A,method.request.querystring.b" : "method.request.header.A"
  identity_validation_expression   = var.edited ? null : "a.*"
  authorizer_result_ttl_in_seconds = var.edited ? 0 : 60
}

resource "aws_api_gateway_vpc_link" "private" {
  name        = var.edited ? "b" : "a"
  description = var.edited ? "b" : "a"
  target_arns = ["arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/a/1"]
  tags        = { a = var.edited ? "2" : "1" }
}

resource "aws_api_gateway_documentation_part" "reports" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  location {
    type   = "METHOD"
    path   = "/x"
    method = "GET"
  }
  properties = jsonencode({ description = var.edited ? "b" : "a" })
}

resource "aws_api_gateway_documentation_version" "first" {
  rest_api_id = aws_api_gateway_rest_api.api.id
  version     = "1"
  description = var.edited ? "b" : "a"
  depends_on  = [aws_api_gateway_documentation_part.reports]
}

resource "aws_api_gateway_domain_name" "edge" {
  domain_name     = "edge.example.com"
  certificate_arn = aws_acm_certificate.api.arn
}

resource "aws_api_gateway_domain_name" "private" {
  domain_name     = "private.example.com"
  certificate_arn = aws_acm_certificate.api.arn
  endpoint_configuration {
    types           = ["PRIVATE"]
    ip_address_type = "dualstack"
  }
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = var.edited ? "Deny" : "Allow", Principal = "*", Action = "execute-api:Invoke", Resource = ["execute-api:/*"] }] })
}

resource "aws_api_gateway_domain_name_access_association" "endpoint" {
  access_association_source      = "vpce-12345678"
  access_association_source_type = "VPCE"
  domain_name_arn                = aws_api_gateway_domain_name.private.arn
  tags                           = { a = var.edited ? "2" : "1" }
}

resource "aws_api_gateway_base_path_mapping" "private" {
  api_id         = aws_api_gateway_rest_api.api.id
  stage_name     = aws_api_gateway_stage.api.stage_name
  domain_name    = aws_api_gateway_domain_name.private.domain_name
  domain_name_id = aws_api_gateway_domain_name.private.domain_name_id
}

resource "aws_api_gateway_stage" "canary" {
  rest_api_id           = aws_api_gateway_rest_api.api.id
  deployment_id         = aws_api_gateway_deployment.api.id
  stage_name            = "canary"
  client_certificate_id = aws_api_gateway_client_certificate.backend[var.edited ? "b" : "a"].id
  documentation_version = var.edited ? null : aws_api_gateway_documentation_version.first.version
  canary_settings {
    deployment_id            = aws_api_gateway_deployment.api.id
    percent_traffic          = var.edited ? 20.5 : 10
    stage_variable_overrides = var.edited ? { b = "4" } : { a = "3", b = "3" }
    use_stage_cache          = var.edited
  }
}

# Gone after the edit, but not from what the stage serves: Terraform makes the new deployment before it removes a route
# that the old one depends on.
resource "aws_api_gateway_method" "removed" {
  count         = var.edited ? 0 : 1
  rest_api_id   = aws_api_gateway_rest_api.api.id
  resource_id   = aws_api_gateway_resource.reports.id
  http_method   = "DELETE"
  authorization = "AWS_IAM"
}

resource "aws_api_gateway_integration" "removed" {
  count                   = var.edited ? 0 : 1
  rest_api_id             = aws_api_gateway_rest_api.api.id
  resource_id             = aws_api_gateway_resource.reports.id
  http_method             = aws_api_gateway_method.removed[0].http_method
  type                    = "HTTP_PROXY"
  integration_http_method = "DELETE"
  uri                     = "https://example.com"
}
