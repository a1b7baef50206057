<?php
// Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be.

function send(string $what, string $meetingId, array $headers, array|string $body): void
{
    $curl = curl_init("https://api.zoom.us/v2/meetings/$meetingId/livestream/status");
    $answered = [];
    curl_setopt_array($curl, [
        CURLOPT_CUSTOMREQUEST => 'PATCH',
        CURLOPT_HTTPHEADER => ['Authorization: Bearer <access_token>', 'Accept: application/json', ...$headers],
        CURLOPT_POSTFIELDS => $body,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_HEADERFUNCTION => function ($curl, string $line) use (&$answered): int {
            [$name, $value] = explode(':', $line, 2) + [1 => ''];
            $answered[strtolower($name)] = trim($value);
            return strlen($line);
        },
    ]);
    $text = curl_exec($curl);
    if ($text === false) {
        throw new RuntimeException(curl_error($curl));
    }
    $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
    if ($status === 204) {
        echo "$what 204\n";
    } elseif ($status === 429) {
        echo "$what 429, wait {$answered['retry-after']}\n";
    } else {
        $error = json_decode($text, flags: JSON_THROW_ON_ERROR);
        echo "$what $status, $error->code $error->message\n";
    }
}

$json = ['Content-Type: application/json'];
$settings = json_encode(['active_speaker_name' => false, 'display_name' => 'Town hall']);

send('multipart start', '68423085', [], ['action' => 'start', 'settings' => $settings]);
send('json start', '68423085', $json, json_encode(['action' => 'start']));
send('json stop', '68423085', $json, json_encode(['action' => 'stop']));
send('json start', 'abc', $json, json_encode(['action' => 'start']));
