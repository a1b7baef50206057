# Gets a token, starts a meeting's live stream, starts it again too soon, stops it, and names an impossible meeting.
$ErrorActionPreference = 'Stop'

$pair = "$($env:ZOOM_CLIENT_ID):$($env:ZOOM_CLIENT_SECRET)"
$token = Invoke-RestMethod -Method Post -Uri 'https://zoom.us/oauth/token' -Headers @{
    Authorization = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes($pair))
} -Body @{ grant_type = 'account_credentials'; account_id = $env:ZOOM_ACCOUNT_ID }
Write-Output 'token 200'

function Send-Status([string] $What, [string] $MeetingId, [hashtable] $Body) {
    $response = Invoke-WebRequest -Method Patch -Uri "https://api.zoom.us/v2/meetings/$MeetingId/livestream/status" `
        -Headers @{ Authorization = "Bearer $($token.access_token)"; Accept = 'application/json' } `
        -SkipHttpErrorCheck @Body
    if ($response.StatusCode -eq 204) { return "$What 204" }
    if ($response.StatusCode -eq 429) { return "$What 429, wait $($response.Headers['Retry-After'])" }
    $problem = $response.Content | ConvertFrom-Json
    "$What $($response.StatusCode), $($problem.code) $($problem.message)"
}

function As-Json([hashtable] $Command) {
    @{ ContentType = 'application/json'; Body = $Command | ConvertTo-Json }
}

$settings = @{ active_speaker_name = $false; display_name = 'Town hall' } | ConvertTo-Json -Compress
Send-Status 'multipart start' '68423085' @{ Form = @{ action = 'start'; settings = $settings } }
Send-Status 'json start' '68423085' (As-Json @{ action = 'start' })
Send-Status 'json stop' '68423085' (As-Json @{ action = 'stop' })
Send-Status 'json start' 'abc' (As-Json @{ action = 'start' })
