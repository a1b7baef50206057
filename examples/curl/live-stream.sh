#!/usr/bin/env bash
# Starts a stream, starts it again too soon, lets 30 seconds pass in no time, and starts it once more.
set -euo pipefail
url=${ZOOM_MOCK_URL:-http://127.0.0.1:4010}

start() {
  curl --silent --output /dev/null --write-out '%{http_code}\n' -X PATCH \
    -H 'Authorization: Bearer any' \
    --form 'action=start' \
    --form 'settings={"active_speaker_name":false,"display_name":"My stream"}' \
    "$url/v2/meetings/68423085/livestream/status"
}

curl --silent --fail -X POST "$url/__zoom/reset"
start # 204
start # 429
curl --silent --fail -X POST "$url/__zoom/clock/advance" -d '{"by":"30s"}' > /dev/null
start # 204
