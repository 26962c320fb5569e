namespace DxJobs.Exporter.Metrics;

/// <summary>One metric, said once: the instruments, the documentation and the tests are made from it.</summary>
internal sealed record MetricDefinition
{
    /// <summary>The name as Prometheus shows it, unit and <c>_total</c> included.</summary>
    public required string Name { get; init; }

    /// <summary>What Prometheus calls its type.</summary>
    public required MetricKind Kind { get; init; }

    /// <summary>What its series speak of.</summary>
    public required MetricScope Scope { get; init; }

    /// <summary>Its meaning: the HELP text.</summary>
    public required string Help { get; init; }

    /// <summary>The unit as UCUM writes it: <c>s</c>, or empty for a plain number.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The labels of its own, in their order, after those of its <see cref="Scope"/>.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Whether every known combination of label values is there at 0 from the start.</summary>
    public bool ZeroFilled { get; init; }

    /// <summary>What users may rely on.</summary>
    public MetricStability Stability { get; init; } = MetricStability.Stable;

    /// <summary>A PromQL query that shows what it is for.</summary>
    public required string Example { get; init; }

    /// <summary>How many series there are of it, in words.</summary>
    public required string Cardinality { get; init; }

    /// <summary>The upper bounds of a histogram's buckets, in its unit; inclusive, ascending.</summary>
    public IReadOnlyList<double> Buckets { get; init; } = [];

    /// <summary>How the series of one target are computed; null for histograms, which are recorded, and for those of the process.</summary>
    public Func<TargetSample, IEnumerable<Sample>>? Observe { get; init; }

    /// <summary>All labels, in their order.</summary>
    public IEnumerable<string> AllLabels => Scope switch
    {
        MetricScope.Account => ["target", "account_id", "region", .. Labels],
        MetricScope.Target => ["target", "region", .. Labels],
        _ => Labels,
    };

    /// <summary>The name as OpenTelemetry wants it: its Prometheus exporter appends the unit and <c>_total</c> itself.</summary>
    public string InstrumentName
    {
        get
        {
            var name = Kind == MetricKind.Counter ? Name[..^"_total".Length] : Name;
            return Unit == "s" ? name[..^"_seconds".Length] : name;
        }
    }
}
