namespace DxJobs.Exporter.Commands;

/// <summary>What <c>simulate</c> is told.</summary>
/// <param name="Listen">Where to listen.</param>
/// <param name="Jobs">Jobs of the 90 days before the start.</param>
/// <param name="Seed">The same seed, the same history.</param>
/// <param name="Speed">Simulated seconds a second.</param>
/// <param name="Faults">What goes wrong on purpose, as the simulator reads it.</param>
/// <param name="Scenario">Scenario file, <c>demo</c> or <c>none</c>.</param>
internal sealed record SimulateSettings(ListenAddress Listen, int Jobs, int Seed, double Speed, string Faults, string Scenario);
