// Writes to api.zoom.us what Chilkat writes for the samples of the two pages, byte for byte, and prints what comes back.
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:tls";

const meeting = readFileSync(new URL("meeting.http", import.meta.url), "latin1");
const webinar = readFileSync(new URL("webinar.http", import.meta.url), "latin1");

await synchronousRequest("api.zoom.us", 443, meeting);
await synchronousRequest("api.zoom.us", 443, meeting);
await synchronousRequest("api.zoom.us", 443, meeting.replace("68423085", ":meetingId"));
await synchronousRequest("api.zoom.us", 443, webinar);
await synchronousRequest("api.zoom.us", 443, webinar.replace("68423085", ":webinarId"));

async function synchronousRequest(host, port, request) {
  const socket = connect({ host, port, servername: host }).setEncoding("latin1");
  socket.write(request, "latin1");
  let answer = "";
  while (!isWhole(answer)) answer += (await once(socket, "data"))[0];
  socket.destroy();
  const [status, ...header] = answer.split("\r\n");
  console.log(status);
  for (const line of header) if (/^retry-after|^content-type|^[{<]/i.test(line)) console.log(line);
}

function isWhole(answer) {
  const [head, body] = answer.split("\r\n\r\n");
  return body !== undefined && body.length >= Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
}
