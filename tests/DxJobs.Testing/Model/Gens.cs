using CsCheck;
using DxJobs.Core.Jobs;

namespace DxJobs.Testing.Model;

/// <summary>Random jobs and random things that happen to them. Times are coarse, so that many are equal.</summary>
internal static class Gens
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly Gen<string> State = OneOf("WAITING", "IN_PROGRESS", "ERROR", "COMPLETED", "COMPLETED", "CANCELLED", "TIMED_OUT", "PAUSED_BY_AWS");

    public static readonly Gen<string> FinalState = OneOf("ERROR", "COMPLETED", "CANCELLED", "TIMED_OUT");

    public static readonly Gen<string> Type = OneOf("IMPORT_ASSETS_FROM_S3", "EXPORT_ASSETS_TO_S3", "EXPORT_TO_THE_MOON");

    public static readonly Gen<string> Id = Gen.Guid.Select(g => g.ToString("N"));

    public static readonly Gen<JobError> Error = Gen.Select(
        OneOf("MALWARE_DETECTED", "SERVICE_QUOTA_EXCEEDED_EXCEPTION", "NEW_CODE"),
        OneOf<string?>(null, "Asset size in GB", "New limit"),
        OneOf<double?>(null, 100, 10_000),
        OneOf<string?>(null, "ASSET", "PLANET"),
        (code, limit, value, resource) => new JobError { Code = code, LimitName = limit, LimitValue = value, ResourceType = resource, Message = "m" });

    public static readonly Gen<JobError[]> Errors = Gen.Frequency((3, Gen.Const(Array.Empty<JobError>())), (1, Error.Array[1, 3]));

    /// <summary>Some have many jobs, some one or two: those come and go.</summary>
    public static readonly Gen<string?> DataSet = Gen.OneOf(OneOf<string?>(null, "ds-a", "ds-b", "ds-c"), Gen.Int[0, 40].Select(i => (string?)$"ds-{i}"));

    /// <summary>A job of the past 91 days, at a whole number of six-hour steps, or in the last minutes.</summary>
    public static readonly Gen<ModelJob> PastJob = Gen.Select(
        Id, Gen.OneOf(Gen.Int[0, 4 * 91].Select(i => TimeSpan.FromHours(6 * i)), Gen.Int[0, 20].Select(i => TimeSpan.FromMinutes(i))), State, Type, Errors, DataSet, Gen.Int[0, 3],
        (id, age, state, type, errors, dataSet, took) =>
        {
            var created = Start - age;
            var updated = created + TimeSpan.FromMinutes(10 * took);
            return new ModelJob(id, created, updated > Start ? Start : updated, state, type) { Errors = errors, DataSetId = dataSet };
        });

    /// <summary>Something that happens at AWS.</summary>
    public static readonly Gen<Action<ModelAccount>> Event = Gen.Frequency(
        (4, Gen.Select(Id, State, Type, Errors, DataSet, (id, state, type, errors, dataSet) => (Action<ModelAccount>)(
            account => account.Put(new ModelJob(id, account.Now, account.Now, state, type) { Errors = errors, DataSetId = dataSet })))),
        (4, Gen.Select(Gen.Int[0, 1000], FinalState, Errors, (choice, state, errors) => (Action<ModelAccount>)(
            account => account.ChangeOpen(choice, job => job with { State = state, UpdatedAt = account.Now, Errors = errors })))),
        (1, Gen.Int[0, 1000].Select(choice => (Action<ModelAccount>)(
            account => account.ChangeOpen(choice, job => job with { State = "IN_PROGRESS", UpdatedAt = account.Now })))),
        (3, OneOf(0, 1, 60, 7 * 60, 13 * 60).Select(minutes => (Action<ModelAccount>)(account => account.Advance(TimeSpan.FromMinutes(minutes))))));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
