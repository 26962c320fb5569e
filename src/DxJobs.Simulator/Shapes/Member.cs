namespace DxJobs.Simulator.Shapes;

/// <summary>A member of a structure.</summary>
/// <param name="Name">Member name.</param>
/// <param name="Shape">Shape of its value.</param>
/// <param name="IsRequired">Whether the member must be present.</param>
internal sealed record Member(string Name, Shape Shape, bool IsRequired)
{
    public static Member Required(string name, Shape shape) => new(name, shape, IsRequired: true);

    public static Member Optional(string name, Shape shape) => new(name, shape, IsRequired: false);
}
