// What a program does with the mock.
export { connectZoomMock, createZoomMockApp, startZoomMock } from "./mock/zoom-mock.js";
export type { ConnectOptions, ZoomMock, ZoomMockApp } from "./mock/zoom-mock.js";
export type { StartOptions, ZoomMockOptions } from "./mock/options.js";

// What a test does with a running mock.
export type { Health, ZoomMockControl } from "./control/control-client.js";
export type { Readiness } from "./control/readiness-command.js";
export type { ClockControl } from "./control/clock-client.js";
export type { EntityControl } from "./control/entity-client.js";
export type { LimitControl, SpentCalls } from "./control/control-client.js";
export type { FaultControl } from "./control/fault-client.js";
export type { FaultError, FaultKind, FaultPlan } from "./domain/fault.js";
export type { PlannedFault } from "./simulator/faults.js";
export type { FaultMark } from "./simulator/exchange.js";
export type { RateLimitLabel } from "./domain/rate-limits.js";
export type { AccountUsage, LabelUsage, LimitUsage, Usage } from "./simulator/limit-usage.js";
export type { SessionControl, WebinarSessionControl } from "./control/session-client.js";
export type { ClockMove } from "./control/clock-commands.js";
export type { RanTask } from "./simulator/agenda.js";
export type { EventCause, EventEntry } from "./simulator/event-log.js";
export type { FeedContents, FeedEntry } from "./simulator/feed.js";
export type { EventControl, SubscribeOptions } from "./control/subscription.js";
export type { UniverseControl, UniverseOptions, ZoomUniverse } from "./control/universe-client.js";
export type { UniverseDescription } from "./control/universe-commands.js";
export type { ClockMode, ClockReading } from "./domain/clock.js";
export type { Duration } from "./domain/duration.js";
export type { Moment } from "./domain/moment.js";
export type { Diagnosis, DiagnosisCode } from "./simulator/diagnosis.js";
export type { JournalEntry, JournalFilter } from "./simulator/journal.js";

// What it tells of what the client has sent.
export type {
  CoverageOptions,
  RequestExplanation,
  VerificationControl,
} from "./control/verification-client.js";
export type { CoverageReport, OperationCoverage, OutcomeCoverage } from "./verification/coverage-report.js";
export type { FaultCoverage } from "./verification/fault-coverage.js";
export type { CoverageShare } from "./verification/share.js";
export type { WebhookCoverage } from "./verification/webhook-coverage.js";
export type { WebhookCircumstance } from "./simulator/webhooks/circumstance.js";
export type {
  Absent,
  Difference,
  ExpectedText,
  NearRequest,
  RequestCount,
  RequestExpectation,
  TextPattern,
  Verification,
} from "./verification/expectation.js";
export type { Explanation } from "./verification/explain.js";
export type { Guard } from "./verification/guards.js";
export type { NearMiss } from "./verification/near-misses.js";
export type { NearOperation } from "./verification/near-operations.js";
export type { Encoding } from "./simulator/exchange.js";
// Webhooks.
export { verifyZoomSignature } from "./webhooks/verify-zoom-signature.js";
export type { ReceivedWebhook, SignatureCheck } from "./webhooks/verify-zoom-signature.js";
export type { WebhookControl, WebhookSubscription, WebhookTrigger } from "./control/webhook-client.js";
export type { DeliveryFilter, WebhookAttempt, WebhookDelivery } from "./simulator/webhooks/delivery.js";
export type { DeliveryEntry } from "./simulator/webhooks/delivery-entry.js";
export type { Webhook, WebhookEvent, WebhookVariant } from "./domain/webhook.js";

// Unmodified clients.
export { assertMocked } from "./interception/assert-mocked.js";
export type { AnyResponse } from "./interception/assert-mocked.js";
export { blockZoom } from "./interception/block-zoom.js";
export type { BlockOptions, ZoomBlock } from "./interception/block-zoom.js";
export { interceptZoom } from "./interception/intercept-zoom.js";
export type { InterceptOptions, ZoomInterception } from "./interception/intercept-zoom.js";

// The world.
export type { LiveStreamEvent, LiveStreamSettings, LiveStreamStatus } from "./domain/livestream.js";
export type { Account, Plan } from "./domain/account.js";
export type { App, Token } from "./domain/oauth.js";
export type {
  LiveStreamConfiguration,
  Meeting,
  MeetingSettings,
  Webinar,
  WebinarSettings,
} from "./domain/scheduled.js";
export type { InMeetingSettings, User } from "./domain/user.js";
export type { World } from "./domain/world.js";
export type { WorldEvent } from "./domain/world-event.js";
export type {
  AccountInput,
  AppInput,
  MeetingInput,
  Scenario,
  TokenInput,
  UserInput,
  WebhookInput,
  WebinarInput,
} from "./fixtures/world-schema.js";

// What it answers, and how that is known.
export { describeOperations } from "./mock/describe-operations.js";
export type { OperationDescription, OutcomeSummary, SwitchSummary } from "./mock/describe-operations.js";
export type { Evidence } from "./domain/evidence.js";
export type { Switches } from "./domain/switches.js";

// Verifying contracts.
export { verifyPacts } from "./contract-kit/verify/verify-pacts.js";
export type { PactMismatch, PactVerification, VerifiedInteraction } from "./contract-kit/verify/verification.js";
export type { PactBroker, VerifyPactsOptions } from "./contract-kit/verify/verify-options.js";

// Postman.
export { createPostmanCollection } from "./contract-kit/postman/create-collection.js";
export type { PostmanCollection } from "./contract-kit/postman/collection.js";
export type { PostmanCollectionOptions } from "./contract-kit/postman/create-collection.js";
export { importPostmanCollection } from "./contract-kit/postman/import-collection.js";
export type { PostmanImport, PostmanImportOptions } from "./contract-kit/postman/import-collection.js";
export type { NotRead } from "./contract-kit/postman/read-items.js";

// Errors.
export { ZoomMockControlError } from "./control/command.js";
export { InvalidFilesError } from "./fixtures/invalid-files.js";
export { ZoomMockOptionsError } from "./mock/check-options.js";
export { ZoomMockVerificationError } from "./verification/verification-error.js";

// Unmodified clients.
export { environmentFor } from "./interception/environment-for.js";
export type { Reachable } from "./interception/environment-for.js";
export type { ClientEnvironment, Environment } from "./interception/client-environment.js";
export type { MockAccess } from "./domain/mock-access.js";
export { refusedRequests } from "./test-kit/refused-requests.js";
