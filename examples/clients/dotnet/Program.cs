// Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be.
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

using var zoom = new HttpClient { BaseAddress = new Uri("https://api.zoom.us/v2/") };
zoom.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "<access_token>");
zoom.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));

await Send("multipart start", "68423085", new MultipartFormDataContent
{
    { new StringContent("start"), "action" },
    { new StringContent("""{"active_speaker_name":false,"display_name":"Town hall"}"""), "settings" },
});
await Send("json start", "68423085", JsonContent.Create(new { action = "start" }));
await Send("json stop", "68423085", JsonContent.Create(new { action = "stop" }));
await Send("json start", "abc", JsonContent.Create(new { action = "start" }));

async Task Send(string what, string meetingId, HttpContent body)
{
    using var response = await zoom.PatchAsync($"meetings/{meetingId}/livestream/status", body);
    Console.WriteLine(response.StatusCode switch
    {
        HttpStatusCode.NoContent => $"{what} 204",
        HttpStatusCode.TooManyRequests => $"{what} 429, wait {response.Headers.RetryAfter?.Delta?.TotalSeconds}",
        _ => $"{what} {(int)response.StatusCode}, {Text(await response.Content.ReadFromJsonAsync<JsonObject>())}",
    });
}

static string Text(JsonObject? error) => $"{error?["code"]} {error?["message"]}";
