namespace WhatsApp.Client;

/// <summary>The Graph id of a WhatsApp Flow.</summary>
/// <param name="Value">Digits.</param>
public readonly record struct FlowId(string Value)
{
    /// <summary>The id.</summary>
    public override string ToString() => Value ?? "";
}
