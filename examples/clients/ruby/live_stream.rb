# Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be.
require "json"
require "net/http"

def send_to(what, meeting_id, request_body)
  uri = URI("https://api.zoom.us/v2/meetings/#{meeting_id}/livestream/status")
  request = Net::HTTP::Patch.new(uri, "Authorization" => "Bearer <access_token>", "Accept" => "application/json")
  request_body.call(request)
  response = Net::HTTP.start(uri.host, uri.port, use_ssl: true) { |http| http.request(request) }
  case response
  when Net::HTTPNoContent then puts "#{what} 204"
  when Net::HTTPTooManyRequests then puts "#{what} 429, wait #{response["Retry-After"]}"
  else
    error = JSON.parse(response.body)
    puts "#{what} #{response.code}, #{error["code"]} #{error["message"]}"
  end
  response
end

def json(body)
  lambda do |request|
    request.content_type = "application/json"
    request.body = JSON.generate(body)
  end
end

settings = JSON.generate(active_speaker_name: false, display_name: "Town hall")
form = ->(request) { request.set_form([%w[action start], ["settings", settings]], "multipart/form-data") }

send_to("multipart start", "68423085", form)
send_to("json start", "68423085", json(action: "start"))
send_to("json stop", "68423085", json(action: "stop"))
puts "a 300 is a #{send_to("json start", "abc", json(action: "start")).class.superclass}"
