"""The file of an exchange: sealed so that any changed byte is noticed, by choice behind a password.

Layout, numbers big-endian::

    magic 8 | version 2 | length of header 4 | length of body 8 | header | body | SHA-256 32

The header is JSON in the clear: what kind of file it is and what it carries. The body is JSON,
compressed, behind a password encrypted by AES-256-GCM; everything before the body is its
associated data. The key comes from the password by scrypt (RFC 7914), with a second half by which
a wrong password is told from damage. The digest at the end covers all that stands before it: it
finds damage before any password is asked for; against intent only the password protects.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nastavnik_desktop.domain.errors import RuleViolation, UnreadableFile

SUFFIX = ".posylka"
_MAGIC = b"NSTVPKG\n"
_VERSION = 1
_PREFIX = struct.Struct(">8sHIQ")
_DIGEST_BYTES = 32
LARGEST_FILE = 64 * 2**20
_LARGEST_HEADER = 64 * 2**10
LARGEST_CONTENT = 256 * 2**20
_SALT_BYTES, _NONCE_BYTES, _KEY_BYTES, _CHECK_BYTES = 16, 12, 32, 16
_SCRYPT_N, _SCRYPT_R, _SCRYPT_P = 2**15, 8, 1
"""32 MB and about a tenth of a second for each try at a password."""

_DAMAGED = "Файл повреждён: его содержимое изменилось после создания. Попросите прислать его снова."
_FOREIGN = "Это не посылка программы «Наставник»."
_TOO_LARGE = "Посылка слишком велика: таких программа не делает."


class PasswordNeeded(RuleViolation):
    """The file is behind a password, and none was given."""

    def __init__(self) -> None:
        super().__init__(
            "Посылка закрыта паролем. Введите пароль, который задала школа.", "password"
        )


class WrongPassword(RuleViolation):
    """The file is whole, the password does not fit."""

    def __init__(self) -> None:
        super().__init__("Пароль не подходит к этой посылке.", "password")


@dataclass(frozen=True)
class Envelope:
    """A file whose digest is right, not yet opened; ``header`` is what it says in the clear."""

    header: Mapping[str, Any]
    body: bytes
    associated: bytes

    @property
    def is_encrypted(self) -> bool:
        """Whether a password is needed."""
        return "salt" in self.header

    def content(self, password: str = "") -> dict[str, Any]:
        """The body.

        Raises PasswordNeeded, WrongPassword, and UnreadableFile for a body in disorder.
        """
        body = self._decrypted(password) if self.is_encrypted else self.body
        return _object(_unpacked(body))

    def _decrypted(self, password: str) -> bytes:
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if not password:
            raise PasswordNeeded
        salt, nonce, check = (self._bytes(name) for name in ("salt", "nonce", "check"))
        if len(salt) != _SALT_BYTES or len(nonce) != _NONCE_BYTES:
            raise UnreadableFile(_DAMAGED)
        key, own_check = _derived(password, salt)
        if not hmac.compare_digest(check, own_check):
            raise WrongPassword
        try:
            return AESGCM(key).decrypt(nonce, self.body, self.associated)
        except InvalidTag as error:
            raise UnreadableFile(_DAMAGED) from error

    def _bytes(self, name: str) -> bytes:
        try:
            return bytes.fromhex(self.header[name])
        except (KeyError, TypeError, ValueError) as error:
            raise UnreadableFile(_DAMAGED) from error


def seal(header: Mapping[str, Any], content: Mapping[str, Any], password: str = "") -> bytes:
    """A file with a header in the clear and a content, encrypted when there is a password."""
    packed = zlib.compress(_json(content), 6)
    if not password:
        before = _before(header, len(packed))
        return _with_digest(before + packed)
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(_SALT_BYTES), os.urandom(_NONCE_BYTES)
    key, check = _derived(password, salt)
    secret = {"salt": salt.hex(), "nonce": nonce.hex(), "check": check.hex()}
    tag_bytes = 16
    before = _before({**header, **secret}, len(packed) + tag_bytes)
    return _with_digest(before + AESGCM(key).encrypt(nonce, packed, before))


def open_envelope(data: bytes) -> Envelope:
    """Check a file and read its header.

    Raises UnreadableFile for a foreign, damaged, too large or newer file.
    """
    if len(data) > LARGEST_FILE:
        raise UnreadableFile(_TOO_LARGE)
    if len(data) < _PREFIX.size + _DIGEST_BYTES or not data.startswith(_MAGIC):
        raise UnreadableFile(_FOREIGN)
    whole, digest = data[:-_DIGEST_BYTES], data[-_DIGEST_BYTES:]
    if not hmac.compare_digest(hashlib.sha256(whole).digest(), digest):
        raise UnreadableFile(_DAMAGED)
    _, version, header_bytes, body_bytes = _PREFIX.unpack_from(whole)
    if version != _VERSION:
        message = "Посылка сделана более новой программой. Обновите «Наставник»."
        raise UnreadableFile(message)
    body_at = _PREFIX.size + header_bytes
    if header_bytes > _LARGEST_HEADER or body_at + body_bytes != len(whole):
        raise UnreadableFile(_DAMAGED)
    header = _object(whole[_PREFIX.size : body_at])
    return Envelope(header, whole[body_at:], whole[:body_at])


def _before(header: Mapping[str, Any], body_bytes: int) -> bytes:
    written = _json(header)
    return _PREFIX.pack(_MAGIC, _VERSION, len(written), body_bytes) + written


def _with_digest(whole: bytes) -> bytes:
    return whole + hashlib.sha256(whole).digest()


def _derived(password: str, salt: bytes) -> tuple[bytes, bytes]:
    """The key, and what is kept of the password to recognise it."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    length = _KEY_BYTES + _CHECK_BYTES
    kdf = Scrypt(salt=salt, length=length, n=_SCRYPT_N, r=_SCRYPT_R, p=_SCRYPT_P)
    derived = kdf.derive(password.encode())
    return derived[:_KEY_BYTES], derived[_KEY_BYTES:]


def _unpacked(packed: bytes) -> bytes:
    """Decompressed within the limit: a small file cannot fill the memory."""
    reader = zlib.decompressobj()
    try:
        found = reader.decompress(packed, LARGEST_CONTENT)
    except zlib.error as error:
        raise UnreadableFile(_DAMAGED) from error
    if reader.unconsumed_tail:
        raise UnreadableFile(_TOO_LARGE)
    if not reader.eof:
        raise UnreadableFile(_DAMAGED)
    return found


def _json(content: Mapping[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _object(written: bytes) -> dict[str, Any]:
    try:
        found = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(_DAMAGED) from error
    if not isinstance(found, dict):
        raise UnreadableFile(_DAMAGED)
    return found
