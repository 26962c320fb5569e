namespace DxJobs.Simulator.Account;

/// <summary>Where in the list a job stands: by CreatedAt, and by id among those created at the same time. Stays true while jobs come and go.</summary>
public readonly record struct JobPlace(DateTimeOffset CreatedAt, string Id)
{
    /// <summary>Less than 0 if this place comes first when read from the oldest on.</summary>
    public int CompareTo(JobPlace other) => CreatedAt.CompareTo(other.CreatedAt) is var order and not 0 ? order : string.CompareOrdinal(Id, other.Id);
}
