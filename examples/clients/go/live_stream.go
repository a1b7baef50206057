// Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"mime/multipart"
	"net/http"
	"strings"
)

func main() {
	form := &bytes.Buffer{}
	writer := multipart.NewWriter(form)
	writer.WriteField("action", "start")
	writer.WriteField("settings", `{"active_speaker_name":false,"display_name":"Town hall"}`)
	writer.Close()

	send("multipart start", "68423085", writer.FormDataContentType(), form)
	send("json start", "68423085", "application/json", strings.NewReader(`{"action":"start"}`))
	send("json stop", "68423085", "application/json", strings.NewReader(`{"action":"stop"}`))
	send("json start", "abc", "application/json", strings.NewReader(`{"action":"start"}`))
}

func send(what, meetingID, contentType string, body io.Reader) {
	url := "https://api.zoom.us/v2/meetings/" + meetingID + "/livestream/status"
	request, err := http.NewRequest(http.MethodPatch, url, body)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer <access_token>")
	request.Header.Set("Accept", "application/json")
	request.Header.Set("Content-Type", contentType)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	switch response.StatusCode {
	case http.StatusNoContent:
		fmt.Println(what, 204)
	case http.StatusTooManyRequests:
		fmt.Printf("%s 429, wait %s\n", what, response.Header.Get("Retry-After"))
	default:
		var answer struct {
			Code    int
			Message string
		}
		if err := json.NewDecoder(response.Body).Decode(&answer); err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s %d, %d %s\n", what, response.StatusCode, answer.Code, answer.Message)
	}
}
