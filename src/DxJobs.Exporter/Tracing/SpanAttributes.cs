namespace DxJobs.Exporter.Tracing;

/// <summary>
/// The names of span attributes and events: OpenTelemetry's for calls of the AWS SDK
/// (https://opentelemetry.io/docs/specs/semconv/cloud-providers/aws-sdk/), and the exporter's own under <c>dxjobs.</c>.
/// Nothing else is ever set on a span: no next token, no URL, no key, no body.
/// </summary>
internal static class SpanAttributes
{
    public const string RpcSystem = "rpc.system";
    public const string RpcService = "rpc.service";
    public const string RpcMethod = "rpc.method";
    public const string AwsRequestId = "aws.request_id";
    public const string CloudRegion = "cloud.region";
    public const string CloudAccountId = "cloud.account.id";
    public const string ServerAddress = "server.address";
    public const string HttpStatusCode = "http.response.status_code";
    public const string ErrorType = "error.type";
    public const string Target = "dxjobs.target";
    public const string PageIndex = "dxjobs.page.index";
    public const string PageJobs = "dxjobs.page.jobs";
    public const string PageLast = "dxjobs.page.last";

    /// <summary>The event of one attempt that failed and is tried again.</summary>
    public const string RetryEvent = "retry";
    public const string RetryAttempt = "dxjobs.retry.attempt";
    public const string RetryOutcome = "dxjobs.retry.outcome";
    public const string RetryDelaySeconds = "dxjobs.retry.delay_seconds";
}
