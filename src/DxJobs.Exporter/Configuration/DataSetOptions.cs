namespace DxJobs.Exporter.Configuration;

/// <summary>Series of single data sets (<c>aws_dataexchange_data_set_*</c>).</summary>
internal sealed record DataSetOptions
{
    /// <summary>Whether there are such series. Default false.</summary>
    public bool Enabled { get; init; }

    /// <summary>Data sets with series of their own, per target; the rest are counted together as <c>__other__</c>. Default 100.</summary>
    public int Limit { get; init; } = 100;
}
