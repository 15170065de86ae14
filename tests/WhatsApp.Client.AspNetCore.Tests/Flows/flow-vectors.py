"""Writes the encrypted requests that the flow endpoint's tests read, with another implementation than the one tested (Python's cryptography).

python3 flow-vectors.py > flow-vectors.json
"""
import base64
import json
import os

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PLAIN = {
    "ping": {"version": "3.0", "action": "ping"},
    "init": {"version": "3.0", "action": "INIT", "flow_token": "tok-7"},
    "submit": {"version": "3.0", "action": "data_exchange", "screen": "START", "data": {"branch": "mitte", "name": "Mira Ä 🙂"}, "flow_token": "tok-7"},
    "error": {"version": "3.0", "action": "data_exchange", "screen": "START", "data": {"error": "invalid-screen-transition", "error_message": "no such screen"}, "flow_token": "tok-7"},
    "expired": {"version": "3.0", "action": "BACK", "screen": "PAY", "flow_token": "old"},
}


def main() -> None:
    private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode()
    vectors = {}
    for name, plain in PLAIN.items():
        key, iv = os.urandom(16), os.urandom(16)
        encryptor = Cipher(algorithms.AES(key), modes.GCM(iv)).encryptor()
        data = encryptor.update(json.dumps(plain, ensure_ascii=False).encode()) + encryptor.finalize() + encryptor.tag
        wrapped = private.public_key().encrypt(
            key, padding.OAEP(mgf=padding.MGF1(hashes.SHA256()), algorithm=hashes.SHA256(), label=None))
        turned = bytes(one ^ 0xFF for one in iv)
        vectors[name] = {
            "request": {
                "encrypted_flow_data": base64.b64encode(data).decode(),
                "encrypted_aes_key": base64.b64encode(wrapped).decode(),
                "initial_vector": base64.b64encode(iv).decode(),
            },
            "answers": {text: seal(key, turned, text) for text in ANSWERS.get(name, [])},
        }
    print(json.dumps({"private_key": pem, "vectors": vectors}, indent=1))


ANSWERS = {
    "ping": ['{"data":{"status":"active"}}'],
    "init": ['{"screen":"START","data":{"branches":["mitte"]}}'],
    "submit": ['{"screen":"SUCCESS","data":{"extension_message_response":{"params":{"flow_token":"tok-7","branch":"mitte"}}}}'],
    "error": ['{"data":{"acknowledged":true}}'],
    "expired": ['{"error_msg":"This order was sent already."}'],
}


def seal(key: bytes, iv: bytes, text: str) -> str:
    encryptor = Cipher(algorithms.AES(key), modes.GCM(iv)).encryptor()
    return base64.b64encode(encryptor.update(text.encode()) + encryptor.finalize() + encryptor.tag).decode()


main()
