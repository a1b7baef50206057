#!/usr/bin/env bash
# Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be.

status() {
  local action=$1 meeting_id=$2
  curl --silent --show-error --request PATCH "https://api.zoom.us/v2/meetings/$meeting_id/livestream/status" \
    --header 'Authorization: Bearer <access_token>' --header 'Accept: application/json' --json "{\"action\":\"$action\"}" \
    --write-out "\njson $action %{http_code}, wait %header{retry-after}\n" "${@:3}"
}

status start 68423085
status start 68423085
status stop 68423085
status start abc --fail-with-body && echo 'curl --fail-with-body lets it pass'
