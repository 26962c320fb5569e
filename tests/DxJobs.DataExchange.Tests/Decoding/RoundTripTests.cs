using System.Reflection;
using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using CsCheck;

namespace DxJobs.DataExchange.Tests.Decoding;

/// <summary>Whatever jobs are sent, the same jobs are read.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<string?> Text = Gen.Frequency((1, Gen.Const((string?)null)), (6, Gen.String.Where(IsText).Select(s => (string?)s)));
    private static readonly Gen<DateTime?> Time = Gen.Frequency(
        (1, Gen.Const((DateTime?)null)), (6, Gen.Long[0, DateTime.MaxValue.Ticks].Select(ticks => (DateTime?)new DateTime(ticks, DateTimeKind.Utc))));

    private static readonly Gen<JobError> Error =
        from code in Value<Code>()
        from limit in Value<JobErrorLimitName>()
        from value in Gen.Frequency((1, Gen.Const((double?)null)), (2, Gen.Double.Where(double.IsFinite).Select(d => (double?)d)))
        from message in Text
        from resource in Text
        from type in Value<JobErrorResourceTypes>()
        select new JobError { Code = code, LimitName = limit, LimitValue = value, Message = message, ResourceId = resource, ResourceType = type };

    private static readonly Gen<ResponseDetails?> Details =
        from which in Gen.Int[-1, 8]
        from ids in Gen.Select(Text, Text, Text)
        select which < 0 ? null : Filled(which, ids.Item1, ids.Item2, ids.Item3);

    private static readonly Gen<JobEntry> Job =
        from arn in Text
        from id in Text
        from times in Gen.Select(Time, Time)
        from details in Details
        from errors in Gen.Frequency((1, Gen.Const((List<JobError>?)null)), (2, Error.List[0, 3].Select(list => (List<JobError>?)list)))
        from state in Value<State>()
        from type in Value<Amazon.DataExchange.Type>()
        select new JobEntry
        {
            Arn = arn,
            Id = id,
            CreatedAt = times.Item1,
            UpdatedAt = times.Item2,
            Details = details,
            Errors = errors,
            State = state,
            Type = type,
        };

    [Fact]
    public void Random_pages_are_read_as_they_were_written()
    {
        var page =
            from jobs in Job.List[0, 8]
            from token in Text
            from junk in Gen.String.Where(IsText)
            select (Page: new ListJobsResponse { Jobs = jobs, NextToken = token }, junk);

        page.Sample(sent =>
        {
            var read = Pages.Decode(JobJson.Write(sent.Page, sent.junk));
            Assert.Equal(sent.Page.NextToken, read.NextToken);
            Assert.Equal(sent.Page.Jobs!.Count, read.Jobs!.Count);
            foreach (var (expected, actual) in sent.Page.Jobs.Zip(read.Jobs))
            {
                Assert.Equivalent(expected, actual, strict: true);
            }
        }, iter: 2_000);
    }

    private static Gen<T?> Value<T>()
        where T : class
    {
        var known = typeof(T).GetFields(BindingFlags.Static | BindingFlags.Public).Select(f => (T?)f.GetValue(null)).Append(null).ToArray();
        return Gen.Frequency((4, Gen.Int[0, known.Length - 1].Select(i => known[i])), (1, Gen.String.Where(IsText).Select(s => (T?)Activator.CreateInstance(typeof(T), s))));
    }

    private static ResponseDetails Filled(int which, string? dataSet, string? revision, string? asset)
    {
        var details = new ResponseDetails();
        var type = typeof(ResponseDetails).GetProperties()[which];
        var of = Activator.CreateInstance(type.PropertyType)!;
        foreach (var id in type.PropertyType.GetProperties())
        {
            id.SetValue(of, id.Name switch { "DataSetId" => dataSet, "RevisionId" => revision, _ => asset });
        }

        type.SetValue(details, of);
        return details;
    }

    /// <summary>JSON cannot carry a lone surrogate.</summary>
    private static bool IsText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
