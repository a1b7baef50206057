import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be. */
public class LiveStream {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static void main(String[] args) throws Exception {
        send("start", "68423085", "{\"action\":\"start\",\"settings\":{\"display_name\":\"Town hall\"}}");
        send("start", "68423085", "{\"action\":\"start\"}");
        send("stop", "68423085", "{\"action\":\"stop\"}");
        send("start", "abc", "{\"action\":\"start\"}");

        HttpURLConnection old = (HttpURLConnection) address("68423085").toURL().openConnection();
        try {
            old.setRequestMethod("PATCH");
        } catch (ProtocolException refused) {
            System.out.println("HttpURLConnection: " + refused.getMessage());
        }
    }

    private static void send(String action, String meetingId, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address(meetingId))
            .header("Authorization", "Bearer <access_token>")
            .header("Accept", "application/json")
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString(body))
            .build();
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        String outcome = switch (response.statusCode()) {
            case 204 -> "204";
            case 429 -> "429, wait " + response.headers().firstValue("Retry-After").orElse("unknown");
            default -> response.statusCode() + ", " + response.body();
        };
        System.out.println("json " + action + " " + outcome);
    }

    private static URI address(String meetingId) {
        return URI.create("https://api.zoom.us/v2/meetings/" + meetingId + "/livestream/status");
    }
}
