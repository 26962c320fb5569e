using System.Text;
using Amazon.DataExchange;
using Amazon.DataExchange.Model;
using Amazon.Runtime;

namespace DxJobs.DataExchange.Tests.Decoding;

/// <summary>Damaged pages: each is either read or refused as malformed, nothing else, and soon. The same damage in every run.</summary>
public sealed class FuzzTests
{
    private const int RoundsPerSeed = 15_000;
    private const string DataSets = """
        {"DataSets":[{"Arn":"a","AssetType":"S3_SNAPSHOT","CreatedAt":"2026-11-23T10:20:30Z","Id":"s","Name":"n","Origin":"OWNED",
        "OriginDetails":{"ProductId":"p"},"UpdatedAt":"2026-11-23T10:20:30Z"},{"Id":"t"}],"NextToken":"n"}
        """;

    private const string Revisions = """
        {"Revisions":[{"Arn":"a","CreatedAt":"2026-11-23T10:20:30Z","DataSetId":"s","Finalized":true,"Id":"r","Revoked":false,
        "UpdatedAt":"2026-11-23T10:20:30Z"},{"Id":"t","Finalized":null}],"NextToken":null}
        """;

    private static readonly State[] States =
        [State.WAITING, State.IN_PROGRESS, State.ERROR, State.COMPLETED, State.CANCELLED, State.TIMED_OUT];

    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    public static TheoryData<string> Seeds => [.. Pages.SeedNames];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whole_seeds_are_read(string seed) => Assert.NotNull(Pages.Decode(Pages.Seed(seed)).Jobs);

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_truncation_is_refused(string seed)
    {
        var whole = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Pages.Seed(seed)).TrimEnd());
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole.AsMemory(0, length);
            Assert.Throws<AmazonUnmarshallingException>(() => Pages.Decode(cut));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Damaged_pages_are_read_or_refused(string seed)
    {
        var random = new Random(seed.Aggregate(17, (hash, c) => (hash * 31) + c));
        var others = Pages.SeedNames.Select(Pages.Seed).ToArray();
        var (read, refused) = (0, 0);
        for (var round = 0; round < RoundsPerSeed; round++)
        {
            var damaged = Damage([.. Pages.Seed(seed)], others[random.Next(others.Length)], random);
            try
            {
                Walk(Pages.Decode(damaged));
                read++;
            }
            catch (AmazonUnmarshallingException)
            {
                refused++;
            }
        }

        Assert.True(read > 50 && refused > 50, $"{read} read and {refused} refused: the damage is too little or too much to test anything");
    }

    [Fact]
    public void Damaged_pages_of_data_sets_and_revisions_are_read_or_refused()
    {
        var random = new Random(23);
        var other = Pages.Seed("strange.json");
        var (read, refused) = (0, 0);
        for (var round = 0; round < RoundsPerSeed; round++)
        {
            try
            {
                Assert.All(Pages.DecodeDataSets(Damage([.. Encoding.UTF8.GetBytes(DataSets)], other, random)).DataSets ?? [], Assert.NotNull);
                Assert.All(Pages.DecodeRevisions(Damage([.. Encoding.UTF8.GetBytes(Revisions)], other, random)).Revisions ?? [], Assert.NotNull);
                read++;
            }
            catch (AmazonUnmarshallingException)
            {
                refused++;
            }
        }

        Assert.True(read > 50 && refused > 50, $"{read} read and {refused} refused");
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    [InlineData("[{\"Details\":{\"x\":")]
    public void Depth_is_limited(string opening)
    {
        var e = Assert.Throws<AmazonUnmarshallingException>(() => Pages.Decode("{\"x\":" + string.Concat(Enumerable.Repeat(opening, 100_000))));
        Assert.Contains("depth", e.InnerException!.Message, StringComparison.Ordinal);
    }

    private static byte[] Damage(List<byte> bytes, byte[] other, Random random)
    {
        for (var times = random.Next(1, 5); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 4:
                    var from = random.Next(other.Length);
                    bytes.InsertRange(at, other.AsSpan(from, Math.Min(length, other.Length - from)));
                    break;
                case 5:
                    bytes[at] = "{}[]\",:\\0-9.eEnulltrue"u8[random.Next(22)];
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>What holds for whatever was read.</summary>
    private static void Walk(ListJobsResponse page)
    {
        foreach (var job in page.Jobs ?? [])
        {
            Assert.True(job.CreatedAt is null || job.CreatedAt.Value.Kind == DateTimeKind.Utc);
            Assert.True(job.UpdatedAt is null || job.UpdatedAt.Value.Kind == DateTimeKind.Utc);
            Assert.True(job.State is null || States.All(known => known.Value != job.State.Value || ReferenceEquals(known, job.State)));
            foreach (var text in ObjectGraph.StringsIn(job))
            {
                StrictUtf8.GetByteCount(text);
            }

            if (job.State == State.COMPLETED)
            {
                Assert.Null(job.Details?.ImportAssetsFromS3?.AssetSources);
                Assert.True(string.IsNullOrEmpty(job.Details?.ExportRevisionsToS3?.EventActionArn));
            }
        }
    }
}
