"""Gets a token, starts a meeting's live stream, starts it again too soon, stops it, and names an impossible meeting."""

import json
import os

import requests

token = requests.post(
    "https://zoom.us/oauth/token",
    params={"grant_type": "account_credentials", "account_id": os.environ["ZOOM_ACCOUNT_ID"]},
    auth=(os.environ["ZOOM_CLIENT_ID"], os.environ["ZOOM_CLIENT_SECRET"]),
)
token.raise_for_status()
print("token", token.status_code)

zoom = requests.Session()
zoom.headers["Authorization"] = f"Bearer {token.json()['access_token']}"


def send(what, meeting_id, **body):
    response = zoom.patch(f"https://api.zoom.us/v2/meetings/{meeting_id}/livestream/status", **body)
    if response.status_code == 204:
        print(what, 204)
    elif response.status_code == 429:
        print(f"{what} 429, wait {response.headers['Retry-After']}")
    else:
        error = response.json()
        print(f"{what} {response.status_code}, {error['code']} {error['message']}")
    return response


settings = json.dumps({"active_speaker_name": False, "display_name": "Town hall"})
send("multipart start", "68423085", files={"action": (None, "start"), "settings": (None, settings)})
send("json start", "68423085", json={"action": "start"})
send("json stop", "68423085", json={"action": "stop"})
impossible = send("json start", "abc", json={"action": "start"})
impossible.raise_for_status()
print("raise_for_status() let it pass, ok is", impossible.ok)
