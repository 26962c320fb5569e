using System.Reflection;
using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using CsCheck;

namespace DxJobs.DataExchange.Tests.Decoding;

/// <summary>What is sent is read: every member of every object of the model.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void Random_pages_of_jobs() => Check<ListJobsResponse>(Pages.Decode, 1_500, page => page.Jobs?.ForEach(ReduceDetails));

    [Fact]
    public void Random_pages_of_data_sets() => Check<ListDataSetsResponse>(Pages.DecodeDataSets, 500);

    [Fact]
    public void Random_pages_of_revisions() => Check<ListDataSetRevisionsResponse>(Pages.DecodeRevisions, 500);

    private static void Check<T>(Func<ReadOnlyMemory<byte>, T> decode, int iterations, Action<T>? reduce = null)
        where T : class =>
        Gen.Select(ModelGen.Create<T>(), ModelGen.Text, Gen.Int).Sample(
            sent =>
            {
                var read = decode(new JobJson(sent.Item2, new Random(sent.Item3)).Write(sent.Item1));
                reduce?.Invoke(sent.Item1);
                Assert.Equivalent(Members(sent.Item1), Members(read), strict: true);
            },
            iter: iterations);

    private static Dictionary<string, object?> Members(object page) => page.GetType()
        .GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        .ToDictionary(p => p.Name, p => p.GetValue(page));

    /// <summary>Of a job that succeeded only the ids are read, and whether an event action started it.</summary>
    private static void ReduceDetails(JobEntry job)
    {
        if (job.Details?.ExportRevisionsToS3 is { EventActionArn: "" } export)
        {
            export.EventActionArn = null;
        }

        if (job.Details is null || (job.State != State.COMPLETED && job.State != State.CANCELLED))
        {
            return;
        }

        foreach (var details in typeof(ResponseDetails).GetProperties().Select(p => p.GetValue(job.Details)).OfType<object>())
        {
            foreach (var member in details.GetType().GetProperties())
            {
                if (member.Name == "EventActionArn")
                {
                    member.SetValue(details, member.GetValue(details) is null ? null : "");
                }
                else if (member.Name is not ("DataSetId" or "RevisionId"))
                {
                    member.SetValue(details, null);
                }
            }
        }
    }
}
