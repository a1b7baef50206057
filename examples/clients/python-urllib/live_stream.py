"""Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be."""

import json
from urllib.error import HTTPError
from urllib.request import Request, urlopen


def send(meeting_id, body):
    request = Request(
        f"https://api.zoom.us/v2/meetings/{meeting_id}/livestream/status",
        method="PATCH",
        headers={"Authorization": "Bearer <access_token>", "Content-Type": "application/json"},
        data=json.dumps(body).encode(),
    )
    what = f"json {body['action']}"
    try:
        with urlopen(request) as response:
            print(what, response.status)
    except HTTPError as error:
        if error.code == 429:
            print(f"{what} 429, wait {error.headers['Retry-After']}")
            return
        text = error.read()
        try:
            answer = json.loads(text)
            print(f"{what} raised {error.code}, {answer['code']} {answer['message']}")
        except json.JSONDecodeError as unreadable:
            print(f"{what} raised {error.code}, {type(unreadable).__name__}: {text.decode()}")


send("68423085", {"action": "start", "settings": {"display_name": "Town hall"}})
send("68423085", {"action": "start"})
send("68423085", {"action": "stop"})
send("abc", {"action": "start"})
send("68423085", {"action": "pause"})
