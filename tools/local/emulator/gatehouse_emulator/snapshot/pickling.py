"""Pickle, for what moto and we keep in memory: locks, lambdas, keys, and the backends that objects refer to."""

import importlib
import io
import marshal
import pickle
import threading
import types
import weakref
from collections import OrderedDict, defaultdict
from collections.abc import Callable
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from joserfc import jwk

from . import backends


def dumps(value: Any) -> bytes:
    """Raises what pickle raises for an object that it cannot keep."""
    buffer = io.BytesIO()
    _Pickler(buffer, protocol=pickle.HIGHEST_PROTOCOL).dump(value)
    return buffer.getvalue()


def loads(data: bytes) -> Any:
    """Runs what the bytes say: the caller knows who wrote them."""
    return _Unpickler(io.BytesIO(data)).load()


class _Pickler(pickle.Pickler):
    def persistent_id(self, value: Any) -> Any:
        return backends.name_of(value)

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, types.FunctionType):
            return NotImplemented if _is_importable(value) else (_function, _parts_of(value))
        if isinstance(value, jwk.RSAKey):
            return _jwk, (value.as_dict(private=True),)
        if isinstance(value, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
            return _private_key, (_pem(value),)
        if isinstance(value, x509.Certificate):
            return _certificate, (value.public_bytes(serialization.Encoding.PEM),)
        if isinstance(value, dict) and type(value) not in (dict, defaultdict, OrderedDict):
            return _bare, (type(value),), _content_of(value), None, None, _fill
        return _REDUCERS.get(type(value), _not_ours)(value)


class _Unpickler(pickle.Unpickler):
    def persistent_load(self, name: Any) -> Any:
        return backends.named(name)


class _Gone:
    """For a reference to what is gone: this goes as well."""


def _not_ours(value: Any) -> Any:
    return NotImplemented


_REDUCERS: dict[type, Callable[[Any], Any]] = {
    type(threading.Lock()): lambda _: (threading.Lock, ()),
    type(threading.RLock()): lambda _: (threading.RLock, ()),
    types.ModuleType: lambda module: (importlib.import_module, (module.__name__,)),
    # Every attribute of a proxy is that of what it stands for.
    weakref.ProxyType: lambda proxy: (weakref.proxy, (proxy.__repr__.__self__,)),
    weakref.ref: lambda reference: (weakref.ref, (reference() or _Gone(),)),
    # Filled after it is made: what is in it may refer to it.
    weakref.WeakValueDictionary: lambda known: (weakref.WeakValueDictionary, (), None, None, iter(list(known.items()))),
    types.CellType: lambda cell: (types.CellType, (cell.cell_contents,)),
}


def _is_importable(function: types.FunctionType) -> bool:
    found: Any = importlib.import_module(function.__module__)
    for name in function.__qualname__.split("."):
        found = getattr(found, name, None)
    return found is function


def _parts_of(function: types.FunctionType) -> tuple[Any, ...]:
    """A lambda, or a function inside another: by its code, which only the same Python reads."""
    code = marshal.dumps(function.__code__)
    return code, function.__module__, function.__name__, function.__defaults__, function.__closure__


def _function(code: bytes, module: str, name: str, defaults: Any, closure: Any) -> types.FunctionType:
    scope = vars(importlib.import_module(module))
    return types.FunctionType(marshal.loads(code), scope, name, defaults, closure)


def _bare(kind: type) -> Any:
    """Without what its class asks for to make one."""
    return kind.__new__(kind)


def _content_of(value: dict[Any, Any]) -> tuple[list[tuple[Any, Any]], dict[str, Any], Any]:
    return list(_plain(value).items(value)), getattr(value, "__dict__", {}), getattr(value, "default_factory", None)


def _fill(value: dict[Any, Any], content: tuple[list[tuple[Any, Any]], dict[str, Any], Any]) -> None:
    """By no method of its class: that of S3's keys would add a version."""
    items, attributes, default_factory = content
    if isinstance(value, defaultdict):
        value.default_factory = default_factory
    vars(value).update(attributes)
    for key, each in items:
        _plain(value).__setitem__(value, key, each)


def _plain(value: dict[Any, Any]) -> type:
    return OrderedDict if isinstance(value, OrderedDict) else dict


def _jwk(key: dict[str, Any]) -> jwk.RSAKey:
    from ..rsa_keys import read_key

    return read_key(key)


def _pem(key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey) -> bytes:
    form = serialization.PrivateFormat.PKCS8
    return key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption())


def _certificate(pem: bytes) -> x509.Certificate:
    return x509.load_pem_x509_certificate(pem)


def _private_key(pem: bytes) -> Any:
    return serialization.load_pem_private_key(pem, None)
