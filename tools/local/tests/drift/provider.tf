# Every resource type our stacks use, each changeable attribute with two values: before and after an edit.
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

variable "endpoint" {
  type = string
}

variable "edited" {
  type    = bool
  default = false
}

provider "aws" {
  region                      = "eu-west-1"
  access_key                  = "test"
  secret_key                  = "test"
  skip_credentials_validation = true
  skip_requesting_account_id  = false
  allowed_account_ids         = ["123456789012"]
  s3_use_path_style           = true
  max_retries                 = 1

  default_tags {
    tags = { environment = "drift", edited = tostring(var.edited) }
  }

  endpoints {
    acm             = var.endpoint
    apigateway      = var.endpoint
    cloudwatch      = var.endpoint
    cognitoidentity = var.endpoint
    cognitoidp      = var.endpoint
    iam             = var.endpoint
    kms             = var.endpoint
    lambda          = var.endpoint
    logs            = var.endpoint
    s3              = var.endpoint
    sns             = var.endpoint
    sts             = var.endpoint
    wafv2           = var.endpoint
  }
}
