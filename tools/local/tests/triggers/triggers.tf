# Three pools whose triggers are the function of ../function, with the code of code/index.js.

resource "aws_lambda_permission" "triggers" {
  for_each      = { greeted = aws_cognito_user_pool.greeted.arn, riddles = aws_cognito_user_pool.riddles.arn }
  function_name = aws_lambda_function.function.function_name
  action        = "lambda:InvokeFunction"
  principal     = "cognito-idp.amazonaws.com"
  source_arn    = each.value
}

resource "aws_kms_key" "codes" {
  description             = "Codes of the pool riddles"
  deletion_window_in_days = 7
}

resource "aws_cognito_user_pool" "greeted" {
  name                     = "greeted"
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]
  lambda_config {
    pre_sign_up          = aws_lambda_function.function.arn
    post_confirmation    = aws_lambda_function.function.arn
    pre_authentication   = aws_lambda_function.function.arn
    post_authentication  = aws_lambda_function.function.arn
    pre_token_generation = aws_lambda_function.function.arn
    custom_message       = aws_lambda_function.function.arn
    user_migration       = aws_lambda_function.function.arn
  }
}

resource "aws_cognito_user_pool_client" "greeted" {
  name                          = "greeted"
  user_pool_id                  = aws_cognito_user_pool.greeted.id
  explicit_auth_flows           = ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
  prevent_user_existence_errors = "ENABLED"
}

resource "aws_cognito_user_pool" "riddles" {
  name                     = "riddles"
  username_attributes      = ["email"]
  auto_verified_attributes = ["email"]
  account_recovery_setting {
    recovery_mechanism {
      name     = "verified_phone_number"
      priority = 1
    }
    recovery_mechanism {
      name     = "verified_email"
      priority = 2
    }
  }
  lambda_config {
    define_auth_challenge          = aws_lambda_function.function.arn
    create_auth_challenge          = aws_lambda_function.function.arn
    verify_auth_challenge_response = aws_lambda_function.function.arn
    kms_key_id                     = aws_kms_key.codes.arn
    custom_email_sender {
      lambda_arn     = aws_lambda_function.function.arn
      lambda_version = "V1_0"
    }
    custom_sms_sender {
      lambda_arn     = aws_lambda_function.function.arn
      lambda_version = "V1_0"
    }
    pre_token_generation_config {
      lambda_arn     = aws_lambda_function.function.arn
      lambda_version = "V3_0"
    }
  }
}

resource "aws_cognito_resource_server" "reports" {
  identifier   = "reports"
  name         = "Reports"
  user_pool_id = aws_cognito_user_pool.riddles.id
  scope {
    scope_name        = "read"
    scope_description = "Read"
  }
  scope {
    scope_name        = "write"
    scope_description = "Write"
  }
}

resource "aws_cognito_user_pool_client" "riddles" {
  name                = "riddles"
  user_pool_id        = aws_cognito_user_pool.riddles.id
  explicit_auth_flows = ["ALLOW_CUSTOM_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
}

resource "aws_cognito_user_pool_client" "machine" {
  name                                 = "machine"
  user_pool_id                         = aws_cognito_user_pool.riddles.id
  generate_secret                      = true
  allowed_oauth_flows_user_pool_client = true
  allowed_oauth_flows                  = ["client_credentials"]
  allowed_oauth_scopes                 = aws_cognito_resource_server.reports.scope_identifiers
}

resource "aws_cognito_user_pool" "forbidden" {
  name = "forbidden"
  lambda_config {
    pre_sign_up = aws_lambda_function.function.arn
  }
}

resource "aws_cognito_user_pool_client" "forbidden" {
  name         = "forbidden"
  user_pool_id = aws_cognito_user_pool.forbidden.id
}

output "ids" {
  value = {
    greetedPool   = aws_cognito_user_pool.greeted.id
    greeted       = aws_cognito_user_pool_client.greeted.id
    riddlesPool   = aws_cognito_user_pool.riddles.id
    riddles       = aws_cognito_user_pool_client.riddles.id
    machine       = aws_cognito_user_pool_client.machine.id
    forbidden     = aws_cognito_user_pool_client.forbidden.id
    codes         = aws_kms_key.codes.arn
  }
}
