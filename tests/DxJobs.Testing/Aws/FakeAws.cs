using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DxJobs.Testing.Aws;

/// <summary>STS, a container's credentials, the portal of IAM Identity Center and an account without jobs, on one socket. It lends out keys with numbers, so that a test sees which one signs.</summary>
internal sealed class FakeAws : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _lent;

    private FakeAws(WebApplication app)
    {
        _app = app;
        app.MapPost("/", StsAsync);
        app.MapGet("/v1/jobs", ListJobsAsync);
        app.MapGet("/container", ContainerAsync);
        app.MapGet("/federation/credentials", PortalAsync);
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>All requests so far.</summary>
    public ConcurrentQueue<SignedRequest> Requests { get; } = [];

    /// <summary>The external id that roles ask for; null for none.</summary>
    public string? ExternalId { get; set; }

    /// <summary>When lent keys expire.</summary>
    public Func<DateTimeOffset> Expiration { get; set; } = () => TimeProvider.System.GetUtcNow().AddHours(1);

    /// <summary>The error that STS answers with instead; null for none.</summary>
    public (int Status, string Code, string Message)? StsFailure { get; set; }

    /// <summary>The error code that ListJobs answers with once; null for none.</summary>
    public string? NextListJobsFailure { get; set; }

    /// <summary>What STS waits for before it answers.</summary>
    public Task StsGate { get; set; } = Task.CompletedTask;

    public static async Task<FakeAws> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var aws = new FakeAws(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        aws.Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return aws;
    }

    /// <summary>The requests of one action.</summary>
    public IReadOnlyList<SignedRequest> Of(string action) => [.. Requests.Where(request => request.Action == action)];

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task StsAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var action = form["Action"].ToString();
        Record(context, action, form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        await StsGate;
        if (StsFailure is { } failure)
        {
            await FailAsync(context, failure.Status, failure.Code, failure.Message);
        }
        else if (ExternalId is not null && action == "AssumeRole" && form["ExternalId"] != ExternalId)
        {
            await FailAsync(context, 403, "AccessDenied", $"User: arn:aws:iam::111111111111:user/u is not authorized to perform: sts:AssumeRole on resource: {form["RoleArn"]}");
        }
        else
        {
            context.Response.ContentType = "text/xml";
            await context.Response.WriteAsync(action == "GetCallerIdentity" ? Identity : Lend(action, form["RoleArn"].ToString()));
        }
    }

    private async Task ListJobsAsync(HttpContext context)
    {
        Record(context, "ListJobs", new Dictionary<string, string>());
        context.Response.ContentType = "application/json";
        if (NextListJobsFailure is { } code)
        {
            NextListJobsFailure = null;
            context.Response.StatusCode = 403;
            context.Response.Headers["x-amzn-ErrorType"] = code;
            await context.Response.WriteAsync("""{"Message":"no"}""");
            return;
        }

        await context.Response.WriteAsync("""{"Jobs":[]}""");
    }

    private async Task ContainerAsync(HttpContext context)
    {
        Record(context, "container", new Dictionary<string, string>());
        var expiration = Expiration().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            $$"""{"AccessKeyId":"CONTAINER","SecretAccessKey":"secret","Token":"container-token","Expiration":"{{expiration}}"}""");
    }

    /// <summary>IAM Identity Center's portal, as GetRoleCredentials asks it.</summary>
    private async Task PortalAsync(HttpContext context)
    {
        Record(context, "GetRoleCredentials", new Dictionary<string, string>
        {
            ["token"] = context.Request.Headers["x-amz-sso_bearer_token"].ToString(),
            ["role"] = context.Request.Query["role_name"].ToString(),
            ["account"] = context.Request.Query["account_id"].ToString(),
        });
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(
            $$$"""{"roleCredentials":{"accessKeyId":"PORTAL","secretAccessKey":"secret","sessionToken":"portal-token","expiration":{{{Expiration().ToUnixTimeMilliseconds()}}}}}""");
    }

    private void Record(HttpContext context, string action, IReadOnlyDictionary<string, string> form)
    {
        var headers = context.Request.Headers;
        var signature = headers.Authorization.ToString();
        var scope = signature.StartsWith("AWS4-HMAC-SHA256 Credential=", StringComparison.Ordinal) ? signature["AWS4-HMAC-SHA256 Credential=".Length..].Split('/') : null;
        Requests.Enqueue(new SignedRequest(
            action, scope?[0], scope?[2], headers["x-amz-security-token"].FirstOrDefault(), headers.UserAgent.ToString(), form));
    }

    private string Lend(string action, string roleArn)
    {
        var number = Interlocked.Increment(ref _lent);
        var expiration = Expiration().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        return $"""
            <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result>
            <Credentials><AccessKeyId>LENT{number}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token-{number}</SessionToken>
            <Expiration>{expiration}</Expiration></Credentials>
            <AssumedRoleUser><Arn>{roleArn}/session</Arn><AssumedRoleId>AROA:session</AssumedRoleId></AssumedRoleUser>
            </{action}Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></{action}Response>
            """;
    }

    private const string Identity = """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::222222222222:user/u</Arn><UserId>AIDA</UserId><Account>222222222222</Account>
        </GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>
        """;

    private static async Task FailAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/xml";
        await context.Response.WriteAsync(
            $"<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>r</RequestId></ErrorResponse>");
    }
}
