using DxJobs.Core.Jobs;
using DxJobs.Core.Snapshots;
using DxJobs.Testing.Model;

namespace DxJobs.Core.Tests.Snapshots;

public class RecentFailuresTests
{
    [Fact]
    public void Keeps_the_newest_failures_newest_first()
    {
        var log = new RecentFailures();
        foreach (var i in Enumerable.Range(0, 200).OrderBy(i => i * 37 % 200))
        {
            log.Add(Failed(i));
        }

        var newest = log.Newest(_ => null);

        Assert.Equal(RecentFailures.Capacity, newest.Count);
        Assert.Equal(Enumerable.Range(150, 50).Reverse().Select(i => $"{i}"), newest.Select(f => f.JobId));
    }

    [Fact]
    public void Leaves_out_what_did_not_fail()
    {
        var log = new RecentFailures();
        log.Add(Failed(1) with { State = "COMPLETED" });
        log.Add(Failed(2) with { State = "TIMED_OUT" });

        Assert.Equal(["2"], log.Newest(_ => null).Select(f => f.JobId));
    }

    [Fact]
    public void Shortens_messages_and_names_data_sets()
    {
        var log = new RecentFailures();
        log.Add(Failed(1) with { DataSetId = "ds", Errors = [new JobError { Code = "MALWARE_DETECTED", Message = new string('x', 5_000) }] });

        var failure = Assert.Single(log.Newest(id => "name of " + id));

        Assert.Equal(1_000, failure.Errors[0].Message.Length);
        Assert.Equal("name of ds", failure.DataSetName);
    }

    [Theory]
    [InlineData("Access to https://b.s3.amazonaws.com/a.csv?X-Amz-Signature=CANARY&X-Amz-Credential=CANARY denied", "Access to https://b.s3.amazonaws.com/a.csv?… denied")]
    [InlineData("GET '/a.csv' X-Amz-Security-Token=CANARY&x-amz-signature=CANARY", "GET '/a.csv' X-Amz-Security-Token=…&x-amz-signature=…")]
    [InlineData("The key AKIAIOSFODNN7EXAMPLE is disabled", "The key … is disabled")]
    [InlineData("No such key: a/rather/long/path/of/folders/that/goes/on/and/on/and/on/2026/11/24/part_00000-of-00042", "No such key: a/rather/long/path/of/folders/that/goes/on/and/on/and/on/2026/11/24/part_00000-of-00042")]
    public void Keeps_no_signature_that_a_message_quotes(string message, string kept)
    {
        var log = new RecentFailures();
        log.Add(Failed(1) with { Errors = [new JobError { Code = "ACCESS_DENIED_EXCEPTION", Message = message }] });

        Assert.Equal(kept, Assert.Single(log.Newest(_ => null)).Errors[0].Message);
    }

    [Fact]
    public void Says_that_a_message_was_cut_and_leaves_no_half_of_a_character()
    {
        var log = new RecentFailures();
        log.Add(Failed(1) with { Errors = [new JobError { Code = "VALIDATION_EXCEPTION", Message = new string('x', 998) + "\U0001F600 and more" }] });

        Assert.Equal(new string('x', 998) + "…", Assert.Single(log.Newest(_ => null)).Errors[0].Message);
    }

    [Fact]
    public void Lets_go_of_what_is_no_longer_listed()
    {
        var log = new RecentFailures();
        log.Add(Failed(1));
        log.Add(Failed(2));

        log.KeepOnly(job => job.Id == "2");

        Assert.Equal(["2"], log.Newest(_ => null).Select(f => f.JobId));
    }

    private static Job Failed(int number) =>
        new ModelJob($"{number}", Gens.Start, Gens.Start.AddMinutes(number), "ERROR", "EXPORT_ASSETS_TO_S3").Listed;
}
