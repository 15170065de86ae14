"""Writes the encrypted files that the tests of flow media read, with another implementation than the one tested (Python's cryptography).

python3 flow-media-vectors.py > flow-media-vectors.json
"""
import base64
import hashlib
import hmac
import json
import os

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def vector(plain: bytes) -> dict:
    key, mac_key, iv = os.urandom(32), os.urandom(32), os.urandom(16)
    padder = padding.PKCS7(128).padder()
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    cipher_text = encryptor.update(padder.update(plain) + padder.finalize()) + encryptor.finalize()
    file = cipher_text + hmac.new(mac_key, iv + cipher_text, hashlib.sha256).digest()[:10]
    return {
        "plain": b64(plain),
        "file": b64(file),
        "media": {
            "media_id": "790aba14-5f4a-4dbd-b9f6-2a5c0c5d0a5e",
            "cdn_url": "https://mmg.whatsapp.net/v/t62.7118-24/file.enc",
            "file_name": "IMG_5237.jpg",
            "encryption_metadata": {
                "encrypted_hash": b64(hashlib.sha256(file).digest()),
                "iv": b64(iv),
                "encryption_key": b64(key),
                "hmac_key": b64(mac_key),
                "plaintext_hash": b64(hashlib.sha256(plain).digest()),
            },
        },
    }


print(json.dumps({
    "empty": vector(b""),
    "short": vector(b"Hello"),
    "one block": vector(bytes(range(16))),
    "long": vector(bytes(i % 251 for i in range(5000))),
}, indent=1))
