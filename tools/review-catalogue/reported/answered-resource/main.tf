# What a role may reach is in a parameter that is read during the apply; the others reach what the plan names, or the own account.
resource "terraform_data" "version" {
  input = "1"
}

data "aws_ssm_parameter" "reach" {
  name       = "/reach"
  depends_on = [terraform_data.version]
}

data "aws_caller_identity" "own" {
  depends_on = [terraform_data.version]
}

resource "aws_s3_bucket" "own" {
  bucket = "own-bucket-of-this-plan"
}

resource "aws_iam_role" "r" {
  name = "r"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

data "aws_iam_policy_document" "answered" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::data/${data.aws_ssm_parameter.reach.insecure_value}"]
  }
}

data "aws_iam_policy_document" "quiet" {
  statement {
    actions = ["s3:GetObject"]
    resources = [
      "${aws_s3_bucket.own.arn}/*",
      "arn:aws:s3:::logs-${data.aws_caller_identity.own.account_id}/*",
    ]
  }
}

resource "aws_iam_role_policy" "answered" {
  name   = "answered"
  role   = aws_iam_role.r.name
  policy = data.aws_iam_policy_document.answered.json
}

resource "aws_iam_role_policy" "quiet" {
  name   = "quiet"
  role   = aws_iam_role.r.name
  policy = data.aws_iam_policy_document.quiet.json
}
