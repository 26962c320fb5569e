using System.Globalization;
using Amazon;
using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using DxJobs.Exporter.Paging;

namespace DxJobs.Exporter.Targets;

/// <summary>Makes the clients of targets.</summary>
internal sealed class TargetClients(TargetCredentials credentials)
{
    /// <summary>The most that one HTTP attempt may take, whatever time the poll has.</summary>
    private static readonly TimeSpan LongestAttempt = TimeSpan.FromSeconds(20);

    /// <summary>Makes one.</summary>
    /// <param name="target">The target.</param>
    /// <param name="pollTimeout">The time of a whole poll.</param>
    /// <param name="serverClock">Is told the time of each answer.</param>
    /// <exception cref="CredentialsException">The target's profile does not exist.</exception>
    public TargetClient Open(Target target, TimeSpan pollTimeout, ServerClock serverClock)
    {
        var config = new AmazonDataExchangeConfig
        {
            AuthenticationRegion = target.Region,
            Timeout = pollTimeout < LongestAttempt ? pollTimeout : LongestAttempt,

            // The exporter retries by itself, so that every attempt is paced and counted.
            MaxErrorRetry = 0,
            MaxStaleConnectionRetries = 0,
        };

        // One or the other: setting or even reading both would lose AWS_ENDPOINT_URL_DATAEXCHANGE.
        if (target.EndpointUrl is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(target.Region);
        }
        else
        {
            config.ServiceURL = target.EndpointUrl.AbsoluteUri;
        }

        if (target.Profile is not null)
        {
            config.Profile = new Profile(target.Profile);
        }

        var caller = credentials.Of(target);
        var client = caller is null ? new AmazonDataExchangeClient(config) : new AmazonDataExchangeClient(caller, config);
        client.AfterResponseEvent += (_, answer) => Observe(answer, serverClock);
        var server = client.Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new ListJobsRequest()));
        return new TargetClient(client, new Uri(server.URL).Host);
    }

    private static void Observe(ResponseEventArgs answer, ServerClock serverClock)
    {
        if (answer is WebServiceResponseEventArgs { ResponseHeaders: { } headers }
            && headers.TryGetValue("Date", out var text)
            && DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            serverClock.Observe(date);
        }
    }
}
