#!/usr/bin/env bash
# The commands as the pages have them, with an id or as they stand; .curlrc beside them lets curl say the status too.
export CURL_HOME
CURL_HOME=$(dirname "$0")

curl -X PATCH -H "Authorization: Bearer <access_token>" -H "Content-Type: multipart/form-data" --form 'action=start' --form 'settings=start{"active_speaker_name":false,"display_name":"dolore ullamco irur"}' https://api.zoom.us/v2/meetings/68423085/livestream/status
curl -X PATCH -H "Authorization: Bearer <access_token>" -H "Content-Type: multipart/form-data" --form 'action=start' --form 'settings=start{"active_speaker_name":false,"display_name":"dolore ullamco irur"}' https://api.zoom.us/v2/meetings/68423085/livestream/status
curl -X PATCH -H "Authorization: Bearer <access_token>" -H "Content-Type: multipart/form-data" --form 'action=start' --form 'settings=start{"active_speaker_name":false,"display_name":"dolore ullamco irur"}' https://api.zoom.us/v2/meetings/:meetingId/livestream/status

curl -X PATCH -H "Authorization: Bearer <access_token>" -H "Content-Type: multipart/form-data" --form 'action=start' --form 'settings=start{"active_speaker_name":false,"display_name":"reprehender"}' https://api.zoom.us/v2/webinars/68423085/livestream/status
curl -X PATCH -H "Authorization: Bearer <access_token>" -H "Content-Type: multipart/form-data" --form 'action=start' --form 'settings=start{"active_speaker_name":false,"display_name":"reprehender"}' https://api.zoom.us/v2/webinars/:webinarId/livestream/status
