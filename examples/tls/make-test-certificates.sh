#!/usr/bin/env bash
# Makes ca.pem, server.pem and server.key for localhost in this folder: for a trial, not for production.
set -euo pipefail
cd "$(dirname "$0")"
umask 077

openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj "/CN=dxjobs test CA" -keyout ca.key -out ca.pem \
  -addext "basicConstraints=critical,CA:TRUE" -addext "keyUsage=critical,keyCertSign"
openssl req -newkey rsa:2048 -nodes -subj "/CN=localhost" -keyout server.key -out server.csr
openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -days 30 -out server.pem \
  -extfile <(printf 'subjectAltName=DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth\n')
rm server.csr
chmod 644 ca.pem server.pem
