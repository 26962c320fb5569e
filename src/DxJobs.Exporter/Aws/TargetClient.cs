using System.Globalization;
using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using DxJobs.Core.Failures;
using DxJobs.Exporter.Aws.Credentials;
using DxJobs.Exporter.Failures;

namespace DxJobs.Exporter.Aws;

/// <summary>A target's client and the host that it calls. Disposing it gives the share in the credentials back.</summary>
internal sealed class TargetClient : IDisposable
{
    private readonly CredentialLease _credentials;
    private readonly ServerClock _serverClock;

    /// <summary>Calls nobody yet.</summary>
    public TargetClient(AmazonDataExchangeConfig config, CredentialLease credentials, ServerClock serverClock)
    {
        (_credentials, _serverClock) = (credentials, serverClock);
        ServerAddress = new Uri(config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new ListJobsRequest())).URL).Host;
        var client = new AmazonDataExchangeClient(credentials.Credentials, config);
        client.AfterResponseEvent += OnAnswer;
        client.ExceptionEvent += OnFailure;
        Client = client;
    }

    /// <summary>The client, which never retries by itself.</summary>
    public IAmazonDataExchange Client { get; }

    /// <summary>The host that it calls.</summary>
    public string ServerAddress { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Client.Dispose();
        _credentials.Dispose();
    }

    private void OnAnswer(object sender, ResponseEventArgs answer)
    {
        if (answer is WebServiceResponseEventArgs { ResponseHeaders: { } headers }
            && headers.TryGetValue("Date", out var text)
            && DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            _serverClock.Observe(date);
        }
    }

    private void OnFailure(object sender, ExceptionEventArgs failure)
    {
        if (failure is WebServiceExceptionEventArgs { Exception: { } exception } && FailureClassifier.Classify(exception) == CallOutcome.ExpiredCredentials)
        {
            _credentials.Forget();
        }
    }
}
