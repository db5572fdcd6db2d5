#!/bin/sh
# Uploads the page into a bucket that CloudFront serves, each kind of file with its headers:
#
#     sh hosting/s3-cloudfront/upload.sh dist s3://my-bucket
#
# The pages go last, so that none names a file that is not there yet. Nothing is deleted: a page
# that somebody still has open asks for the files that it was built with.
set -eu

if [ $# -ne 2 ]; then
  echo "usage: $0 <dist> s3://<bucket>" >&2
  exit 2
fi
cd "$1"
to=${2%/}

asked_anew='no-cache'
for_good='public, max-age=31536000, immutable'

# upload <name pattern> <content type> <cache control>
upload() {
  find . -type f -name "$1" | while IFS= read -r file; do
    aws s3 cp "$file" "$to/${file#./}" --only-show-errors \
      --content-type "$2" --cache-control "$3" </dev/null
  done
}

# CloudFront compresses the others itself. WebAssembly goes up as its Brotli sidecar: whatever
# browser runs it takes Brotli over HTTPS.
upload_brotli() {
  find . -type f -name "$1" | while IFS= read -r file; do
    aws s3 cp "$file.br" "$to/${file#./}" --only-show-errors \
      --content-type "$2" --content-encoding br --cache-control "$3" </dev/null
  done
}

upload_brotli '*.wasm' 'application/wasm' "$for_good"
upload '*.js' 'text/javascript; charset=utf-8' "$for_good"
upload '*.css' 'text/css; charset=utf-8' "$for_good"
upload 'integrity.json' 'application/json' "$for_good"
upload '*.html' 'text/html; charset=utf-8' "$asked_anew"
