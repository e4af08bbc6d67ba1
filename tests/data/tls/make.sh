#!/bin/sh
# Makes the certificates of the TLS tests, valid for a hundred years unless their name says otherwise. The keys open
# nothing: they are for tests only. Run it in this folder; it needs OpenSSL 3, the tests do not.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
long="-startdate 20200101000000Z -enddate 21200101000000Z"
past="-startdate 20200101000000Z -enddate 20210101000000Z"

key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1"; }

# authority NAME TITLE
authority() {
    mkdir "$work/$1"
    : >"$work/$1/index.txt"
    cat >"$work/$1/ca.cnf" <<END
[ca]
default_ca = this
[this]
dir = $work/$1
database = $work/$1/index.txt
rand_serial = yes
new_certs_dir = $work/$1
certificate = $1.pem
private_key = $work/$1/key.pem
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
organizationName = optional
commonName = supplied
[authority]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
END
    key "$work/$1/key.pem"
    openssl req -new -key "$work/$1/key.pem" -subj "/O=Callwright tests/CN=$2" -out "$work/request.pem"
    openssl ca -batch -notext -selfsign -config "$work/$1/ca.cnf" -extensions authority $long -in "$work/request.pem" \
        -keyfile "$work/$1/key.pem" -out "$1.pem"
}

# leaf AUTHORITY FILE NAME DATES SUBJECT-ALTERNATIVE-NAMES USAGE
leaf() {
    key "$2.key"
    openssl req -new -key "$2.key" -subj "/O=Callwright tests/CN=$3" -addext "subjectAltName = $5" \
        -addext "extendedKeyUsage = $6" -out "$work/request.pem"
    openssl ca -batch -notext -config "$work/$1/ca.cnf" $4 -in "$work/request.pem" -out "$2.pem"
}

authority ca "Test authority"
authority other-ca "Another authority"
leaf ca server "Side A" "$long" "DNS:localhost, IP:127.0.0.1" serverAuth
leaf ca wrong-host "Somewhere else" "$long" "DNS:elsewhere.example" serverAuth
leaf ca expired "Side A" "$past" "DNS:localhost, IP:127.0.0.1" serverAuth
leaf ca client "An agent's computer" "$long" "DNS:desk.example" clientAuth
leaf ca expired-client "An old computer" "$past" "DNS:desk.example" clientAuth
leaf other-ca stranger "A stranger's computer" "$long" "DNS:desk.example" clientAuth
openssl ec -in client.key -aes256 -passout pass:test -out client-encrypted.key
