// What a program does with the mock.

// Errors.
export { ZoomMockControlError } from "./control/command.js";
// What a test does with a running mock.
export type { ClockControl, EntityControl, Health, Moment, ZoomMockControl } from "./control/control-client.js";
export type { ClockMode, ClockReading } from "./domain/clock.js";
export type { Duration } from "./domain/duration.js";
export type { Evidence } from "./domain/evidence.js";
// The world.
export type { LiveStreamEvent, LiveStreamSettings, LiveStreamStatus } from "./domain/livestream.js";
export type { Switches } from "./domain/switches.js";
export type { LiveStreamConfiguration, Meeting, User, Webinar, World } from "./domain/world.js";
export { InvalidFilesError } from "./fixtures/invalid-files.js";
export type { MeetingInput, Scenario, UserInput, WebinarInput } from "./fixtures/world-schema.js";
export type { OperationDescription, OutcomeSummary, SwitchSummary } from "./mock/describe-operations.js";

// What it answers, and how that is known.
export { describeOperations } from "./mock/describe-operations.js";
export type { StartOptions, ZoomMockOptions } from "./mock/options.js";
export { ZoomMockOptionsError } from "./mock/options.js";
export type { ConnectOptions, ZoomMock, ZoomMockApp } from "./mock/zoom-mock.js";
export { connectZoomMock, createZoomMockApp, startZoomMock } from "./mock/zoom-mock.js";
export type { Diagnosis, DiagnosisCode } from "./simulator/diagnosis.js";
export type { JournalEntry, JournalFilter } from "./simulator/journal.js";
