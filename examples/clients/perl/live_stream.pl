# Starts a meeting's live stream, starts it again too soon, stops it, and names a meeting that there cannot be.
use strict;
use warnings;
use HTTP::Tiny;
use JSON::PP;

my $http = HTTP::Tiny->new(
    verify_SSL      => 1,
    default_headers => { 'Authorization' => 'Bearer <access_token>', 'Accept' => 'application/json' },
);

sub send_to {
    my ($action, $meeting_id) = @_;
    my $response = $http->patch(
        "https://api.zoom.us/v2/meetings/$meeting_id/livestream/status",
        { headers => { 'Content-Type' => 'application/json' }, content => encode_json({ action => $action }) },
    );
    my $status = $response->{status};
    die $response->{content} if $status == 599;
    return print "json $action 204\n" if $status == 204;
    return print "json $action 429, wait $response->{headers}{'retry-after'}\n" if $status == 429;
    my $error = decode_json($response->{content});
    print "json $action $status, $error->{code} $error->{message}\n";
}

send_to('start', '68423085');
send_to('start', '68423085');
send_to('stop',  '68423085');
send_to('start', 'abc');
