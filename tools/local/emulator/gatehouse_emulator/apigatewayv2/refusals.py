"""What API Gateway v2 refuses, beside moto's own errors."""

from typing import NoReturn

from moto.apigatewayv2.exceptions import APIGatewayV2Error, BadRequestException


class ConflictException(APIGatewayV2Error):
    code = 409

    def __init__(self, message: str) -> None:
        super().__init__("ConflictException", message)


class NotFoundException(APIGatewayV2Error):
    code = 404

    def __init__(self, message: str) -> None:
        super().__init__("NotFoundException", message)


def bad_request(message: str) -> NoReturn:
    raise BadRequestException(message)


def conflict(message: str) -> NoReturn:
    raise ConflictException(message)
