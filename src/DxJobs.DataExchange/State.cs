using Amazon.Runtime;

namespace Amazon.DataExchange;

/// <summary>
/// Where a job stands. WAITING and IN_PROGRESS can change; the others are final. AWS may add values: an unknown one is kept as
/// it came.
/// </summary>
public class State : ConstantClass
{
    /// <summary><c>WAITING</c>.</summary>
    public static readonly State WAITING = new("WAITING");

    /// <summary><c>IN_PROGRESS</c>.</summary>
    public static readonly State IN_PROGRESS = new("IN_PROGRESS");

    /// <summary><c>ERROR</c>.</summary>
    public static readonly State ERROR = new("ERROR");

    /// <summary><c>COMPLETED</c>.</summary>
    public static readonly State COMPLETED = new("COMPLETED");

    /// <summary><c>CANCELLED</c>.</summary>
    public static readonly State CANCELLED = new("CANCELLED");

    /// <summary><c>TIMED_OUT</c>.</summary>
    public static readonly State TIMED_OUT = new("TIMED_OUT");

    /// <summary>A value, known or not.</summary>
    public State(string value)
        : base(value)
    {
    }

    /// <summary>The known value spelt so, or a new one.</summary>
    public static State FindValue(string value) => FindValue<State>(value);

    /// <summary>The known value spelt so, or a new one.</summary>
    public static implicit operator State(string value) => FindValue(value);
}
