namespace DxJobs.Simulator.Wire.Shapes;

/// <summary>A member of a structure.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Shape">What it must be.</param>
/// <param name="Required">Whether it must be there.</param>
internal sealed record Member(string Name, Shape Shape, bool Required)
{
    /// <summary>One that must be there.</summary>
    public static Member Needed(string name, Shape shape) => new(name, shape, Required: true);

    /// <summary>One that may be there.</summary>
    public static Member Optional(string name, Shape shape) => new(name, shape, Required: false);
}
