resource "aws_cognito_user_pool" "users" {
  name                     = "users"
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]
  deletion_protection      = "INACTIVE"
  mfa_configuration        = var.edited ? "OPTIONAL" : "OFF"
  user_pool_tier           = "ESSENTIALS"

  username_configuration {
    case_sensitive = false
  }

  password_policy {
    minimum_length                   = var.edited ? 14 : 12
    require_lowercase                = true
    require_uppercase                = true
    require_numbers                  = !var.edited
    require_symbols                  = false
    temporary_password_validity_days = var.edited ? 3 : 7
  }

  admin_create_user_config {
    allow_admin_create_user_only = var.edited
    invite_message_template {
      email_subject = var.edited ? "Welcome back" : "Welcome"
      email_message = "{username} {####}"
      sms_message   = "{username} {####}"
    }
  }

  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_email"
      priority = 1
    }
  }

  user_attribute_update_settings {
    attributes_require_verification_before_update = ["email"]
  }

  verification_message_template {
    default_email_option = "CONFIRM_WITH_CODE"
    email_subject        = var.edited ? "Your code, again" : "Your code"
    email_message        = "{####}"
  }

  email_configuration {
    email_sending_account = "COGNITO_DEFAULT"
  }

  device_configuration {
    challenge_required_on_new_device      = var.edited
    device_only_remembered_on_user_prompt = true
  }

  dynamic "software_token_mfa_configuration" {
    for_each = var.edited ? [1] : []
    content {
      enabled = true
    }
  }

  dynamic "lambda_config" {
    for_each = var.edited ? [1] : []
    content {
      pre_sign_up = aws_lambda_function.api.arn
    }
  }

  schema {
    name                = "team"
    attribute_data_type = "String"
    mutable             = true
    string_attribute_constraints {
      min_length = "0"
      max_length = "64"
    }
  }

  tags = { purpose = var.edited ? "second" : "first" }
}

resource "aws_cognito_resource_server" "reports" {
  user_pool_id = aws_cognito_user_pool.users.id
  identifier   = "reports"
  name         = "Reports"

  scope {
    scope_name        = "read"
    scope_description = var.edited ? "Read all" : "Read"
  }

  dynamic "scope" {
    for_each = var.edited ? ["write"] : []
    content {
      scope_name        = scope.value
      scope_description = "Write"
    }
  }
}

resource "aws_cognito_user_pool_client" "app" {
  user_pool_id                                  = aws_cognito_user_pool.users.id
  name                                          = var.edited ? "app 2" : "app"
  explicit_auth_flows                           = concat(["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"], var.edited ? [] : ["ALLOW_USER_PASSWORD_AUTH"])
  prevent_user_existence_errors                 = var.edited ? "LEGACY" : "ENABLED"
  enable_token_revocation                       = !var.edited
  enable_propagate_additional_user_context_data = false
  access_token_validity                         = var.edited ? 15 : 60
  id_token_validity                             = var.edited ? 15 : 60
  refresh_token_validity                        = var.edited ? 600 : 1440
  auth_session_validity                         = var.edited ? 5 : 3
  supported_identity_providers                  = ["COGNITO"]
  read_attributes                               = ["email", "email_verified", "custom:team"]
  write_attributes                              = var.edited ? ["email"] : ["email", "custom:team"]
  callback_urls                                 = var.edited ? ["https://example.com/a"] : ["https://example.com/b", "https://example.com/c"]
  logout_urls                                   = var.edited ? [] : ["https://example.com/out"]
  allowed_oauth_flows                           = ["code"]
  allowed_oauth_flows_user_pool_client          = true
  allowed_oauth_scopes                          = concat(["openid", "email"], var.edited ? ["profile"] : [])

  token_validity_units {
    access_token  = "minutes"
    id_token      = "minutes"
    refresh_token = "minutes"
  }
}

resource "aws_cognito_user_pool_client" "machine" {
  user_pool_id                         = aws_cognito_user_pool.users.id
  name                                 = "machine"
  generate_secret                      = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_scopes                 = [for scope in aws_cognito_resource_server.reports.scope : "reports/${scope.scope_name}"]
}

resource "aws_cognito_user_pool_domain" "domain" {
  user_pool_id = aws_cognito_user_pool.users.id
  domain       = "gatehouse-drift"
}

resource "aws_cognito_user_group" "admins" {
  user_pool_id = aws_cognito_user_pool.users.id
  name         = "admins"
  description  = var.edited ? "Second" : "First"
  precedence   = var.edited ? 2 : 1
}

resource "aws_cognito_identity_pool" "users" {
  identity_pool_name               = "users"
  allow_unauthenticated_identities = false
  allow_classic_flow               = var.edited

  cognito_identity_providers {
    client_id               = aws_cognito_user_pool_client.app.id
    provider_name           = aws_cognito_user_pool.users.endpoint
    server_side_token_check = !var.edited
  }
}

resource "aws_cognito_identity_pool_roles_attachment" "users" {
  identity_pool_id = aws_cognito_identity_pool.users.id
  roles            = { authenticated = var.edited ? aws_iam_role.other.arn : aws_iam_role.api.arn }

  role_mapping {
    identity_provider         = "${aws_cognito_user_pool.users.endpoint}:${aws_cognito_user_pool_client.app.id}"
    type                      = var.edited ? "Rules" : "Token"
    ambiguous_role_resolution = var.edited ? "Deny" : "AuthenticatedRole"

    dynamic "mapping_rule" {
      for_each = var.edited ? [1] : []
      content {
        claim      = "email"
        match_type = "StartsWith"
        value      = "ada@"
        role_arn   = aws_iam_role.other.arn
      }
    }
  }
}

resource "aws_cognito_identity_pool_provider_principal_tag" "users" {
  identity_pool_id       = aws_cognito_identity_pool.users.id
  identity_provider_name = aws_cognito_user_pool.users.endpoint
  use_defaults           = false
  principal_tags         = var.edited ? { mail = "email" } : { user = "sub" }
}
