namespace WhatsApp.Client;

/// <summary>Which state of a flow opens. An open set.</summary>
/// <param name="Value">The platform's word.</param>
public readonly record struct FlowMode(string Value)
{
    /// <summary>The flow as it is being edited; for tests.</summary>
    public static FlowMode Draft => new("draft");

    /// <summary>The flow as it was published.</summary>
    public static FlowMode Published => new("published");

    /// <summary>The word itself.</summary>
    public override string ToString() => Value ?? "";
}
