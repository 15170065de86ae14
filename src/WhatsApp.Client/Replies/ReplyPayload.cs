namespace WhatsApp.Client;

/// <summary>What a tapped id turned out to be. Match on <see cref="Value"/>; when it is null, <see cref="Outcome"/> says why.</summary>
public sealed record ReplyPayload
{
    internal ReplyPayload(ReplyPayloadOutcome outcome, string? name = null, int? version = null, object? value = null) =>
        (Outcome, Name, Version, Value) = (outcome, name, version, value);

    /// <summary>How reading went.</summary>
    public ReplyPayloadOutcome Outcome { get; }

    /// <summary>The name in the id; null when it is not one of ours or not to be trusted.</summary>
    public string? Name { get; }

    /// <summary>The version in the id; null as <see cref="Name"/> is.</summary>
    public int? Version { get; }

    /// <summary>The record that was encoded, or what its upgrade made of it; null unless <see cref="Outcome"/> is <see cref="ReplyPayloadOutcome.Read"/>.</summary>
    public object? Value { get; }

    /// <summary>The outcome, name and version, without the value.</summary>
    public override string ToString() => Name is null ? $"ReplyPayload({Outcome})" : $"ReplyPayload({Outcome}, {Name}.{Version})";
}
