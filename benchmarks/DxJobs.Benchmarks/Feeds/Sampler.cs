namespace DxJobs.Benchmarks.Feeds;

/// <summary>Random numbers of the distributions that the feeds need, reproducible by seed.</summary>
internal sealed class Sampler(int seed)
{
    private readonly Random _random = new(seed);

    public double Uniform(double low, double high) => low + ((high - low) * _random.NextDouble());

    public int Integer(int low, int end) => _random.Next(low, end);

    public double Exponential(double mean) => -mean * Math.Log(1 - _random.NextDouble());

    public double Normal(double mean, double deviation) =>
        mean + (deviation * Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble()));

    /// <summary>The sum of <paramref name="shape"/> exponential times.</summary>
    public double Gamma(int shape, double mean) => Enumerable.Range(0, shape).Sum(_ => Exponential(mean / shape));

    public T OneOf<T>(params ReadOnlySpan<T> values) => values[_random.Next(values.Length)];
}
