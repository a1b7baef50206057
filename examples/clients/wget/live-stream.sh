#!/usr/bin/env bash
# Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be.

status() {
  local action=$1 meeting_id=$2
  echo "json $action"
  wget --quiet --server-response --content-on-error --output-document=- --method=PATCH \
    --header='Authorization: Bearer <access_token>' --header='Accept: application/json' \
    --header='Content-Type: application/json' --body-data="{\"action\":\"$action\"}" \
    "https://api.zoom.us/v2/meetings/$meeting_id/livestream/status" 2>&1 | grep -iE 'HTTP/|retry-after|message'
  echo "exit status ${PIPESTATUS[0]}"
}

status start 68423085
status start 68423085
status stop 68423085
status start abc
